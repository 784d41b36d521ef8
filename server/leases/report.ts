import { createHash } from 'node:crypto';
import type { Tx } from '#db/group.ts';
import { isDayClosed } from '#db/hall.ts';
import { getLease, numbersOfLease, settleNumber } from '#db/leases.ts';
import type { LeaseNumberRow, LeaseRow } from '#db/schema.ts';
import { raiseAlarm } from '../alarms/raise.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { isSame } from '../tickets/token.ts';
import type { LeaseReport } from '../views.ts';
import { closeLease } from './close.ts';
import { issueLeased, type UsedNumber } from './issue.ts';

/** What a kiosk says of its lease when it is back. */
export interface LeaseSaying {
	lease: number;
	holder: string;
	/** the numbers it has given, in the order in which it gave them */
	used: UsedNumber[];
	/** it gives no more of them: what is left is void */
	ended: boolean;
}

/**
 * Takes in what a kiosk has given while it had no line. Each number becomes a ticket once, however often it is told. A
 * number that was void before, because the day had ended, stays so: the desk is told, for somebody holds it.
 */
export function reportLease(hall: Hall, who: Who, saying: LeaseSaying): Promise<Result<LeaseReport>> {
	return hall.write(async (tx) => {
		const lease = await getLease(tx.k, tx.hall, saying.lease);
		if (lease?.holder !== saying.holder) return refused('lease-unknown', String(saying.lease));
		if (lease.ended_at === null && (await isPast(tx, hall, lease))) {
			await closeLease(tx, hall, who, { lease, reason: 'never-reported' });
			return done(await settled(tx, hall, { lease: { ...lease, ended_at: hall.clock.now() }, saying, who }));
		}
		const report = await settled(tx, hall, { lease, saying, who });
		const over = saying.ended || (await isUsedUp(tx, lease));
		if (!over || lease.ended_at !== null) return done(report);
		await closeLease(tx, hall, who, { lease, reason: 'unused' });
		return done({ ...report, ended: true });
	});
}

async function isUsedUp(tx: Tx, { id }: LeaseRow): Promise<boolean> {
	return (await numbersOfLease(tx.k, tx.hall, id)).every(({ state }) => state !== 'out');
}

async function isPast(tx: Tx, hall: Hall, { day }: LeaseRow): Promise<boolean> {
	return day !== today(hall) || (await isDayClosed(tx.k, tx.hall, day));
}

interface Settling {
	lease: LeaseRow;
	saying: LeaseSaying;
	who: Who;
}

async function settled(tx: Tx, hall: Hall, settling: Settling): Promise<LeaseReport> {
	const { lease, saying } = settling;
	const rows = await numbersOfLease(tx.k, tx.hall, lease.id);
	const numbers: LeaseReport['numbers'] = [];
	const late: string[] = [];
	// A clock that was put back meanwhile must not turn round who came first.
	let earliest = lease.granted_at;
	for (const used of saying.used) {
		const row = rows.find(({ token }) => isSame(token, used.token));
		if (!row || numbers.some(({ number }) => number === row.number)) continue;
		const taken = Math.min(Math.max(used.at, earliest), hall.clock.now());
		earliest = taken;
		const outcome = await settle(tx, hall, settling, { row, used, taken });
		numbers.push({ number: row.number, outcome });
		if (outcome === 'void') late.push(row.number);
	}
	if (late.length > 0) await tellDesk(tx, hall, lease, late);
	return { ended: lease.ended_at !== null, numbers };
}

async function settle(
	tx: Tx,
	hall: Hall,
	{ lease, who }: Settling,
	{ row, used, taken }: { row: LeaseNumberRow; used: UsedNumber; taken: number }
): Promise<'ticket' | 'void'> {
	if (row.state !== 'out') return row.state === 'used' ? 'ticket' : 'void';
	const item = hall.setup.items.get(used.item);
	if (item?.queue === row.queue) {
		await issueLeased(tx, hall, who, { lease, row, used, item, taken });
		return 'ticket';
	}
	const at = hall.clock.now();
	const line = { at, day: row.day, actor: who.name, ticket: null, window: null, queue: row.queue };
	const body = { lease: lease.id, number: row.number, reason: 'item-gone' };
	await tx.note({ ...line, act: 'lease.number-void', body });
	await settleNumber(tx.k, { ...row, state: 'void', reason: 'item-gone' });
	return 'void';
}

/** Somebody was given a number that counts for nothing. The same numbers told again are one alarm, others another one. */
function tellDesk(tx: Tx, hall: Hall, lease: LeaseRow, late: readonly string[]): Promise<void> {
	const numbers = late.join(' ');
	const key = `${String(lease.id)} ${createHash('sha256').update(numbers).digest('base64url').slice(0, 16)}`;
	return raiseAlarm(tx, hall, { kind: 'lease-late', key, window: null, about: { device: lease.device, numbers } });
}

import type { Tx } from '#db/group.ts';
import { isDayClosed } from '#db/hall.ts';
import { addLease, liveLeases, numbersOfLease, reserve } from '#db/leases.ts';
import type { LeaseNumberRow, LeaseRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { zonesOfKiosk } from '../offline/instead.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { stretchOf } from '../rules/day.ts';
import { numberText } from '../rules/number.ts';
import { newToken } from '../tickets/token.ts';
import type { LeaseView } from '../views.ts';
import { givingOn, leaseView } from './view.ts';

/** Which kiosk asks, and which browser at it: two at one kiosk have a lease each. */
export interface LeaseWish {
	device: string;
	holder: string;
}

/** Leases of one kiosk that have not ended: a browser whose storage was wiped gets another one, and no third. */
const MOST_LEASES = 2;
const HOUR_MS = 3_600_000;

/**
 * Gives a kiosk a small block of numbers for when it has no line, from the same counters as every other number, so that
 * none can be given twice. Asked again while some of it is left, it is the same block.
 */
export function grantLease(hall: Hall, who: Who, { device, holder }: LeaseWish): Promise<Result<LeaseView>> {
	return hall.write(async (tx) => {
		const day = today(hall);
		if (await isDayClosed(tx.k, tx.hall, day)) return refused('day-over');
		const live = await liveLeases(tx.k, tx.hall, device);
		const own = live.findLast((lease) => lease.holder === holder && lease.day === day);
		const left = own ? await numbersOfLease(tx.k, tx.hall, own.id) : [];
		const lasts = own !== undefined && hall.clock.now() < own.until;
		if (lasts && left.some(({ state }) => state === 'out')) return done(leaseView(hall, own, left));
		if (live.length >= MOST_LEASES) return refused('lease-enough', device);
		const given = await give(tx, hall, who, { device, holder });
		return given ? done(leaseView(hall, given.lease, given.numbers)) : refused('lease-off', device);
	});
}

type Reserved = Pick<LeaseNumberRow, 'queue' | 'n' | 'number'>;

async function give(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ device, holder }: LeaseWish
): Promise<{ lease: LeaseRow; numbers: LeaseNumberRow[] } | undefined> {
	const at = hall.clock.now();
	const day = today(hall);
	const reserved: Reserved[] = [];
	for (const queue of queuesOf(hall, device, at)) reserved.push(...(await reserveIn(tx, hall, queue)));
	if (reserved.length === 0) return undefined;
	const until = Math.min(
		at + hall.setup.policies.offline.lease.hours * HOUR_MS,
		stretchOf(day, hall.setup.timeZone).until
	);
	const line = { at, day, actor: who.name, ticket: null, window: null, queue: null };
	const body = { device, numbers: reserved.map(({ number }) => number), until };
	const id = await tx.note({ ...line, act: 'lease.granted', body });
	const lease: LeaseRow = { hall: tx.hall, id, device, holder, day, granted_at: at, until, ended_at: null };
	const numbers = reserved.map((one): LeaseNumberRow => ({
		...{ ...one, hall: tx.hall, lease: id, day, token: newToken(id) },
		...{ state: 'out', ticket: null, reason: null }
	}));
	await addLease(tx.k, lease, numbers);
	return { lease, numbers };
}

/** The queues that a kiosk may give numbers of without asking: no one's identity is checked, and it opens once more today. */
function queuesOf(hall: Hall, device: string, at: number): string[] {
	const { setup } = hall;
	if (!setup.kiosks.has(device)) return [];
	const items = zonesOfKiosk(setup, device).flatMap((zone) => setup.itemsIn(zone));
	const free = new Set(items.filter(({ identity }) => identity === 'none').map(({ queue }) => queue));
	const day = setup.day(at);
	return [...free].filter((queue) => givingOn(hall, queue, day).some(({ until }) => at < until));
}

/** Takes as many of a queue's next numbers as the policy says, fewer where the day is nearly full. */
async function reserveIn(tx: Tx, hall: Hall, code: string): Promise<Reserved[]> {
	const queue = hall.setup.queues.get(code);
	if (!queue) throw new Error(`queue ${code} is not in the hall file`);
	const place = { hall: tx.hall, queue: code, day: today(hall), cap: hall.setup.cap(code) };
	const reserved: Reserved[] = [];
	while (reserved.length < hall.setup.policies.offline.lease.numbers) {
		const n = await reserve(tx.k, place);
		if (n === undefined) break;
		reserved.push({ queue: code, n, number: numberText(queue.prefix, n) });
	}
	return reserved;
}

import { loansOut } from '#db/loans.ts';
import type { LoanRow } from '#db/schema.ts';
import { getTicket } from '#db/tickets.ts';
import { raiseAlarm } from '../alarms/raise.ts';
import { today, type Hall } from '../hall.ts';
import { addDays } from '../rules/day.ts';
import { contentState, ENDING_DAYS } from '../rules/loans.ts';

/** Calls for somebody about what has not come back in time, and about what may soon not be used any more. */
export async function watchLoans(hall: Hall): Promise<void> {
	const isLate = (row: LoanRow): boolean => row.due_at < hall.clock.now();
	if ((await loansOut(hall.read, hall.id)).some(isLate))
		await hall.write(async (tx) => {
			// Asked again: what came back meanwhile would be called for and never settled.
			for (const row of (await loansOut(tx.k, tx.hall)).filter(isLate)) {
				const about = await aboutOf(hall, row);
				await raiseAlarm(tx, hall, { kind: 'loan-overdue', key: String(row.id), window: null, about });
			}
		});
	await watchContents(hall);
}

async function aboutOf(hall: Hall, row: LoanRow): Promise<Record<string, string | null>> {
	const { zh, en } = hall.setup.goods.get(row.good)?.name ?? { zh: row.good, en: row.good };
	const ticket = row.ticket === null ? undefined : await getTicket(hall.read, hall.id, row.ticket);
	return { zh, en, whom: ticket?.number ?? row.tag };
}

/** The days on which somebody was told already, by hall: contents are looked at once a day. */
const TOLD = new WeakMap<Hall, string>();

async function watchContents(hall: Hall): Promise<void> {
	const day = today(hall);
	const told = `${day} ${String(hall.setup.appliedAt)}`;
	if (TOLD.get(hall) === told) return;
	const ending = hall.setup.file.goods.flatMap((good) =>
		good.contents
			.filter(
				({ expires }) =>
					expires !== null && contentState(expires, { today: day, endingFrom: endingFrom(expires) }) !== 'good'
			)
			.map(({ name, expires }) => ({ good, name, expires }))
	);
	if (ending.length > 0)
		await hall.write(async (tx) => {
			for (const { good, name, expires } of ending) {
				const { zh, en } = good.name;
				const about = { zh, en, contentZh: name.zh, contentEn: name.en, until: expires };
				const key = `${good.code} ${name.en} ${expires ?? ''} ${day.slice(0, 7)}`;
				await raiseAlarm(tx, hall, { kind: 'goods-expiring', key, window: null, about });
			}
		});
	TOLD.set(hall, told);
}

/** The day from which something with that last day is to be looked at. */
export function endingFrom(expires: string): string {
	return addDays(expires, -ENDING_DAYS);
}

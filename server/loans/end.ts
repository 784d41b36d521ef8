import { addStockChange, endLoan, getLoan, loansOut, stockChanges } from '#db/loans.ts';
import type { Tx } from '#db/group.ts';
import type { LoanRow, StockReason } from '#db/schema.ts';
import { settleAlarm } from '../alarms/raise.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { noLongerNeeded, openSealed } from '../personal/keep.ts';
import { done, refused, type Result } from '../result.ts';
import { countedChange } from '../rules/loans.ts';
import type { OpeningReason } from '../rules/mask.ts';
import { noteKept } from './note.ts';

/** Something came back, as it went or damaged, or does not come back. What is damaged or lost is no more at the desk. */
export function giveBack(
	hall: Hall,
	who: Who,
	id: number,
	as: 'returned' | 'damaged' | 'lost'
): Promise<Result<LoanRow>> {
	return hall.write(async (tx) => {
		const row = await getLoan(tx.k, tx.hall, id);
		if (!row) return refused('loan-unknown', String(id));
		if (row.state !== 'out') return refused('loan-over', row.state);
		const ended: LoanRow = { ...row, state: as, ended_by: who.name, ended_at: hall.clock.now() };
		await endLoan(tx.k, ended);
		const { good, desk, ticket } = row;
		await noteKept(tx, hall, who, { act: 'loan.ended', ticket, body: { loan: id, good, desk, as } });
		if (as !== 'returned') await change(tx, hall, who, { good, desk, by: -1, reason: as });
		await settleAlarm(tx, hall, { kind: 'loan-overdue', key: String(id) });
		await noLongerNeeded(tx, hall, { subject: 'loan', of: id });
		return done(ended);
	});
}

/** A stocktake: so many are at the desk now, beside those that are lent. */
export function takeStock(
	hall: Hall,
	who: Who,
	wish: { good: string; desk: string; count: number }
): Promise<Result<{ change: number }>> {
	return hall.write(async (tx) => {
		const { good, desk, count: counted } = wish;
		const entry = hall.setup.goods.get(good)?.stock.find((one) => one.desk === desk);
		if (!entry) return refused('good-unknown', `${good} ${desk}`);
		const [changes, out] = [await stockChanges(tx.k, tx.hall), await loansOut(tx.k, tx.hall)];
		const by = countedChange({ good, desk, count: entry.count }, changes, { out, counted });
		if (by === 0) await noteKept(tx, hall, who, { act: 'stock.counted', body: { good, desk, counted, change: 0 } });
		else await change(tx, hall, who, { good, desk, by, reason: 'counted' });
		return done({ change: by });
	});
}

async function change(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ good, desk, by, reason }: { good: string; desk: string; by: number; reason: StockReason }
): Promise<void> {
	const act = reason === 'counted' ? 'stock.counted' : 'stock.changed';
	const id = await noteKept(tx, hall, who, { act, body: { good, desk, change: by, reason } });
	const at = hall.clock.now();
	await addStockChange(tx.k, { hall: tx.hall, id, good, desk, change: by, reason, by: who.name, at });
}

/** The telephone that was left with a loan, opened for a reason. */
export function openBorrower(hall: Hall, who: Who, id: number, reason: OpeningReason): ReturnType<typeof openSealed> {
	return hall.write(async (tx) => {
		const row = await getLoan(tx.k, tx.hall, id);
		if (!row) return refused('loan-unknown', String(id));
		return openSealed(tx, hall, who, { at: { subject: 'loan', of: id }, reason });
	});
}

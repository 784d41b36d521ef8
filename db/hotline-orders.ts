import { sql, type Kysely } from 'kysely';
import type { CaseLineRow, CaseRow, CaseState, HotlineOrderRow, LedgerRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

/** The partial indexes of cases speak of these very words. */
const word = (state: CaseState) => sql.lit(state);

export async function addOrder(k: K, row: HotlineOrderRow): Promise<void> {
	await k.insertInto('hotline_order').values(row).execute();
}

/** The order that bears the platform's number; the last where it was sent to us more than once. */
export function orderByNumber(k: K, hall: number, number: string): Promise<HotlineOrderRow | undefined> {
	return k
		.selectFrom('hotline_order')
		.selectAll()
		.where('hall', '=', hall)
		.where('number', '=', number)
		.orderBy('received_at', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** What the platform said of these cases, in no order. */
export function ordersOf(k: K, hall: number, cases: readonly number[]): Promise<HotlineOrderRow[]> {
	if (cases.length === 0) return Promise.resolve([]);
	return k.selectFrom('hotline_order').selectAll().where('hall', '=', hall).where('case', 'in', cases).execute();
}

/** The orders that are over, those opened last first, at most `most`. */
export function closedOrders(k: K, of: { hall: number; kind: string; most: number }): Promise<CaseRow[]> {
	return k
		.selectFrom('case')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('kind', '=', of.kind)
		.where('state', '=', word('closed'))
		.orderBy('day', 'desc')
		.orderBy('id', 'desc')
		.limit(of.most)
		.execute();
}

/** Something that was done in a case, with the line that says so. */
export type CaseActRow = Pick<CaseLineRow, 'case' | 'act' | 'text'> & Pick<LedgerRow, 'at' | 'body'>;

/** These acts in some cases, oldest first. */
export function actsIn(
	k: K,
	of: { hall: number; cases: readonly number[]; acts: readonly string[] }
): Promise<CaseActRow[]> {
	if (of.cases.length === 0) return Promise.resolve([]);
	return k
		.selectFrom('case_line')
		.innerJoin('ledger', (join) =>
			join.onRef('ledger.hall', '=', 'case_line.hall').onRef('ledger.seq', '=', 'case_line.line')
		)
		.select(['case_line.case', 'case_line.act', 'case_line.text', 'ledger.at', 'ledger.body'])
		.where('case_line.hall', '=', of.hall)
		.where('case_line.case', 'in', of.cases)
		.where('case_line.act', 'in', of.acts)
		.orderBy('case_line.line')
		.execute();
}

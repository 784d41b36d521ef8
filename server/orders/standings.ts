import { casesBetween } from '#db/cases.ts';
import { actsIn, ordersOf, type CaseActRow } from '#db/hotline-orders.ts';
import type { CaseRow, HotlineOrderRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { ORDER, REFUSALS } from '../rules/cases/order.ts';
import { ANSWERS, ENDINGS, orderStanding, type OrderAct, type OrderStanding } from '../rules/orders/standing.ts';

/** An order with how it stands. */
export interface StandingOrder {
	row: CaseRow;
	order: HotlineOrderRow;
	standing: OrderStanding;
}

const TOLD = [...ANSWERS, ...ENDINGS, ...REFUSALS.map((ground) => `refuse-${ground}`)];
/** So many cases are asked for at once: an engine binds only so many values. */
const AT_ONCE = 500;

/** The orders taken in on the days from `from` to `to`, oldest first, and how each stands now. */
export async function standingOrders(hall: Hall, days: { from: string; to: string }): Promise<StandingOrder[]> {
	const of = { hall: hall.id, kind: ORDER.code, ...days };
	const rows = await casesBetween(hall.read, of);
	const ids = rows.map(({ id }) => id);
	const told = await inParts(ids, (cases) => actsIn(hall.read, { hall: hall.id, cases, acts: TOLD }));
	const acts = Map.groupBy(told, (one) => one.case);
	const orders = await orderRows(hall, ids);
	return rows.flatMap((row) => {
		const order = orders.get(row.id);
		return order ? [{ row, order, standing: orderStanding(row, (acts.get(row.id) ?? []).map(actOf)) }] : [];
	});
}

/** What the platform said of these cases, by the id of the case. */
export async function orderRows(hall: Hall, cases: readonly number[]): Promise<Map<number, HotlineOrderRow>> {
	const found = await inParts(cases, (some) => ordersOf(hall.read, hall.id, some));
	return new Map(found.map((row) => [row.case, row]));
}

async function inParts<T>(ids: readonly number[], ask: (some: number[]) => Promise<T[]>): Promise<T[]> {
	const found: T[] = [];
	for (let at = 0; at < ids.length; at += AT_ONCE) found.push(...(await ask(ids.slice(at, at + AT_ONCE))));
	return found;
}

/** The due time that an act was to keep is that of the stage before it. */
function actOf({ act, at, text, body }: CaseActRow): OrderAct {
	const { before } = JSON.parse(body) as { before?: { dueAt: number | null } };
	return { act, at, text, dueAt: before?.dueAt ?? null };
}

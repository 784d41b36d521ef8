import type { Tx } from '#db/group.ts';
import { addOrder, orderByNumber } from '#db/hotline-orders.ts';
import { getCase } from '#db/cases.ts';
import type { CaseRow, HotlineOrderRow } from '#db/schema.ts';
import { openCase } from '../cases/open.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { keepSealed, readPersonal } from '../personal/keep.ts';
import { ORDER } from '../rules/cases/order.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { readOrderList, readOrderSheet, type ReadOrder, type ReadOrders } from '../rules/orders/read.ts';
import type { OrderReport } from '../views.ts';
import { routeOrder } from './route.ts';

/** What a platform sent: a sheet with headings, or a list of objects. */
export type OrderSheet = { csv: string } | { orders: readonly unknown[] };

/**
 * Takes in the orders of the 12345 platform, each by itself: a line that is no order changes nothing and is told with what is wrong
 * with it; a number that is here already is the same order, unless it
 * had gone back and was sent anew. The caller is sealed, and stands in no ledger (C-07).
 */
export async function importOrders(hall: Hall, who: Who, sheet: OrderSheet): Promise<OrderReport> {
	const { orders, faults } = readSheet(hall, sheet);
	const report: OrderReport = { taken: [], known: [], faults: [...faults] };
	for (const order of orders) {
		const { line, number } = order;
		const came = await hall.write((tx) => takeOrder(tx, hall, who, order));
		if (came === undefined) report.faults.push({ line, field: 'department', code: 'nobody-for-it' });
		else if (came.known) report.known.push({ line, order: number, case: caseNumber(came.row) });
		else report.taken.push({ line, order: number, case: caseNumber(came.row), owner: came.row.owner });
	}
	return report;
}

function readSheet(hall: Hall, sheet: OrderSheet): ReadOrders {
	const { timeZone, policies } = hall.setup;
	const by = { columns: policies.orders.columns, timeZone, now: hall.clock.now() };
	return 'csv' in sheet ? readOrderSheet(sheet.csv, by) : readOrderList(sheet.orders, by);
}

async function takeOrder(
	tx: Tx,
	hall: Hall,
	who: Who,
	order: ReadOrder
): Promise<{ known: boolean; row: CaseRow } | undefined> {
	const known = await orderByNumber(tx.k, tx.hall, order.number);
	const row = known && (await getCase(tx.k, tx.hall, known.case));
	if (row && !isSentAnew(known, row, order)) return { known: true, row };
	const route = await routeOrder(tx, hall, order);
	if (!route) return undefined;
	const opened = await openCase(tx, hall, who, {
		kind: ORDER.code,
		...route,
		about: order.title,
		text: order.content,
		urgent: order.urgent,
		openedAt: order.receivedAt
	});
	if (!opened.ok) return undefined;
	await keepOrder(tx, hall, who, { order, row: opened.value });
	return { known: false, row: opened.value };
}

/** The platform did not take it back: the same number, sent to us again after we had returned it, has its 24 hours anew. */
function isSentAnew(known: HotlineOrderRow, row: CaseRow, { receivedAt }: ReadOrder): boolean {
	return row.outcome === 'returned' && receivedAt > known.received_at;
}

async function keepOrder(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ order, row }: { order: ReadOrder; row: CaseRow }
): Promise<void> {
	const { number, receivedAt: received_at, category } = order;
	await addOrder(tx.k, { hall: tx.hall, case: row.id, number, received_at, category });
	const data = readPersonal(order.person);
	if (data.ok) await keepSealed(tx, hall, who, { at: { subject: 'case', of: row.id }, data: data.value });
	const line = { act: 'order.received', actor: who.name, ticket: null, window: null, queue: null };
	const body = { case: row.id, order: number, receivedAt: received_at, department: row.department };
	await tx.note({ ...line, at: hall.clock.now(), day: today(hall), body });
}

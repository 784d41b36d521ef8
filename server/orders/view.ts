import { openCases, openCasesOf, openCasesWith } from '#db/case-lists.ts';
import { closedOrders } from '#db/hotline-orders.ts';
import { newestLine } from '#db/ledger.ts';
import type { CaseRow, HotlineOrderRow } from '#db/schema.ts';
import { handOf, personIn } from '../cases/asker.ts';
import { isOverdue, lineOf } from '../cases/line.ts';
import { seesCase } from '../cases/sees.ts';
import { today, type Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { isOfferedTo } from '../rules/cases/hand.ts';
import { ORDER } from '../rules/cases/order.ts';
import { countOrders } from '../rules/orders/standing.ts';
import type { CaseLine, OrderFigures, OrderLine, OrderList, OrdersView } from '../views.ts';
import { orderRows, standingOrders } from './standings.ts';

/** So many orders stand on one page, and so many open ones are counted. */
const MOST = 200;
const COUNTED = 2000;

const LISTS: readonly string[] = ['mine', 'received', 'open', 'overdue', 'closed'] satisfies OrderList[];

export function isOrderList(word: string): word is OrderList {
	return LISTS.includes(word);
}

/** The orders of a list for a member of staff: who watches the hall sees all, everybody else the own. */
export async function ordersView(hall: Hall, who: Who, list: OrderList): Promise<OrdersView> {
	const { file, timeZone } = hall.setup;
	const open = await openFor(hall, who);
	const lists = listsOf(hall, who, open);
	const rows = list === 'closed' ? await closedFor(hall, who) : lists[list];
	return {
		seq: await newestLine(hall.read, hall.id),
		hall: file.hall.name,
		staff: {
			no: who.staff ?? '',
			role: who.role,
			oversees: isAllowed(hall, who, 'case:oversee'),
			reads: isAllowed(hall, who, 'case:read-any')
		},
		timeZone,
		list,
		cases: await linesOf(hall, rows.slice(0, MOST)),
		counts: {
			mine: lists.mine.length,
			received: lists.received.length,
			open: lists.open.length,
			overdue: lists.overdue.length
		},
		departments: file.departments.map(({ code, name }) => ({ code, name })),
		imports: isAllowed(hall, who, 'order:import')
	};
}

/** All of them for who watches the hall; of a liaison those of the own department; of anybody the own. */
async function openFor(hall: Hall, who: Who): Promise<CaseRow[]> {
	const of = { hall: hall.id, kind: ORDER.code, most: COUNTED };
	if (isAllowed(hall, who, 'case:read-any')) return openCases(hall.read, of);
	if (who.staff === undefined) return [];
	const hand = handOf(hall, who.staff);
	const own = (await openCasesOf(hall.read, hand)).filter(({ kind }) => kind === ORDER.code);
	if (who.role !== 'liaison' || hand.department === null) return own;
	const department = { ...of, department: hand.department, kinds: [ORDER.code] };
	const once = new Map([...own, ...(await openCasesWith(hall.read, department))].map((row) => [row.id, row]));
	return [...once.values()];
}

function listsOf(hall: Hall, who: Who, open: CaseRow[]): Record<Exclude<OrderList, 'closed'>, CaseRow[]> {
	const at = hall.clock.now();
	const person = personIn(hall, who);
	return {
		mine: open.filter((row) => row.owner === person.staff || isOfferedTo(row, person)),
		received: open.filter(({ stage }) => stage === ORDER.first),
		open,
		overdue: open.filter((row) => isOverdue(row, at))
	};
}

async function closedFor(hall: Hall, who: Who): Promise<CaseRow[]> {
	const rows = await closedOrders(hall.read, { hall: hall.id, kind: ORDER.code, most: MOST });
	return rows.filter((row) => seesCase(hall, who, row));
}

async function linesOf(hall: Hall, rows: readonly CaseRow[]): Promise<OrderLine[]> {
	const orders = await orderRows(
		hall,
		rows.map(({ id }) => id)
	);
	const lines = rows.map(async (row) => {
		const order = orders.get(row.id);
		return order && orderLine(await lineOf(hall, row), row, order);
	});
	return (await Promise.all(lines)).filter((line) => line !== undefined);
}

function orderLine(line: CaseLine, row: CaseRow, order: HotlineOrderRow): OrderLine {
	const { number, received_at: receivedAt, category } = order;
	return { ...line, order: number, receivedAt, category, departmentCode: row.department };
}

/** The orders of this month so far. */
export async function ordersOfMonth(hall: Hall): Promise<OrderFigures> {
	const to = today(hall);
	const all = await standingOrders(hall, { from: `${to.slice(0, 7)}-01`, to });
	const { received, returned, answered, answeredInTime, returnedInTime, satisfied } = countOrders(
		all.map(({ standing }) => standing)
	);
	return { received, returned, answered, answeredInTime, returnedInTime, satisfied };
}

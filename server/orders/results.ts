import type { Hall } from '../hall.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { localText } from '../rules/day.ts';
import { writeCsv } from '../rules/orders/csv.ts';
import type { OrderStanding } from '../rules/orders/standing.ts';
import { standingOrders, type StandingOrder } from './standings.ts';

/** What became of an order, as the platform takes it back: nothing of its caller. */
export interface OrderResult {
	order: string;
	case: string;
	receivedAt: number;
	department: string | null;
	state: OrderStanding['state'];
	dueAt: number | null;
	returnedAt: number | null;
	returnReason: string;
	answeredAt: number | null;
	answeredInTime: boolean | null;
	answer: string;
	refusedGround: string | null;
	refusal: string;
	heard: OrderStanding['heard'];
	sentBack: number;
}

/** The results of the orders taken in on the days from `from` to `to`, oldest first. */
export async function orderResults(hall: Hall, days: { from: string; to: string }): Promise<OrderResult[]> {
	return (await standingOrders(hall, days)).map(resultOf);
}

function resultOf({ row, order, standing }: StandingOrder): OrderResult {
	const { state, answer, returned, refused, heard, sentBack } = standing;
	return {
		...{ order: order.number, case: caseNumber(row), receivedAt: order.received_at, department: row.department },
		...{ state, dueAt: row.state === 'open' ? row.due_at : null },
		...(returned ? { returnedAt: returned.at, returnReason: returned.reason } : NOT_RETURNED),
		...(answer ? { answeredAt: answer.at, answeredInTime: answer.inTime, answer: answer.text } : NOT_ANSWERED),
		...(refused ? { refusedGround: refused.ground, refusal: refused.text } : NOT_REFUSED),
		...{ heard, sentBack }
	};
}

const NOT_RETURNED = { returnedAt: null, returnReason: '' } as const;
const NOT_ANSWERED = { answeredAt: null, answeredInTime: null, answer: '' } as const;
const NOT_REFUSED = { refusedGround: null, refusal: '' } as const;

/** The same as a sheet: one line of headings, which are the names of the fields; moments in the hall's time. */
export function resultSheet(results: readonly OrderResult[], timeZone: string): string {
	const at = (moment: number | null): string => (moment === null ? '' : localText(moment, timeZone));
	const rows = results.map((one) => [
		...[one.order, one.case, at(one.receivedAt), one.department ?? '', one.state, at(one.dueAt)],
		...[at(one.returnedAt), one.returnReason, at(one.answeredAt), String(one.answeredInTime ?? ''), one.answer],
		...[one.refusedGround ?? '', one.refusal, one.heard ?? '', String(one.sentBack)]
	]);
	return writeCsv([HEADINGS, ...rows]);
}

const HEADINGS = [
	...['order', 'case', 'receivedAt', 'department', 'state', 'dueAt', 'returnedAt', 'returnReason', 'answeredAt'],
	...['answeredInTime', 'answer', 'refusedGround', 'refusal', 'heard', 'sentBack']
];

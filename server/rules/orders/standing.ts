/** How an order stands, from what was done with it: for its figures and for the platform. Pure. */
import type { CaseRow } from '#db/schema.ts';

/** An act in an order's case: when, what was written, and the due time that it was to keep. */
export interface OrderAct {
	act: string;
	at: number;
	text: string;
	/** ms; null where none was set */
	dueAt: number | null;
}

export const ANSWERS = ['answer', 'answer-unreached', 'answer-unnamed'] as const;
/** What is told to the platform, beside the answers. */
export const ENDINGS = ['not-ours', 'not-satisfied'] as const;

export type OrderState = 'open' | 'answered' | 'returned' | 'refused' | 'over';

export interface OrderStanding {
	state: OrderState;
	/** the last answer, and whether it was given in time */
	answer: { at: number; text: string; inTime: boolean } | null;
	returned: { at: number; reason: string; inTime: boolean } | null;
	/** on which of the closed list of grounds, and what the caller was told */
	refused: { at: number; ground: string; text: string } | null;
	/** how often it came back because the caller was not satisfied */
	sentBack: number;
	/** what the caller said at last; null before that, and when nobody could be asked */
	heard: 'satisfied' | 'mostly-satisfied' | 'not-satisfied' | null;
}

/** @param acts of one order, oldest first */
export function orderStanding(
	row: Pick<CaseRow, 'state' | 'stage' | 'outcome'>,
	acts: readonly OrderAct[]
): OrderStanding {
	const answer = acts.findLast(({ act }) => ANSWERS.some((one) => one === act));
	const back = acts.findLast(({ act }) => act === 'not-ours');
	const refusal = acts.findLast(({ act }) => act.startsWith('refuse-') && act !== 'refuse-extension');
	return {
		state: stateOf(row),
		answer: answer ? { at: answer.at, text: answer.text, inTime: isInTime(answer) } : null,
		returned: back ? { at: back.at, reason: back.text, inTime: isInTime(back) } : null,
		refused: refusal ? { at: refusal.at, ground: refusal.act.slice('refuse-'.length), text: refusal.text } : null,
		sentBack: acts.filter(({ act }) => act === 'not-satisfied').length,
		heard: heardOf(row)
	};
}

function stateOf({ state, stage, outcome }: Pick<CaseRow, 'state' | 'stage' | 'outcome'>): OrderState {
	if (state === 'open') return stage === 'answered' ? 'answered' : 'open';
	if (outcome === 'returned') return 'returned';
	return outcome?.startsWith('refused-') ? 'refused' : 'over';
}

function heardOf({ stage, outcome }: Pick<CaseRow, 'stage' | 'outcome'>): OrderStanding['heard'] {
	if (outcome === 'satisfied' || outcome === 'mostly-satisfied') return outcome;
	return stage === 'again' ? 'not-satisfied' : null;
}

function isInTime({ at, dueAt }: OrderAct): boolean {
	return dueAt === null || at <= dueAt;
}

/** Counted over orders; shares are null where there is nothing to count. */
export interface OrderCount {
	received: number;
	returned: number;
	refused: number;
	answered: number;
	answeredInTime: number | null;
	returnedInTime: number | null;
	satisfied: number | null;
	sentBack: number;
}

export function countOrders(all: readonly OrderStanding[]): OrderCount {
	const answers = all.flatMap(({ answer }) => answer ?? []);
	const returns = all.flatMap(({ returned }) => returned ?? []);
	const heard = all.flatMap(({ heard: said }) => said ?? []);
	return {
		received: all.length,
		returned: returns.length,
		refused: all.filter(({ refused }) => refused !== null).length,
		answered: answers.length,
		answeredInTime: share(answers, ({ inTime }) => inTime),
		returnedInTime: share(returns, ({ inTime }) => inTime),
		satisfied: share(heard, (said) => said !== 'not-satisfied'),
		sentBack: all.reduce((sum, one) => sum + one.sentBack, 0)
	};
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number | null {
	return all.length === 0 ? null : all.filter(holds).length / all.length;
}

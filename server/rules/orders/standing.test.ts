import { describe, expect, test } from 'vitest';
import { countOrders, orderStanding, type OrderAct } from './standing.ts';

const act = (name: string, at: number, dueAt: number | null = 10): OrderAct => ({
	act: name,
	at,
	text: `${name} text`,
	dueAt
});
const OPEN = { state: 'open', stage: 'working', outcome: null } as const;
const closed = (outcome: string): { state: 'closed'; stage: string; outcome: string } => ({
	state: 'closed',
	stage: 'answered',
	outcome
});

describe('C-07 how an order stands', () => {
	test('open, until it is answered; in time by the limit of its stage', () => {
		expect(orderStanding(OPEN, [])).toMatchObject({ state: 'open', answer: null, heard: null });
		const answered = { ...OPEN, stage: 'answered' };
		expect(orderStanding(answered, [act('answer', 10)])).toMatchObject({ state: 'answered', answer: { inTime: true } });
		expect(orderStanding(answered, [act('answer-unreached', 11)]).answer?.inTime).toBe(false);
	});

	test('sent back by who is not satisfied, with the last answer', () => {
		const again = { ...OPEN, stage: 'again' };
		const acts = [act('answer', 5), act('not-satisfied', 6)];
		expect(orderStanding(again, acts)).toMatchObject({ state: 'open', sentBack: 1, heard: 'not-satisfied' });
		const last = orderStanding(closed('mostly-satisfied'), [...acts, act('answer', 12, 11)]);
		expect(last).toMatchObject({
			state: 'over',
			sentBack: 1,
			heard: 'mostly-satisfied',
			answer: { at: 12, inTime: false }
		});
	});

	test('returned with its reason, or refused on a ground of the list', () => {
		const back = orderStanding(closed('returned'), [act('not-ours', 3)]);
		expect(back).toMatchObject({ state: 'returned', returned: { reason: 'not-ours text', inTime: true } });
		const no = orderStanding(closed('refused-petition'), [act('refuse-petition', 3)]);
		expect(no).toMatchObject({ state: 'refused', refused: { ground: 'petition', text: 'refuse-petition text' } });
	});

	test('counted: shares are of what can be counted', () => {
		const count = countOrders([
			orderStanding(closed('satisfied'), [act('answer', 5)]),
			orderStanding({ ...OPEN, stage: 'again' }, [act('answer', 12), act('not-satisfied', 13)]),
			orderStanding(closed('returned'), [act('not-ours', 11)]),
			orderStanding(OPEN, [])
		]);
		expect(count).toEqual({
			received: 4,
			returned: 1,
			refused: 0,
			answered: 2,
			answeredInTime: 0.5,
			returnedInTime: 0,
			satisfied: 0.5,
			sentBack: 1
		});
		expect(countOrders([])).toMatchObject({ received: 0, answeredInTime: null, satisfied: null });
	});
});

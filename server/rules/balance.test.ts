import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanceOf } from './balance.ts';

test('T-01 issued = ended + cancelled + missed + expired + void', () => {
	const states = { ended: 5, cancelled: 1, missed: 2, expired: 1, void: 1 };
	expect(balanceOf({ queue: 'a', issued: 10, states })).toMatchObject({ live: 0, lost: 0, balanced: true });
});

test('T-01 who is still open, and a number that is on no ticket, stand against it', () => {
	expect(balanceOf({ queue: 'a', issued: 3, states: { ended: 1, live: 2 } })).toMatchObject({
		live: 2,
		lost: 0,
		balanced: false
	});
	expect(balanceOf({ queue: 'a', issued: 3, states: { ended: 2 } })).toMatchObject({ lost: 1, balanced: false });
});

test('T-01 whatever happened, every number is over, open or lost', () => {
	const n = fc.nat(50);
	const states = fc.record({ live: n, ended: n, cancelled: n, missed: n, expired: n, void: n });
	fc.assert(
		fc.property(states, fc.nat(300), (given, issued) => {
			const {
				ended,
				cancelled,
				missed,
				expired,
				void: voided,
				live,
				lost
			} = balanceOf({
				queue: 'a',
				issued,
				states: given
			});
			expect(ended + cancelled + missed + expired + voided + live + lost).toBe(issued);
		})
	);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder, rankAt, rankBehind, whyFirst, type Candidate } from './discipline.ts';

const T0 = Date.UTC(2026, 10, 23, 1);
const MINUTE = 60_000;
const NONE: ReadonlyMap<string, number> = new Map();

function candidate(id: number, since: number, headStartMinutes = 0, queue = 'social'): Candidate {
	const number = `A${String(id).padStart(3, '0')}`;
	return {
		id,
		ticket: id,
		number,
		queue,
		rankAt: rankAt(since, headStartMinutes),
		since,
		headStartMs: headStartMinutes * MINUTE
	};
}

const numbers = (ordered: readonly Candidate[]): string[] => ordered.map((one) => one.number);

describe('T-02 head starts', () => {
	test('who came first is called first', () => {
		const [late, early] = [candidate(1, T0 + 2), candidate(2, T0 + 1)];
		expect(numbers(inOrder([late, early], NONE))).toEqual(['A002', 'A001']);
	});

	test('"a number with priority goes before you only if it was taken less than 25 minutes after yours"', () => {
		const mine = candidate(1, T0);
		const just = candidate(2, T0 + 25 * MINUTE - 1, 25);
		const tooLate = candidate(3, T0 + 25 * MINUTE, 25);
		expect(numbers(inOrder([mine, just, tooLate], NONE))).toEqual(['A002', 'A001', 'A003']);
	});

	test('of two with the same rank the one that was asked for first is called first', () => {
		expect(numbers(inOrder([candidate(7, T0), candidate(3, T0)], NONE))).toEqual(['A003', 'A007']);
	});

	test('a preference of the window is a head start for the whole queue', () => {
		const social = candidate(1, T0 + 4 * MINUTE);
		const homes = candidate(2, T0, 0, 'homes');
		expect(numbers(inOrder([social, homes], NONE))).toEqual(['A002', 'A001']);
		expect(numbers(inOrder([social, homes], new Map([['social', 5]])))).toEqual(['A001', 'A002']);
		expect(numbers(inOrder([social, homes], new Map([['homes', -5]])))).toEqual(['A001', 'A002']);
	});

	test('why one was called: itself and the two whose turn came next, each with its head starts', () => {
		const ordered = inOrder(
			[candidate(1, T0), candidate(2, T0 + MINUTE, 25), candidate(3, T0 + 2), candidate(4, T0 + 3)],
			new Map([['social', 5]])
		);
		expect(whyFirst(ordered, new Map([['social', 5]]))).toEqual({
			rule: 'head-start',
			candidates: [
				{ number: 'A002', queue: 'social', rankAt: T0 - 24 * MINUTE, headStartMinutes: 25, preferenceMinutes: 5 },
				{ number: 'A001', queue: 'social', rankAt: T0, headStartMinutes: 0, preferenceMinutes: 5 },
				{ number: 'A003', queue: 'social', rankAt: T0 + 2, headStartMinutes: 0, preferenceMinutes: 5 }
			]
		});
		expect(whyFirst([], NONE).candidates).toEqual([]);
	});
});

describe('T-04 back after a no-show', () => {
	test('behind the next two', () => {
		expect(rankBehind([10, 20, 30], 2, 99)).toBe(21);
	});

	test('behind all when fewer wait, and at once when nobody does', () => {
		expect(rankBehind([10], 2, 99)).toBe(11);
		expect(rankBehind([], 2, 99)).toBe(99);
		expect(rankBehind([10, 20], 0, 99)).toBe(99);
	});
});

const HEAD_STARTS = [0, 25, 40] as const;
const crowd = fc
	.array(fc.record({ minute: fc.nat(240), head: fc.constantFrom(...HEAD_STARTS) }), { maxLength: 60 })
	.map((people) => people.map(({ minute, head }, i) => candidate(i + 1, T0 + minute * MINUTE, head)));

const pairs = (ordered: readonly Candidate[]): [Candidate, Candidate][] =>
	ordered.flatMap((before, i) => ordered.slice(i + 1).map((after): [Candidate, Candidate] => [before, after]));

describe('T-02 whoever comes, whenever', () => {
	test('within a class the first to come is the first to be called', () => {
		fc.assert(
			fc.property(crowd, (people) => {
				for (const [before, after] of pairs(inOrder(people, NONE))) {
					if (before.headStartMs === after.headStartMs) expect(before.since).toBeLessThanOrEqual(after.since);
				}
			})
		);
	});

	test('nobody goes before you who came later than you by more than the own head start', () => {
		fc.assert(
			fc.property(crowd, (people) => {
				for (const [before, after] of pairs(inOrder(people, NONE))) {
					expect(before.since).toBeLessThanOrEqual(after.since + before.headStartMs);
				}
			})
		);
	});

	test('the order is one and the same however the candidates are found, and loses none of them', () => {
		const shuffled = crowd.chain((people) =>
			fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length }))
		);
		fc.assert(
			fc.property(shuffled, ([people, mixed]) => {
				expect(inOrder(mixed, NONE)).toEqual(inOrder(people, NONE));
				expect(new Set(inOrder(people, NONE))).toEqual(new Set(people));
			})
		);
	});

	test('who leaves changes nothing between those who stay', () => {
		fc.assert(
			fc.property(crowd, fc.nat(), (people, gone) => {
				const stay = people.filter((one) => one.id !== gone % (people.length + 1));
				const ordered = inOrder(people, NONE).filter((one) => stay.includes(one));
				expect(inOrder(stay, NONE)).toEqual(ordered);
			})
		);
	});
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accumulating, disciplineNamed, firstCome, headStart, ratio, strict, type Discipline } from './disciplines.ts';
import { firstWaits, overtakesOf, spreadOf, usesOf, waitsByClass } from './measure.ts';
import { play } from './play.ts';
import { ORDINARY, type Post, type Stay, type Visit, type Waited } from './visit.ts';

const MINUTE = 60_000;
const at = (minute: number): number => minute * MINUTE;
const DAY = [{ from: 0, until: at(600) }];

let ids = 0;
const stay = (more: Partial<Stay> = {}): Stay => ({
	...{ id: ++ids, queue: 'a', class: ORDINARY, headStartMs: 0, window: null, after: 0, holdMs: at(10) },
	...{ patienceMs: null, place: 'first', extraMs: 0, moves: [] },
	...more
});
const visit = (number: string, minute: number, stays = [stay()]): Visit => ({
	...{ number, comes: at(minute), since: at(minute), stays }
});
const ELDER = { class: 'elder', headStartMs: at(25) };
const prior = (number: string, minute: number, headStartMinutes = 25): Visit =>
	visit(number, minute, [stay({ ...ELDER, headStartMs: at(headStartMinutes) })]);
const post = (code: string, queues: Record<string, number> = { a: 0 }, spans = DAY): Post => ({
	code,
	queues: new Map(Object.entries(queues)),
	spans
});

/** The numbers in the order of their calls, with the minute and the window. */
function calls(waited: readonly Waited[]): string[] {
	const called = waited.filter((one) => one.calledAt !== null);
	const sorted = called.toSorted((a, b) => (a.calledAt ?? 0) - (b.calledAt ?? 0));
	return sorted.map((one) => `${one.number} ${(one.calledAt ?? 0) / MINUTE} ${one.window ?? ''}`);
}

const played = (visits: Visit[], posts = [post('1')], discipline: Discipline = headStart()): Waited[] =>
	play(visits, posts, { discipline, returnBehind: 2 });

describe('a played day', () => {
	test('a window that is free calls at once, a busy one when it is done', () => {
		expect(calls(played([visit('A1', 0), visit('A2', 1), visit('A3', 30)]))).toEqual(['A1 0 1', 'A2 10 1', 'A3 30 1']);
	});

	test('of several free windows the one that is free for longest calls', () => {
		const posts = [post('1'), post('2'), post('3', { b: 0 })];
		expect(calls(played([visit('A1', 0), visit('A2', 5), visit('A3', 16)], posts))).toEqual([
			'A1 0 1',
			'A2 5 2',
			'A3 16 1'
		]);
	});

	test('nobody is called while a window is shut; a service begun before is finished after', () => {
		const spans = [
			{ from: 0, until: at(15) },
			{ from: at(60), until: at(90) }
		];
		const visits = [visit('A1', 0), visit('A2', 2), visit('A3', 3)];
		expect(calls(played(visits, [post('1', { a: 0 }, spans)]))).toEqual(['A1 0 1', 'A2 10 1', 'A3 60 1']);
	});

	test('T-04 a transfer keeps the time of the first leg, and who was missed comes back behind two', () => {
		const moved = visit('M', 0, [stay(), stay({ queue: 'b' })]);
		const missed = visit('N', 1, [
			stay({ queue: 'b', holdMs: at(1) }),
			stay({ queue: 'b', after: at(5), place: 'behind' })
		]);
		const others = [2, 3, 4].map((minute) => visit(`B${minute}`, minute, [stay({ queue: 'b' })]));
		const waited = played([moved, missed, ...others], [post('1'), post('2', { b: 0 })]);
		expect(calls(waited)).toEqual(['M 0 1', 'N 1 2', 'B2 2 2', 'M 12 2', 'B3 22 2', 'B4 32 2', 'N 42 2']);
	});

	test('T-04 who is back at the window that has the papers is seen before the next is called', () => {
		const parked = visit('P', 0, [stay(), stay({ after: at(5), window: '1', place: 'held' })]);
		expect(calls(played([parked, visit('A2', 1), visit('A3', 2)]))).toEqual(['P 0 1', 'A2 10 1', 'P 20 1', 'A3 30 1']);
	});

	test('who has no more patience leaves, and is not called', () => {
		const gone = visit('G', 1, [stay({ patienceMs: at(5) })]);
		const waited = played([visit('A1', 0), gone, visit('A2', 2)]);
		expect(calls(waited)).toEqual(['A1 0 1', 'A2 10 1']);
		expect(waited.find((one) => one.number === 'G')).toMatchObject({ calledAt: null, until: at(6) });
	});

	test('T-02 a claim that is settled, or a window that has gone, gives another place', () => {
		const settled = { after: at(5), class: ORDINARY, headStartMs: 0, window: null, olderMs: 0 };
		const claims = visit('C', 2, [stay({ ...ELDER, moves: [settled] })]);
		const freed = { after: at(3), class: ORDINARY, headStartMs: 0, window: null, olderMs: 0 };
		const bound = visit('B', 3, [stay({ window: '2', moves: [freed] })]);
		const waited = played([visit('X', 0), visit('A', 1), claims, bound, visit('D', 4)]);
		expect(calls(waited)).toEqual(['X 0 1', 'A 10 1', 'C 20 1', 'B 30 1', 'D 40 1']);
		expect(firstWaits(waited).find((one) => one.number === 'C')).toMatchObject({ class: ORDINARY, wait: at(18) });
	});

	test('T-02 a preference of the window counts as a head start', () => {
		const visits = [visit('X', 0), visit('A', 1), visit('B', 5, [stay({ queue: 'b' })])];
		expect(calls(played(visits, [post('1', { a: 0, b: 5 })]))).toEqual(['X 0 1', 'B 10 1', 'A 20 1']);
	});
});

describe('orders of calling', () => {
	const crowd = (): Visit[] => [visit('X', 0), visit('O1', 1), visit('O2', 2), prior('P1', 4, 2), prior('P2', 5, 2)];
	const order = (discipline: Discipline): string[] =>
		calls(played(crowd(), [post('1')], discipline)).map((call) => call.split(' ')[0] ?? '');

	test.each<[string, () => Discipline, string[]]>([
		['first come', firstCome, ['X', 'O1', 'O2', 'P1', 'P2']],
		['strict', strict, ['X', 'P1', 'P2', 'O1', 'O2']],
		['ratio 1:1', () => ratio(1, 1), ['X', 'P1', 'O1', 'P2', 'O2']],
		['head start of two minutes', headStart, ['X', 'O1', 'O2', 'P1', 'P2']],
		// at minute 10: O1 9 minutes, P1 6 × 2
		['accumulating', () => accumulating(2), ['X', 'P1', 'P2', 'O1', 'O2']]
	])('%s', (_, make, numbers) => {
		expect(order(make())).toEqual(numbers);
	});

	test('are known by name, with their figures', () => {
		const names = ['head-start', 'fcfs', 'strict', 'ratio:2:1', 'accumulating:3'];
		expect(names.map((word) => disciplineNamed(word)?.().name)).toEqual([
			'head start',
			'first come',
			'strict priority',
			'ratio 2:1',
			'accumulating ×3'
		]);
		for (const word of ['', 'king', 'ratio', 'ratio:2', 'ratio:0:1', 'accumulating:x', 'strict:1']) {
			expect(disciplineNamed(word)).toBeUndefined();
		}
	});
});

const person = fc.record({
	came: fc.integer({ min: 0, max: at(60) }),
	priority: fc.boolean(),
	queue: fc.constantFrom('a', 'b'),
	holdMs: fc.integer({ min: 1, max: at(20) })
});
const day = fc.array(person, { maxLength: 60, size: 'max' }).map((people) =>
	people.map(({ came, priority, queue, holdMs }, i) => ({
		...{ number: `T${i}`, comes: came, since: came },
		stays: [stay({ ...(priority ? ELDER : {}), queue, holdMs })]
	}))
);
const POSTS = [post('1', { a: 0 }), post('2', { a: 3, b: 0 }), post('3', { b: 0 })];
const RULES = [headStart, firstCome, strict, () => ratio(2, 1), () => accumulating(3)];

describe('T-02 of any day', () => {
	test('whatever the order: everybody is called once, no window idles while somebody waits, within a class by coming', () => {
		fc.assert(
			fc.property(day, fc.constantFrom(...RULES), (visits, make) => {
				const waited = played(visits, POSTS, make());
				expect(waited.map((one) => one.number).toSorted()).toEqual(visits.map((one) => one.number).toSorted());
				const end = Math.max(0, ...waited.map((one) => one.freeAt ?? 0));
				for (const use of usesOf(waited, POSTS, end).values()) expect(use.idleWhileWaiting).toBe(0);
				for (const one of waited) {
					const later = waited.filter(
						(other) => other.class === one.class && other.queue === one.queue && other.came > one.came
					);
					for (const other of later) expect(other.calledAt).toBeGreaterThanOrEqual(one.calledAt ?? Infinity);
				}
			}),
			{ numRuns: 150 }
		);
	});

	test('with head starts nobody is passed by who came more than the head start later; strict priority has no bound', () => {
		let beyond = 0;
		fc.assert(
			fc.property(day, (visits) => {
				const found = overtakesOf(played(visits, POSTS), POSTS);
				expect(found.breaches).toEqual([]);
				expect(found.latest).toBeLessThanOrEqual(at(25));
				beyond += overtakesOf(played(visits, POSTS, strict()), POSTS).breaches.length;
			}),
			{ numRuns: 150 }
		);
		expect(beyond).toBeGreaterThan(0);
	});
});

describe('S-04 figures', () => {
	test('are nearest-rank quantiles', () => {
		expect(spreadOf([4, 1, 3, 2])).toEqual({ count: 4, mean: 2.5, p50: 2, p90: 4, p99: 4, max: 4 });
		expect(spreadOf([])).toEqual({ count: 0, mean: 0, p50: 0, p90: 0, p99: 0, max: 0 });
	});

	test('a wait is from coming to the first call, by class', () => {
		const waited = played([visit('A1', 0), prior('P1', 2), visit('A2', 1)]);
		expect(firstWaits(waited).map((one) => one.wait / MINUTE)).toEqual([0, 19, 8]);
		expect([...waitsByClass(waited)].map(([name, spread]) => [name, spread.count, spread.max / MINUTE])).toEqual([
			['all', 3, 19],
			['ordinary', 2, 19],
			['priority', 1, 8],
			['elder', 1, 8]
		]);
	});

	test('overtakes are counted for whom was passed, by whom and how much later', () => {
		const found = overtakesOf(played([visit('X', 0), visit('A', 1), prior('P', 2), prior('Q', 3)]), [post('1')]);
		expect(found).toEqual({ perOrdinary: [0, 2], latest: at(2), breaches: [], calls: 4 });
	});

	test('a window that stood idle while somebody waited is found', () => {
		const waited = played([visit('A1', 5)]);
		for (const one of waited) Object.assign(one, { calledAt: at(8), until: at(8), freeAt: at(18) });
		expect(usesOf(waited, [post('1')], at(18)).get('1')).toEqual({
			open: at(600),
			busy: at(10),
			idleWhileWaiting: at(3)
		});
	});
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linesOfPlayed } from '#test/fixtures/played.ts';
import { setupOf, simulated } from '#test/fixtures/simulated.ts';
import { headStart } from '../rules/whatif/disciplines.ts';
import { firstWaits, overtakesOf, waitsByClass } from '../rules/whatif/measure.ts';
import { play } from '../rules/whatif/play.ts';
import { recordedDay } from '../rules/whatif/recorded.ts';
import { ORDINARY, type Post, type Visit } from '../rules/whatif/visit.ts';
import { Random } from '../rules/random.ts';
import { readDay } from '../rush/day-file.ts';
import { compareOrders, compareReport } from './compare.ts';
import { BadQuestion, AS_IT_WAS, readQuestion, type Asked } from './question.ts';
import { playAgain, readRecorded, whatIfReport, type KnownDay, type Went } from './what-if.ts';

const MINUTE_MS = 60_000;
const DAY = { day: '2026-11-24', timeZone: 'Asia/Shanghai' };
const NOTHING: Asked = { headStart: undefined, windows: undefined, hours: undefined, rule: undefined };
const asked = (more: Partial<Asked>): ReturnType<typeof readQuestion> => readQuestion({ ...NOTHING, ...more }, DAY);

/** So many visitors in eight hours for so many windows that are busy nearly all the time. */
function bigDay(count: number, windows: number): { visits: Visit[]; posts: Post[] } {
	const random = new Random(5);
	const hours = 8 * 60 * MINUTE_MS;
	const visits = Array.from({ length: count }, (_, i): Visit => {
		const comes = Math.round(random.next() * hours);
		const priority = random.chance(0.3);
		const order = { class: priority ? 'elder' : ORDINARY, headStartMs: priority ? 25 * MINUTE_MS : 0, window: null };
		const holdMs = Math.round(random.logNormal((hours * windows * 0.97) / count, 0.8));
		const fate = { after: 0, holdMs, patienceMs: null, place: 'first', extraMs: 0, moves: [] } as const;
		return { number: `A${i}`, comes, since: comes, stays: [{ id: i + 1, queue: `q${i % 3}`, ...order, ...fate }] };
	});
	const queues = new Map([0, 1, 2].map((n): [string, number] => [`q${n}`, 0]));
	const spans = [{ from: 0, until: 3 * hours }];
	return { visits, posts: Array.from({ length: windows }, (_, i) => ({ code: String(i + 1), queues, spans })) };
}

function known(count: number, windows: number): KnownDay {
	const { visits, posts } = bigDay(count, windows);
	const waited = play(visits, posts, { discipline: headStart(), returnBehind: 2 });
	const recorded = recordedDay(linesOfPlayed(visits, waited, posts), new Map());
	return { recorded, posts, returnBehind: 2 };
}

describe('S-04 a recorded day again', () => {
	test('2,000 tickets, recorded, replayed and as asked, in well under two seconds of a processor', () => {
		const day = known(2000, 20);
		const began = process.cpuUsage();
		const report = whatIfReport(day, asked({ headStart: '15', windows: '1:+1' }));
		const { user, system } = process.cpuUsage(began);
		const ms = (user + system) / 1000;
		console.log(`what-if of 2,000 tickets: ${ms.toFixed(0)} ms of a processor`);
		expect(ms).toBeLessThan(2000);
		expect(report).toHaveLength(1 + 4 * 3 + 6);
	});

	test('as it was gives the recorded waits, whoever recorded it', () => {
		const day = known(300, 4);
		const again = playAgain(day, AS_IT_WAS);
		expect(order(again)).toEqual(order({ ...again, waited: day.recorded.waited }));
		expect(firstWaits(again.waited)).toHaveLength(300);
	});

	test('a smaller head start is shorter for ordinary visitors, more windows for everybody', () => {
		const day = known(400, 4);
		const p90 = (went: Went, of: string): number => waitsByClass(went.waited).get(of)?.p90 ?? Number.NaN;
		const was = playAgain(day, AS_IT_WAS);
		const none = playAgain(day, asked({ headStart: '0' }));
		expect(overtakesOf(none.waited, none.posts).latest).toBe(0);
		expect(p90(none, 'priority')).toBeGreaterThan(p90(was, 'priority'));
		const more = playAgain(day, asked({ windows: '5' }));
		expect(more.posts).toHaveLength(5);
		for (const of of ['ordinary', 'priority']) expect(p90(more, of)).toBeLessThan(p90(was, of));
		const strict = playAgain(day, asked({ rule: 'strict' }));
		expect(overtakesOf(strict.waited, strict.posts).latest).toBeGreaterThan(25 * MINUTE_MS);
	});

	test('a window that was not open cannot be doubled', () => {
		expect(() => playAgain(known(20, 2), asked({ windows: '9:+1' }))).toThrow(BadQuestion);
	});

	test('a day of the real verbs is read from its ledger and answers', async () => {
		const here = await simulated(null);
		const day = await readRecorded(here.hall, DAY.day);
		expect(order(playAgain(day, AS_IT_WAS))).toEqual(
			order({ ...day, visits: [], waited: day.recorded.waited, end: 0 })
		);
		const longer = playAgain(day, asked({ hours: '08:45-12:30', windows: '3:-1' }));
		expect(longer.posts.map((one) => one.code)).toEqual(['1', '2']);
		const first = Math.min(...longer.waited.flatMap((one) => one.calledAt ?? []));
		expect(first).toBeLessThan(Date.parse('2026-11-24T09:00+08:00'));
		expect(whatIfReport(day, asked({ headStart: 'elder:5' })).join('\n')).toMatch(
			/minutes +recorded +replayed +what if/
		);
		await here.close();
	});
});

function order({ waited }: Pick<Went, 'waited' | 'posts' | 'visits' | 'end'>): string[] {
	return waited
		.flatMap((one) => (one.calledAt === null ? [] : [`${one.calledAt} ${one.window ?? ''} ${one.number}`]))
		.toSorted();
}

describe('what is asked', () => {
	test('is read from words', () => {
		const question = asked({ headStart: '15,service:40', windows: '3:+2,B5:-1', hours: '13:00-17:30,09:00-12:00' });
		expect(question.headStarts).toEqual(
			new Map([
				['*', 15],
				['service', 40]
			])
		);
		expect(question.windows).toEqual([
			{ window: '3', by: 2 },
			{ window: 'B5', by: -1 }
		]);
		expect(question.hours?.map((one) => new Date(one.from).toISOString())).toEqual([
			'2026-11-24T01:00:00.000Z',
			'2026-11-24T05:00:00.000Z'
		]);
		expect(asked({ windows: '6' }).windows).toBe(6);
		expect(asked({ rule: 'ratio:2:1' }).rule().name).toBe('ratio 2:1');
	});

	test.each<Partial<Asked>>([
		{ headStart: 'much' },
		{ headStart: '999' },
		{ windows: '0' },
		{ windows: '3:1' },
		{ windows: 'x' },
		{ hours: '9-12' },
		{ hours: '12:00-09:00' },
		{ rule: 'king' }
	])('%o is refused', (words) => {
		expect(() => asked(words)).toThrow(BadQuestion);
	});
});

test('T-02 on a pension day strict priority starves the ordinary, a head start of 25 minutes does not', () => {
	const setup = setupOf(readFileSync('docs/days/pension-hall.yaml', 'utf8'));
	const file = readDay(readFileSync('docs/days/pension-day.yaml', 'utf8'), setup, 'pension-day.yaml');
	const found = compareOrders(file, setup, 25);
	const of = (name: string): (typeof found)[number] => {
		const one = found.find((row) => row.name === name);
		if (!one) throw new Error(name);
		return one;
	};
	const [fcfs, strict, head] = [of('first come, first served'), of('strict priority'), of('head start 25 min')];
	expect(strict.ordinary.p99).toBeGreaterThan(1.6 * fcfs.ordinary.p99);
	expect(head.ordinary.p99).toBeLessThan(1.35 * fcfs.ordinary.p99);
	expect(head.priority.p90).toBeLessThan(0.85 * fcfs.priority.p90);
	expect(head.latest).toBeLessThanOrEqual(25 * MINUTE_MS);
	expect(strict.latest).toBeGreaterThan(60 * MINUTE_MS);
	expect(of('ratio 1 : 1').priority.p90).toBeGreaterThan(0.95 * fcfs.priority.p90);
	expect(compareReport(found)).toHaveLength(1 + found.length);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { QueueFlow } from './flow.ts';
import { flowOf, replay, type PastLeg, type Plan } from './replay.ts';

const MINUTE = 60_000;
const BESIDE = { minute: 600, waiting: 2, windows: 1, planned: 8 };

describe('K-03 how a queue flows', () => {
	test('says nothing before the first call', () => {
		const flow = new QueueFlow();
		flow.join(1, 0);
		expect(flow.moment(6 * MINUTE, BESIDE)).toEqual({
			...BESIDE,
			les: null,
			hol: 6,
			last5: null,
			found: null,
			rate30: null,
			rate60: null,
			rateDay: null
		});
	});

	test('knows the last one called, the head of the line and how fast calls come', () => {
		const flow = new QueueFlow();
		flow.join(1, 0);
		flow.join(2, 2 * MINUTE);
		flow.join(3, 3 * MINUTE);
		flow.call(1, 10 * MINUTE, 0);
		flow.call(2, 20 * MINUTE, 2 * MINUTE);
		expect(flow.moment(50 * MINUTE, BESIDE)).toMatchObject({
			les: 18,
			hol: 47,
			last5: 14,
			found: 1,
			rate30: 0 / 30,
			rate60: 2 / 40,
			rateDay: 2 / 40
		});
	});

	test('counts a leg that is called again once, with its first call', () => {
		const flow = new QueueFlow();
		flow.join(1, 0);
		flow.call(1, 5 * MINUTE, 0);
		flow.join(1, 0);
		flow.call(1, 30 * MINUTE, 0);
		expect(flow.calls).toBe(1);
		expect(flow.moment(40 * MINUTE, BESIDE)).toMatchObject({ les: 5, hol: null });
	});

	test('forgets whoever leaves', () => {
		const flow = new QueueFlow();
		flow.join(1, 0);
		flow.leave(1);
		expect(flow.moment(MINUTE, BESIDE).hol).toBeNull();
	});
});

const PLAN: Plan = {
	windowsServing: () => ['1'],
	plannedMinutes: () => 8,
	minuteOfDay: (at) => at / MINUTE
};

const leg = (id: number, came: number, over: Partial<PastLeg> = {}): PastLeg => ({
	id,
	day: '2026-03-02',
	queue: 'a',
	enqueued_at: came * MINUTE,
	rank_at: came * MINUTE,
	head_start_ms: 0,
	ended_at: 500 * MINUTE,
	first_call: null,
	...over
});

describe('K-03 past days replayed', () => {
	test('tell what was known when each came, and how long each then waited', () => {
		const legs = [
			leg(1, 540, { first_call: 542 * MINUTE }),
			leg(2, 541, { first_call: 551 * MINUTE }),
			leg(3, 545, { ended_at: 546 * MINUTE }),
			leg(4, 547, { rank_at: 522 * MINUTE, head_start_ms: 25 * MINUTE, first_call: 549 * MINUTE }),
			// half an hour early for an appointment
			leg(6, 548, { rank_at: 578 * MINUTE, first_call: 579 * MINUTE }),
			leg(5, 560, { first_call: 565 * MINUTE })
		];
		const open = { window: '1', state: 'open', from_at: 539 * MINUTE, to_at: 562 * MINUTE } as const;
		const samples = replay(legs, [open, { ...open, window: '9' }], PLAN);
		expect(
			samples.map(({ moment, wait }) => [moment.minute, moment.waiting, moment.windows, moment.les, wait])
		).toEqual([
			[540, 0, 1, null, 2],
			[541, 1, 1, null, 10],
			// with priority: nobody is called before
			[547, 0, 1, 2, 2],
			[560, 0, 1, 10, 5]
		]);
	});

	test('who is called in the very moment of coming is before nobody', () => {
		const legs = [leg(1, 540, { first_call: 540 * MINUTE }), leg(2, 550, { first_call: 553 * MINUTE })];
		const samples = replay(legs, [], PLAN);
		expect(samples.map(({ moment, wait }) => [moment.waiting, wait])).toEqual([
			[0, 0],
			[0, 3]
		]);
	});

	test('know nothing of what came after: a later day changes no sample', () => {
		const some = fc.array(fc.tuple(fc.nat(60), fc.nat(40)), { maxLength: 20 });
		fc.assert(
			fc.property(some, some, (early, late) => {
				const legsOf = (pairs: [number, number][], from: number, id: number): PastLeg[] =>
					pairs.map(([came, waited], i) =>
						leg(id + i, from + came, { first_call: (from + came + waited) * MINUTE, day: '2026-03-02' })
					);
				const first = legsOf(early, 500, 1);
				const alone = replay(first, [], PLAN);
				const both = replay([...first, ...legsOf(late, 700, 100)], [], PLAN).filter(
					({ moment }) => moment.minute < 700
				);
				expect(both).toEqual(alone);
			})
		);
	});

	test('leave the queue as a live look would see it', () => {
		const flow = flowOf([leg(1, 540, { first_call: 545 * MINUTE }), leg(2, 541, { ended_at: null })]);
		expect(flow.calls).toBe(1);
		expect(flow.moment(551 * MINUTE, BESIDE)).toMatchObject({ les: 5, hol: 10 });
	});
});

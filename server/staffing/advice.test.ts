import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tabledDatabase, ENGINES, type EmptyDatabase } from '#test/db.ts';
import { granted } from '#test/fixtures/days.ts';
import { simulated, type Simulated } from '#test/fixtures/simulated.ts';
import { CLERK, KIOSK } from '#test/hall.ts';
import { keepDay } from '../run/day.ts';
import { callNext } from '../tickets/call.ts';
import { issueTicket } from '../tickets/issue.ts';
import { finish, start } from '../tickets/serve.ts';
import { openWindow } from '../windows/state.ts';
import { adviceLines, staffingAdvice, type StaffingWish } from './advice.ts';

const HOUR_MS = 3_600_000;
const WISH: StaffingWish = {
	queue: null,
	weeks: 1,
	held: 1,
	target: { minutes: 10, exceptShare: 0.1, patience: null }
};

describe.each(ENGINES)('%s: a staffing plan', (engine) => {
	let database: EmptyDatabase;
	let here: Simulated;
	beforeAll(async () => {
		database = await tabledDatabase(engine);
		here = await simulated(database.url);
		// The day that goes on is not one of them.
		await here.clock.advance(22 * HOUR_MS);
		await keepDay(here.hall);
		for (const item of ['enrol', 'card']) {
			const wish = { item, class: 'ordinary', intent: `the-day-after-${item}`, lang: 'zh-CN', device: null };
			granted(await issueTicket(here.hall, KIOSK, wish));
		}
		granted(await openWindow(here.hall, CLERK, '2', null));
		for (let served = 0; served < 2; served += 1) {
			const { ticket } = granted(await callNext(here.hall, CLERK, '2'));
			granted(await start(here.hall, CLERK, ticket.id));
			granted(await finish(here.hall, CLERK, ticket.id, 'done'));
		}
	});
	afterAll(async () => {
		await here.close();
		await database.drop();
	});

	test('S-04 is made of the days before today, by weekday and half hour', async () => {
		const advice = await staffingAdvice(here.hall, WISH);
		expect(advice).toMatchObject([
			{ queue: 'social', days: 1, most: 2, test: null },
			{ queue: 'card', days: 1, most: 2, test: null }
		]);
		for (const { visitors, plans } of advice) {
			expect([...plans.keys()]).toEqual(['tuesday']);
			const slots = plans.get('tuesday')?.slots ?? [];
			expect(slots.reduce((sum, slot) => sum + slot.arrivals, 0)).toBeCloseTo(visitors, 6);
			expect(Math.max(...slots.map((one) => one.windows))).toBe(2);
		}
		// every leg is a visitor to its queue
		const legs = here.run.recorded.visits.flatMap((one) => new Set(one.stays.map((stay) => stay.id)).size);
		expect(advice.reduce((sum, one) => sum + one.visitors, 0)).toBe(legs.reduce((sum, one) => sum + one, 0));
	});

	test('S-04 is told in lines, with the tide in both languages', async () => {
		const wish = { ...WISH, queue: 'social', target: { ...WISH.target, minutes: 5 } };
		const lines = (await staffingAdvice(here.hall, wish)).flatMap(adviceLines).join('\n');
		expect(lines).toMatch(/^social: 1 days, \d+ visitors, \d\.\d min a service, 2 windows serve it\n/);
		expect(lines).toMatch(/周二 tuesday\n +from +visitors +windows +P90 min\n +0[89]:[03]0 +\d/);
		expect(await staffingAdvice(here.hall, { ...WISH, queue: 'none' })).toEqual([]);
	});
});

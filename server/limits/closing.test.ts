import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ENGINES } from '#test/db.ts';
import { BOOKING_HALL } from '#test/fixtures/booking.ts';
import { granted, refusal, tomorrow, until } from '#test/fixtures/days.ts';
import { KIOSK, testHall, type TestHall } from '#test/hall.ts';
import { today } from '../hall.ts';
import { addDays } from '../rules/day.ts';
import { issueTicket } from '../tickets/issue.ts';
import { itemView } from '../tickets/kiosk.ts';
import type { KioskItem } from '../views.ts';

let intents = 0;

describe.each(ENGINES)('%s: honesty before closing time', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, BOOKING_HALL);
	});
	beforeEach(async () => {
		do await tomorrow(here);
		while (new Date(today(here.hall)).getUTCDay() !== 1);
	});
	afterAll(() => here.close());

	const clock = (time: string): Promise<void> => until(here, `${today(here.hall)}T${time}:00+08:00`);
	const take = (priority = 'ordinary'): ReturnType<typeof issueTicket> => {
		intents += 1;
		const intent = `closing-${String(intents)}`;
		return issueTicket(here.hall, KIOSK, { item: 'enrol', class: priority, intent, lang: 'zh-CN', device: null });
	};
	const enrol = async (ahead: number): Promise<KioskItem> => {
		const item = here.hall.setup.items.get('enrol');
		if (!item) throw new Error('no item');
		return itemView(here.hall, item, ahead);
	};

	test('T-02 in the morning a long queue is told and numbers are given', async () => {
		expect((await enrol(2)).advice).toBeNull();
		for (let i = 0; i < 12; i += 1) granted(await take());
		expect(await enrol(12)).toMatchObject({ open: true, advice: { kind: 'long-queue', closes: '17:00' } });
	});

	test('T-02 near closing it warns first, then stops and offers the next free slots; who has priority is still served', async () => {
		await clock('16:00');
		for (let i = 0; i < 6; i += 1) granted(await take());
		expect(await enrol(6)).toMatchObject({ open: true, advice: { kind: 'may-not-be-served' } });
		await clock('16:20');
		granted(await take());
		expect(refusal(await take())).toBe('too-late-today');
		const shown = await enrol(7);
		expect(shown).toMatchObject({ open: false, closedBecause: 'too-late-today', advice: null });
		expect(shown.nextOpening?.time).toBe('09:00');
		expect(shown.nextOpening?.day).toBe(addDays(today(here.hall), 1));
		expect(shown.nextSlots?.map((one) => one.time)).toEqual(['16:30', '09:00', '09:30']);
		expect(refusal(await take('service'))).toBe('not refused');
	});
});

describe.each(ENGINES)('%s: a hall that wishes no such honesty, or never closes', (engine) => {
	const withPolicies = (policies: string): string => BOOKING_HALL.replace('policies:\n', `policies:\n  ${policies}\n`);

	test.each(['closing: { warn: false, stop: false }', 'demo: always-open'])(
		'T-02 %s gives numbers to the last',
		async (policies) => {
			const here = await testHall(engine, withPolicies(policies));
			await until(here, '2026-11-23T16:50:00+08:00');
			for (let i = 0; i < 12; i += 1) await here.take('enrol');
			const item = here.hall.setup.items.get('enrol');
			const shown = item && (await itemView(here.hall, item, 12));
			expect([shown?.open, shown?.advice?.kind]).toEqual([true, 'long-queue']);
			await here.close();
		}
	);
});

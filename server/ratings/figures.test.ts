import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ratingOf } from '#db/ratings.ts';
import type { Grade } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { actOnCase } from '../cases/act.ts';
import { figures } from '../figures/figures.ts';
import { today } from '../hall.ts';
import { VISITOR } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { callNext } from '../tickets/call.ts';
import { finish, start } from '../tickets/serve.ts';
import type { FigureTable } from '../views.ts';
import { openWindow } from '../windows/state.ts';
import { rate } from './rate.ts';
import { ratingSummary, thisMonth } from './summary.ts';

const ADMIN: Who = { role: 'administrator', name: 'staff:9101', staff: '9101' };

describe.each(ENGINES)('%s: W-12 the report', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
	});
	beforeEach(async () => {
		await tomorrow(here);
		for (const window of ['1', '2', '3']) granted(await openWindow(here.hall, clerkAt(window), window, `100${window}`));
		await here.look();
	});
	afterAll(() => here.close());

	const serve = async (window: string, grade: Grade | null): Promise<number> => {
		await here.take(window === '3' ? 'sale' : 'enrol');
		const { ticket, leg } = granted(await callNext(here.hall, clerkAt(window), window));
		granted(await start(here.hall, clerkAt(window), ticket.id));
		await minutes(here, 1);
		granted(await finish(here.hall, clerkAt(window), ticket.id, 'done'));
		if (grade === null) return leg.id;
		const indicators = { attitude: grade };
		granted(
			await rate(here.hall, VISITOR, ticket.token, {
				grade,
				indicators,
				reasons: [],
				remark: null,
				phone: null,
				leg: leg.id
			})
		);
		return leg.id;
	};
	const tables = async (from = today(here.hall)): Promise<Map<string, FigureTable>> => {
		const view = granted(await figures(here.hall, from, today(here.hall)));
		return new Map(view.tables.map((table) => [table.id, table]));
	};
	/** The row of a table by the names of its columns. */
	const row = (table: FigureTable | undefined, first: string): Record<string, unknown> => {
		const found = table?.rows.find(([name]) => name === first || (typeof name === 'object' && name?.zh === first));
		return Object.fromEntries((table?.columns ?? []).map(({ name }, i) => [name.en, found?.[i]]));
	};

	test('per window, staff number and item: asked, rated, grades, indicators, bad ones', async () => {
		for (const grade of [5, 5, 3, 1, null, null] as const) await serve('1', grade);
		await serve('3', 4);
		const all = await tables();
		const wanted = {
			Asked: 6,
			Rated: 4,
			Answered: 4 / 6,
			'Grade 5': 2,
			'Grade 3': 1,
			'Grade 1': 1,
			Bad: 1
		};
		expect(row(all.get('ratings-windows'), '1号窗口')).toMatchObject({
			...wanted,
			Manner: 3.5,
			Satisfied: 0.75
		});
		expect(row(all.get('ratings-staff'), '1001')).toMatchObject(wanted);
		expect(row(all.get('ratings-items'), '参保登记')).toMatchObject(wanted);
		expect(row(all.get('ratings-windows'), '三号')).toMatchObject({ Asked: 1, 'Grade 4': 1, Bad: 0 });
	});

	test('what a review found mistaken is listed apart, and the case is counted in its class', async () => {
		const leg = await serve('2', 1);
		const id = (await ratingOf(here.hall.read, here.hall.id, leg))?.case_id ?? 0;
		const act = (who: Who, name: string): ReturnType<typeof actOnCase> =>
			actOnCase(here.hall, who, id, { act: name, text: '已核实', days: null });
		granted(await act(ADMIN, 'mistaken'));
		granted(await act({ role: 'supervisor', name: 'staff:9001', staff: '9001' }, 'uphold'));
		const all = await tables();
		expect(row(all.get('ratings-windows'), '2号窗口')).toMatchObject({ Asked: 1, Rated: 0, Bad: 0, Mistaken: 1 });
		expect(row(all.get('ratings-answered'), '2号窗口')).toMatchObject({ Bad: 1, Open: 0, Mistaken: 1 });
		expect(row(all.get('ratings-answered'), '全厅')).toMatchObject({ Bad: 1, Named: 0 });
	});

	test('who stands at the bottom two months in a row is marked', async () => {
		const month = async (): Promise<void> => {
			for (let n = 0; n < 5; n += 1) {
				await serve('1', 5);
				await serve('2', 4);
				await serve('3', 3);
			}
		};
		while (!today(here.hall).endsWith('-20')) await tomorrow(here);
		for (const window of ['1', '2', '3']) granted(await openWindow(here.hall, clerkAt(window), window, `100${window}`));
		await here.look();
		await month();
		expect(row((await tables()).get('ratings-staff'), '1003')['Mark']).toBeNull();
		do await tomorrow(here);
		while (!today(here.hall).endsWith('-05'));
		for (const window of ['1', '2', '3']) granted(await openWindow(here.hall, clerkAt(window), window, `100${window}`));
		await here.look();
		await month();
		const staff = (await tables()).get('ratings-staff');
		expect(row(staff, '1003')['Mark']).toMatchObject({ en: 'last two months running' });
		expect(row(staff, '1001')['Mark']).toBeNull();
	});

	test('the public sees shares of the hall and of windows, no person, and no window with few ratings', async () => {
		for (const window of ['1', '2', '3']) await serve(window, window === '1' ? 5 : null);
		const month = thisMonth(here.hall);
		const summary = granted(await ratingSummary(here.hall, month));
		expect(summary.windows.map(({ code }) => code)).toEqual(['1', '2', '3']);
		expect(summary.windows.filter(({ rated }) => rated !== null && rated < 5)).toEqual([]);
		expect(JSON.stringify(summary)).not.toMatch(/100[123]/);
		expect(granted(await ratingSummary(here.hall, month))).toBe(summary);
		await serve('1', 5);
		await minutes(here, 1);
		expect(granted(await ratingSummary(here.hall, month)).asked).toBe(summary.asked + 1);
		for (const wrong of ['', '2026', '2026-13', '2099-01', 'x'])
			expect(refusal(await ratingSummary(here.hall, wrong))).toBe('bad-request');
	});
});

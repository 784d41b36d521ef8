import { describe, expect, test } from 'vitest';
import type { Medium } from '#server/views.ts';
import { board, call, NOW, windows } from '#test/fixtures/screens.ts';
import { staged, rows } from './board.ts';
import { isNight, localTime, nightPlace, playing, shiftAt, themeAt } from './care.ts';
import { readOwn } from './glass.svelte.ts';
import { isOf, together } from './part.ts';

const medium = (over: Partial<Medium>): Medium => ({
	...{ file: 'a.png', kind: 'picture', address: '/media/a.png', seconds: null, days: null, times: [] },
	...{ from: null, until: null, fault: null },
	...over
});

describe('D-01 a screen by the time of day', () => {
	test('knows the hall’s wall clock, whatever its own is', () => {
		expect(localTime(NOW, 'Asia/Shanghai')).toEqual({ day: '2026-11-23', weekday: 'monday', minute: 9 * 60 + 41 });
		expect(localTime(NOW, 'UTC').minute).toBe(101);
	});

	test('is light by day and dark by night where the hall file says so', () => {
		const day = { theme: 'day' as const, daylight: [{ from: 420, to: 1080 }] };
		expect([419, 420, 1079, 1080].map((minute) => themeAt(day, minute))).toEqual(['dark', 'light', 'light', 'dark']);
		expect(themeAt({ ...day, theme: 'light' }, 0)).toBe('light');
	});

	test('goes dark at night, but not while a window is open or somebody was just called', () => {
		const night = [{ from: 1200, to: 1440 }];
		const shut = { calls: [], windows: windows(2).map((one) => ({ ...one, state: 'closed' as const })) };
		expect(isNight(night, shut, NOW, 1210)).toBe(true);
		expect(isNight(night, shut, NOW, 1199)).toBe(false);
		expect(isNight(night, { ...shut, windows: windows(2) }, NOW, 1210)).toBe(false);
		expect(isNight(night, { ...shut, calls: [call(1, 'A001', '1', 899)] }, NOW, 1210)).toBe(false);
		expect(isNight(night, { ...shut, calls: [call(1, 'A001', '1', 901)] }, NOW, 1210)).toBe(true);
	});

	test('its picture moves by a hair, and comes back to every place as often', () => {
		const places = Array.from({ length: 9 }, (_, n) => shiftAt(n * 90_000));
		expect(new Set(places.map((one) => JSON.stringify(one))).size).toBe(9);
		expect(places.reduce((sum, { x, y }) => sum + x + y, 0)).toBe(0);
		for (const { x, y } of places) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(3);
		for (let minute = 0; minute < 1440; minute++) {
			const { x, y } = nightPlace(minute * 60_000);
			expect([x >= 10 && x < 75, y >= 10 && y < 85]).toEqual([true, true]);
		}
	});
});

describe('D-01 what stands beside the calls', () => {
	const monday = { day: '2026-11-23', weekday: 'monday', minute: 600 };

	test.each([
		[true, {}],
		[false, { fault: 'missing' as const }],
		[true, { days: ['monday' as const] }],
		[false, { days: ['sunday' as const] }],
		[true, { times: [{ from: 540, to: 720 }] }],
		[false, { times: [{ from: 601, to: 720 }] }],
		[true, { from: '2026-11-23', until: '2026-11-23' }],
		[false, { from: '2026-11-24' }],
		[false, { until: '2026-11-22' }]
	])('%s: %o', (shown, over) => {
		expect(playing([medium(over)], monday)).toHaveLength(shown ? 1 : 0);
	});
});

describe('D-01 one screen for several zones, or for a part of one', () => {
	const all = { queues: null, windows: null };

	test('of one zone is that zone', () => {
		const one = board();
		expect(together([one], all)).toBe(one);
	});

	test('of two has the calls of both, the newest first, and says both names', () => {
		const other = board({
			zone: { code: 'tax', name: { zh: '税务厅', en: 'Tax' } },
			calls: [call(815, 'T001', '31', 1), call(800, 'T000', '31', 90)]
		});
		const both = together([board(), other], all);
		expect(both.calls.map(({ id }) => id).slice(0, 3)).toEqual([815, 812, 811]);
		expect(both.zone.name.zh).toBe('社保医保分厅、税务厅');
		expect(both.windows).toHaveLength(20);
		expect(both.notices).toHaveLength(2);
	});

	test('of a part has only its windows and queues, and their calls', () => {
		const part = { queues: [{ code: 'queue-a', prefix: 'A' }], windows: ['1', '2', '3'] };
		const shown = together([board()], part);
		expect(shown.calls.map(({ number }) => number)).toEqual(['A026', 'A025', 'A024']);
		expect(shown.queues.map(({ code }) => code)).toEqual(['queue-a']);
		expect(shown.windows.map(({ code }) => code)).toEqual(['1', '2', '3']);
		expect(isOf({ queues: [{ code: 'a', prefix: 'A' }], windows: null }, { number: 'YA001', window: '9' })).toBe(false);
	});
});

test('D-01 more calls at once than there are places turn page by page, the newest first', () => {
	const calls = Array.from({ length: 7 }, (_, n) => call(900 - n, `A${String(100 - n)}`, String(n + 1), 1));
	const list = rows({ calls, windows: [] }, NOW);
	const pages = [0, 6, 12, 18].map((seconds) => staged(list, { now: 2, list: 0 }, NOW + seconds * 1000));
	expect(pages.map(({ at, of }) => `${String(at)}/${String(of)}`)).toEqual(['0/4', '1/4', '2/4', '3/4']);
	expect(new Set(pages.flatMap(({ now }) => now.map((row) => row.call.id))).size).toBe(7);
	expect(staged(list, { now: 3, list: 4 }, NOW)).toMatchObject({ at: 0, of: 1 });
});

test('D-01 what was kept of a screen is read whatever became of it', () => {
	expect(readOwn('{"inches":55,"metres":8,"theme":"light"}')).toEqual({ inches: 55, metres: 8, theme: 'light' });
	for (const text of [null, '', 'null', '[]', '{"inches":-1,"metres":"8","theme":"pink"}', '{"inches":1e9}', '3'])
		expect(readOwn(text), String(text)).toEqual({ inches: null, metres: null, theme: null });
});

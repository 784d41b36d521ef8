import { expect, test } from 'vitest';
import { board, call, NOW, windows } from '#test/fixtures/screens.ts';
import type { CallView } from '#server/views.ts';
import { ems, needOf, pageOf, parts, rows, stage, type CallRow } from './board.ts';

const list = (...calls: CallView[]): CallRow[] => rows({ calls, windows: [] }, NOW);

test('D-01 a recalled number moves up and is not shown twice', () => {
	const shown = list(call(9, 'A001', '3', 2), call(8, 'A002', '4', 9), call(5, 'A001', '3', 60));
	expect(shown.map((row) => row.call.id)).toEqual([9, 8]);
});

test('D-01 rows come newest first whatever order they arrived in', () => {
	const shown = list(call(5, 'A001', '1', 9), call(7, 'A003', '1', 3), call(6, 'A002', '1', 5));
	expect(shown.map((row) => row.call.id)).toEqual([7, 6, 5]);
});

test('D-01 two calls in the same second both stand large', () => {
	const { now, recent } = stage(list(call(9, 'A002', '3', 1), call(8, 'A001', '4', 1), call(5, 'B001', '3', 60)), 3);
	expect(now.map((row) => row.call.number)).toEqual(['A002', 'A001']);
	expect(recent.map((row) => row.call.number)).toEqual(['B001']);
});

test('D-01 a number that is still awaited at its window stays large, the one served there does not', () => {
	const view = board({
		calls: [call(9, 'A013', '3', 90), call(8, 'A011', '1', 120)],
		windows: windows(3)
	});
	const { now } = stage(rows(view, NOW), 3);
	expect(now.map((row) => row.call.number)).toEqual(['A011']);
});

test('when nobody is awaited the newest call stands alone, no longer as a current one', () => {
	const { now } = stage(list(call(9, 'A002', '3', 600), call(8, 'A001', '3', 700)), 3);
	expect(now).toMatchObject([{ call: { number: 'A002' }, current: false }]);
});

test('a burst fills the stage and goes on among the recent ones', () => {
	const burst = Array.from({ length: 7 }, (_, n) => call(n, `A00${String(n)}`, '1', 1));
	expect(stage(list(...burst), 3)).toMatchObject({ now: { length: 3 }, recent: { length: 4 } });
});

test('nothing called yet is an empty stage', () => {
	expect(stage(list(), 3)).toEqual({ now: [], recent: [] });
});

test.each([
	['3 号窗口', { before: '', figure: '3', after: '号窗口', note: '' }],
	['综合 12 号窗口', { before: '综合', figure: '12', after: '号窗口', note: '' }],
	['Window 3', { before: 'Window', figure: '3', after: '', note: '' }],
	['E03窗口', { before: '', figure: 'E03', after: '窗口', note: '' }],
	['12号窗口（办不成事反映）', { before: '', figure: '12', after: '号窗口', note: '办不成事反映' }],
	['发证台', { before: '发证台', figure: '', after: '', note: '' }]
])('the figure of a window stands alone: %s', (name, expected) => {
	expect(parts(name)).toEqual(expected);
});

test('a han character counts as one em, a figure as less', () => {
	expect(ems('号窗口')).toBe(3);
	expect(ems('YB1041')).toBeCloseTo(6 * 0.62);
});

test('pages turn by the clock, come round again, and are about as full', () => {
	const eight = [1, 2, 3, 4, 5, 6, 7, 8];
	expect(pageOf(eight, 7, 0, 10)).toEqual({ page: [1, 2, 3, 4], at: 0, of: 2 });
	expect(pageOf(eight, 7, 19_000, 10).page).toEqual([5, 6, 7, 8]);
	expect(pageOf(eight, 7, 20_000, 10).at).toBe(0);
	expect(pageOf([1, 2, 3], 2, 10_000, 10).page).toEqual([3]);
	expect(pageOf([], 2, 5, 10)).toEqual({ page: [], at: 0, of: 1 });
});

test('a list leaves room for its longest number and its longest window', () => {
	const short = needOf(list(call(1, 'A001', '3', 1)));
	const long = needOf(list(call(1, 'A001', '3', 1), call(2, 'YB1041', '103', 1)));
	expect(long.number).toBeGreaterThan(short.number);
	expect(long.window).toBeGreaterThan(short.window);
});

import { expect, test } from 'vitest';
import { call, NOW } from '#test/fixtures/screens.ts';
import { ems, needOf, pageOf, parts, rows, stage } from './board.ts';

test('D-01 a recalled number moves up and is not shown twice', () => {
	const list = rows([call(9, 'A001', '3', 2), call(8, 'A002', '4', 9), call(5, 'A001', '3', 60)], NOW);
	expect(list.map((row) => row.call.id)).toEqual([9, 8]);
});

test('D-01 rows come newest first whatever order they arrived in', () => {
	expect(
		rows([call(5, 'A001', '1', 9), call(7, 'A003', '1', 3), call(6, 'A002', '1', 5)], NOW).map((r) => r.call.id)
	).toEqual([7, 6, 5]);
});

test('D-01 two calls in the same second both stand large', () => {
	const { now, recent } = stage(
		rows([call(9, 'A002', '3', 1), call(8, 'A001', '4', 1), call(5, 'B001', '3', 60)], NOW),
		3
	);
	expect(now.map((row) => row.call.number)).toEqual(['A002', 'A001']);
	expect(recent.map((row) => row.call.number)).toEqual(['B001']);
});

test('the newest call stays large when it is no longer new, and never more than the most', () => {
	expect(stage(rows([call(9, 'A002', '3', 600)], NOW), 3).now).toHaveLength(1);
	const burst = Array.from({ length: 7 }, (_, n) => call(n, `A00${n}`, '1', 1));
	expect(stage(rows(burst, NOW), 3)).toMatchObject({ now: { length: 3 }, recent: { length: 4 } });
});

test('nothing called yet is an empty stage', () => {
	expect(stage(rows([], NOW), 3)).toEqual({ now: [], recent: [] });
});

test.each([
	['3 号窗口', { before: '', figure: '3', after: '号窗口' }],
	['综合 12 号窗口', { before: '综合', figure: '12', after: '号窗口' }],
	['Window 3', { before: 'Window', figure: '3', after: '' }],
	['E03窗口', { before: '', figure: 'E03', after: '窗口' }],
	['发证台', { before: '发证台', figure: '', after: '' }]
])('the figure of a window stands alone: %s', (name, expected) => {
	expect(parts(name)).toEqual(expected);
});

test('a han character counts as one em, a figure as less', () => {
	expect(ems('号窗口')).toBe(3);
	expect(ems('YB1041')).toBeCloseTo(6 * 0.62);
});

test('pages turn by the clock and come round again', () => {
	const list = [1, 2, 3, 4, 5];
	expect(pageOf(list, 2, 0, 10)).toEqual({ page: [1, 2], of: 3, at: 0 });
	expect(pageOf(list, 2, 25_000, 10)).toEqual({ page: [5], of: 3, at: 2 });
	expect(pageOf(list, 2, 30_000, 10).at).toBe(0);
	expect(pageOf([], 2, 5, 10)).toEqual({ page: [], of: 1, at: 0 });
});

test('a list leaves room for its longest number and its longest window', () => {
	const short = needOf(rows([call(1, 'A001', '3', 1)], NOW));
	const long = needOf(rows([call(1, 'A001', '3', 1), call(2, 'YB1041', '103', 1)], NOW));
	expect(long.number).toBeGreaterThan(short.number);
	expect(long.window).toBeGreaterThan(short.window);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureRows, letterRows, type Key, type Plan } from './rows.ts';
import { pagesOf } from './strip.ts';

const plan = (over: Partial<Plan> = {}): Plan => {
	return { order: 'qwerty', columns: 10, short: false, others: ['figures', 'mode'], done: true, ...over };
};
const names = (rows: Key[][]): string[] => rows.flat().map(({ key }) => (typeof key === 'string' ? key : key.special));
const wide = (row: Key[]): number => row.reduce((sum, { span }) => sum + span, 0);

describe('K-02 where the keys stand', () => {
	test('as on a telephone in four rows, in three where height is scarce and there is width', () => {
		expect(letterRows(plan())).toHaveLength(4);
		expect(letterRows(plan({ short: true, columns: 12, others: ['figures', 'mode', 'order'] }))).toHaveLength(3);
		expect(letterRows(plan({ order: 'alphabet', columns: 8 }))).toHaveLength(5);
		expect(letterRows(plan({ order: 'alphabet', short: true, columns: 11 }))).toHaveLength(3);
	});

	test('every letter and every other key stands there once, and no row is wider than there is room', () => {
		const plans = fc.record({
			order: fc.constantFrom('qwerty' as const, 'alphabet' as const),
			columns: fc.integer({ min: 6, max: 16 }),
			short: fc.boolean(),
			others: fc.constantFrom<Plan['others'][]>(
				['figures', 'mode'],
				['figures', 'mode', 'capital'],
				['figures', 'mode', 'capital', 'order']
			),
			done: fc.boolean()
		});
		fc.assert(
			fc.property(plans, (one) => {
				fc.pre(one.order === 'alphabet' || one.columns >= (one.short ? 12 : 10));
				const rows = letterRows(one);
				const keys = names(rows);
				expect(new Set(keys).size).toBe(keys.length);
				const all = [...'abcdefghijklmnopqrstuvwxyz', 'erase', 'space', ...one.others, ...(one.done ? ['done'] : [])];
				expect(keys.toSorted()).toEqual(all.toSorted());
				for (const row of rows) expect(wide(row)).toBeLessThanOrEqual(Math.max(one.columns, 8));
			})
		);
	});

	test('figures and the marks of the language', () => {
		expect(names(figureRows(plan(), true)).slice(0, 15).join('')).toBe('1234567890，。？！、');
		expect(names(figureRows(plan({ columns: 7 }), false))).toContain('?');
	});
});

test('candidates are leafed through whole, as many as find room', () => {
	const candidates = ['我要投诉', '我要', '我', '窝', '卧'].map((word) => ({ word, letters: 2 }));
	const pages = pagesOf(candidates, { room: 600, letter: 34, padding: 36, least: 88, gap: 16 });
	expect(pages.map((page) => page.map(({ word }) => word))).toEqual([
		['我要投诉', '我要'],
		['我', '窝', '卧']
	]);
	expect(pagesOf(candidates, { room: 100, letter: 34, padding: 36, least: 88, gap: 16 })).toHaveLength(5);
	expect(pagesOf([], { room: 100, letter: 34, padding: 36, least: 88, gap: 16 })).toEqual([]);
});

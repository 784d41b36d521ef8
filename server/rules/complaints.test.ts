import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { words } from '#display/words/index.ts';
import { checkWording } from '#display/words/wording/check.ts';
import { OUTSIDE } from './cases/unsolved.ts';
import { COMPLAINT_AGAINST, COMPLAINT_CLASSES } from '#db/schema.ts';
import { alikeBecause, CLASS_RULES, isUrgentClass, likeness, routeOf, type Alike } from './complaints.ts';

describe('C-02 the class decides who looks into it', () => {
	test.each([
		['conduct', 'staff', 'hall'],
		['slowness', 'department', 'department'],
		['rules', 'hall', 'department'],
		['second-notice', 'staff', 'department'],
		['facility', 'department', 'hall'],
		['accessibility', 'department', 'hall'],
		['misunderstanding', 'hall', 'hall'],
		['media', 'department', 'hall']
	] as const)('%s against %s goes to %s', (sort, against, route) => {
		expect(routeOf({ class: sort, against }, {})).toBe(route);
	});

	test('the hall file says otherwise; every class has a way', () => {
		expect(routeOf({ class: 'facility', against: 'hall' }, { facility: 'department' })).toBe('department');
		const all = COMPLAINT_CLASSES.flatMap((one) =>
			COMPLAINT_AGAINST.map((against) => routeOf({ class: one, against }, {}))
		);
		expect(new Set(all)).toEqual(new Set(['hall', 'department']));
		expect(Object.keys(CLASS_RULES).toSorted()).toEqual([...COMPLAINT_CLASSES].toSorted());
	});

	test('C-05 media cannot wait', () => {
		expect(COMPLAINT_CLASSES.filter(isUrgentClass)).toEqual(['media']);
	});
});

describe('C-04 whether two are the same', () => {
	const one: Alike = {
		ticket: null,
		phoneHash: null,
		department: 'hrss',
		staff: '1001',
		text: '三号窗口让我跑了三趟，每次说的材料都不一样'
	};

	test('the same number or telephone says it alone', () => {
		expect(
			alikeBecause({ ...one, ticket: 7 }, { ...one, ticket: 7, staff: null, department: null, text: '别的' })
		).toEqual(['ticket']);
		expect(
			alikeBecause({ ...one, phoneHash: 'a' }, { ...one, phoneHash: 'a', staff: null, department: null, text: '' })
		).toEqual(['phone']);
	});

	test('the same person or department only with like words', () => {
		const again = { ...one, text: '跑了三趟三号窗口，每次说要的材料都不同' };
		expect(alikeBecause(one, again)).toEqual(['staff', 'department']);
		expect(alikeBecause(one, { ...again, staff: '1002' })).toEqual(['department']);
		expect(alikeBecause(one, { ...one, text: '空调太冷，老人受不了' })).toEqual([]);
		expect(alikeBecause(one, { ...again, staff: null, department: null })).toEqual([]);
	});

	test('what is unknown is never the same as what is unknown', () => {
		const nothing = { ticket: null, phoneHash: null, department: null, staff: null, text: one.text };
		expect(alikeBecause(nothing, nothing)).toEqual([]);
	});

	test('likeness is between 0 and 1, the same both ways, and 1 for the same words however they are set', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (a, b) => {
				const found = likeness(a, b);
				expect(found).toBeGreaterThanOrEqual(0);
				expect(found).toBeLessThanOrEqual(1);
				expect(likeness(b, a)).toBe(found);
			})
		);
		expect(likeness('窗口态度不好！', '窗口，态度不好')).toBe(1);
	});
});

test('办不成事: each way that is not ours has its ready text in both languages, fit to be read by a visitor', () => {
	for (const lang of ['zh-CN', 'en'] as const) {
		const { ways } = words(lang).complaints;
		expect(Object.keys(ways).toSorted()).toEqual(OUTSIDE.map((of) => `outside-${of}`).toSorted());
		expect(Object.values(ways).flatMap((text) => checkWording(text))).toEqual([]);
	}
});

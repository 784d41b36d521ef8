import { expect, test } from 'vitest';
import { words } from './index.ts';
import { waitSpan } from './wait.ts';

test('K-01 a wait is told in minutes, from two hours on in hours, and never as shorter or more exact than it is', () => {
	expect(waitSpan({ from: 95, to: 119 })).toEqual({ from: 95, to: 119, hours: false });
	expect(waitSpan({ from: 95, to: 120 })).toEqual({ from: 1.5, to: 2, hours: true });
	expect(waitSpan({ from: 435, to: 525 })).toEqual({ from: 7, to: 9, hours: true });
	expect(waitSpan({ from: 220, to: 250 })).toEqual({ from: 3, to: 5, hours: true });
	for (let from = 0; from < 600; from += 5) {
		for (let to = from + 5; to < 700; to += 5) {
			const { from: least, to: most, hours } = waitSpan({ from, to });
			const unit = hours ? 60 : 1;
			expect(least * unit <= from && most * unit >= to && most > least, `${String(from)}–${String(to)}`).toBe(true);
		}
	}
});

test.each([
	['zh-CN', '10–15 分钟', '2–3.5 小时', '十位来宾中有八位等候不超过 3.5 小时'],
	['en', '10–15 min', '2–3.5 hours', '8 in 10 visitors wait less than 3.5 hours'],
	['ar', '\u206610–15\u2069 دقيقة', '\u20662–3.5\u2069 ساعة', 'ثمانية من كل عشرة زوار ينتظرون أقل من 4 ساعات']
] as const)('K-01 a wait in %s', (lang, short, long, told) => {
	const { common, slips } = words(lang);
	expect(common.waitRange({ from: 10, to: 15 })).toBe(short);
	expect(common.waitRange({ from: 130, to: 205 })).toBe(long);
	expect(common.waitTold({ to: 205 })).toBe(told);
	if (lang !== 'ar') expect(slips.expected({ from: 130, to: 205 })).toContain(long);
});

import { expect, test } from 'vitest';
import { weekText } from './week.ts';

const MORNING = { from: 540, to: 720 };
const AFTERNOON = { from: 810, to: 1020 };
const CLOSED = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };

test('G-03 days with the same times are told as one run; a day without any is left out', () => {
	const both = [MORNING, AFTERNOON];
	const week = { ...CLOSED, monday: both, tuesday: both, thursday: both, friday: [MORNING], saturday: [MORNING] };
	expect(weekText(week)).toEqual({
		zh: '周一至周二 09:00–12:00, 13:30–17:00；周四 09:00–12:00, 13:30–17:00；周五至周六 09:00–12:00',
		en: 'Mon–Tue 09:00–12:00, 13:30–17:00; Thu 09:00–12:00, 13:30–17:00; Fri–Sat 09:00–12:00'
	});
	expect(weekText(CLOSED)).toEqual({ zh: '', en: '' });
});

import { expect, test } from 'vitest';
import { words, type Lang } from '#display/words/index.ts';
import { firstOpening, openingIn, openingText } from './opening.ts';

const said = (lang: Lang, day: string, time = '09:00'): string =>
	openingText({ day, time }, '2026-11-26', { lang, t: words(lang) });

test('K-09 the next opening is said as people say it: today, tomorrow, then weekday and date', () => {
	expect(said('zh-CN', '2026-11-26', '13:30')).toBe('今天 13:30');
	expect(said('zh-CN', '2026-11-27')).toBe('明天 9:00');
	expect(said('zh-CN', '2026-11-30')).toBe('周一（11月30日）9:00');
	expect(said('en', '2026-11-26', '13:30')).toBe('today at 13:30');
	expect(said('en', '2026-11-27')).toBe('tomorrow at 9:00');
	expect(said('en', '2026-11-30')).toBe('Mon, Nov 30 at 9:00');
	expect(openingText({ day: '2027-01-01', time: '10:00' }, '2026-12-31', { lang: 'en', t: words('en') })).toBe(
		'tomorrow at 10:00'
	);
});

test('K-09 of several items the first that opens is told, and nothing while one is open', () => {
	const opening = (at: number): { at: number; day: string; time: string } => ({ at, day: '2026-11-27', time: '09:00' });
	const shut = (at: number | null): { open: boolean; nextOpening: ReturnType<typeof opening> | null } => ({
		open: false,
		nextOpening: at === null ? null : opening(at)
	});
	expect(firstOpening([shut(9), shut(null), shut(4)])).toEqual(opening(4));
	expect(firstOpening([shut(9), { open: true, nextOpening: null }])).toBeNull();
	expect(firstOpening([shut(null)])).toBeNull();
});

test('K-09 a refusal names the opening in its detail, other details are something else', () => {
	expect(openingIn({ code: 'hall-closed', detail: '2026-11-27 09:00' })).toEqual({ day: '2026-11-27', time: '09:00' });
	expect(openingIn({ code: 'queue-closed', detail: 'sale' })).toBeNull();
	expect(openingIn({ code: 'appointment-other-day', detail: '2026-11-27 09:00' })).toBeNull();
});

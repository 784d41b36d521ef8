import { expect, test } from 'vitest';
import { words } from '#display/words/index.ts';
import { dayText, query } from './days.ts';

const zh = { lang: 'zh-CN', t: words('zh-CN') } as const;
const en = { lang: 'en', t: words('en') } as const;

test('K-06 a day is said as people say it, whatever the time zone of the phone', () => {
	const said = ['2026-11-23', '2026-11-24', '2026-11-25', '2027-01-01'].map((day) => dayText(day, '2026-11-23', zh));
	expect(said).toEqual(['今天 11月23日', '明天 11月24日', '11月25日周三', '1月1日周五']);
	expect(dayText('2026-11-23', '2026-11-23', en)).toBe('Today, Nov 23');
	expect(dayText('2026-11-25', '2026-11-23', en)).toBe('Wed, Nov 25');
});

test('K-06 a step of booking is an address', () => {
	expect(query({ lang: 'en', item: 'a b', day: '2026-11-23' })).toBe('?lang=en&item=a+b&day=2026-11-23');
	expect(query({ lang: 'zh-CN', item: 'x', slot: 5, move: null })).toBe('?lang=zh-CN&item=x&slot=5');
});

import { describe, expect, test } from 'vitest';
import type { ConsoleView, TalkView } from '#server/views.ts';
import { consoleTicket, consoleView, talk } from '#test/fixtures/console.ts';
import { NOW, text } from '#test/fixtures/screens.ts';
import { fitting, LONG_LOOK_MS, situationOf, type Moment } from './moment.ts';

const none = { ticket: null, at: null, until: null };
const set = { ticket: null, at: NOW, until: null };
const at = (view: Partial<ConsoleView>, over: Partial<Moment> = {}): Moment => ({
	...{ view: consoleView(view), open: null, chosen: null, now: NOW },
	...over
});
const serving = (marks: Partial<TalkView['marks']> = {}): Partial<ConsoleView> => ({
	current: consoleTicket({ step: 'serving', startedAt: NOW }),
	talk: talk({ marks: { welcomed: none, answered: none, 'seen-off': none, ...marks } })
});
const gone = (outcome: NonNullable<TalkView['last']>['outcome'], until = NOW + 1): Partial<ConsoleView> => ({
	talk: talk({
		last: { ticket: 812, number: 'A026', outcome, until },
		marks: { welcomed: none, answered: none, 'seen-off': { ticket: 812, at: null, until } }
	})
});

describe('W-02 what is to be said', () => {
	test.each<[string, Moment, string | null]>([
		['nobody is there', at({}), null],
		['somebody was called', at({ current: consoleTicket() }), 'greet'],
		['it has begun', at(serving()), 'greet'],
		['welcomed', at(serving({ welcomed: set })), 'confirm'],
		['welcomed and answered', at(serving({ welcomed: set, answered: set })), 'done'],
		['just done', at(gone('done')), 'done'],
		['just sent on', at(gone('transferred')), 'next-window'],
		['papers missing', at(gone('noticed')), 'missing-papers'],
		['refused by law', at(gone('refused')), 'refusal'],
		['gone for some time', at(gone('done', NOW - 1)), null],
		['the sheet of opinions is open', at(serving(), { open: 'opinion' }), 'suggestion'],
		['chosen', at(serving(), { chosen: { situation: 'looking-up', at: NOW }, open: 'phrases' }), 'looking-up']
	])('%s', (_, moment, situation) => {
		expect(situationOf(moment)).toBe(situation);
	});

	test('W-09 after half a minute of looking up one is thanked for waiting', () => {
		const asked = (ago: number): string =>
			fitting(at(serving(), { chosen: { situation: 'looking-up', at: NOW - ago } }))?.text.zh ?? '';
		expect(asked(LONG_LOOK_MS - 1)).toContain('请您稍等');
		expect(asked(LONG_LOOK_MS)).toContain('谢谢您的耐心');
	});

	test('W-02 the time of the day is that of the hall, the facts are those of the moment', () => {
		const hour = (now: number): string => fitting(at({ current: consoleTicket() }, { now }))?.text.zh.slice(0, 3) ?? '';
		expect(hour(Date.parse('2026-11-24T01:00Z'))).toBe('早上好');
		expect(hour(Date.parse('2026-11-24T07:00Z'))).toBe('下午好');
		const about = { ...talk().about, next: text('3 号窗口', 'Window 3') };
		const sent = { ...gone('transferred').talk, about } as TalkView;
		expect(fitting(at({ talk: sent }))?.text.zh).toContain('请到3 号窗口接着办，您的号码 A026 不变');
	});
});

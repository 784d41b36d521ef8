import { describe, expect, it } from 'vitest';
import { LEG_STATES, TICKET_STATES } from '#db/schema.ts';
import { words } from '#display/words/index.ts';
import { ticketView } from '#test/fixtures/kiosk.ts';
import { canLeave, sentenceOf, standingOf, titleOf } from './standing.ts';

const t = words('en');

describe('how a ticket stands', () => {
	it('K-08 the last people ahead call the visitor back to the waiting area', () => {
		expect(standingOf(ticketView({ ahead: 3 }))).toBe('waiting');
		expect(standingOf(ticketView({ ahead: 2 }))).toBe('soon');
		expect(standingOf(ticketView({ ahead: 0 }))).toBe('soon');
	});

	it('what the whole ticket has become outweighs its last step', () => {
		expect(standingOf(ticketView({ state: 'cancelled', step: 'waiting' }))).toBe('cancelled');
		expect(standingOf(ticketView({ state: 'void', step: 'ended' }))).toBe('voided');
		expect(standingOf(ticketView({ state: 'missed', step: 'missed' }))).toBe('missed');
	});

	it('every state has a sentence in both languages', () => {
		for (const state of TICKET_STATES) {
			for (const step of LEG_STATES) {
				const standing = standingOf(ticketView({ state, step }));
				for (const lang of ['zh-CN', 'en'] as const) expect(sentenceOf(words(lang), standing)).not.toBe('');
			}
		}
	});

	it('one can leave a queue, not a window that serves or a day that is over', () => {
		expect(canLeave('waiting')).toBe(true);
		expect(canLeave('called')).toBe(true);
		for (const standing of ['serving', 'ended', 'cancelled', 'expired', 'voided'] as const) {
			expect(canLeave(standing)).toBe(false);
		}
	});

	it('K-08 the title says the call first', () => {
		expect(titleOf(t, ticketView({ step: 'called' }), 'Window 3')).toBe('Please go to Window 3 · A029');
		expect(titleOf(t, ticketView(), null)).toBe('A029 · 6 people ahead of you');
		expect(titleOf(t, ticketView({ ahead: 0 }), null)).toBe('A029 · Nobody ahead of you');
		expect(titleOf(t, ticketView({ state: 'ended', step: 'ended' }), null)).toBe('A029 · My number');
	});
});

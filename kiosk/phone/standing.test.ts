import { describe, expect, it } from 'vitest';
import { LEG_STATES, PARK_KINDS, TICKET_STATES } from '#db/schema.ts';
import { words } from '#display/words/index.ts';
import { ticketView } from '#test/fixtures/kiosk.ts';
import { NOW } from '#test/fixtures/screens.ts';
import { canLeave, claimWords, ruleOf, sentenceOf, standingOf, titleOf, wayBack } from './standing.ts';

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
				for (const lang of ['zh-CN', 'en'] as const) {
					expect(sentenceOf(words(lang), ticketView({ state, step }))).not.toBe('');
				}
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

	it('K-08 each kind of stepping aside has a sentence of its own', () => {
		const said = PARK_KINDS.map((kind) =>
			sentenceOf(t, ticketView({ step: 'parked', held: { kind, until: NOW, behind: 0 } }))
		);
		expect(new Set(said).size).toBe(PARK_KINDS.length);
	});
});

describe('K-08 the way back', () => {
	const time = (at: number): string => `${String((at - NOW) / 60_000)} min`;
	const HALF_AN_HOUR = NOW + 30 * 60_000;
	const missed = ticketView({ step: 'missed', held: { kind: 'missed', until: HALF_AN_HOUR, behind: 2 } });

	it('who missed the call comes back until the time told, behind the next two, once', () => {
		const way = wayBack(missed, HALF_AN_HOUR);
		expect(way).toMatchObject({ open: true, late: false });
		expect(way && ruleOf(t, way, time)).toBe(
			'Come back by 30 min to rejoin the queue, behind the next 2. This works once: if you miss another call, you need a new number.'
		);
		const late = wayBack(missed, HALF_AN_HOUR + 1);
		expect(late).toMatchObject({ open: false });
		expect(late && ruleOf(t, late, time)).toContain('is over');
	});

	it.each(['papers-missing', 'other-step'] as const)('who steps aside for %s comes back at any time', (kind) => {
		const parked = ticketView({ step: 'parked', held: { kind, until: HALF_AN_HOUR, behind: 0 } });
		const [early, late] = [wayBack(parked, NOW), wayBack(parked, HALF_AN_HOUR + 1)];
		expect(early).toMatchObject({ open: true, late: false });
		expect(late).toMatchObject({ open: true, late: true });
		expect(early && ruleOf(t, early, time)).not.toBe(late && ruleOf(t, late, time));
	});

	it('whose papers are kept waits for the window; who has left, or was never away, has no way back', () => {
		expect(
			wayBack(ticketView({ step: 'parked', held: { kind: 'papers-kept', until: null, behind: 0 } }), NOW)
		).toBeNull();
		expect(wayBack({ ...missed, state: 'cancelled' }, NOW)).toBeNull();
		expect(wayBack(ticketView(), NOW)).toBeNull();
	});
});

describe('K-04 what is said of a priority', () => {
	const priority = (policy: 'self' | 'desk' | 'window') => ({ code: 'x', name: { zh: '优', en: 'P' }, policy });

	it('one for the desk counts only once it was seen there, and the page says so first', () => {
		const open = ticketView({ priority: priority('desk'), claim: 'open' });
		expect(claimWords(t, open)).toEqual({
			kind: 'warn',
			said: 'First show your certificate at the guide desk; the priority counts from then on'
		});
		expect(claimWords(t, { ...open, claim: 'confirmed' })?.said).toBe('Priority confirmed');
	});

	it('one for the window counts and is shown there; one taken at its word needs nothing', () => {
		expect(claimWords(t, ticketView({ priority: priority('window'), claim: 'open' }))?.kind).toBe('plain');
		expect(claimWords(t, ticketView({ priority: priority('self'), claim: 'granted' }))).toBeNull();
		expect(claimWords(t, ticketView())).toBeNull();
	});

	it('one that could not be shown is told, as long as the number lives', () => {
		expect(claimWords(t, ticketView({ claim: 'refused' }))?.said).toContain('ordinary');
		expect(claimWords(t, ticketView({ claim: 'refused', state: 'ended' }))).toBeNull();
	});
});

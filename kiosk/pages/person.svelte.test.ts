import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { item, kioskView } from '#test/fixtures/kiosk.ts';
import { refused, walk } from '#test/fixtures/visit.ts';
import Person from './Person.svelte';

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('fetch', () =>
		Promise.resolve(Response.json({ outcome: 'read', card: 'word-1', shown: '9999**********0016', elder: false }))
	);
});
afterEach(() => vi.useRealTimers());

async function press(testid: string): Promise<void> {
	await vi.advanceTimersByTimeAsync(500);
	screen.getByTestId(testid).click();
	for (let i = 0; i < 5; i += 1) await tick();
	await vi.advanceTimersByTimeAsync(500);
}

test('K-07 a card whose word the server has forgotten is laid again, and nothing is sent in its place', async () => {
	const asks = item('pass', { identity: 'required' });
	const zones = [{ ...kioskView().zones[0], items: [asks] }] as ReturnType<typeof kioskView>['zones'];
	const view = kioskView({ zones, identity: { reader: true, elder: null } });
	const { visit, touch, wishes, clock } = walk({ view, answers: [refused('card-forgotten')] });
	await touch(() => visit.chooseItem('pass'));
	await touch(() => visit.take());
	expect(visit.screen).toBe('person');
	await clock.advance(500);
	render(Person, { visit, view, item: asks });
	await press('lay-card');
	await press('say-who');
	await clock.advance(500);
	await press('read-again');
	expect(wishes.map(({ card }) => card)).toEqual(['word-1']);
	await press('say-who');
	await clock.advance(500);
	expect(wishes.map(({ card, person }) => card ?? person)).toEqual(['word-1', 'word-1']);
});

import { expect, test } from 'vitest';
import { virtualClock } from '#test/fakes/clock.ts';
import { kioskView } from '#test/fixtures/kiosk.ts';
import { Browse } from './browse.svelte.ts';
import { keepIndex } from './fetch.ts';

test('K-02 what can be found is asked for until it has come whole', async () => {
	const clock = virtualClock();
	const index = { version: 'v1', items: [], themes: [], departments: [] };
	const answers = [
		() => Promise.reject(new TypeError('no line')),
		() => Promise.resolve(new Response('busy', { status: 503 })),
		() => Promise.resolve(new Response('{"version":"v1","ite')),
		() => Promise.resolve(Response.json(index))
	];
	const asked: string[] = [];
	const browse = new Browse(() => kioskView());
	const get = (address: string): Promise<Response> => {
		asked.push(address);
		return answers[asked.length - 1]?.() ?? Promise.reject(new Error('asked once too often'));
	};
	keepIndex(browse, { device: 'kiosk-1', version: 'v1' }, { timers: clock, get });
	for (let i = 0; i < 6; i += 1) await clock.advance(5000);
	expect(asked).toHaveLength(4);
	expect(browse.ready).toBe(true);
});

import { expect, test } from 'vitest';
import { virtualClock } from '#test/fakes/clock.ts';
import { loadedAgain } from './again.ts';

test('D-01 a wall that shows an error stays while the server is away or not ready, and loads once it is', async () => {
	const timers = virtualClock();
	const answers = ['away', false, true];
	const seen: number[] = [];
	let loaded = 0;
	const stop = loadedAgain({
		timers,
		fetch: () => {
			const ok = answers.shift();
			return typeof ok === 'boolean' ? Promise.resolve({ ok }) : Promise.reject(new Error(ok));
		},
		load: () => loaded++
	});
	while (answers.length > 0) {
		await timers.advance(15_000);
		seen.push(loaded);
	}
	expect(seen).toEqual([0, 0, 1]);
	stop();
	expect(timers.pending()).toBe(0);
});

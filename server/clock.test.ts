import fc from 'fast-check';
import { expect, test } from 'vitest';
import { virtualClock } from '#test/fakes/clock.ts';
import { steady } from './clock.ts';

test('T-02 a steady clock goes on from the newest line, and never back', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: -5000, max: 5000 })), fc.nat(9000), (jumps, floor) => {
			let now = 5000;
			const clock = steady({ ...virtualClock(), now: () => now }, floor);
			let last = floor;
			for (const jump of jumps) {
				now += jump;
				const told = clock.now();
				expect(told).toBe(Math.max(last, now));
				last = told;
			}
		})
	);
});

test('timers of a steady clock run by the clock below it', async () => {
	const below = virtualClock(0);
	const clock = steady(below, 10_000);
	let rung = 0;
	clock.after(50, () => (rung += 1));
	const stop = clock.every(20, () => (rung += 10));
	await below.advance(60);
	stop();
	expect(rung).toBe(31);
	expect(below.pending()).toBe(0);
});

import { expect, test } from 'vitest';
import { virtualClock } from './clock.ts';

test('time stands still until it is moved', async () => {
	const clock = virtualClock(1000);
	const heard: string[] = [];
	clock.after(500, () => heard.push('late'));
	clock.after(100, () => heard.push(`early at ${String(clock.now())}`));
	expect(clock.now()).toBe(1000);
	await clock.advance(499);
	expect(heard).toEqual(['early at 1100']);
	await clock.advance(1);
	expect(heard).toEqual(['early at 1100', 'late']);
	expect(clock.pending()).toBe(0);
});

test('timers of the same moment run in the order they were set', async () => {
	const clock = virtualClock();
	const heard: number[] = [];
	for (const n of [1, 2, 3]) clock.after(10, () => heard.push(n));
	await clock.advance(10);
	expect(heard).toEqual([1, 2, 3]);
});

test('a repeating timer repeats until it is cancelled', async () => {
	const clock = virtualClock(0);
	const heard: number[] = [];
	const cancel = clock.every(100, () => heard.push(clock.now()));
	await clock.advance(350);
	cancel();
	cancel();
	await clock.advance(1000);
	expect(heard).toEqual([100, 200, 300]);
});

test('a timer set by a timer falls due in the same move', async () => {
	const clock = virtualClock(0);
	const heard: number[] = [];
	clock.after(10, () => {
		clock.after(5, () => heard.push(clock.now()));
	});
	await clock.advance(20);
	expect(heard).toEqual([15]);
	expect(clock.now()).toBe(20);
});

test('promises settle between two timers', async () => {
	const clock = virtualClock(0);
	const heard: string[] = [];
	clock.after(10, () => void Promise.resolve().then(() => heard.push('promise')));
	clock.after(20, () => heard.push('timer'));
	await clock.advance(30);
	expect(heard).toEqual(['promise', 'timer']);
});

test('a loop that awaits the clock runs through', async () => {
	const clock = virtualClock(0);
	const sleep = (ms: number): Promise<void> => new Promise((wake) => clock.after(ms, wake));
	let rounds = 0;
	const loop = (async (): Promise<void> => {
		for (; rounds < 5; rounds++) await sleep(100);
	})();
	await clock.advance(500);
	await loop;
	expect(rounds).toBe(5);
});

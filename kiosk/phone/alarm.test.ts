import { expect, it } from 'vitest';
import { virtualClock } from '#test/fakes/clock.ts';
import { Alarm, type Bell } from './alarm.svelte.ts';

function phone() {
	const clock = virtualClock();
	const heard: string[] = [];
	const bell: Bell = {
		allow() {
			heard.push('allowed');
			return Promise.resolve();
		},
		ring: () => void heard.push('ring'),
		stayAwake() {
			heard.push('awake');
			return () => void heard.push('may sleep');
		}
	};
	return { clock, heard, alarm: new Alarm(bell, clock) };
}

it('is silent until its owner has switched it on', () => {
	const { alarm, heard, clock } = phone();
	alarm.call()();
	expect(heard).toEqual([]);
	expect(clock.pending()).toBe(0);
});

it('rings once when switched on, so that its owner knows it', async () => {
	const { alarm, heard } = phone();
	await alarm.switchOn();
	expect(alarm.on).toBe(true);
	expect(heard).toEqual(['allowed', 'ring']);
});

it('K-08 a call rings four times within twenty seconds', async () => {
	const { alarm, heard, clock } = phone();
	await alarm.switchOn();
	alarm.call();
	await clock.advance(60_000);
	expect(heard.filter((what) => what === 'ring')).toHaveLength(1 + 4);
});

it('falls silent when the visitor has arrived', async () => {
	const { alarm, heard, clock } = phone();
	await alarm.switchOn();
	const quiet = alarm.call();
	quiet();
	await clock.advance(60_000);
	expect(heard.filter((what) => what === 'ring')).toHaveLength(1 + 1);
	expect(clock.pending()).toBe(0);
});

it('K-08 a recall is heard again, and no ring of the call before it comes late', async () => {
	const { alarm, heard, clock } = phone();
	await alarm.switchOn();
	const first = alarm.call();
	await clock.advance(7000);
	first();
	alarm.call();
	await clock.advance(60_000);
	expect(heard.filter((what) => what === 'ring')).toHaveLength(1 + 2 + 4);
});

it('K-08 a phone that slept through the call rings when it is looked at, as long as the call stands', async () => {
	const { alarm, heard, clock } = phone();
	await alarm.switchOn();
	alarm.seenAgain();
	expect(heard).toHaveLength(2);
	const quiet = alarm.call();
	await clock.advance(60_000);
	heard.length = 0;
	alarm.seenAgain();
	expect(heard).toEqual(['ring']);
	quiet();
	alarm.seenAgain();
	expect(heard).toEqual(['ring']);
});

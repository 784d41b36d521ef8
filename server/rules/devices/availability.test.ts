import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceState } from '#db/schema.ts';
import { availability, share, standingBefore, united, type Change, type Standing } from './availability.ts';

const READY: Standing = { state: 'ready', off: false };
const HOUR = 3_600_000;

function became(at: number, to_state: DeviceState, from_state: DeviceState = 'ready'): Change {
	return { at, act: 'state', from_state, to_state };
}
const off = (at: number): Change => ({ at, act: 'off', from_state: null, to_state: null });
const on = (at: number): Change => ({ at, act: 'on', from_state: null, to_state: null });
const morning = [{ from: 9 * HOUR, until: 12 * HOUR }];

describe('the availability of a device', () => {
	test('counts only the hours in which the hall is open', () => {
		const sum = availability(READY, [became(8 * HOUR, 'paper-out'), became(10 * HOUR, 'ready')], morning);
		expect(sum).toEqual({ up: 2 * HOUR, down: HOUR, unknown: 0, off: 0 });
		expect(share(sum)).toBeCloseTo(2 / 3);
	});

	test('takes paper that ends soon for up, and what nobody knows for neither up nor down', () => {
		const changes = [became(9 * HOUR, 'paper-low'), became(10 * HOUR, 'unknown'), became(11 * HOUR, 'gone')];
		const sum = availability(READY, changes, morning);
		expect(sum).toEqual({ up: HOUR, down: HOUR, unknown: HOUR, off: 0 });
		expect(share(sum)).toBeCloseTo(1 / 3);
	});

	test('does not count what a hand has taken out of work, whatever it did meanwhile', () => {
		const changes = [off(9 * HOUR), became(10 * HOUR, 'unreachable'), on(11 * HOUR)];
		expect(availability(READY, changes, morning)).toEqual({ up: 0, down: HOUR, unknown: 0, off: 2 * HOUR });
		expect(share({ up: 0, down: 0, unknown: 0, off: 5 })).toBeNull();
	});

	test('goes on from what was before: the newest earlier line, else the state that the first one left', () => {
		expect(standingBefore([], [became(5, 'gone', 'silent')])).toEqual({ state: 'silent', off: false });
		expect(standingBefore([off(4), became(3, 'mute'), on(1)], [])).toEqual({ state: 'mute', off: true });
		expect(standingBefore([], [on(7)])).toEqual({ state: 'unknown', off: true });
		expect(standingBefore([], [])).toEqual({ state: 'unknown', off: false });
	});

	const changes = fc
		.array(
			fc.record({
				at: fc.integer({ min: 0, max: 1000 }),
				act: fc.constantFrom<Change['act']>('state', 'off', 'on', 'tested', 'replaced', 'moved', 'roll-changed'),
				state: fc.constantFrom<DeviceState>('ready', 'paper-low', 'paper-out', 'gone', 'unknown')
			})
		)
		.map((all) =>
			all
				.toSorted((a, b) => a.at - b.at)
				.map(({ at, act, state }): Change => ({ at, act, from_state: null, to_state: act === 'state' ? state : null }))
		);
	const stretches = fc
		.array(fc.tuple(fc.integer({ min: -50, max: 1050 }), fc.integer({ min: 0, max: 300 })))
		.map((all) => all.map(([from, length]) => ({ from, until: from + length })));

	test('adds up to the open hours, whatever happens', () => {
		fc.assert(
			fc.property(changes, stretches, (history, opening) => {
				const open = united(opening);
				const { up, down, unknown, off: out } = availability(READY, history, open);
				const hours = open.reduce((sum, { from, until }) => sum + until - from, 0);
				expect(up + down + unknown + out).toBe(hours);
				const part = share({ up, down, unknown, off: out });
				expect(part === null || (part >= 0 && part <= 1)).toBe(true);
			})
		);
	});

	test('is the same for a month as for its halves, each begun where the other ended', () => {
		fc.assert(
			fc.property(changes, fc.integer({ min: 0, max: 1000 }), (history, middle) => {
				const before = history.filter(({ at }) => at < middle);
				const after = history.filter(({ at }) => at >= middle);
				const whole = availability(READY, history, [{ from: 0, until: 1000 }]);
				const first = availability(READY, before, [{ from: 0, until: middle }]);
				const start = standingBefore([...before.toReversed(), became(-1, 'ready'), on(-2)], after);
				const second = availability(start, after, [{ from: middle, until: 1000 }]);
				for (const part of ['up', 'down', 'unknown', 'off'] as const) {
					expect(first[part] + second[part]).toBe(whole[part]);
				}
			})
		);
	});

	test('of stretches that overlap counts each moment once', () => {
		fc.assert(
			fc.property(stretches, fc.integer({ min: -50, max: 1400 }), (all, at) => {
				const inside = (of: readonly { from: number; until: number }[]): number =>
					of.filter(({ from, until }) => from <= at && at < until).length;
				expect(inside(united(all))).toBe(Math.min(1, inside(all)));
			})
		);
	});
});

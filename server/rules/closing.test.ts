import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minutesLeft, prospect } from './closing.ts';
import { stretchesOf } from './day.ts';
import { plannedWait } from './wait/told.ts';

const spans = [
	{ from: 540, to: 720 },
	{ from: 810, to: 1020 }
];
const stretches = stretchesOf(spans, '2026-11-23', 'Asia/Shanghai');
const at = (clock: string): number => Date.parse(`2026-11-23T${clock}:00+08:00`);

test('T-02 the break is no time to be served in, and ends the time where numbers are not served after it', () => {
	const left = (clock: string, through = true): number => minutesLeft(stretches, at(clock), through);
	expect([left('08:30'), left('11:00'), left('12:30'), left('16:00'), left('17:00')]).toEqual([390, 270, 210, 60, 0]);
	expect([left('11:00', false), left('12:30', false)]).toEqual([60, 210]);
});

test('T-02 fine, doubtful, too late: as the forecast’s range fits into what is left', () => {
	expect(prospect({ from: 10, to: 25 }, 10, 60)).toBe('fine');
	expect(prospect({ from: 10, to: 55 }, 10, 60)).toBe('may-not-be-served');
	expect(prospect({ from: 10, to: 50 }, 10, 60)).toBe('fine');
	expect(prospect({ from: 60, to: 90 }, 10, 60)).toBe('too-late');
	expect(prospect({ from: 0, to: 5 }, 10, 0)).toBe('too-late');
});

test('T-02 more people ahead or less time left never make it better', () => {
	const worse = ['fine', 'may-not-be-served', 'too-late'];
	const nat = (max: number): fc.Arbitrary<number> => fc.nat(max);
	fc.assert(
		fc.property(nat(80), nat(20), nat(500), nat(60), (ahead, more, left, less) => {
			const now = prospect(plannedWait(ahead, 8, 3), 8, left);
			const then = prospect(plannedWait(ahead + more, 8, 3), 8, Math.max(0, left - less));
			return worse.indexOf(then) >= worse.indexOf(now);
		})
	);
});

import { expect, test } from 'vitest';
import { virtualClock } from '#test/fakes/clock.ts';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { readHall } from '../setup/read.ts';
import { Setup } from '../setup/hall.ts';
import { addDays } from './day.ts';
import { DAYS_AHEAD, openingAt, opensAfter } from './opening.ts';

const BEIJING = 'Asia/Shanghai';
const at = (moment: string): number => Date.parse(`${moment}:00+08:00`);

function setup(change: (file: string) => string = (file) => file): Setup {
	const read = readHall(change(SMALL_HALL));
	if (!read.ok) throw new Error(read.faults.map((fault) => fault.what.en).join('; '));
	return new Setup(read.file);
}

const hall = setup();
/** when the queue gives numbers again, seen from a moment of the hall's clock */
const again = (moment: string, queue = 'social', of = hall): string => {
	const opening = of.opensAfter(queue, at(moment));
	return opening ? `${opening.day} ${opening.time}` : 'never';
};

test('K-09 at lunch it is the afternoon, in the evening the next morning', () => {
	expect(again('2026-11-23T12:00')).toBe('2026-11-23 13:30');
	expect(again('2026-11-23T13:29')).toBe('2026-11-23 13:30');
	expect(again('2026-11-23T17:00')).toBe('2026-11-24 09:00');
});

test('K-09 at midnight it is the day that has just begun', () => {
	expect(again('2026-11-23T23:59')).toBe('2026-11-24 09:00');
	expect(again('2026-11-24T00:00')).toBe('2026-11-24 09:00');
});

test('K-09 before a weekend it is Monday, for a queue with Saturday hours Saturday', () => {
	expect(again('2026-11-27T12:00')).toBe('2026-11-30 09:00');
	expect(again('2026-11-27T12:00', 'homes')).toBe('2026-11-28 09:00');
	expect(again('2026-11-28T12:00', 'homes')).toBe('2026-12-05 09:00');
});

test('K-09 before a run of holidays it is the day after them, and a make-up Saturday is a working day', () => {
	expect(again('2026-09-30T17:00')).toBe('2026-10-08 09:00');
	expect(again('2026-10-09T12:00')).toBe('2026-10-10 09:00');
	expect(again('2026-10-10T12:00')).toBe('2026-10-12 09:00');
});

test('K-09 numbers that are given early, late or through lunch are told so', () => {
	const early = setup((file) =>
		file.replace(
			'policies:\n',
			'policies:\n  issuing: { openEarlyMinutes: 15, closeEarlyMinutes: 10, duringBreaks: true }\n'
		)
	);
	expect(again('2026-11-23T16:50', 'social', early)).toBe('2026-11-24 08:45');
	expect(again('2026-11-23T12:30', 'social', early)).toBe('2026-11-24 08:45');
});

test('K-09 a queue that opens no more has no opening, and none is looked for beyond sixty days', () => {
	const never = setup((file) => file.replace("{ saturday: ['09:00-12:00'] }", '{}'));
	expect(again('2026-11-23T12:00', 'homes', never)).toBe('never');
	const start = at('2026-11-23T12:00');
	const once = (day: string) => (given: string) => (given === day ? [{ from: start + 1, until: start + 2 }] : []);
	expect(opensAfter('2026-11-23', start, once(addDays('2026-11-23', DAYS_AHEAD)))).not.toBeNull();
	expect(opensAfter('2026-11-23', start, once(addDays('2026-11-23', DAYS_AHEAD + 1)))).toBeNull();
});

test('an opening is told by the wall clock of the hall', () => {
	expect(openingAt(virtualClock().now(), BEIJING)).toEqual({
		...{ at: virtualClock().now(), day: '2026-11-23', time: '09:00' }
	});
});

import { expect, test } from 'vitest';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { Setup } from './hall.ts';
import { readHall } from './read.ts';

function setup(bend: (text: string) => string = (text) => text): Setup {
	const read = readHall(bend(SMALL_HALL));
	if (!read.ok) throw new Error(read.faults.map((fault) => fault.what.en).join('; '));
	return new Setup(read.file);
}

/** A moment by the clock on the wall of the small hall. */
function at(day: string, time: string): number {
	return Date.parse(`${day}T${time}:00+08:00`);
}

const withPolicy = (line: string) => (text: string) =>
	text.replace('headStartMinutes: 25', `headStartMinutes: 25\n  ${line}`);

test('windows and queues know each other, preferences included', () => {
	const hall = setup();
	expect(hall.windowsServing('social')).toEqual(['1', '2']);
	expect(hall.queuesOf('2')).toEqual([
		{ queue: 'social', headStartMinutes: 5 },
		{ queue: 'homes', headStartMinutes: 0 }
	]);
	expect(hall.windowsServing('nothing')).toEqual([]);
	expect(hall.queuesOf('99')).toEqual([]);
});

test('an item shows its materials by name, whether its own or from the list', () => {
	const hall = setup();
	const [item] = hall.itemsIn('east');
	expect(item?.code).toBe('enrol');
	expect(item && hall.materialsOf(item)).toEqual([
		{ name: { zh: '身份证', en: 'Identity card' }, kind: 'copy', copies: 2, required: true, note: null },
		{ name: { zh: '登记表', en: 'Form' }, kind: 'form', copies: 1, required: true, note: null }
	]);
});

test('a class has its own head start or the policy’s, an ordinary number none', () => {
	const hall = setup();
	expect(hall.headStartMinutes('elder')).toBe(25);
	expect(hall.headStartMinutes('service')).toBe(40);
	expect(hall.headStartMinutes('ordinary')).toBe(0);
	expect(hall.priorityClasses()[1]).toEqual({
		code: 'service',
		name: { zh: '军人', en: 'Military' },
		policy: 'window'
	});
});

test('a queue has its own cap or the policy’s', () => {
	expect(setup().cap('social')).toBe(50);
	expect(setup(withPolicy('ticketsPerQueueAndDay: 300')).cap('homes')).toBe(300);
});

test('numbers are given in the opening times and not at lunch, at night, on Sundays', () => {
	const hall = setup();
	const open = (day: string, time: string): boolean => hall.itemOpenAt('enrol', at(day, time));
	expect(open('2026-11-23', '08:59')).toBe(false);
	expect(open('2026-11-23', '09:00')).toBe(true);
	expect(open('2026-11-23', '12:00')).toBe(false);
	expect(open('2026-11-23', '13:30')).toBe(true);
	expect(open('2026-11-23', '17:00')).toBe(false);
	expect(open('2026-11-22', '10:00')).toBe(false);
	expect(hall.itemOpenAt('nothing', at('2026-11-23', '10:00'))).toBe(false);
});

test('holidays are closed to their last day, a make-up Saturday has a Friday’s times', () => {
	const hall = setup();
	expect(hall.queueHoursOn('social', '2026-10-07')).toEqual([]);
	expect(hall.queueHoursOn('social', '2026-10-08')).toHaveLength(2);
	expect(hall.queueHoursOn('social', '2026-10-10')).toEqual([{ from: 540, to: 720 }]);
});

test('a queue with its own hours keeps to them', () => {
	const hall = setup();
	expect(hall.queueOpenAt('homes', at('2026-11-23', '10:00'))).toBe(false);
	expect(hall.queueOpenAt('homes', at('2026-11-28', '10:00'))).toBe(true);
});

test('the next opening is now, after lunch, the next working day, or after the holidays', () => {
	const hall = setup();
	const next = (day: string, time: string): string => {
		const opening = hall.nextOpening('social', at(day, time));
		return opening === null ? 'never' : new Date(opening + 8 * 3_600_000).toISOString().slice(0, 16);
	};
	expect(next('2026-11-23', '10:00')).toBe('2026-11-23T10:00');
	expect(next('2026-11-23', '12:30')).toBe('2026-11-23T13:30');
	expect(next('2026-11-27', '17:30')).toBe('2026-11-30T09:00');
	expect(next('2026-09-30', '18:00')).toBe('2026-10-08T09:00');
	expect(setup((text) => text.replace("{ saturday: ['09:00-12:00'] }", '{}')).nextOpening('homes', 0)).toBeNull();
});

test('numbers may be given early, through lunch, and stop before closing', () => {
	const hall = setup(withPolicy('issuing: { openEarlyMinutes: 15, closeEarlyMinutes: 10, duringBreaks: true }'));
	const open = (time: string): boolean => hall.queueOpenAt('social', at('2026-11-23', time));
	expect(['08:44', '08:45', '12:30', '16:49', '16:50'].map(open)).toEqual([false, true, true, true, false]);
});

test('the sample’s policy ignores the hours but still shows them', () => {
	const hall = setup(withPolicy('demo: always-open'));
	const night = at('2026-11-22', '03:00');
	expect(hall.itemOpenAt('enrol', night)).toBe(true);
	expect(hall.nextOpening('social', night)).toBe(night);
	expect(hall.queueHoursOn('social', '2026-11-23')).toHaveLength(2);
	expect(hall.queueOpenAt('nothing', night)).toBe(false);
});

test('the service day is that of the hall’s clock, forwards and backwards', () => {
	const hall = setup();
	expect(hall.day(at('2026-11-22', '23:59'))).toBe('2026-11-22');
	expect(hall.day(at('2026-11-23', '00:00'))).toBe('2026-11-23');
	expect(hall.day(at('2026-11-22', '12:00'))).toBe('2026-11-22');
});

test('a hall where clocks change opens by the wall clock on both sides', () => {
	const hall = setup((text) =>
		text
			.replace('Asia/Shanghai', 'Europe/Berlin')
			.replace("thursday: ['09:00-12:00', '13:30-17:00']", "sunday: ['01:00-04:00']")
	);
	// 02:00 becomes 03:00 on 2026-03-29: three hours on the wall, two in the room.
	const opening = hall.nextOpening('social', Date.UTC(2026, 2, 28, 20)) ?? 0;
	expect(opening).toBe(Date.UTC(2026, 2, 29, 0));
	expect(hall.queueOpenAt('social', opening + 2 * 3_600_000 - 1)).toBe(true);
	expect(hall.queueOpenAt('social', opening + 2 * 3_600_000)).toBe(false);
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RUSH_DAY, RUSH_HALL } from '#test/fixtures/rush.ts';
import { setupOf } from '#test/fixtures/simulated.ts';
import { readDay } from './day-file.ts';
import { drawVisitors, postsOf } from './draw.ts';

const setup = setupOf(RUSH_HALL);
const read = (text: string): ReturnType<typeof readDay> => readDay(text, setup, 'rush.yaml');

describe('a day file', () => {
	test('is read, with times as minutes and what is left out as usual', () => {
		const file = read(RUSH_DAY);
		expect(file).toMatchObject({ day: '2026-11-24', seed: 7, windows: { closed: [], hours: null } });
		expect(file.visitors[0]?.arrivals[0]).toEqual({ from: 525, perHalfHour: [6, 9, 9, 6, 4, 6] });
		expect(file.visitors[0]?.service).toEqual({ minutes: 4, cv: 0.8 });
		expect(file.visitors[1]?.service).toBeNull();
		expect(file.behaviour).toMatchObject({ walkSeconds: 20, overtimeMinutes: 60 });
	});

	test.each(['rush', 'pension'])('the sample of a %s is without fault', (name) => {
		const hall = name === 'rush' ? 'hall.yaml' : 'docs/days/pension-hall.yaml';
		const path = name === 'rush' ? 'docs/days/rush.yaml' : 'docs/days/pension-day.yaml';
		const sample = setupOf(readFileSync(hall, 'utf8'));
		const file = readDay(readFileSync(path, 'utf8'), sample, path);
		expect(drawVisitors(file, sample, file.seed).length).toBeGreaterThan(200);
	});

	test.each([
		[
			'item: enrol',
			'item: enroll',
			/rush\.yaml:5:\d+ visitors\[0\]\.item: .*没有定义.*\n.*"enroll" is not defined in hall: items — did you mean "enrol"\?/
		],
		["from: '08:45'", "from: '8:45'", /arrivals\[0\]\.from: "8:45" is not a time of day/],
		['share: 0.2 }', 'share: 0.9 }', /classes: the shares come to more than 1/],
		['share: 0.2 }', 'share: 2 }', /share: 2 is too large — at most 1/],
		['noShow:', 'noShows:', /behaviour\.noShows: "noShows" is not known here — did you mean "noShow"\?/],
		['class: elder, share: 0.2', 'class: old, share: 0.2', /"old" is not defined in hall: classes/],
		['windows: [1]', 'windows: [9]', /breaks\[0\]\.windows\[0\]: "9" is not defined in hall: windows/],
		['reason: lunch', 'reason: nap', /"nap" is not defined in hall: pauseReasons/],
		['fault: paper-out', 'fault: paper-oud', /"paper-oud" is not one of the allowed values .*did you mean "paper-out"/],
		['printer: printer-1', 'printer: printer-9', /"printer-9" is not defined in hall: devices\.printers/],
		['window: 3, at', 'window: 8, at', /clerksGone\[0\]\.window: "8" is not defined/],
		['day: 2026-11-24', 'day: 2026-11-31', /2:6 day: /],
		['behaviour:', 'behaviour: [', /yaml:\d+:\d+/]
	])('%s → %s is told with its line', (from, to, says) => {
		expect(RUSH_DAY).toContain(from);
		expect(() => read(RUSH_DAY.replace(from, to))).toThrow(says);
	});
});

describe('a drawn day', () => {
	const file = read(RUSH_DAY);

	test('is the same for the same seed, and another for another', () => {
		expect(drawVisitors(file, setup, 1)).toEqual(drawVisitors(file, setup, 1));
		expect(drawVisitors(file, setup, 2)).not.toEqual(drawVisitors(file, setup, 1));
	});

	test('with one share changed leaves everything else as it was', () => {
		const none = { ...file, behaviour: { ...file.behaviour, noShow: 0, transfer: 0 } };
		const fate = (of: typeof file): object[] =>
			drawVisitors(of, setup, 3).map(({ comes, class: priority, serviceMs, break: pause }) => ({
				comes,
				priority,
				serviceMs,
				pause
			}));
		expect(fate(none)).toEqual(fate(file));
	});

	test('has as many visitors, of such classes, as the file says, on average', () => {
		const drawn = Array.from({ length: 200 }, (_, seed) => drawVisitors(file, setup, seed)).flat();
		const days = drawn.filter((one) => one.slot === null);
		expect(Math.abs(days.length / 200 - 77)).toBeLessThan(2);
		// five slots of three places, of which 60 % are booked, to 80 % of which somebody comes
		const booked = drawn.filter((one) => one.slot !== null);
		expect(Math.abs(booked.length / 200 - 9)).toBeLessThan(0.5);
		expect(booked.filter((one) => one.away).length / booked.length).toBeCloseTo(0.2, 1);
		expect(booked.filter((one) => one.comes > (one.slot ?? 0)).length / booked.length).toBeCloseTo(0.3, 1);
		const enrol = days.filter((one) => one.item === 'enrol');
		expect(enrol.filter((one) => one.class === 'service').length / enrol.length).toBeCloseTo(0.15, 1);
		expect(days.filter((one) => one.noShow).length / days.length).toBeCloseTo(0.2, 1);
		expect(days.every((one, i) => i === 0 || one.nth === 0 || (days[i - 1]?.comes ?? 0) <= one.comes)).toBe(true);
		expect(days.filter((one) => one.item === 'both').every((one) => one.chainMs.length === 1)).toBe(true);
	});

	test('opens the windows of the hall at its hours, or those that the day names', () => {
		expect(postsOf(file, setup).map((one) => [one.code, one.spans.length])).toEqual([
			['1', 2],
			['2', 2],
			['3', 2]
		]);
		const short = { ...file, windows: { closed: ['3'], hours: [{ from: 540, to: 600 }] } };
		expect(postsOf(short, setup).map((one) => [one.code, one.spans.length])).toEqual([
			['1', 1],
			['2', 1]
		]);
	});
});

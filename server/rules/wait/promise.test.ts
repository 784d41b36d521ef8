import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepPromise, promise, type Standing } from './promise.ts';
import { rungOf, tellWait } from './ladder.ts';

const MINUTE = 60_000;
const STANDING: Standing = { ahead: 5, windows: 3, calls: 10, pace: 4 };

describe('K-08 a wait that was told', () => {
	const first = promise({ from: 10, to: 25 }, STANDING, 0);

	test('becomes shorter at once', () => {
		expect(keepPromise(first, { from: 5, to: 15 }, STANDING, MINUTE)).toMatchObject({
			wait: { from: 5, to: 15 },
			reason: null
		});
	});

	test('is held back where nothing has happened that would explain more', () => {
		const kept = keepPromise(first, { from: 30, to: 60 }, STANDING, MINUTE);
		// ten minutes past 25, a minute gone, in steps of five
		expect(kept).toMatchObject({ wait: { from: 25, to: 30 }, reason: null });
	});

	test.each([
		['window-closed', { windows: 2 }],
		['others-first', { ahead: 6 }],
		['others-first', { calls: 12 }],
		['slower', { pace: 5 }]
	])('becomes longer with its reason: %s %j', (reason, change) => {
		const kept = keepPromise(first, { from: 30, to: 60 }, { ...STANDING, ...change }, MINUTE);
		expect(kept).toMatchObject({ wait: { from: 30, to: 60 }, reason });
	});

	test('those called before me make it no longer', () => {
		const ahead = { ...STANDING, ahead: 3, calls: 12 };
		expect(keepPromise(first, { from: 30, to: 60 }, ahead, MINUTE).reason).toBeNull();
	});

	test('that is over before the call says that services take longer', () => {
		expect(keepPromise(first, { from: 5, to: 15 }, STANDING, 26 * MINUTE).reason).toBe('slower');
	});

	test('keeps its reason while its end is later than the first one told', () => {
		const longer = keepPromise(first, { from: 30, to: 60 }, { ...STANDING, windows: 2 }, MINUTE);
		const next = keepPromise(longer, { from: 25, to: 55 }, { ...STANDING, windows: 2 }, 2 * MINUTE);
		expect(next.reason).toBe('window-closed');
		expect(keepPromise(next, { from: 10, to: 20 }, STANDING, 3 * MINUTE).reason).toBeNull();
	});

	test('never goes up by more than ten minutes without a reason, whatever the queue does', () => {
		const look = fc.record({
			after: fc.integer({ min: 0, max: 20 }),
			to: fc.integer({ min: 1, max: 40 }).map((steps) => steps * 5),
			standing: fc.record({
				ahead: fc.nat(10),
				windows: fc.nat(4),
				calls: fc.nat(30),
				pace: fc.oneof(fc.constant(null), fc.double({ min: 1, max: 9, noNaN: true }))
			})
		});
		fc.assert(
			fc.property(fc.array(look, { maxLength: 30 }), (looks) => {
				let [at, now] = [0, first];
				let ends = [25 * MINUTE];
				for (const { after, to, standing } of looks) {
					at += after * MINUTE;
					const before = now;
					now = keepPromise(before, { from: Math.max(0, to - 15), to }, standing, at);
					const end = at + now.wait.to * MINUTE;
					if (end > Math.min(...ends) + 10 * MINUTE) expect(now.reason).not.toBeNull();
					// A named cause is a new promise.
					ends = now.lowest > before.lowest ? [now.lowest] : [...ends, end];
					expect(now.wait.to).toBeGreaterThan(now.wait.from);
				}
			})
		);
	});
});

describe('K-03 the ladder', () => {
	const moment = {
		minute: 600,
		waiting: 8,
		windows: 2,
		planned: 10,
		les: 20,
		hol: 18,
		last5: 20,
		found: 6,
		rate30: 0.25,
		rate60: 0.2,
		rateDay: 0.2
	};
	const lines = { low: [], mid: [], high: [], minutes: [] };

	test('goes by the plan, then by the day, then by what was learnt', () => {
		expect(rungOf({ calls: 2, forecast: undefined })).toBe('plan');
		expect(rungOf({ calls: 3, forecast: undefined })).toBe('today');
		expect(rungOf({ calls: 3, forecast: { lines, factor: 1, samples: 199 } })).toBe('today');
		expect(rungOf({ calls: 0, forecast: { lines, factor: 1, samples: 200 } })).toBe('learnt');
	});

	test('tells the planned 40 minutes, then the mean of 40 by rate and 20 by the last one, each as a range', () => {
		expect(tellWait(moment, { calls: 0, forecast: undefined })).toEqual({ from: 30, to: 50 });
		// √(40 × 20) = 28.3, times 0.6 and 1.5
		expect(tellWait(moment, { calls: 3, forecast: undefined })).toEqual({ from: 15, to: 45 });
	});

	test('counts with one window before the first opens', () => {
		expect(tellWait({ ...moment, windows: 0 }, { calls: 0, forecast: undefined }).to).toBeGreaterThan(80);
	});
});

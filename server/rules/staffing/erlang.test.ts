import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaFor, erlangA, erlangB, erlangC, offered, squareRootWindows, waitQuantile } from './erlang.ts';

describe('S-04 Erlang C', () => {
	// standards 4.3: visitors an hour, minutes a service, windows → P(wait), mean wait, P(wait > 15)
	test.each([
		{ load: [45, 8, 7], is: [0.6138, 4.91, 0.0941] },
		{ load: [45, 8, 8], is: [0.357, 1.43, 0.0084] },
		{ load: [45, 8, 9], is: [0.196, 0.52, 0.0007] },
		{ load: [20, 12, 5], is: [0.5541, 6.65, 0.1588] }
	] as const)('an hour, minutes, windows: $load', ({ load: [arrivals, minutes, windows], is }) => {
		const found = erlangC({ arrivals, minutes, windows });
		expect(found.waits).toBeCloseTo(is[0], 4);
		expect(found.meanWait).toBeCloseTo(is[1], 2);
		expect(found.waitsLongerThan(15)).toBeCloseTo(is[2], 4);
	});

	test('agrees with the textbook sum where that can still be computed', () => {
		const [a, n] = [6, 7];
		const terms = Array.from({ length: n + 1 }, (_, k) => a ** k / factorial(k));
		const last = ((terms[n] ?? 0) * n) / (n - a);
		const waits = last / (terms.slice(0, n).reduce((sum, x) => sum + x, 0) + last);
		expect(erlangC({ arrivals: 45, minutes: 8, windows: 7 }).waits).toBeCloseTo(waits, 12);
	});

	test('says plainly that more come than can be served', () => {
		const found = erlangC({ arrivals: 60, minutes: 6, windows: 6 });
		expect(found).toMatchObject({ waits: 1, meanWait: Infinity, busy: 1 });
		expect(waitQuantile(found, 0.9)).toBe(Infinity);
	});
});

function factorial(k: number): number {
	return k <= 1 ? 1 : k * factorial(k - 1);
}

describe('S-04 Erlang A', () => {
	// standards 4.3, patience 40 min: → P(wait), mean wait, P(abandon)
	test.each([
		[6, 0.7223, 4.0, 0.1001],
		[7, 0.5039, 1.9, 0.0474],
		[5, 0.9028, 7.84, 0.1961]
	])('45 an hour, 8 minutes, %d windows', (windows, waits, meanWait, abandons) => {
		const found = erlangA({ arrivals: 45, minutes: 8, windows, patience: 40 });
		expect(found.waits).toBeCloseTo(waits, 4);
		expect(found.meanWait).toBeCloseTo(meanWait, 2);
		expect(found.abandons).toBeCloseTo(abandons, 4);
	});

	test('its tail holds together: everybody at 0, the mean as its area', () => {
		const found = erlangA({ arrivals: 45, minutes: 8, windows: 6, patience: 40 });
		expect(found.waitsLongerThan(0)).toBeCloseTo(found.waits, 10);
		let area = 0;
		for (let x = 0; x < 120; x += 0.5) area += 0.5 * found.waitsLongerThan(x + 0.25);
		expect(area).toBeCloseTo(found.meanWait, 2);
	});

	test('with endless patience it is Erlang C', () => {
		const load = { arrivals: 45, minutes: 8, windows: 8 };
		const [a, c] = [erlangA({ ...load, patience: 1e9 }), erlangC(load)];
		expect(a.waits).toBeCloseTo(c.waits, 6);
		expect(a.meanWait).toBeCloseTo(c.meanWait, 5);
		expect(a.waitsLongerThan(7)).toBeCloseTo(c.waitsLongerThan(7), 6);
	});

	test('with patience as long as a service the number present is Poisson', () => {
		const found = erlangA({ arrivals: 30, minutes: 10, windows: 5, patience: 10 });
		let [term, below] = [Math.exp(-5), 0];
		for (let k = 0; k < 5; k += 1) {
			below += term;
			term *= 5 / (k + 1);
		}
		expect(found.waits).toBeCloseTo(1 - below, 10);
	});
});

const load = fc.record({
	arrivals: fc.double({ min: 0.1, max: 3000, noNaN: true }),
	minutes: fc.double({ min: 0.5, max: 60, noNaN: true }),
	windows: fc.integer({ min: 1, max: 900 }),
	patience: fc.double({ min: 1, max: 240, noNaN: true })
});

describe('S-04 for any load, up to hundreds of windows', () => {
	test('shares are shares, waits are not below zero, and one more window never makes it worse', () => {
		fc.assert(
			fc.property(load, (here) => {
				const more = { ...here, windows: here.windows + 1 };
				for (const [now, then] of [
					[erlangC(here), erlangC(more)],
					[erlangA(here), erlangA(more)]
				] as const) {
					for (const share of [now.waits, now.abandons, now.busy]) {
						expect(share).toBeGreaterThanOrEqual(0);
						expect(share).toBeLessThanOrEqual(1 + 1e-9);
					}
					expect(now.meanWait).toBeGreaterThanOrEqual(0);
					expect(then.waits).toBeLessThanOrEqual(now.waits + 1e-9);
					expect(then.meanWait).toBeLessThanOrEqual(now.meanWait + 1e-9);
					expect(then.abandons).toBeLessThanOrEqual(now.abandons + 1e-9);
				}
			}),
			{ numRuns: 300 }
		);
	});

	test('those who give up shorten the waits of the others', () => {
		fc.assert(
			fc.property(load, (here) => {
				expect(erlangA(here).waits).toBeLessThanOrEqual(erlangC(here).waits + 1e-9);
			}),
			{ numRuns: 300 }
		);
	});

	test('fewer wait longer, and the quantile is where the tail says', () => {
		fc.assert(
			fc.property(load, fc.double({ min: 0.5, max: 0.99, noNaN: true }), (here, share) => {
				const found = erlangA(here);
				const at = waitQuantile(found, share);
				expect(found.waitsLongerThan(at)).toBeLessThanOrEqual(1 - share + 1e-9);
				if (at > 0.01) expect(found.waitsLongerThan(at - 0.01)).toBeGreaterThanOrEqual(1 - share - 1e-9);
				expect(found.waitsLongerThan(at + 5)).toBeLessThanOrEqual(found.waitsLongerThan(at) + 1e-9);
			}),
			{ numRuns: 60 }
		);
	});

	test('Erlang B stays a number with a thousand windows', () => {
		expect(erlangB(950, 1000)).toBeGreaterThan(0.001);
		expect(erlangB(950, 1000)).toBeLessThan(0.01);
		expect(erlangB(5, 1000)).toBe(0);
	});
});

test('S-04 the square-root rule is within one window of the exact answer, from 3 erlangs to 300', () => {
	for (const target of [0.2, 0.5]) {
		for (const arrivals of [18, 45, 120, 450, 1800]) {
			let windows = 1;
			while (erlangC({ arrivals, minutes: 10, windows }).waits > target) windows += 1;
			const rule = squareRootWindows(offered({ arrivals, minutes: 10 }), betaFor(target));
			expect(Math.abs(rule - windows)).toBeLessThanOrEqual(1);
		}
	}
});

test('a load that is none is our mistake', () => {
	expect(() => erlangC({ arrivals: -1, minutes: 8, windows: 7 })).toThrow(RangeError);
	expect(() => erlangA({ arrivals: 1, minutes: 8, windows: 7, patience: 0 })).toThrow('patience');
	expect(() => erlangC({ arrivals: 1, minutes: 8, windows: 1.5 })).toThrow('whole');
});

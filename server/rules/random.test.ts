import { expect, test } from 'vitest';
import { Random } from './random.ts';

const MANY = 40_000;
const many = (draw: (random: Random) => number): number[] => {
	const random = new Random(7);
	return Array.from({ length: MANY }, () => draw(random));
};
const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;

test('the same seed and stream give the same figures, others give others', () => {
	const draw = (seed: number, stream: number): number[] => {
		const random = new Random(seed, stream);
		return Array.from({ length: 5 }, () => random.next());
	};
	expect(draw(1, 2)).toEqual(draw(1, 2));
	expect(new Set([...draw(1, 2), ...draw(1, 3), ...draw(2, 2)]).size).toBe(15);
});

test('figures have the distribution they are named for', () => {
	expect(mean(many((r) => r.next()))).toBeCloseTo(0.5, 2);
	expect(mean(many((r) => (r.chance(0.2) ? 1 : 0)))).toBeCloseTo(0.2, 2);
	expect(Math.abs(mean(many((r) => r.exponential(8))) - 8)).toBeLessThan(0.15);
	expect(Math.abs(mean(many((r) => r.poisson(12))) - 12)).toBeLessThan(0.1);
	const services = many((r) => r.logNormal(8, 0.8));
	expect(Math.abs(mean(services) - 8)).toBeLessThan(0.15);
	const spread = Math.sqrt(mean(services.map((one) => (one - 8) ** 2)));
	expect(Math.abs(spread - 6.4)).toBeLessThan(0.3);
	expect(new Random(1).logNormal(8, 0)).toBeCloseTo(8, 9);
	expect(() => new Random(1).pick([])).toThrow(RangeError);
});

test('what neighbouring streams begin with is as good as one long stream', () => {
	for (const seed of [1, 20261124]) {
		const firsts = Array.from({ length: MANY }, (_, stream) => new Random(seed, stream).next());
		const cells = Array.from({ length: 50 }, (_, i) => firsts.filter((one) => Math.floor(one * 50) === i).length);
		const chiSquare = cells.reduce((sum, n) => sum + (n - MANY / 50) ** 2 / (MANY / 50), 0);
		// 49 degrees of freedom: 99.9 % lie below 85
		expect(chiSquare).toBeLessThan(85);
		const pairs = firsts.slice(1).reduce((sum, one, i) => sum + (one - 0.5) * ((firsts[i] ?? 0) - 0.5), 0) / MANY;
		expect(Math.abs(pairs)).toBeLessThan(0.002);
	}
});

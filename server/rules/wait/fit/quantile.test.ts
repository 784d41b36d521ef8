import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { solve } from './linear.ts';
import { fitQuantile, predict, type Rows } from './quantile.ts';
import { atOnce } from './steps.ts';

/** The same numbers in every run, evenly spread from 0 to 1. */
function* chance(): Generator<number, never> {
	for (let state = 1; ;) {
		state = (state * 48_271) % 2_147_483_647;
		yield state / 2_147_483_647;
	}
}

/** y = 2 + 3x, plus 5 in the second queue, plus noise from 0 to 1. */
function rows(counts: readonly number[]): Rows {
	const dice = chance();
	const group = counts.flatMap((count, q) => Array.from({ length: count }, () => q));
	const x = group.flatMap(() => [1, 2 * dice.next().value]);
	const y = group.map((q, i) => 2 + 3 * (x[2 * i + 1] ?? 0) + (q === 1 ? 5 : 0) + dice.next().value);
	return {
		group: Int32Array.from(group),
		groups: counts.length,
		width: 2,
		x: Float64Array.from(x),
		y: Float64Array.from(y),
		weight: new Float64Array(group.length).fill(1)
	};
}

const WISH = { own: [0.5], epsilon: 0.01 };
const fit = (of: Rows, tau: number) => atOnce(fitQuantile(of, { ...WISH, tau }));

describe('K-03 a quantile regression', () => {
	test.each([0.2, 0.5, 0.8])('leaves the share %d of its rows below it', (tau) => {
		const given = rows([400, 400]);
		const fitted = fit(given, tau);
		const below = [...given.y].filter(
			(y, i) => y < predict(given.x.subarray(2 * i, 2 * i + 2), fitted, given.group[i] ?? 0, 1)
		);
		expect(below.length / given.y.length).toBeCloseTo(tau, 1);
	});

	test('finds what the queues share and what is a queue’s own', () => {
		const fitted = fit(rows([400, 400]), 0.5);
		expect(fitted.shared[1]).toBeCloseTo(3, 1);
		expect((fitted.own[1] ?? 0) - (fitted.own[0] ?? 0)).toBeCloseTo(5, 0);
	});

	test('draws a queue with hardly any history towards the others', () => {
		const few = fitQuantile(rows([400, 4]), { own: [20], epsilon: 0.01, tau: 0.5 });
		const [own] = atOnce(few).own.slice(1);
		expect(own).toBeGreaterThan(0);
		expect(own).toBeLessThan(1);
	});

	test('is the same every time', () => {
		expect(fit(rows([50, 80]), 0.8)).toEqual(fit(rows([50, 80]), 0.8));
	});
});

describe('a symmetric positive system', () => {
	const entry = fc.double({ min: -10, max: 10, noNaN: true });
	test('is solved', () => {
		fc.assert(
			fc.property(fc.array(entry, { minLength: 12, maxLength: 12 }), (numbers) => {
				const a = numbers.slice(0, 9);
				const right = Float64Array.from(numbers.slice(9));
				// aᵀa + 1 is symmetric and positive
				const matrix = Float64Array.from({ length: 9 }, (_, n) => {
					const [i, j] = [Math.floor(n / 3), n % 3];
					return [0, 1, 2].reduce((sum, k) => sum + (a[3 * k + i] ?? 0) * (a[3 * k + j] ?? 0), i === j ? 1 : 0);
				});
				const x = solve(matrix, right);
				for (let i = 0; i < 3; i++) {
					const back = [0, 1, 2].reduce((sum, j) => sum + (matrix[3 * i + j] ?? 0) * (x[j] ?? 0), 0);
					expect(back).toBeCloseTo(right[i] ?? 0, 6);
				}
			})
		);
	});
});

/** An entry of an array of numbers that is known to be there. */
export function at(array: Float64Array, index: number): number {
	return array[index] ?? 0;
}

/** A symmetric positive system, solved by Cholesky's method. `matrix` is row after row; neither argument is changed. */
export function solve(matrix: Float64Array, right: Float64Array): Float64Array {
	const n = right.length;
	const lower = factor(matrix, n);
	const x = right.slice();
	for (let i = 0; i < n; i++) {
		let sum = at(x, i);
		for (let k = 0; k < i; k++) sum -= at(lower, i * n + k) * at(x, k);
		x[i] = sum / at(lower, i * n + i);
	}
	for (let i = n - 1; i >= 0; i--) {
		let sum = at(x, i);
		for (let k = i + 1; k < n; k++) sum -= at(lower, k * n + i) * at(x, k);
		x[i] = sum / at(lower, i * n + i);
	}
	return x;
}

/** So that columns that say the same thing twice do not stop a fit. */
const LEAST_PIVOT = 1e-9;

function factor(matrix: Float64Array, n: number): Float64Array {
	const lower = new Float64Array(n * n);
	for (let j = 0; j < n; j++) {
		for (let i = j; i < n; i++) {
			let sum = at(matrix, i * n + j);
			for (let k = 0; k < j; k++) sum -= at(lower, i * n + k) * at(lower, j * n + k);
			lower[i * n + j] = i === j ? Math.sqrt(Math.max(sum, LEAST_PIVOT)) : sum / at(lower, j * n + j);
		}
	}
	return lower;
}

/** A symmetric positive system, solved by Cholesky's method. `matrix` is row after row; neither argument is changed. */
export function solve(matrix: Float64Array, right: Float64Array): Float64Array {
	const n = right.length;
	const lower = factor(matrix, n);
	const x = right.slice();
	for (let i = 0; i < n; i++) {
		let sum = x[i] ?? 0;
		for (let k = 0; k < i; k++) sum -= (lower[i * n + k] ?? 0) * (x[k] ?? 0);
		x[i] = sum / (lower[i * n + i] ?? 1);
	}
	for (let i = n - 1; i >= 0; i--) {
		let sum = x[i] ?? 0;
		for (let k = i + 1; k < n; k++) sum -= (lower[k * n + i] ?? 0) * (x[k] ?? 0);
		x[i] = sum / (lower[i * n + i] ?? 1);
	}
	return x;
}

/** So that columns that say the same thing twice do not stop a fit. */
const LEAST_PIVOT = 1e-9;

function factor(matrix: Float64Array, n: number): Float64Array {
	const lower = new Float64Array(n * n);
	for (let j = 0; j < n; j++) {
		for (let i = j; i < n; i++) {
			let sum = matrix[i * n + j] ?? 0;
			for (let k = 0; k < j; k++) sum -= (lower[i * n + k] ?? 0) * (lower[j * n + k] ?? 0);
			lower[i * n + j] = i === j ? Math.sqrt(Math.max(sum, LEAST_PIVOT)) : sum / (lower[j * n + j] ?? 1);
		}
	}
	return lower;
}

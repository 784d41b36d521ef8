/**
 * Linear quantile regression over many queues at once: coefficients that all queues share, and for the first few
 * columns a deviation of each queue, drawn towards none by a penalty, so that a queue with little history follows the
 * others. Solved by majorize and minimize (Hunter, Lange 2000): every step is a weighted least-squares fit in which the
 * queues' own deviations are eliminated first, so that the system stays as small as the shared part.
 */
import { at, solve } from './linear.ts';
import type { Steps } from './steps.ts';

/** Rows of equal width, by queue. */
export interface Rows {
	/** which queue each row belongs to, from 0 */
	group: Int32Array;
	groups: number;
	/** columns */
	width: number;
	/** row after row */
	x: Float64Array;
	y: Float64Array;
	/** how much each row counts */
	weight: Float64Array;
}

export interface Wish {
	/** the share of rows that shall lie below, 0 to 1 */
	tau: number;
	/** so many leading columns have a deviation for each queue, with a penalty each */
	own: readonly number[];
	/** below this, an absolute error counts as none: in units of y */
	epsilon: number;
}

export interface Fitted {
	shared: Float64Array;
	/** deviations, queue after queue */
	own: Float64Array;
}

const RIDGE = 1e-3;
const MOST_STEPS = 60;
/** Coefficients of columns near 1 that move less than this have settled. */
const SETTLED = 1e-4;

/** Fits from `start` on, or from nothing. Deterministic. */
export function* fitQuantile(rows: Rows, wish: Wish, start?: Fitted): Steps<Fitted> {
	let fitted = start ?? { shared: new Float64Array(rows.width), own: new Float64Array(rows.groups * wish.own.length) };
	for (let step = 0; step < MOST_STEPS; step++) {
		const next = improve(rows, wish, fitted, step === 0 && !start);
		const moved = farthest(next.shared, fitted.shared);
		fitted = next;
		if (moved < SETTLED) break;
		yield;
	}
	return fitted;
}

function farthest(one: Float64Array, other: Float64Array): number {
	return one.reduce((most, value, i) => Math.max(most, Math.abs(value - at(other, i))), 0);
}

/** One least-squares fit with weights from the residuals so far. */
function improve(rows: Rows, wish: Wish, before: Fitted, first: boolean): Fitted {
	const sums = sumUp(rows, wish, first ? undefined : before);
	const p = rows.width;
	const matrix = new Float64Array(p * p);
	const right = new Float64Array(p);
	for (let i = 0; i < p; i++) matrix[i * p + i] = RIDGE;
	const reduced = sums.map((one) => reduce(one, wish.own, p));
	for (let q = 0; q < sums.length; q++) {
		add(matrix, reduced[q]?.matrix);
		add(right, reduced[q]?.right);
	}
	const shared = solve(matrix, right);
	const own = new Float64Array(sums.length * wish.own.length);
	sums.forEach((one, q) => own.set(deviation(one, wish.own, shared), q * wish.own.length));
	return { shared, own };
}

/** Sums of one queue: x·xᵀ and x·y, weighted. */
interface Sums {
	xx: Float64Array;
	xy: Float64Array;
}

function sumUp(rows: Rows, { tau, own, epsilon }: Wish, before: Fitted | undefined): Sums[] {
	const p = rows.width;
	const sums = Array.from({ length: rows.groups }, () => ({ xx: new Float64Array(p * p), xy: new Float64Array(p) }));
	for (let r = 0; r < rows.y.length; r++) {
		const x = rows.x.subarray(r * p, r * p + p);
		const q = rows.group[r] ?? 0;
		const y = at(rows.y, r);
		const weight = at(rows.weight, r);
		const miss = before ? Math.abs(y - predict(x, before, q, own.length)) : 1;
		const u = weight / (2 * (epsilon + miss));
		const sum = sums[q];
		if (sum) collect(sum, x, u, u * y + (before ? weight * (tau - 0.5) : 0));
	}
	return sums;
}

function collect({ xx, xy }: Sums, x: Float64Array, u: number, uy: number): void {
	const p = x.length;
	for (let i = 0; i < p; i++) {
		const xi = at(x, i);
		const ui = u * xi;
		for (let j = 0; j <= i; j++) xx[i * p + j] = at(xx, i * p + j) + ui * at(x, j);
		xy[i] = at(xy, i) + uy * xi;
	}
}

/** Shared part plus the queue's own. */
export function predict(x: Float64Array, { shared, own }: Fitted, q: number, owned: number): number {
	let sum = 0;
	for (let i = 0; i < x.length; i++) sum += at(x, i) * at(shared, i);
	for (let i = 0; i < owned; i++) sum += at(x, i) * at(own, q * owned + i);
	return sum;
}

/** The sums with the queue's own deviations eliminated (Schur complement). */
function reduce({ xx, xy }: Sums, own: readonly number[], p: number): { matrix: Float64Array; right: Float64Array } {
	for (let i = 0; i < p; i++) for (let j = i + 1; j < p; j++) xx[i * p + j] = at(xx, j * p + i);
	const block = ownBlock(xx, own, p);
	const matrix = xx.slice();
	for (let j = 0; j < p; j++) {
		const solved = solve(
			block,
			Float64Array.from(own, (_, i) => at(xx, i * p + j))
		);
		for (let r = 0; r < p; r++) matrix[r * p + j] = at(matrix, r * p + j) - product(xx, r * p, solved);
	}
	const solved = solve(
		block,
		Float64Array.from(own, (_, i) => at(xy, i))
	);
	return { matrix, right: xy.map((one, r) => one - product(xx, r * p, solved)) };
}

/** The leading entries of a row, which begins at `from`, times as many others. */
function product(xx: Float64Array, from: number, others: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < others.length; i++) sum += at(xx, from + i) * at(others, i);
	return sum;
}

function deviation({ xx, xy }: Sums, own: readonly number[], shared: Float64Array): Float64Array {
	const p = shared.length;
	const left = Float64Array.from(own, (_, i) => {
		let sum = at(xy, i);
		for (let j = 0; j < p; j++) sum -= at(xx, i * p + j) * at(shared, j);
		return sum;
	});
	return solve(ownBlock(xx, own, p), left);
}

function ownBlock(xx: Float64Array, own: readonly number[], p: number): Float64Array {
	const g = own.length;
	const block = new Float64Array(g * g);
	for (let i = 0; i < g; i++) {
		for (let j = 0; j < g; j++) block[i * g + j] = at(xx, i * p + j) + (i === j ? (own[i] ?? 0) : 0);
	}
	return block;
}

function add(to: Float64Array, what: Float64Array | undefined): void {
	for (let i = 0; i < to.length; i++) to[i] = at(to, i) + (what?.[i] ?? 0);
}

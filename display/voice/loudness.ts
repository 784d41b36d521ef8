/**
 * How loud a sound is to the ear, in LUFS: Recommendation ITU-R BS.1770-5, annex 1, for one channel. Two filters (the head, and
 * the ear's deafness for low tones), the mean square of blocks of 400 ms that overlap by three quarters, and two gates, so that
 * pauses do not count. Pure.
 */
import type { Sound } from './wav.ts';

interface Biquad {
	b: readonly [number, number, number];
	a: readonly [number, number];
}

/** The shelf and the high pass of BS.1770 at any rate: the analogue prototypes behind its table for 48 kHz. */
export function kFilters(rate: number): readonly [Biquad, Biquad] {
	return [shelf(rate), highPass(rate)];
}

function shelf(rate: number): Biquad {
	const k = Math.tan((Math.PI * 1681.974450955533) / rate);
	const q = 0.7071752369554196;
	const high = 10 ** (3.999843853973347 / 20);
	const band = high ** 0.4996667741545416;
	const a0 = 1 + k / q + k * k;
	return {
		b: [(high + (band * k) / q + k * k) / a0, (2 * (k * k - high)) / a0, (high - (band * k) / q + k * k) / a0],
		a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0]
	};
}

function highPass(rate: number): Biquad {
	const k = Math.tan((Math.PI * 38.13547087602444) / rate);
	const q = 0.5003270373238773;
	const a0 = 1 + k / q + k * k;
	return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] };
}

function filtered(samples: ArrayLike<number>, { b, a }: Biquad): Float64Array {
	const out = new Float64Array(samples.length);
	let [s1, s2] = [0, 0];
	for (let i = 0; i < out.length; i++) {
		const x = samples[i] ?? 0;
		const y = b[0] * x + s1;
		s1 = b[1] * x - a[0] * y + s2;
		s2 = b[2] * x - a[1] * y;
		out[i] = y;
	}
	return out;
}

const BLOCK_S = 0.4;
const STEP_S = 0.1;
const ABSOLUTE_LUFS = -70;
const RELATIVE_LU = -10;

/** Mean squares of the blocks; what is shorter than a block is one. */
function blocks(samples: Float64Array, rate: number): number[] {
	const size = Math.min(Math.round(BLOCK_S * rate), samples.length);
	const step = Math.round(STEP_S * rate);
	const found: number[] = [];
	for (let at = 0; size > 0 && at + size <= samples.length; at += step) {
		let sum = 0;
		for (let i = at; i < at + size; i++) sum += (samples[i] ?? 0) ** 2;
		found.push(sum / size);
	}
	return found;
}

const lufs = (power: number): number => -0.691 + 10 * Math.log10(power);
const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;

/** Integrated loudness, LUFS; −Infinity for silence. A full-scale sine of 997 Hz is −3.01. */
export function loudness({ rate, samples }: Sound): number {
	const [head, ear] = kFilters(rate);
	const heard = blocks(filtered(filtered(samples, head), ear), rate).filter((power) => lufs(power) > ABSOLUTE_LUFS);
	if (heard.length === 0) return -Infinity;
	const gate = lufs(mean(heard)) + RELATIVE_LU;
	return lufs(mean(heard.filter((power) => lufs(power) > gate)));
}

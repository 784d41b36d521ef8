/** What is done to sounds before they are joined to a sentence. Pure. */
import { loudness } from './loudness.ts';
import type { Sound } from './wav.ts';

/** 16 kHz carries speech; every clip and every announcement has this rate. */
export const RATE = 16_000;

/** Long enough to have no click, short enough to leave the consonant. */
const FADE_MS = 4;
const FRAME_MS = 10;
/** Kept before and after the speech, so that a soft consonant is not cut. */
const KEPT_MS = 12;

function frames(ms: number, rate: number): number {
	return Math.round((ms * rate) / 1000);
}

/** How long it lasts, in seconds. */
export function secondsOf(sound: Sound): number {
	return sound.samples.length / sound.rate;
}

/** Silence of so many milliseconds. */
export function silence(ms: number, rate: number): Sound {
	return { rate, samples: new Float32Array(frames(ms, rate)) };
}

function sinc(x: number): number {
	return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** Lobes of the Lanczos window on each side: few enough to be quick, enough to keep hiss away. */
const LOBES = 4;

/** The same sound at another rate; what the lower rate cannot carry is filtered away (Lanczos-windowed sinc). */
export function resampled(sound: Sound, rate: number): Sound {
	if (sound.rate === rate) return sound;
	const { samples } = sound;
	const step = sound.rate / rate;
	const scale = Math.max(1, step);
	const reach = LOBES * scale;
	const out = new Float32Array(Math.max(1, Math.round(samples.length / step)));
	for (let i = 0; i < out.length; i++) {
		const centre = i * step;
		let sum = 0;
		let weight = 0;
		for (let j = Math.ceil(centre - reach); j <= centre + reach; j++) {
			const x = (j - centre) / scale;
			const w = sinc(x) * sinc(x / LOBES);
			sum += (samples[j] ?? 0) * w;
			weight += w;
		}
		out[i] = sum / weight;
	}
	return { rate, samples: out };
}

/** Loudness of each 10 ms, as root mean square. */
export function levelsOf(sound: Sound): number[] {
	const size = frames(FRAME_MS, sound.rate);
	const list: number[] = [];
	for (let at = 0; at < sound.samples.length; at += size) {
		const part = sound.samples.subarray(at, at + size);
		list.push(Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length));
	}
	return list;
}

/** The largest of a list of any length: as arguments of one call a long recording would be too many. */
export function most(levels: readonly number[]): number {
	return levels.reduce((so, level) => Math.max(so, level), 0);
}

/** Without the silence around it; `floor` is relative to its loudest moment (0.02 is −34 dB). A silent sound stays. */
export function trimmed(sound: Sound, floor = 0.02): Sound {
	const levels = levelsOf(sound);
	const limit = most(levels) * floor;
	const first = levels.findIndex((level) => level > limit);
	if (first < 0) return sound;
	const last = levels.findLastIndex((level) => level > limit);
	const size = frames(FRAME_MS, sound.rate);
	const kept = frames(KEPT_MS, sound.rate);
	const from = Math.max(0, first * size - kept);
	return { rate: sound.rate, samples: sound.samples.slice(from, (last + 1) * size + kept) };
}

/** Root mean square of the spoken part: what is within 20 dB of its loudest 10 ms. 0 for silence. */
export function speechLevel(sound: Sound): number {
	const levels = levelsOf(sound);
	const limit = most(levels) * 0.1;
	const spoken = levels.filter((level) => level > limit);
	return Math.sqrt(spoken.reduce((sum, level) => sum + level * level, 0) / Math.max(1, spoken.length));
}

/** Loud in a hall, with room for the peaks of speech. */
export const LEVEL_LUFS = -18;
const PEAK = 0.9;
/** So much louder than its peaks allow a clip may become; they are then held down for a moment. */
const HELD_DOWN = 2;
const HOLD_MS = 3;

/** The largest of all samples, without its sign. */
export function peakOf({ samples }: Sound): number {
	return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}

/** As loud as every other clip to the ear (BS.1770), never clipped. Silence stays silence. */
export function levelled(sound: Sound): Sound {
	const level = loudness(sound);
	const peak = peakOf(sound);
	if (level === -Infinity) return sound;
	const gain = Math.min(10 ** ((LEVEL_LUFS - level) / 20), (HELD_DOWN * PEAK) / peak);
	const louder = { rate: sound.rate, samples: sound.samples.map((sample) => sample * gain) };
	return gain * peak > PEAK ? heldDown(louder) : louder;
}

/** Peaks are brought down to the limit, and what is around them with them, so that nothing is bent. */
function heldDown({ rate, samples }: Sound): Sound {
	const reach = frames(HOLD_MS, rate);
	const wanted = samples.map((sample) => Math.min(1, PEAK / Math.max(PEAK, Math.abs(sample))));
	// The least within reach, then the mean of that within reach: no sample is above the limit, and no gain jumps.
	const least = wanted.map((_, i) => Math.min(...wanted.subarray(Math.max(0, i - reach), i + reach + 1)));
	const out = samples.map((sample, i) => {
		const around = least.subarray(Math.max(0, i - reach), i + reach + 1);
		return (sample * around.reduce((sum, gain) => sum + gain, 0)) / around.length;
	});
	return { rate, samples: out };
}

function faded(sound: Sound): Sound {
	const samples = sound.samples.slice();
	const length = Math.min(frames(FADE_MS, sound.rate), Math.floor(samples.length / 2));
	for (let i = 0; i < length; i++) {
		const gain = i / length;
		samples[i] = (samples[i] ?? 0) * gain;
		samples[samples.length - 1 - i] = (samples[samples.length - 1 - i] ?? 0) * gain;
	}
	return { rate: sound.rate, samples };
}

/** One after the other, each faded at both ends so that no joint clicks. All must have the rate that is named. */
export function joined(sounds: readonly Sound[], rate: number): Sound {
	const samples = new Float32Array(sounds.reduce((sum, sound) => sum + sound.samples.length, 0));
	let at = 0;
	for (const sound of sounds) {
		if (sound.rate !== rate) throw new Error(`a sound of ${sound.rate} Hz among sounds of ${rate} Hz`);
		samples.set(faded(sound).samples, at);
		at += sound.samples.length;
	}
	return { rate, samples };
}

import { describe, expect, test } from 'vitest';
import { chime } from './chime.ts';
import { loudness } from './loudness.ts';
import { joined, LEVEL_LUFS, levelled, RATE, resampled, secondsOf, silence, speechLevel, trimmed } from './sound.ts';
import { stretched } from './stretch.ts';
import type { Sound } from './wav.ts';

function sine(rate: number, hz: number, seconds: number, gain = 0.5): Sound {
	return {
		rate,
		samples: Float32Array.from({ length: rate * seconds }, (_, i) => gain * Math.sin((2 * Math.PI * hz * i) / rate))
	};
}

/** Like speech to the ear of an overlap-and-add: a pitch with overtones, swelling and fading. */
function vowel(seconds: number): Sound {
	const at = (i: number): number =>
		[1, 2, 3, 5].reduce((sum, k) => sum + Math.sin((2 * Math.PI * 130 * k * i) / RATE) / k, 0);
	const swell = (i: number): number => 0.2 + 0.15 * Math.sin((2 * Math.PI * 3 * i) / RATE);
	return { rate: RATE, samples: Float32Array.from({ length: RATE * seconds }, (_, i) => at(i) * swell(i)) };
}

function steepest(sound: Sound, from = 0, to = sound.samples.length): number {
	let most = 0;
	for (let i = Math.max(1, from); i < to; i++)
		most = Math.max(most, Math.abs((sound.samples[i] ?? 0) - (sound.samples[i - 1] ?? 0)));
	return most;
}

/** Cycles a second, by counting how often the sound rises through zero. */
function pitch(sound: Sound): number {
	const rises = sound.samples.filter((sample, i) => i > 0 && (sound.samples[i - 1] ?? 0) < 0 && sample >= 0);
	return rises.length / secondsOf(sound);
}

const rms = (sound: Sound): number =>
	Math.sqrt(sound.samples.reduce((sum, one) => sum + one * one, 0) / sound.samples.length);

describe('resampling', () => {
	test.each([8000, 22_050, 44_100, 48_000])('from %i Hz keeps length, pitch and loudness', (rate) => {
		const sound = resampled(sine(rate, 440, 0.5), RATE);
		expect(secondsOf(sound)).toBeCloseTo(0.5, 2);
		expect(pitch(sound)).toBeCloseTo(440, -1);
		expect(rms(sound)).toBeCloseTo(0.5 / Math.SQRT2, 2);
	});

	test('filters away what the lower rate would fold into hiss', () => {
		expect(rms(resampled(sine(44_100, 12_000, 0.2), RATE))).toBeLessThan(0.02);
	});

	test('at the same rate does nothing', () => {
		const sound = sine(RATE, 440, 0.1);
		expect(resampled(sound, RATE)).toBe(sound);
	});
});

describe('trimming', () => {
	test('takes the silence away and leaves the speech', () => {
		const sound = joined([silence(300, RATE), sine(RATE, 300, 0.4), silence(500, RATE)], RATE);
		expect(secondsOf(trimmed(sound))).toBeGreaterThanOrEqual(0.4);
		expect(secondsOf(trimmed(sound))).toBeLessThan(0.45);
		expect(rms(trimmed(sound))).toBeGreaterThan(0.3);
	});

	test('leaves silence and very short sounds as they are', () => {
		expect(trimmed(silence(50, RATE)).samples).toHaveLength(800);
		expect(trimmed({ rate: RATE, samples: Float32Array.from([0.5]) }).samples).toHaveLength(1);
	});
});

describe('levelling', () => {
	test.each([0.01, 0.1, 0.9])('brings a sound of gain %f to the common loudness', (gain) => {
		expect(loudness(levelled(sine(RATE, 300, 0.3, gain)))).toBeCloseTo(LEVEL_LUFS, 1);
	});

	test('never clips, even a sound that is one peak', () => {
		const samples = new Float32Array(RATE).map((_, i) => (i % 400 === 0 ? 0.8 : 0.001));
		expect(Math.max(...levelled({ rate: RATE, samples }).samples)).toBeLessThanOrEqual(0.901);
	});

	test('leaves silence alone', () => {
		expect(speechLevel(levelled(silence(100, RATE)))).toBe(0);
	});
});

describe('joining', () => {
	test('has the length of its parts', () => {
		const sound = joined([sine(RATE, 300, 0.2), silence(150, RATE), sine(RATE, 500, 0.3)], RATE);
		expect(secondsOf(sound)).toBeCloseTo(0.65, 6);
	});

	test('does not click where two sounds meet at full swing', () => {
		const full = { rate: RATE, samples: new Float32Array(800).fill(0.8) };
		const low = { rate: RATE, samples: new Float32Array(800).fill(-0.8) };
		const sound = joined([full, low, full], RATE);
		expect(steepest({ rate: RATE, samples: Float32Array.from([...full.samples, ...low.samples]) })).toBeCloseTo(1.6, 5);
		expect(steepest(sound)).toBeLessThan(0.02);
		expect([sound.samples[0], sound.samples.at(-1)]).toEqual([0, 0]);
	});

	test('leaves its parts as they were', () => {
		const part = sine(RATE, 300, 0.1);
		const before = part.samples.slice();
		joined([part, part], RATE);
		expect(part.samples).toEqual(before);
	});

	test('of sounds with different rates is our mistake', () => {
		expect(() => joined([silence(10, 8000)], RATE)).toThrow('8000 Hz');
	});

	test('of nothing is an empty sound', () => {
		expect(joined([], RATE).samples).toHaveLength(0);
	});
});

describe('stretching', () => {
	test.each([0.5, 0.8, 1.25, 2])('at rate %f changes the time and keeps the pitch', (rate) => {
		const sound = vowel(1);
		const out = stretched(sound, rate);
		expect(secondsOf(out)).toBeCloseTo(1 / rate, 2);
		expect(Math.abs(pitch(out) / pitch(sound) - 1)).toBeLessThan(0.06);
		expect(rms(out) / rms(sound)).toBeGreaterThan(0.8);
		expect(steepest(out)).toBeLessThan(steepest(sound) * 1.5);
	});

	test('at rate 1 does nothing', () => {
		const sound = vowel(0.2);
		expect(stretched(sound, 1)).toBe(sound);
	});
});

describe('the chime', () => {
	test('falls from E5 to C5, does not click and ends in silence', () => {
		const sound = chime();
		const part = (from: number, to: number): Sound => ({
			rate: RATE,
			samples: sound.samples.slice(from * RATE, to * RATE)
		});
		expect(pitch(part(0.05, 0.4))).toBeCloseTo(659, -2);
		expect(secondsOf(sound)).toBeCloseTo(1.15, 3);
		expect(steepest(sound)).toBeLessThan(0.15);
		expect(Math.abs(sound.samples.at(-1) ?? 1)).toBeLessThan(0.001);
		expect(Math.max(...sound.samples)).toBeGreaterThan(0.2);
		expect(Math.max(...sound.samples)).toBeLessThan(0.9);
	});
});

import { describe, expect, test } from 'vitest';
import { kFilters, loudness } from './loudness.ts';
import { joined, LEVEL_LUFS, levelled, peakOf, silence } from './sound.ts';
import type { Sound } from './wav.ts';

function sine(rate: number, hz: number, seconds: number, gain: number): Sound {
	const samples = Float32Array.from(
		{ length: rate * seconds },
		(_, i) => gain * Math.sin((2 * Math.PI * hz * i) / rate)
	);
	return { rate, samples };
}

describe('D-02 loudness as BS.1770 measures it', () => {
	test('the filters at 48 kHz are those of its tables 1 and 2', () => {
		const [shelf, pass] = kFilters(48_000);
		const close = (got: readonly number[], wanted: number[]): void => {
			got.forEach((one, i) => expect(one).toBeCloseTo(wanted[i] ?? NaN, 8));
		};
		close(shelf.b, [1.53512485958697, -2.69169618940638, 1.19839281085285]);
		close(shelf.a, [-1.69065929318241, 0.73248077421585]);
		close(pass.b, [1, -2, 1]);
		close(pass.a, [-1.99004745483398, 0.99007225036621]);
	});

	test.each([48_000, 44_100, 16_000])('a full-scale sine of 997 Hz on one channel is −3.01 LUFS, at %d Hz', (rate) => {
		expect(loudness(sine(rate, 997, 2, 1))).toBeCloseTo(-3.01, 1);
	});

	test.each([-23, -33, -40])('EBU Tech 3341, 1 and 2: %d dBFS of 1 kHz; one channel of two is 3 dB less', (level) => {
		expect(loudness(sine(48_000, 1000, 4, 10 ** (level / 20)))).toBeCloseTo(level - 3.01, 1);
	});

	test('EBU Tech 3341, 3: what is 13 LU softer than the rest does not count', () => {
		const part = (level: number, seconds: number): Sound => sine(48_000, 1000, seconds, 10 ** (level / 20));
		const sound = joined([part(-36, 3), part(-23, 12), part(-36, 3)], 48_000);
		expect(Math.abs(loudness(sound) - -26.01)).toBeLessThan(0.1);
	});

	test('pauses do not count, and silence has no loudness', () => {
		const speech = sine(16_000, 500, 3, 0.2);
		expect(
			Math.abs(loudness(joined([silence(3000, 16_000), speech, silence(3000, 16_000)], 16_000)) - loudness(speech))
		).toBeLessThan(0.5);
		expect(loudness(silence(1000, 16_000))).toBe(-Infinity);
		expect(loudness({ rate: 16_000, samples: new Float32Array() })).toBe(-Infinity);
	});

	test('clips of any loudness and pitch come out equally loud to the ear', () => {
		for (const hz of [150, 400, 1500, 3000])
			for (const gain of [0.02, 0.2, 0.9])
				expect(loudness(levelled(sine(16_000, hz, 0.5, gain))), `${String(hz)} Hz`).toBeCloseTo(LEVEL_LUFS, 0);
	});

	test('a clip whose peaks stand out is as loud as the others, and its peaks are held down without a jump', () => {
		const sound = sine(16_000, 400, 1, 0.05);
		for (let i = 2000; i < 14_000; i += 1000) sound.samples[i] = 0.5;
		const out = levelled(sound);
		expect(peakOf(out)).toBeLessThanOrEqual(0.9001);
		expect(Math.abs(loudness(out) - LEVEL_LUFS)).toBeLessThan(2.5);
	});
});

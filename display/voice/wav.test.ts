import { describe, expect, test } from 'vitest';
import { parseWav, writeWav, type Sound } from './wav.ts';

function sine(rate: number, hz: number, seconds: number, gain = 0.5): Sound {
	return {
		rate,
		samples: Float32Array.from({ length: rate * seconds }, (_, i) => gain * Math.sin((2 * Math.PI * hz * i) / rate))
	};
}

interface Made {
	kind: number;
	bits: number;
	channels: number;
	rate: number;
	data: number[];
	/** bytes of a chunk between format and data */
	before: number[];
	declared: number;
	extensible: boolean;
}

function u32(n: number): number[] {
	return [n & 255, (n >>> 8) & 255, (n >>> 16) & 255, (n >>> 24) & 255];
}

const text = (word: string): number[] => Array.from(word, (letter) => letter.charCodeAt(0));

function formatOf({ kind, bits, channels, rate, extensible }: Made): number[] {
	const frame = (channels * bits) / 8;
	const rest = [channels, 0, ...u32(rate), ...u32(rate * frame), frame, 0, bits, 0];
	const guid = [kind, 0, 0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71];
	return extensible ? [0xfe, 0xff, ...rest, 22, 0, bits, 0, ...u32(4), ...guid] : [kind, 0, ...rest];
}

/** A WAV file byte by byte, also the kinds we never write. */
function made(wanted: Partial<Made>): Uint8Array {
	const plain = { kind: 1, bits: 16, channels: 1, rate: 8000, data: [], before: [], extensible: false };
	const file: Made = { ...plain, declared: wanted.data?.length ?? 0, ...wanted };
	const format = formatOf(file);
	const odd = file.before.length % 2 === 1 ? [0] : [];
	const list = file.before.length > 0 ? [...text('LIST'), ...u32(file.before.length), ...file.before, ...odd] : [];
	const data = [...text('data'), ...u32(file.declared), ...file.data];
	const body = [...text('WAVEfmt '), ...u32(format.length), ...format, ...list, ...data];
	return Uint8Array.from([...text('RIFF'), ...u32(body.length), ...body]);
}

function samplesOf(bytes: Uint8Array): number[] {
	const parsed = parseWav(bytes);
	if (!parsed.ok) throw new Error(parsed.fault);
	return Array.from(parsed.sound.samples, (sample) => Math.round(sample * 1000) / 1000);
}

describe('a WAV file', () => {
	test('written and read again is the same sound to half a bit', () => {
		const sound = sine(16_000, 440, 0.1);
		const parsed = parseWav(writeWav(sound));
		if (!parsed.ok) throw new Error(parsed.fault);
		expect(parsed.sound.rate).toBe(16_000);
		expect(parsed.sound.samples).toHaveLength(1600);
		const worst = Math.max(...parsed.sound.samples.map((sample, i) => Math.abs(sample - (sound.samples[i] ?? 0))));
		expect(worst).toBeLessThan(1 / 16_000);
	});

	test('that is too loud is cut at full scale, not wrapped', () => {
		expect(samplesOf(writeWav({ rate: 8000, samples: Float32Array.from([2, -2]) }))).toEqual([1, -1]);
	});

	test.each<[string, Partial<Made>, number[]]>([
		['8 bit', { bits: 8, data: [128, 192, 64] }, [0, 0.5, -0.5]],
		['16 bit', { bits: 16, data: [0, 0x40, 0, 0xc0] }, [0.5, -0.5]],
		['24 bit', { bits: 24, data: [0, 0, 0x40, 0, 0, 0xc0] }, [0.5, -0.5]],
		['32 bit', { bits: 32, data: [0, 0, 0, 0x40, 0, 0, 0, 0xc0] }, [0.5, -0.5]],
		['32-bit float', { kind: 3, bits: 32, data: [0, 0, 0, 0x3f, 0, 0, 0, 0xbf] }, [0.5, -0.5]],
		['stereo, mixed', { bits: 16, channels: 2, data: [0, 0x40, 0, 0, 0, 0xc0, 0, 0xc0] }, [0.25, -0.5]],
		['extensible 16 bit', { bits: 16, extensible: true, data: [0, 0x40] }, [0.5]],
		['with a list chunk of odd length', { bits: 16, before: [1, 2, 3], data: [0, 0x40] }, [0.5]],
		['from a pipe, its length unknown', { bits: 16, data: [0, 0x40, 0, 0xc0], declared: 0x7fffffff }, [0.5, -0.5]],
		['cut off in a sample', { bits: 16, data: [0, 0x40, 7] }, [0.5]]
	])('of %s is read', (_, file, samples) => {
		expect(samplesOf(made(file))).toEqual(samples);
	});

	test.each<[string, Uint8Array, string]>([
		['nothing', new Uint8Array(), 'not-wav'],
		['an MP3', Uint8Array.from(text('ID3\u0004 something else here')), 'not-wav'],
		['a header alone', Uint8Array.from(text('RIFF0000WAVE')), 'not-wav'],
		['a format without data', made({ bits: 16, data: [] }).slice(0, 36), 'not-wav'],
		['A-law', made({ kind: 6, bits: 8, data: [1, 2] }), 'not-pcm'],
		['no channels', made({ bits: 16, channels: 0, data: [1, 2] }), 'not-pcm'],
		['a rate of zero', made({ bits: 16, rate: 0, data: [1, 2] }), 'not-pcm'],
		['of a rate no recorder has', made({ bits: 16, rate: 3, data: [1, 2] }), 'not-pcm'],
		['of a rate beyond all', made({ bits: 16, rate: 4_000_000_000, data: [1, 2] }), 'not-pcm'],
		['no samples', made({ bits: 16, data: [] }), 'empty']
	])('that is %s is refused', (_, bytes, fault) => {
		expect(parseWav(bytes)).toEqual({ ok: false, fault });
	});

	test('cut anywhere never throws', () => {
		const whole = made({ bits: 16, before: [1, 2, 3], data: [0, 0x40, 0, 0xc0] });
		for (let length = 0; length < whole.length; length++) expect(() => parseWav(whole.slice(0, length))).not.toThrow();
	});
});

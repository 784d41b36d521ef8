import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { STAFF_LANGS } from '../words/index.ts';
import { examined, isUnusable, type ClipFault } from './check.ts';
import { joined, silence } from './sound.ts';
import { folderOf, tongueOf } from './tongue.ts';
import { writeWav, type Sound } from './wav.ts';

const RATE = 44_100;

/** A voice: swells and fades within half a second. */
function voice(gain = 0.3, seconds = 0.5, rate = RATE): Sound {
	const samples = Float32Array.from(
		{ length: rate * seconds },
		(_, i) => gain * Math.sin(Math.PI * (i / (rate * seconds))) * Math.sin((2 * Math.PI * 220 * i) / rate)
	);
	return { rate, samples };
}

function noise(seconds: number, gain: number): Sound {
	let seed = 1;
	const next = (): number => {
		seed = (seed * 48_271) % 2_147_483_647;
		return gain * ((2 * seed) / 2_147_483_647 - 1);
	};
	return { rate: RATE, samples: Float32Array.from({ length: RATE * seconds }, next) };
}

const faults = (sound: Sound, clip = 'digit-1'): ClipFault[] =>
	examined([{ clip, bytes: writeWav(sound) }])[0]?.faults ?? [];

describe('D-02 the checker of recordings', () => {
	test('finds nothing wrong with a good clip', () => {
		expect(faults(joined([silence(100, RATE), voice(), silence(100, RATE)], RATE))).toEqual([]);
	});

	const cases: [ClipFault, Sound][] = [
		['silent', silence(500, RATE)],
		['low-rate', voice(0.3, 0.5, 8000)],
		['clipped', voice(3)],
		['quiet', voice(0.004)],
		['silence', joined([silence(700, RATE), voice()], RATE)],
		['gap', joined([voice(), silence(600, RATE), voice()], RATE)],
		['cut', { rate: RATE, samples: voice().samples.subarray(RATE / 4) }],
		['noisy', joined([noise(0.3, 0.02), voice(), noise(0.3, 0.02)], RATE)],
		['long', voice(0.3, 5)]
	];
	test.each(cases)('hears what is %s', (fault, sound) => {
		expect(faults(sound)).toContain(fault);
	});

	test('a sentence that is broadcast may be long and have pauses', () => {
		const sentence = joined([voice(0.3, 3), silence(600, RATE), voice(0.3, 3)], RATE);
		expect(faults(sentence, 'broadcast-evacuate')).toEqual([]);
	});

	test('what is no sound at all cannot be used', () => {
		const [text, empty] = examined([
			{ clip: 'a', bytes: Buffer.from('nothing of the kind') },
			{ clip: 'b', bytes: writeWav({ rate: RATE, samples: new Float32Array() }) }
		]);
		expect([text, empty].map((one) => one && [one.faults, isUnusable(one)])).toEqual([
			[['not-wav'], true],
			[['empty'], true]
		]);
	});

	test('a recording of half an hour is too long, and no trouble', () => {
		expect(faults({ rate: 4000, samples: new Float32Array(4000 * 1800).fill(0.1) })).toContain('long');
	});

	test('a clip far from the loudness of the others is told', () => {
		const clips = [0.3, 0.3, 0.3, 0.03].map((gain, i) => ({
			clip: `digit-${String(i)}`,
			bytes: writeWav(voice(gain))
		}));
		expect(examined(clips).map((one) => one.faults.includes('uneven'))).toEqual([false, false, false, true]);
	});

	test.each(STAFF_LANGS)('finds nothing wrong with the pack %s', (lang) => {
		const folder = join(import.meta.dirname, 'packs', lang);
		const files = readdirSync(folder).map((file) => ({
			clip: file.slice(0, -4),
			bytes: readFileSync(join(folder, file))
		}));
		expect(examined(files).filter((one) => one.faults.length > 0)).toEqual([]);
	});
});

describe('D-02 N3 art. 28 the tongues of a hall', () => {
	test.each([
		['zh', 'zh-CN', null],
		['en', 'en', null],
		['yue', 'zh-CN', 'yue'],
		['zh-CN-sichuan', 'zh-CN', 'zh-CN-sichuan'],
		['en-GB', 'en', 'en-GB']
	])('%s has the grammar of %s', (tag, lang, dialect) => {
		expect(tongueOf(tag)).toEqual({ lang, dialect });
	});

	test.each(['fr', '../etc', 'YUE', '', 'zh/..', 'zh CN'])('%s is none', (tag) => {
		expect(tongueOf(tag)).toBeUndefined();
	});

	test('the clips of a language lie in its own folder', () => {
		expect(['zh', 'en', 'yue'].flatMap((tag) => tongueOf(tag) ?? []).map(folderOf)).toEqual(['zh-CN', 'en', 'yue']);
	});
});

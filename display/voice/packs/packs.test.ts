import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { STAFF_LANGS } from '../../words/index.ts';
import { clipText, packClips } from '../phrase.ts';
import { RATE, secondsOf, speechLevel } from '../sound.ts';
import { parseWav } from '../wav.ts';

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

function files(lang: string): string[] {
	return readdirSync(join(import.meta.dirname, lang)).toSorted();
}

function bytesOf(lang: string, file: string): Buffer {
	return readFileSync(join(import.meta.dirname, lang, file));
}

describe.each(STAFF_LANGS)('D-02 the voice pack %s', (lang) => {
	test('has every clip that can be said, and no other', () => {
		expect(files(lang)).toEqual([...packClips(lang), 'chime'].map((clip) => `${clip}.wav`).toSorted());
	});

	test('is 16 kHz, one channel, 16 bit, equally loud and without long silence', () => {
		for (const file of files(lang)) {
			const bytes = bytesOf(lang, file);
			const parsed = parseWav(bytes);
			if (!parsed.ok) throw new Error(`${file}: ${parsed.fault}`);
			expect([parsed.sound.rate, bytes.readUInt16LE(22), bytes.readUInt16LE(34)], file).toEqual([RATE, 1, 16]);
			expect(secondsOf(parsed.sound), file).toBeGreaterThan(0.15);
			expect(secondsOf(parsed.sound), file).toBeLessThan(/^(broadcast|drill)/.test(file) ? 12 : 1.5);
			if (file === 'chime.wav') continue;
			expect(20 * Math.log10(speechLevel(parsed.sound) / 0.126), file).toBeGreaterThan(-3);
			expect(
				parsed.sound.samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0),
				file
			).toBeLessThanOrEqual(0.91);
		}
	});

	test('is small enough to be shipped', () => {
		const bytes = files(lang).reduce((sum, file) => sum + statSync(join(import.meta.dirname, lang, file)).size, 0);
		expect(bytes).toBeLessThan(2_200_000);
	});

	test.skipIf(!has('sox'))('is read by sox as the same length and loudness as by us', () => {
		for (const clip of ['please', 'digit-1', 'letter-W', 'number-10', 'to', 'chime']) {
			const path = join(import.meta.dirname, lang, `${clip}.wav`);
			if (!files(lang).includes(`${clip}.wav`)) continue;
			const stat = spawnSync('sox', [path, '-n', 'stat'], { encoding: 'utf8' }).stderr;
			const parsed = parseWav(readFileSync(path));
			if (!parsed.ok) throw new Error(parsed.fault);
			const peak = Math.max(...parsed.sound.samples);
			expect(Number(/Length \(seconds\):\s+([\d.]+)/.exec(stat)?.[1])).toBeCloseTo(secondsOf(parsed.sound), 4);
			expect(Number(/Maximum amplitude:\s+([\d.]+)/.exec(stat)?.[1])).toBeCloseTo(peak, 4);
		}
	});
});

describe.skipIf(!has('espeak-ng'))('D-02 the Mandarin that espeak-ng gave the pack', () => {
	const phonemes = (text: string): string =>
		execFileSync('espeak-ng', ['-v', 'cmn-latn-pinyin', '-x', '-q', '--stdin'], { input: text, encoding: 'utf8' });

	test.each([
		// Phonemes with their tone: 55 high, 35 rising, 214 low, 51 falling.
		['please', "tS;h'i214N"],
		['ticket', "X'Au51"],
		['to', "t'Au51"],
		['digit-0', "l'i35N"],
		['digit-1', "j'Au55"],
		['digit-2', '@r51'],
		['digit-3', "s'a55n"],
		['digit-7', "tS;h'i55"],
		['number-1', "j'i55"],
		['number-10', "s.'i.35"],
		['window', "kh'ou214"]
	])('%s is %s', (clip, sound) => {
		expect(phonemes(clipText('zh-CN', clip) ?? '')).toContain(sound);
	});

	test('says one as yāo in tickets, which is never heard as seven', () => {
		expect(phonemes('幺')).not.toBe(phonemes('一'));
		expect(clipText('zh-CN', 'digit-1')).toBe('幺');
		expect(clipText('zh-CN', 'number-1')).toBe('一');
	});
});

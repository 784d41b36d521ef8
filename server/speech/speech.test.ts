import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loudness } from '#display/voice/loudness.ts';
import { LEVEL_LUFS, silence } from '#display/voice/sound.ts';
import { parseWav, writeWav } from '#display/voice/wav.ts';
import { virtualClock, type VirtualClock } from '#test/fakes/clock.ts';
import { Shelf } from '../calls/shelf.ts';
import { espeak, type Speak } from '../calls/speak.ts';
import { Speech, type SpeechWish } from './speech.ts';

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

let folder = '';
let clock: VirtualClock;
let asked: string[] = [];

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'speech-'));
	clock = virtualClock();
	asked = [];
});
afterEach(async () => {
	await rm(folder, { recursive: true, force: true });
});

const tone = writeWav({ rate: 8000, samples: Float32Array.from({ length: 4000 }, (_, i) => Math.sin(i / 3) * 0.4) });
const speaking: Speak = (_lang, text) => {
	asked.push(text);
	return Promise.resolve(tone);
};
const mute: Speak = () => Promise.resolve(null);

function speech(speak: Speak = speaking): Speech {
	return new Speech({ speak, shelf: new Shelf(folder, 1e6, () => clock.now()), clock });
}

const wish = (text: string, more: Partial<SpeechWish> = {}): SpeechWish => ({
	...{ device: 'kiosk-1', lang: 'zh-CN', text, keep: false },
	...more
});

describe('K-05 D-05 the voice of a kiosk', () => {
	test('says a sentence, as loud as every other', async () => {
		const said = await speech().say(wish('请选择'));
		const parsed = said.ok && parseWav(said.wav);
		expect(parsed && parsed.ok && loudness(parsed.sound)).toBeCloseTo(LEVEL_LUFS, 0);
	});

	test('keeps the sound of what is the same for everybody, and of nothing else', async () => {
		const one = speech();
		await one.say(wish('您的号码 A 0 0 1'));
		expect(await readdir(folder)).toEqual([]);
		await one.say(wish('请选择', { keep: true }));
		await one.say(wish('请选择', { keep: true }));
		expect(asked).toEqual(['您的号码 A 0 0 1', '请选择']);
		expect(await readdir(folder)).toHaveLength(1);
		await one.say(wish('请选择', { keep: true, lang: 'en' }));
		expect(asked).toHaveLength(3);
	});

	test('speaks on with a disk that takes nothing', async () => {
		const file = join(folder, 'no-folder');
		await writeFile(file, '');
		const full = new Speech({ speak: speaking, shelf: new Shelf(file, 1e6, () => 0), clock });
		expect(await full.say(wish('请选择', { keep: true }))).toMatchObject({ ok: true });
	});

	test('says that no program answers here, and finds one that was installed', async () => {
		let speak = mute;
		const one = speech((lang, text) => speak(lang, text));
		expect([await one.speaks(), await one.say(wish('请选择'))]).toEqual([false, { ok: false, why: 'no-voice' }]);
		speak = speaking;
		expect(await one.speaks()).toBe(false);
		await clock.advance(30_000);
		expect(await one.speaks()).toBe(true);
	});

	test('is quiet for a moment where there is nothing to pronounce', async () => {
		const said = await speech(() => Promise.resolve(writeWav(silence(0, 8000)))).say(wish('——'));
		expect(said.ok && parseWav(said.wav)).toMatchObject({ ok: true });
		expect(await speech(() => Promise.resolve(new Uint8Array(9))).say(wish('x'))).toEqual({
			ok: false,
			why: 'no-voice'
		});
	});

	test('says at most 600 sentences a minute at one kiosk, and the others do not wait for it', async () => {
		const one = speech();
		for (let i = 0; i < 600; i++) expect((await one.say(wish('二'))).ok).toBe(true);
		expect(await one.say(wish('二'))).toEqual({ ok: false, why: 'busy' });
		expect((await one.say(wish('二', { device: 'kiosk-2' }))).ok).toBe(true);
		await clock.advance(60_000);
		expect((await one.say(wish('二'))).ok).toBe(true);
	});

	test('runs at most eight programs at once', async () => {
		const free: (() => void)[] = [];
		const one = speech(() => new Promise((resolve) => free.push(() => resolve(tone))));
		const many = Array.from({ length: 9 }, (_, i) => one.say(wish(String(i))));
		await Promise.resolve();
		expect(await many[8]).toEqual({ ok: false, why: 'busy' });
		free.forEach((end) => end());
		expect((await Promise.all(many)).filter((said) => said.ok)).toHaveLength(8);
	});

	test.runIf(has('espeak-ng'))('speaks every language with the real program', async () => {
		const one = speech(espeak());
		for (const [lang, text] of [
			['zh-CN', '请选择办理的事项'],
			['en', 'Choose a service']
		] as const) {
			const said = await one.say(wish(text, { lang }));
			const parsed = said.ok && parseWav(said.wav);
			expect(parsed && parsed.ok && parsed.sound.samples.length / parsed.sound.rate).toBeGreaterThan(0.7);
		}
	});
});

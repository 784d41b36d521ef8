import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Manner } from '#display/voice/phrase.ts';
import { RATE, secondsOf } from '#display/voice/sound.ts';
import { parseWav, writeWav, type Sound } from '#display/voice/wav.ts';
import { Clips } from './clips.ts';
import { createRenderer, type CallToSay, type Rendered, type Renderer } from './render.ts';
import { Shelf } from './shelf.ts';
import { espeak, type Speak } from './speak.ts';

const PACKS = join(import.meta.dirname, '../../display/voice/packs');
const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

const call: CallToSay = { number: 'A001', window: '3', windowName: { zh: '3号窗口', en: 'Window 3' } };
const once: Manner = { langs: ['zh-CN'], times: 1, rate: 1 };
const twice: Manner = { langs: ['zh-CN', 'en'], times: 2, rate: 1 };

let folder = '';
let warned: { sentence: string; facts: object }[] = [];
let asked: string[] = [];

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'voice-'));
	warned = [];
	asked = [];
});
afterEach(async () => {
	await rm(folder, { recursive: true, force: true });
});

const log = { warn: (facts: object, sentence: string) => void warned.push({ facts, sentence }) };
const mute: Speak = (_lang, text) => {
	asked.push(text);
	return Promise.resolve(null);
};

interface Setting {
	voices?: string[];
	speak?: Speak;
	maxBytes?: number;
	at?: string;
	now?: () => number;
}

function setUp({ voices, speak = mute, maxBytes = 64e6, at = 'clips', now = Date.now }: Setting = {}): {
	renderer: Renderer;
	shelf: Shelf;
} {
	const clips = new Clips({ voices: voices ?? [join(folder, 'own'), PACKS], speak, log });
	const shelf = new Shelf(join(folder, at), maxBytes, now);
	return { renderer: createRenderer({ clips, shelf, log, now: () => performance.now() }), shelf };
}

function good(rendered: Rendered): Extract<Rendered, { ok: true }> {
	if (!rendered.ok) throw new Error(rendered.why);
	return rendered;
}

async function soundOf(name: string): Promise<Sound> {
	const parsed = parseWav(await readFile(join(folder, 'clips', name)));
	if (!parsed.ok) throw new Error(parsed.fault);
	return parsed.sound;
}

async function ownClip(clip: string, seconds: number, rate = 44_100): Promise<void> {
	const samples = Float32Array.from(
		{ length: seconds * rate },
		(_, i) => 0.4 * Math.sin((2 * Math.PI * 300 * i) / rate)
	);
	await mkdir(join(folder, 'own/zh-CN'), { recursive: true });
	await writeFile(join(folder, `own/zh-CN/${clip}.wav`), writeWav({ rate, samples }));
}

describe('D-02 N3 art. 28 a dialect', () => {
	const said = { langs: ['yue'], times: 1, rate: 1 };
	/** The clips of this call, recorded in Cantonese: each its own tone. */
	async function recorded(but: string[] = []): Promise<void> {
		const clips = ['please', 'letter-A', 'digit-0', 'digit-1', 'ticket', 'to', 'number-3', 'window'];
		await mkdir(join(folder, 'own/yue'), { recursive: true });
		for (const [i, clip] of clips.entries()) {
			const samples = Float32Array.from(
				{ length: RATE / 2 },
				(_, n) => 0.3 * Math.sin((2 * Math.PI * (200 + 40 * i) * n) / RATE)
			);
			if (!but.includes(clip)) await writeFile(join(folder, `own/yue/${clip}.wav`), writeWav({ rate: RATE, samples }));
		}
	}

	test('that is whole is spoken, and written as its language', async () => {
		await recorded();
		const { renderer } = setUp();
		const own = good(await renderer.render(call, said));
		expect(own).toMatchObject({ text: '请 A001 号到3号窗口', missing: [] });
		expect(own.name).not.toBe(good(await renderer.render(call, once)).name);
		expect(warned).toEqual([]);
	});

	test('that lacks one clip is not mixed: the whole sentence is said in its language, and the log says so', async () => {
		await recorded(['digit-1']);
		const { renderer } = setUp();
		const [stood, mandarin] = [await renderer.render(call, said), await renderer.render(call, once)].map(good);
		expect(stood?.name).toBe(mandarin?.name);
		expect(warned.map(({ facts }) => facts)).toEqual([{ dialect: 'yue', missing: ['yue/digit-1'] }]);
		expect(warned[0]?.sentence).toContain('its language is spoken');
		// The same call without that clip is spoken in the dialect.
		expect(good(await renderer.render({ ...call, number: 'A000' }, said)).name).not.toBe(
			good(await renderer.render({ ...call, number: 'A000' }, once)).name
		);
	});

	test('is not said twice where its language is said anyway', async () => {
		const { renderer } = setUp();
		const both = good(await renderer.render(call, { ...said, langs: ['zh-CN', 'yue'] }));
		expect(both.name).toBe(good(await renderer.render(call, once)).name);
	});

	test('where two voices meet there is no jump: 4 ms of fade on each side of every joint', async () => {
		await recorded();
		const sound = await soundOf(good(await setUp().renderer.render(call, said)).name);
		// A tone of 480 Hz as loud as all clips rises by 0.04 from sample to sample; two that met at full swing would by 0.4.
		const spoken = sound.samples.slice(RATE * 1.2);
		const jumps = spoken.map((one, i) => (i === 0 ? 0 : Math.abs(one - (spoken[i - 1] ?? 0))));
		expect(Math.max(...jumps)).toBeLessThan(0.05);
	});
});

describe('D-02 rendering', () => {
	test('makes one clip of chime, both languages and both times, without another program', async () => {
		const said = good(await setUp().renderer.render(call, twice));
		expect(said.text).toBe('请 A001 号到3号窗口 · Number A001, please go to Window 3');
		expect(said.missing).toEqual([]);
		expect(asked).toEqual([]);
		expect(said.seconds).toBeGreaterThan(15);
		expect(said.seconds).toBeLessThan(30);
		expect(secondsOf(await soundOf(said.name))).toBeCloseTo(said.seconds, 6);
	});

	test('has no jump between samples that the clips themselves do not have', async () => {
		const steepest = (sound: Sound): number =>
			sound.samples.reduce(
				(most, one, i) => (i === 0 ? 0 : Math.max(most, Math.abs(one - (sound.samples[i - 1] ?? 0)))),
				0
			);
		const files = await readdir(join(PACKS, 'zh-CN'));
		const clips = await Promise.all(files.map((file) => readFile(join(PACKS, 'zh-CN', file))));
		const worst = clips.map(parseWav).flatMap((parsed) => (parsed.ok ? [steepest(parsed.sound)] : []));
		const said = good(await setUp().renderer.render(call, once));
		expect(steepest(await soundOf(said.name))).toBeLessThanOrEqual(Math.max(...worst) * 1.1);
	});

	test('gives the same name to the same words, and works only once for many that ask at once', async () => {
		const { renderer, shelf } = setUp();
		const put = vi.spyOn(shelf, 'put');
		const names = await Promise.all(
			Array.from({ length: 20 }, async () => good(await renderer.render(call, once)).name)
		);
		expect(new Set(names).size).toBe(1);
		expect(put).toHaveBeenCalledTimes(1);
		expect(await readdir(join(folder, 'clips'))).toEqual([names[0]]);
	});

	test('renders different calls of one moment side by side', async () => {
		const { renderer } = setUp();
		const calls = Array.from({ length: 24 }, (_, i) => ({ ...call, number: `B${100 + i}`, window: String(i + 1) }));
		const said = await Promise.all(calls.map(async (one) => good(await renderer.render(one, once))));
		expect(new Set(said.map((one) => one.name)).size).toBe(24);
		expect(await readdir(join(folder, 'clips'))).toHaveLength(24);
	});

	test('speaks faster when the hall wants it, the chime at its own speed', async () => {
		const { renderer } = setUp();
		const slow = good(await renderer.render(call, once)).seconds;
		const fast = good(await renderer.render(call, { ...once, rate: 1.5 })).seconds;
		expect((fast - 1.15) / (slow - 1.15)).toBeGreaterThan(0.6);
		expect((fast - 1.15) / (slow - 1.15)).toBeLessThan(0.8);
	});

	test.skipIf(!has('sox'))('is a valid WAV of the expected length to sox', async () => {
		const said = good(await setUp().renderer.render(call, twice));
		const path = join(folder, 'clips', said.name);
		const stat = spawnSync('sox', [path, '-n', 'stat'], { encoding: 'utf8' });
		expect(stat.status).toBe(0);
		expect(stat.stderr).not.toContain('WARN');
		expect(Number(/Length \(seconds\):\s+([\d.]+)/.exec(stat.stderr)?.[1])).toBeCloseTo(said.seconds, 4);
		expect(execFileSync('sox', ['--i', '-r', path], { encoding: 'utf8' }).trim()).toBe(String(RATE));
	});
});

describe('D-02 a recording of the hall', () => {
	test('takes the place of the clip, at any rate, and of the sounds made before', async () => {
		const { renderer } = setUp();
		const before = good(await renderer.render(call, once));
		await ownClip('window', 2);
		const after = good(await renderer.render(call, once));
		expect(after.name).not.toBe(before.name);
		expect(after.seconds - before.seconds).toBeGreaterThan(0.5);
		await ownClip('window', 3);
		expect(good(await renderer.render(call, once)).seconds - after.seconds).toBeCloseTo(1, 1);
	});

	test('that is no WAV is told once, and the pack speaks instead', async () => {
		const { renderer } = setUp();
		const before = good(await renderer.render(call, once));
		await mkdir(join(folder, 'own/zh-CN'), { recursive: true });
		await writeFile(join(folder, 'own/zh-CN/please.wav'), 'ID3 not a wav');
		expect(good(await renderer.render(call, once)).name).toBe(before.name);
		await renderer.render(call, once);
		expect(warned).toHaveLength(1);
		expect(warned[0]?.facts).toMatchObject({ fault: 'not-wav' });
	});
});

describe('D-02 a clip that is missing', () => {
	const noPack = { voices: [] as string[] };

	test('is spoken by the program, when there is one', async () => {
		await ownClip('x', 0.5, 22_050);
		const bytes = await readFile(join(folder, 'own/zh-CN/x.wav'));
		const speak: Speak = (_lang, text) => {
			asked.push(text);
			return Promise.resolve(bytes);
		};
		const said = good(await setUp({ ...noPack, speak }).renderer.render(call, once));
		expect(said.missing).toEqual(['zh-CN/chime']);
		expect(asked.toSorted()).toEqual(['请', 'A', '零', '幺', '号', '到', '三', '号窗口'].toSorted());
		expect(said.seconds).toBeGreaterThan(9 * 0.5);
	});

	test('is left out and named when there is none; the text stays whole', async () => {
		await ownClip('please', 0.5);
		const said = good(await setUp({ voices: [join(folder, 'own')] }).renderer.render(call, once));
		expect(said.text).toBe('请 A001 号到3号窗口');
		expect(said.missing).toContain('zh-CN/digit-1');
		expect(said.missing).not.toContain('zh-CN/please');
		expect(warned.at(-1)?.facts).toMatchObject({ missing: said.missing });
	});

	test('is null from a program that does not exist', async () => {
		expect(await espeak('no-such-program')('zh-CN', '请')).toBeNull();
	});

	test('is null from a program that does not listen', async () => {
		expect(await espeak('true')('zh-CN', '请'.repeat(500_000))).toBeNull();
	});

	test.skipIf(!has('espeak-ng'))('is real speech from espeak-ng, also when the text looks like an option', async () => {
		for (const [lang, words] of [
			['zh-CN', '请稍候'],
			['zh-CN', '-v'],
			['zh-CN', '--help'],
			['ar', 'تَفَضَّلْ إلى الشُّبّاك']
		] as const) {
			const parsed = parseWav((await espeak()(lang, words)) ?? new Uint8Array());
			expect(parsed.ok && secondsOf(parsed.sound)).toBeGreaterThan(0.2);
		}
	});
});

describe('the shelf', () => {
	const nameOf = (n: number): string => `${String(n).padStart(32, '0')}.wav`;

	test('makes room by what was used longest ago', async () => {
		let now = 1e12;
		const { shelf } = setUp({ maxBytes: 1000, now: () => now });
		for (let n = 1; n <= 10; n++) {
			await shelf.put(nameOf(n), new Uint8Array(100));
			await utimes(join(folder, 'clips', nameOf(n)), 1e9 - 100 + n, 1e9 - 100 + n);
		}
		now += 5000;
		await shelf.size(nameOf(1));
		await shelf.put(nameOf(11), new Uint8Array(100));
		expect((await readdir(join(folder, 'clips'))).toSorted()).toEqual([1, 5, 6, 7, 8, 9, 10, 11].map(nameOf));
	});

	test('counts what an earlier run left there', async () => {
		const first = setUp({ maxBytes: 1e6 }).shelf;
		for (let n = 1; n <= 10; n++) await first.put(nameOf(n), new Uint8Array(100));
		await setUp({ maxBytes: 500 }).shelf.put(nameOf(11), new Uint8Array(100));
		expect((await readdir(join(folder, 'clips'))).length).toBeLessThanOrEqual(4);
	});

	test('gives out only its own files', async () => {
		const { shelf } = setUp();
		await shelf.put(nameOf(1), new Uint8Array(7));
		await writeFile(join(folder, 'secret.wav'), 'x');
		expect(await shelf.read(nameOf(1))).toHaveLength(7);
		for (const name of ['../secret.wav', '', nameOf(2), 'secret.wav', `../clips/${nameOf(1)}`])
			expect(await shelf.read(name)).toBeNull();
	});

	test('that cannot be written is an answer, not a crash', async () => {
		await writeFile(join(folder, 'file'), 'in the way');
		const said = await setUp({ at: 'file/clips' }).renderer.render(call, once);
		expect(said).toMatchObject({ ok: false, text: '请 A001 号到3号窗口' });
		expect(warned.at(-1)?.sentence).toContain('could not be stored');
	});
});

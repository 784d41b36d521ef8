import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isUnusable, type ClipReport } from '#display/voice/check.ts';
import { folderOf, tongueOf } from '#display/voice/tongue.ts';
import { Clips } from '../calls/clips.ts';
import { createRenderer } from '../calls/render.ts';
import { Shelf } from '../calls/shelf.ts';
import { espeak } from '../calls/speak.ts';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { checkFolder, checkVoices, isFaulty } from '../voice/check.ts';
import { SAMPLES } from '../voice/samples.ts';
import type { VoiceFolder } from '../voice/view.ts';
import { Misused, type Command } from './command.ts';

/** What each fault means to whoever records. */
const SAYS: Record<ClipReport['faults'][number], string> = {
	'not-wav': 'no WAV file',
	'not-pcm': 'not PCM',
	empty: 'empty, or larger than 12 MiB',
	silent: 'silent',
	'low-rate': 'below 16 kHz',
	clipped: 'clipped',
	quiet: 'too quiet',
	silence: 'over 0.5 s of silence at an end',
	gap: 'a gap within',
	cut: 'speech cut at an end',
	noisy: 'noise beside the speech',
	long: 'too long',
	uneven: 'not as loud as the others'
};

function lineOf({ clip, seconds, loudness, peak, faults }: ClipReport): string {
	const level = loudness === null ? '' : `${loudness.toFixed(1)} LUFS`;
	const top = peak === null ? '' : `peak ${peak.toFixed(1)} dB`;
	const said = faults.map((fault) => SAYS[fault]).join(', ') || 'good';
	return `  ${clip.padEnd(20)} ${seconds.toFixed(2).padStart(6)} s ${level.padStart(11)} ${top.padStart(13)}  ${said}`;
}

function linesOf(folder: VoiceFolder): string[] {
	const { clips, missing, unknown, dialect, pack } = folder;
	const bad = clips.filter(({ faults }) => faults.length > 0).length;
	const voice = pack ? 'spoken by the pack' : 'spoken by espeak-ng where it is installed';
	const stands = dialect ? 'its language is spoken for calls that need one' : voice;
	return [
		`${folder.folder}: ${String(clips.length)} clips, ${String(bad)} with faults, ${String(clips.filter(isUnusable).length)} unusable`,
		...clips.map(lineOf),
		...(missing.length > 0
			? [`  missing (${stands}): ${missing.map(({ clip, words }) => `${clip} ${words ?? ''}`.trim()).join(' · ')}`]
			: []),
		...(unknown.length > 0 ? [`  never used: ${unknown.join(' · ')}`] : [])
	];
}

/** The folder of recordings, and the one language or dialect in it that was named. */
function placeOf(word: string | undefined): { voices: string; name: string | null } {
	const own = join(readConfig(process.env).dataDir, 'voice');
	if (word === undefined) return { voices: own, name: null };
	const tongue = tongueOf(word);
	return tongue ? { voices: own, name: folderOf(tongue) } : { voices: resolve(word), name: null };
}

const check: Command = {
	name: 'voice check',
	usage: '[language|dialect|folder]',
	summary:
		'Look at the recordings in DATA_DIR/voice, or in another folder: which clips are missing, and which are cut, noisy or uneven; fails for unusable clips and for dialects that are not whole',
	options: {},
	words: [0, 1],
	async run({ words, print }) {
		const { voices, name } = placeOf(words[0]);
		const one = name === null ? undefined : await checkFolder(voices, name);
		const folders = name === null ? await checkVoices(voices) : one ? [one] : [];
		for (const line of folders.flatMap(linesOf)) print(line);
		return folders.length > 0 && !folders.some(isFaulty) ? 0 : 1;
	}
};

const sample: Command = {
	name: 'voice sample',
	usage: '<language|dialect> [--out folder]',
	summary: 'Write a few announcements as WAV files, as the hall would hear them',
	options: { out: { type: 'string' } },
	words: [1, 1],
	async run({ words, values, print }) {
		const tongue = tongueOf(words[0] ?? '');
		if (!tongue) throw new Misused(`no language is called ${words[0] ?? ''}`);
		const config = readConfig(process.env);
		const out = resolve(values['out'] ?? '.');
		await mkdir(out, { recursive: true });
		const log = { warn: (facts: object, sentence: string) => print(`${sentence}: ${JSON.stringify(facts)}`) };
		const voices = [join(config.dataDir, 'voice'), join(config.root, 'display/voice/packs')];
		const shelf = new Shelf(join(config.dataDir, 'clips'), Infinity, () => systemClock.now());
		const clips = new Clips({ voices, speak: espeak(), log });
		const renderer = createRenderer({ clips, shelf, log, now: () => systemClock.now() });
		for (const call of SAMPLES) {
			const said = await renderer.render(call, { langs: [folderOf(tongue)], times: 1, rate: 1 });
			const bytes = said.ok ? await shelf.read(said.name) : null;
			if (!said.ok || !bytes) throw new Error(`${said.text} could not be rendered`);
			const path = join(out, `${folderOf(tongue)}-${call.number}-${call.window}.wav`);
			await writeFile(path, bytes);
			print(`${path}  ${said.seconds.toFixed(1)} s  ${said.text}`);
		}
		return 0;
	}
};

export const VOICE: Command[] = [check, sample];

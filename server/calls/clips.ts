import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { clipText } from '#display/voice/phrase.ts';
import { levelled, RATE, resampled, trimmed } from '#display/voice/sound.ts';
import { stretched } from '#display/voice/stretch.ts';
import { parseWav, type Sound } from '#display/voice/wav.ts';
import type { Lang } from '#display/words/index.ts';
import type { Speak } from './speak.ts';

/** The part of a logger that is used here. */
export interface Log {
	warn(facts: object, sentence: string): void;
}

/** A clip that can be played; `identity` changes when another file takes its place. */
export interface Clip {
	identity: string;
	sound: Sound;
}

export interface ClipOptions {
	/** folders that hold one folder a language; the first that has a clip wins: the hall's own, then the pack */
	voices: readonly string[];
	speak: Speak;
	log: Log;
}

export interface Clips {
	/** The clip of a key, levelled and at the common rate; null when no file and no program has it. */
	find(lang: Lang, clip: string, rate: number): Promise<Clip | null>;
}

/** A minute of studio sound; more is not a clip. */
const MOST_BYTES = 12 * 1024 * 1024;

function prepared(bytes: Uint8Array, rate: number): Sound | string {
	const parsed = parseWav(bytes);
	return parsed.ok ? levelled(stretched(trimmed(resampled(parsed.sound, RATE)), rate)) : parsed.fault;
}

/** Finds clips in folders, then asks the speaking program; keeps what it has read until the file changes. */
export function openClips({ voices, speak, log }: ClipOptions): Clips {
	const kept = new Map<string, Clip>();
	const told = new Set<string>();

	function tell(identity: string, fault: string): void {
		if (told.has(identity)) return;
		told.add(identity);
		log.warn({ clip: identity, fault }, 'a voice clip cannot be used');
	}

	/** One more file or sentence under this key; a fault is told once and remembered as null. */
	async function read(key: string, identity: string, load: () => Promise<Uint8Array | null>): Promise<Clip | null> {
		const known = kept.get(key);
		if (known?.identity === identity) return known;
		const bytes = await load();
		const sound = bytes ? prepared(bytes, Number(key.split(' ')[0])) : 'no-voice';
		if (typeof sound === 'string') {
			tell(identity, sound);
			return null;
		}
		const clip = { identity, sound };
		kept.set(key, clip);
		return clip;
	}

	async function fromFile(key: string, path: string): Promise<Clip | null> {
		const facts = await stat(path).catch(() => null);
		if (!facts?.isFile()) return null;
		const identity = `${path} ${facts.mtimeMs} ${facts.size} ${key}`;
		if (facts.size > MOST_BYTES) {
			tell(identity, 'too-large');
			return null;
		}
		return read(key, identity, () => readFile(path).catch(() => null));
	}

	return {
		async find(lang, clip, rate) {
			for (const folder of voices) {
				const path = join(folder, lang, `${clip}.wav`);
				const found = await fromFile(`${rate} ${path}`, path);
				if (found) return found;
			}
			const text = clipText(lang, clip);
			const key = `${rate} ${lang} ${text}`;
			return text === null ? null : read(key, `spoken ${key}`, () => speak(lang, text));
		}
	};
}

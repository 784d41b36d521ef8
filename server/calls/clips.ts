import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { clipText, type ClipPiece } from '#display/voice/phrase.ts';
import { levelled, RATE, resampled, secondsOf, trimmed } from '#display/voice/sound.ts';
import { stretched } from '#display/voice/stretch.ts';
import { parseWav, type Sound } from '#display/voice/wav.ts';
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
	/** folders that hold one folder a language; the first that has a clip wins: the hall's own, then the packs */
	voices: readonly string[];
	speak: Speak;
	log: Log;
}

/** A minute, at the most in studio sound; more is not a clip. */
const MOST_SECONDS = 60;
const MOST_BYTES = 12 * 1024 * 1024;

/** `key` is the place, `identity` what lies there now. */
interface Want {
	key: string;
	identity: string;
	speed: number;
}

/** The sound, or why there is none. */
function prepared(bytes: Uint8Array, speed: number): Sound | string {
	const parsed = parseWav(bytes);
	if (!parsed.ok) return parsed.fault;
	if (secondsOf(parsed.sound) > MOST_SECONDS) return 'too-long';
	return levelled(stretched(trimmed(resampled(parsed.sound, RATE)), speed));
}

/** Finds clips in folders, then asks the speaking program; keeps what it has read until the file changes. */
export class Clips {
	#options: ClipOptions;
	#kept = new Map<string, Clip>();
	#told = new Set<string>();

	constructor(options: ClipOptions) {
		this.#options = options;
	}

	/**
	 * The clip of a piece, trimmed, levelled and at the common rate; null when no file and no program has it.
	 * `speed` is 1 for the voice as it was recorded. A file that cannot be used is told in the log, once. Where the words are
	 * the hall's to choose, a pack that says something else is left alone.
	 */
	async find({ lang, dialect, clip, text: words }: ClipPiece, speed: number): Promise<Clip | null> {
		const known = clipText(lang, clip);
		const text = words ?? known;
		const folders = text === known ? this.#options.voices : this.#options.voices.slice(0, 1);
		for (const folder of folders) {
			const found = await this.#fromFile(join(folder, dialect ?? lang, `${clip}.wav`), speed);
			if (found) return found;
		}
		// A program's voice amid a person's dialect would be worse than the language itself: see render.ts.
		if (text === null || dialect !== undefined) return null;
		const key = `${lang} ${text} ${speed}`;
		return this.#read({ key, identity: `spoken ${key}`, speed }, () => this.#options.speak(lang, text));
	}

	async #fromFile(path: string, speed: number): Promise<Clip | null> {
		const facts = await stat(path).catch(() => null);
		if (!facts?.isFile()) return null;
		const identity = `${path} ${facts.mtimeMs} ${facts.size} ${speed}`;
		if (facts.size <= MOST_BYTES) {
			return this.#read({ key: `${path} ${speed}`, identity, speed }, () => readFile(path).catch(() => null));
		}
		this.#tell(identity, 'too-large');
		return null;
	}

	async #read(want: Want, load: () => Promise<Uint8Array | null>): Promise<Clip | null> {
		const known = this.#kept.get(want.key);
		if (known?.identity === want.identity) return known;
		const bytes = await load();
		const sound = bytes ? prepared(bytes, want.speed) : 'no-voice';
		if (typeof sound === 'string') {
			this.#tell(want.identity, sound);
			return null;
		}
		const clip = { identity: want.identity, sound };
		this.#kept.set(want.key, clip);
		return clip;
	}

	#tell(clip: string, fault: string): void {
		if (this.#told.has(clip)) return;
		this.#told.add(clip);
		this.#options.log.warn({ clip, fault }, 'a voice clip cannot be used');
	}
}

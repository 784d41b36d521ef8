/** Speaks what stands on a kiosk, with the program that also speaks the calls (EN 301 549, 5.1.3). */
import { createHash } from 'node:crypto';
import { joined, levelled, silence, trimmed } from '#display/voice/sound.ts';
import { parseWav, writeWav } from '#display/voice/wav.ts';
import type { Lang } from '#display/words/index.ts';
import type { Shelf } from '../calls/shelf.ts';
import type { Speak } from '../calls/speak.ts';
import type { Clock } from '../clock.ts';

export interface SpeechWish {
	/** the kiosk, as the hall file names it */
	device: string;
	lang: Lang;
	/** at most MOST_LETTERS; never written to a log */
	text: string;
	/** the same for every visitor: its sound may lie on the disk. What is of one visitor is spoken and forgotten. */
	keep: boolean;
}

/** `busy`: too much was asked for at once; `no-voice`: no speaking program answers. */
export type Spoken = { ok: true; wav: Uint8Array } | { ok: false; why: 'busy' | 'no-voice' };

export interface SpeechMeans {
	speak: Speak;
	/** where sounds that are the same for everybody lie */
	shelf: Shelf;
	clock: Pick<Clock, 'now'>;
}

/** One sentence; a page is said sentence by sentence. */
export const MOST_LETTERS = 400;
/** Whoever steps through a page quickly hears ten beginnings a second, for some seconds. */
const MOST_A_MINUTE = 600;
/** A sentence takes some 20 ms; so many at once are no speech any more. */
const MOST_AT_ONCE = 8;
const MINUTE_MS = 60_000;
/** Whether a program was installed meanwhile is looked at so often. */
const ASK_AGAIN_MS = 30_000;
/** Nothing to pronounce is heard as a short pause. */
const NOTHING_MS = 60;

export class Speech {
	readonly #means: SpeechMeans;
	/** sentences of each kiosk in its running minute */
	readonly #asked = new Map<string, { since: number; count: number }>();
	#running = 0;
	#speaks: { known: Promise<boolean>; at: number } | null = null;

	constructor(means: SpeechMeans) {
		this.#means = means;
	}

	/** Whether a speaking program answers here. */
	speaks(): Promise<boolean> {
		const now = this.#means.clock.now();
		if (this.#speaks === null || now - this.#speaks.at >= ASK_AGAIN_MS) {
			const known = this.#means.speak('en', 'a').then((bytes) => bytes !== null);
			this.#speaks = { known, at: now };
		}
		return this.#speaks.known;
	}

	/** A sentence as a WAV file, trimmed, and as loud as every other: what the volume means was measured once (README). */
	async say(wish: SpeechWish): Promise<Spoken> {
		if (this.#tooMuch(wish.device)) return { ok: false, why: 'busy' };
		const name = nameOf(wish);
		const kept = wish.keep ? await this.#means.shelf.read(name) : null;
		if (kept) return { ok: true, wav: kept };
		if (this.#running >= MOST_AT_ONCE) return { ok: false, why: 'busy' };
		const wav = await this.#spoken(wish);
		if (wav === null) return { ok: false, why: 'no-voice' };
		// A full disk keeps nobody from hearing it.
		if (wish.keep) await this.#means.shelf.put(name, wav).catch(() => undefined);
		return { ok: true, wav };
	}

	async #spoken({ lang, text }: SpeechWish): Promise<Uint8Array | null> {
		this.#running += 1;
		const bytes = await this.#means.speak(lang, text).finally(() => {
			this.#running -= 1;
		});
		if (bytes === null) return null;
		const parsed = parseWav(bytes);
		if (!parsed.ok) return parsed.fault === 'empty' ? writeWav(silence(NOTHING_MS, 16_000)) : null;
		return writeWav(joined([levelled(trimmed(parsed.sound))], parsed.sound.rate));
	}

	#tooMuch(device: string): boolean {
		const now = this.#means.clock.now();
		const minute = this.#asked.get(device);
		const fresh = minute !== undefined && now - minute.since < MINUTE_MS ? minute : { since: now, count: 0 };
		fresh.count += 1;
		this.#asked.set(device, fresh);
		return fresh.count > MOST_A_MINUTE;
	}
}

function nameOf({ lang, text }: SpeechWish): string {
	return `${createHash('sha256').update(`${lang} ${text}`).digest('hex').slice(0, 32)}.wav`;
}

import type { Played } from '#display/voice/audio.ts';
import type { Part } from './parts.ts';

/** What became of a sentence; `no-voice`: the server has no speaking program any more. */
export type Heard = Played | 'no-voice';

/** The one thing the speaker needs of a browser. */
export interface Voice {
	/** Says a sentence to its end, or until it is stopped. Never rejects. */
	speak(part: Part, stop: AbortSignal): Promise<Heard>;
}

/**
 * Says one thing at a time (EN 301 549, 5.1.3.4 and 5.1.3.5): what is new breaks off what is being said, what was said last
 * is said again when it is asked for, and it can rest in between. Knows no page and no browser.
 */
export class Speaker {
	/** the sentence that is heard now */
	speaking: Part | null = $state.raw(null);
	/** the newest sentence, for its caption; it stays until another one begins. `turn` tells two with the same words apart. */
	caption: { part: Part; turn: number } | null = $state.raw(null);
	paused = $state(false);
	/** why the last sentence was not heard: the rest of what was to be said waits until it is asked for again */
	trouble: Exclude<Heard, 'ended'> | null = $state(null);

	readonly #voice: Voice;
	/** what was said last, whole */
	#last: readonly Part[] = [];
	#line: readonly Part[] = [];
	#at = 0;
	#turn = 0;
	#current = new AbortController();

	constructor(voice: Voice) {
		this.#voice = voice;
	}

	/** Says this now; what was being said is broken off. */
	say(parts: readonly Part[]): void {
		if (parts.length === 0) return;
		this.#last = parts;
		this.#begin(parts, 0);
	}

	/** Says this after what is being said, as a part of it. */
	add(parts: readonly Part[]): void {
		if (this.speaking === null && !this.paused) this.say(parts);
		else {
			this.#last = [...this.#last, ...parts];
			this.#line = [...this.#line, ...parts];
		}
	}

	/** Says a short thing that is not remembered: what is repeated is what stood before. */
	remark(parts: readonly Part[]): void {
		this.#begin(parts, 0);
	}

	/** What was said last, from its beginning. */
	repeat(): void {
		this.#begin(this.#last, 0);
	}

	/** Breaks off; it can be repeated. */
	hush(): void {
		this.#current.abort();
		this.paused = false;
		this.speaking = null;
	}

	/** Rests, or goes on with the sentence in which it rested. */
	pause(): void {
		if (this.paused) this.#begin(this.#line, this.#at);
		else if (this.speaking !== null) {
			this.#current.abort();
			this.speaking = null;
			this.paused = true;
		}
	}

	/** As for a new visitor: silent, with nothing of the last one to repeat. */
	reset(): void {
		this.hush();
		this.#last = [];
		this.#line = [];
		this.caption = null;
	}

	#begin(parts: readonly Part[], at: number): void {
		this.hush();
		this.#line = parts;
		this.#current = new AbortController();
		void this.#go(at, this.#current.signal);
	}

	async #go(from: number, stop: AbortSignal): Promise<void> {
		for (let at = from; ; at++) {
			const part = this.#line[at];
			if (!part) break;
			this.#at = at;
			this.speaking = part;
			this.caption = { part, turn: ++this.#turn };
			const heard = await this.#voice.speak(part, stop);
			if (stop.aborted) return;
			this.trouble = heard === 'ended' ? null : heard;
			if (this.trouble !== null) break;
		}
		this.speaking = null;
	}
}

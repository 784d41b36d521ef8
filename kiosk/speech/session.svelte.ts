import type { Timers } from '#display/timers.ts';
import type { KeyAction } from '#server/views/speech.ts';
import { VOLUMES, type Ease } from '../ease/ease.svelte.ts';
import { commandOf } from './keypad.ts';
import type { SpeechAct } from './keys.ts';
import { Reader } from './reader.svelte.ts';
import { Speaker } from './speaker.svelte.ts';
import { browserVoice, type KioskVoice } from './voice.ts';

export interface SessionNeeds {
	root: HTMLElement;
	device: string;
	/** heard by one person alone, as the hall file says; a plug that is heard tells better */
	private: boolean;
	ease: Pick<Ease, 'speech' | 'greeted' | 'volume' | 'set'>;
	timers: Timers;
	/** further keys, as the hall file maps them */
	keys?: Readonly<Record<string, KeyAction>>;
	voice?: KioskVoice;
}

/** What is about the speech itself breaks nothing off. */
const ABOUT_SPEECH: readonly string[] = ['pause', 'repeat', 'louder', 'quieter'];

/** The speech of one visitor: from the key that begins it to the end of the visit. */
export class Session {
	readonly speaker: Speaker;
	readonly reader: Reader;
	readonly #voice: KioskVoice;
	readonly #ease: SessionNeeds['ease'];
	readonly #keys: Readonly<Record<string, KeyAction>>;
	readonly #stop: () => void;
	#private: boolean;

	constructor(needs: SessionNeeds) {
		const { root, device, private: alone, ease, timers, keys = {}, voice = browserVoice(device) } = needs;
		this.#private = alone;
		this.#keys = keys;
		this.#voice = voice;
		this.#ease = ease;
		this.speaker = new Speaker(voice);
		const greets = !ease.greeted;
		ease.set({ greeted: true });
		this.reader = new Reader({
			...{ root, speaker: this.speaker, timers, greets },
			speech: () => (ease.speech === 'all' ? 'all' : 'guide'),
			manner: () => ({ private: this.#private })
		});
		this.#stop = this.reader.start();
	}

	act(what: SpeechAct): void {
		if (what === 'repeat') this.reader.repeat();
		else if (what === 'page') this.reader.page();
		else if (what === 'pause') this.speaker.pause();
		else if (what === 'plugged' || what === 'unplugged') {
			this.#private = what === 'plugged';
			this.reader.anew((w) => w[what]);
		}
	}

	/** As loud as the visitor wishes now, in the middle of a sentence too. */
	louden(): void {
		this.#voice.volume(VOLUMES[this.#ease.volume] ?? VOLUMES[0]);
	}

	/** Says how loud it is now, where nothing else tells. */
	tellVolume(): void {
		const volume = { level: this.#ease.volume + 1, of: VOLUMES.length };
		if (this.speaker.speaking === null) this.reader.remark((w) => w.volume(volume));
	}

	/** A key was pressed: what is being said is broken off, unless the key is about the speech itself. */
	hears(key: KeyboardEvent): void {
		const act = commandOf(key, 'browse', this.#keys)?.act;
		if (act === undefined || !ABOUT_SPEECH.includes(act)) this.speaker.hush();
	}

	close(): void {
		this.#stop();
		this.#voice.close();
	}
}

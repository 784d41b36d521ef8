import type { Timers } from '#display/timers.ts';
import type { Ease } from '../ease/ease.svelte.ts';
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
	ease: Pick<Ease, 'speech' | 'greeted' | 'set'>;
	timers: Timers;
	voice?: KioskVoice;
}

/** The speech of one visitor: from the key that begins it to the end of the visit. */
export interface Session {
	speaker: Speaker;
	reader: Reader;
	voice: KioskVoice;
	act(what: Exclude<SpeechAct, 'speech' | 'louder' | 'quieter'>): void;
	/** Says how loud it is now, where nothing else tells. */
	loudness(level: number, of: number): void;
	/** A key was pressed: what is being said is broken off, unless the key is about the speech itself. */
	hears(key: KeyboardEvent): void;
	close(): void;
}

const ABOUT_SPEECH: readonly string[] = ['pause', 'repeat', 'louder', 'quieter'];

export function openSession(needs: SessionNeeds): Session {
	const voice = needs.voice ?? browserVoice(needs.device);
	const speaker = new Speaker(voice);
	let alone = needs.private;
	const greets = !needs.ease.greeted;
	needs.ease.set({ greeted: true });
	const reader = new Reader({
		root: needs.root,
		speaker,
		timers: needs.timers,
		greets,
		speech: () => (needs.ease.speech === 'all' ? 'all' : 'guide'),
		manner: () => ({ private: alone })
	});
	const stop = reader.start();

	function plug(inside: boolean): void {
		alone = inside;
		reader.remark((w) => (inside ? w.plugged : w.unplugged));
	}

	return {
		speaker,
		reader,
		voice,
		act(what) {
			if (what === 'repeat') reader.repeat();
			else if (what === 'page') reader.page();
			else if (what === 'plugged' || what === 'unplugged') plug(what === 'plugged');
			else speaker.pause();
		},
		loudness(level, of) {
			if (speaker.speaking === null) reader.remark((w) => w.volume({ level, of }));
		},
		hears(key) {
			const act = commandOf(key, 'browse')?.act;
			if (act === undefined || !ABOUT_SPEECH.includes(act)) speaker.hush();
		},
		close() {
			stop();
			voice.close();
		}
	};
}

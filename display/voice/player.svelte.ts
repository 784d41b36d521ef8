import type { Announcement } from '#server/realtime/events.ts';
import type { BroadcastView } from '#server/views.ts';
import { browserTimers, type Timers } from '../timers.ts';
import { browserAudio, SILENCE_AT, type AudioBackend, type Played } from './audio.ts';
import { BETWEEN_MS, fresh, linedUp, type Line } from './line.ts';

/** Whether this screen can be heard. */
export type SoundState = 'on' | 'refused' | 'failed';

/** A clip that has not ended so long after its time is stuck: the device went away or the line broke. */
const STUCK_AFTER_MS = 5000;
const SILENCE_SECONDS = 0.1;
/** Between two repetitions of an alert: one hears that it begins again. */
const BETWEEN_ALERTS_MS = 1500;
/** After a reconnect the server may send again what was said; so many are remembered. */
const REMEMBERED = 200;

/** What is told to the whole hall, and how often it is still to be said. */
interface Alert {
	id: number;
	audio: string;
	seconds: number;
	left: number;
	/** whether it was heard to its end */
	said: boolean;
}

export interface VoicePlayerOptions {
	/** a call was heard to its end */
	spoken: (one: Announcement) => void;
	/** what is told to the whole hall was heard to its end, once */
	alerted?: (id: BroadcastView['id']) => void;
	/** the screen found its voice, or lost it */
	changed: (sound: SoundState) => void;
	/** the server's clock minus ours, milliseconds */
	skew?: () => number;
	audio?: () => AudioBackend;
	timers?: Timers;
}

/**
 * The voice of one zone on one screen: announcements one after the other, in the order of the calls.
 *
 *     const voice = new VoicePlayer({ spoken, changed, skew: () => live.skew });
 *     onMount(() => voice.start());   // asks the browser; start() returns its own stop
 *     live.socket?.on('call:announced', (one) => voice.say(one));
 *     {#if voice.sound === 'refused'}<button onclick={() => voice.enable()}>…
 *
 * Nothing here throws or waits for the screen: what cannot be played is reported and the next is tried.
 * REFUSED: the browser wants a touch first. The line is kept, stale calls leave it; every new call tries again.
 * FAILED: no sound came, or it got stuck. That call is not reported as spoken; the next one is tried.
 */
export class VoicePlayer {
	/** null until the browser was asked */
	sound: SoundState | null = $state(null);
	/** what is being said now */
	speaking: Announcement | null = $state.raw(null);

	#options: VoicePlayerOptions;
	#timers: Timers;
	#audio: AudioBackend | null = null;
	#line: Line = [];
	#alert: Alert | null = null;
	#taken: number[] = [];
	#busy = false;
	/** how often a call or a touch asked for speech */
	#asked = 0;
	/** stops what is heard, or waited for, now */
	#current = new AbortController();

	constructor(options: VoicePlayerOptions) {
		this.#options = options;
		this.#timers = options.timers ?? browserTimers;
	}

	/** Opens the sound and asks the browser for leave; the returned function ends everything. */
	start(): () => void {
		this.#audio = (this.#options.audio ?? browserAudio)();
		void this.enable();
		return () => {
			this.#audio = null;
			this.#line = [];
			this.#current.abort();
		};
	}

	/** Asks for leave to sound; to be called from a touch. Then says what still waits. */
	async enable(): Promise<void> {
		if (!this.#busy) {
			this.#busy = true;
			this.#learn(await this.#play({ audio: SILENCE_AT, seconds: SILENCE_SECONDS }));
			this.#busy = false;
		}
		await this.#sayAll();
	}

	/** Takes an announcement into the line; one that was said before is left out. */
	say(one: Announcement): void {
		if (!this.#audio || this.#taken.includes(one.id)) return;
		this.#line = linedUp(this.#line, one);
		void this.#sayAll();
	}

	/**
	 * What is told to the whole hall is said before everything else: it breaks off what is being said, and is said again and
	 * again until it is over (`null`) or was said as often as it wants. The same told again goes on as it was.
	 */
	alert(told: Pick<BroadcastView, 'id' | 'sound'> | null): void {
		const next = alertOf(told);
		if (!this.#audio || next?.id === this.#alert?.id) return;
		this.#alert = next;
		this.#current.abort();
		void this.#sayAll();
	}

	async #sayAll(): Promise<void> {
		this.#asked++;
		if (this.#busy) return;
		this.#busy = true;
		try {
			for (let say = this.#nextToSay(); say; say = this.#nextToSay()) {
				const asked = this.#asked;
				if ((await say()) === 'refused' && this.#asked === asked) break;
			}
		} finally {
			this.#busy = false;
		}
	}

	#nextToSay(): (() => Promise<Played>) | null {
		const alert = this.#alert;
		if (alert && alert.left > 0) return () => this.#sayAlert(alert);
		const one = this.#next();
		return one ? () => this.#sayOne(one) : null;
	}

	async #sayAlert(alert: Alert): Promise<Played> {
		const played = await this.#play(alert);
		if (alert !== this.#alert) return played;
		if (played === 'ended') this.#alertSaid(alert);
		this.#learn(played);
		if (played !== 'refused') await this.#pause(BETWEEN_ALERTS_MS);
		return played;
	}

	#alertSaid(alert: Alert): void {
		alert.left -= 1;
		if (alert.said) return;
		alert.said = true;
		this.#options.alerted?.(alert.id);
	}

	/** The next that is not stale; it stays in the line until it was tried. */
	#next(): Announcement | undefined {
		this.#line = fresh(this.#line, this.#timers.now() + (this.#options.skew?.() ?? 0));
		return this.#line[0];
	}

	async #sayOne(one: Announcement): Promise<Played> {
		this.speaking = one;
		const played = await this.#play(one);
		this.speaking = null;
		if (!this.#audio) return 'failed';
		// Broken off for an alert: it stays in the line until it is stale.
		if (played === 'failed' && this.#alert) return played;
		if (played !== 'refused') {
			this.#line = this.#line.filter((other) => other.id !== one.id);
			this.#taken = [...this.#taken, one.id].slice(-REMEMBERED);
		}
		this.#learn(played);
		if (played === 'ended') this.#options.spoken(one);
		if (played !== 'refused') await this.#pause(BETWEEN_MS);
		return played;
	}

	/** An alert is as loud as the loudspeaker goes, a call as loud as this time of the day wants it. */
	async #play({
		audio: address,
		seconds,
		volume = 1
	}: {
		audio: string;
		seconds: number;
		volume?: number;
	}): Promise<Played> {
		const audio = this.#audio;
		if (!audio) return 'failed';
		const stop = this.#within(seconds * 1000 + STUCK_AFTER_MS);
		try {
			return await Promise.race([audio.play(address, stop.signal, volume), stop.over.then((): Played => 'failed')]);
		} catch {
			return 'failed';
		} finally {
			stop.callOff();
		}
	}

	/** What comes next has so long; `over` comes when the time has passed or the player was stopped. */
	#within(ms: number): { signal: AbortSignal; over: Promise<void>; callOff: () => void } {
		const current = new AbortController();
		this.#current = current;
		const callOff = this.#timers.after(ms, () => {
			current.abort();
		});
		const over = new Promise<void>((resolve) => {
			current.signal.addEventListener('abort', () => resolve(), { once: true });
		});
		return { signal: current.signal, over, callOff };
	}

	#learn(played: Played): void {
		const sound = played === 'ended' ? 'on' : played;
		if (!this.#audio || sound === this.sound) return;
		this.sound = sound;
		this.#options.changed(sound);
	}

	async #pause(ms: number): Promise<void> {
		if (!this.#audio) return;
		const wait = this.#within(ms);
		await wait.over;
		wait.callOff();
	}
}

/** Null while nothing is told, or nothing of it can be heard yet. */
function alertOf(told: Pick<BroadcastView, 'id' | 'sound'> | null): Alert | null {
	return told?.sound ? { id: told.id, ...told.sound, left: told.sound.times ?? Infinity, said: false } : null;
}

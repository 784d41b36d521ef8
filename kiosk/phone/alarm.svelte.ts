import type { Timers } from '#display/timers.ts';

/** What a phone can do to be noticed; a browser allows it after the owner has touched the page once. */
export interface Bell {
	/** must be called from within a touch */
	allow(): Promise<void>;
	ring(): void;
	/** keeps the screen on until the answer is called; where that is not possible, nothing */
	stayAwake(): () => void;
}

/** How often a call rings, and how far apart. */
const RINGS = 4;
const APART_MS = 6000;

/**
 * Rings when its owner is called, and again for a recall, once the owner has switched it on.
 *
 * A phone in the pocket rings as long as its browser lets the page run. One that has put the page to sleep rings when
 * it is looked at again, if the call still stands.
 */
export class Alarm {
	on = $state(false);
	#bell: Bell;
	#timers: Timers;
	#callOff: (() => void)[] = [];
	#calling = false;

	constructor(bell: Bell, timers: Timers) {
		this.#bell = bell;
		this.#timers = timers;
	}

	/** Switches it on, with one ring as a proof. */
	async switchOn(): Promise<void> {
		await this.#bell.allow();
		this.#bell.ring();
		this.on = true;
	}

	/** Rings some times; the answer ends it. */
	call(): () => void {
		if (!this.on) return () => undefined;
		this.#calling = true;
		this.#bell.ring();
		for (let ring = 1; ring < RINGS; ring++) {
			this.#callOff.push(this.#timers.after(ring * APART_MS, () => this.#bell.ring()));
		}
		return () => {
			this.#calling = false;
			for (const off of this.#callOff.splice(0)) off();
		};
	}

	/** The page is in sight again: a call that still stands rings once more. */
	seenAgain(): void {
		if (this.#calling) this.#bell.ring();
	}

	/** Keeps the screen on, so that the page is not put to sleep; the answer ends it. */
	stayAwake(): () => void {
		return this.#bell.stayAwake();
	}
}

/** Three tones of the browser's own synthesiser, and vibration where the phone has it. */
export function phoneBell(): Bell {
	let audio: AudioContext | null = null;
	return {
		async allow() {
			audio ??= new AudioContext();
			await audio.resume();
		},
		ring() {
			if ('vibrate' in navigator) navigator.vibrate([400, 200, 400, 200, 800]);
			if (audio) void sound(audio);
		},
		stayAwake
	};
}

/** A phone that was locked has put the synthesiser to sleep; it wakes before it sounds. */
async function sound(audio: AudioContext): Promise<void> {
	if (audio.state !== 'running') await audio.resume();
	for (const [index, hertz] of [660, 880, 660].entries()) tone(audio, hertz, index * 0.35);
}

function tone(audio: AudioContext, hertz: number, after: number): void {
	const from = audio.currentTime + after;
	const source = new OscillatorNode(audio, { frequency: hertz });
	const volume = new GainNode(audio, { gain: 0 });
	volume.gain.setValueAtTime(0, from);
	volume.gain.linearRampToValueAtTime(0.6, from + 0.02);
	volume.gain.linearRampToValueAtTime(0, from + 0.3);
	source.connect(volume).connect(audio.destination);
	source.start(from);
	source.stop(from + 0.3);
}

/** Browsers have a lock for the screen over https only, and take it away when the page is hidden. */
function stayAwake(): () => void {
	if (!('wakeLock' in navigator)) return () => undefined;
	let wanted = true;
	let lock: WakeLockSentinel | null = null;
	const hold = async (): Promise<void> => {
		if (document.visibilityState !== 'visible' || (lock && !lock.released)) return;
		// A phone low on battery says no; then the page rings all the same.
		const held = await navigator.wakeLock.request('screen').catch(() => null);
		if (wanted) lock = held;
		else await held?.release();
	};
	const seen = (): void => void hold();
	document.addEventListener('visibilitychange', seen);
	void hold();
	return () => {
		wanted = false;
		document.removeEventListener('visibilitychange', seen);
		void lock?.release();
	};
}

import type { Timers } from '#display/timers.ts';

/** What a phone can do to be noticed; a browser allows it after the owner has touched the page once. */
export interface Bell {
	/** must be called from within a touch */
	allow(): Promise<void>;
	ring(): void;
}

/** How often a call rings, and how far apart. */
const RINGS = 4;
const APART_MS = 6000;

/** Rings when its owner is called, and again for a recall, once the owner has switched it on. */
export class Alarm {
	on = $state(false);
	#bell: Bell;
	#timers: Timers;
	#callOff: (() => void)[] = [];

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
		this.#bell.ring();
		for (let ring = 1; ring < RINGS; ring++) {
			this.#callOff.push(this.#timers.after(ring * APART_MS, () => this.#bell.ring()));
		}
		return () => {
			for (const off of this.#callOff.splice(0)) off();
		};
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
			if (audio) for (const [index, hertz] of [660, 880, 660].entries()) tone(audio, hertz, index * 0.35);
		}
	};
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

import { browserTimers } from '#display/timers.ts';
import type { Voice } from './speaker.svelte.ts';

/** A browser that wants a touch first never answers; so long it may. */
const AWAKE_MS = 400;
const NO_PROGRAM = 503;

export interface KioskVoice extends Voice {
	/** From now on so loud, in the middle of a sentence too: decibels below the loudest. */
	volume(decibels: number): void;
	close(): void;
}

/** The voice of a kiosk in its browser: sentences of this server. */
export function browserVoice(device: string): KioskVoice {
	const context = new AudioContext();
	const volume = context.createGain();
	volume.connect(context.destination);

	const runs = (): boolean => context.state === 'running';

	async function awake(): Promise<boolean> {
		if (runs()) return true;
		const patience = new Promise<void>((resolve) => browserTimers.after(AWAKE_MS, resolve));
		await Promise.race([context.resume(), patience]);
		return runs();
	}

	async function play(sound: AudioBuffer, stop: AbortSignal): Promise<void> {
		const source = new AudioBufferSourceNode(context, { buffer: sound });
		source.connect(volume);
		await new Promise<void>((resolve) => {
			const end = (): void => resolve();
			source.addEventListener('ended', end, { once: true });
			stop.addEventListener('abort', end, { once: true });
			source.start();
		});
		source.disconnect();
	}

	return {
		async speak({ lang, text, keep }, stop) {
			try {
				const response = await fetch(`/speech?kiosk=${encodeURIComponent(device)}`, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify({ lang, text, keep }),
					signal: stop
				});
				if (!response.ok) return response.status === NO_PROGRAM ? 'no-voice' : 'failed';
				const sound = await context.decodeAudioData(await response.arrayBuffer());
				if (stop.aborted) return 'failed';
				if (!(await awake())) return 'refused';
				await play(sound, stop);
				return stop.aborted ? 'failed' : 'ended';
			} catch {
				return 'failed';
			}
		},
		volume(decibels) {
			volume.gain.value = 10 ** (decibels / 20);
		},
		close() {
			void context.close();
		}
	};
}

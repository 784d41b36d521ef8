import type { Voice } from './speaker.svelte.ts';
import { gainOf } from './volume.ts';

/** A browser that wants a touch first never answers; so long it may. */
const AWAKE_MS = 400;
const NO_PROGRAM = 503;

/** The voice of a kiosk in its browser: sentences of this server, at a volume in decibels. */
export function browserVoice(device: string): Voice & { close(): void } {
	const context = new AudioContext();
	const volume = context.createGain();
	volume.connect(context.destination);

	async function awake(): Promise<boolean> {
		if (context.state === 'running') return true;
		await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, AWAKE_MS))]);
		return context.state === 'running';
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
		volume(level) {
			volume.gain.value = gainOf(level);
		},
		close() {
			void context.close();
		}
	};
}

import { browserTimers } from '#display/timers.ts';
import type { Part } from './parts.ts';
import type { Heard, Voice } from './speaker.svelte.ts';

/** A browser that wants a touch first never answers; on a busy machine sound takes its time to begin. So long it may. */
const AWAKE_MS = 3000;
const NO_PROGRAM = 503;

export interface KioskVoice extends Voice {
	/** From now on so loud, in the middle of a sentence too: decibels below the loudest. */
	volume(decibels: number): void;
	close(): void;
}

/** The voice of a kiosk in its browser: sentences of this server. */
export function browserVoice(device: string): KioskVoice {
	const context = new AudioContext();
	const gain = context.createGain();
	gain.connect(context.destination);
	return {
		async speak(part, stop) {
			try {
				const bytes = await asked(device, part, stop);
				if (typeof bytes === 'string') return bytes;
				const buffer = await context.decodeAudioData(bytes);
				return (await awake(context))
					? await played(new AudioBufferSourceNode(context, { buffer }), gain, stop)
					: 'refused';
			} catch {
				return 'failed';
			}
		},
		volume(decibels) {
			gain.gain.value = 10 ** (decibels / 20);
		},
		close() {
			void context.close();
		}
	};
}

/** The sentence as a WAV file, or why there is none. Asked for by POST: what is said stands in no address and in no log. */
async function asked(device: string, { lang, text, keep }: Part, stop: AbortSignal): Promise<ArrayBuffer | Heard> {
	const response = await fetch(`/speech?kiosk=${encodeURIComponent(device)}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ lang, text, keep }),
		signal: stop
	});
	if (response.ok) return response.arrayBuffer();
	return response.status === NO_PROGRAM ? 'no-voice' : 'failed';
}

async function awake(context: AudioContext): Promise<boolean> {
	const runs = (): boolean => context.state === 'running';
	if (runs()) return true;
	const patience = new Promise<void>((resolve) => browserTimers.after(AWAKE_MS, resolve));
	await Promise.race([context.resume(), patience]);
	return runs();
}

async function played(source: AudioBufferSourceNode, gain: GainNode, stop: AbortSignal): Promise<Heard> {
	if (stop.aborted) return 'failed';
	source.connect(gain);
	const heard = await new Promise<Heard>((resolve) => {
		source.addEventListener('ended', () => resolve('ended'), { once: true });
		stop.addEventListener('abort', () => resolve('failed'), { once: true });
		source.start();
	});
	source.disconnect();
	return heard;
}

import { browserAudio, type AudioBackend } from '#display/voice/audio.ts';

/** The sample that is heard, one at a time: what is asked for next breaks it off. */
export class Listening {
	/** folder and sample that are being heard or fetched */
	now: string | null = $state(null);
	failed = $state(false);
	#audio: (() => AudioBackend) | null;
	#fetch: typeof fetch;
	#stop = new AbortController();

	constructor(means: { audio?: () => AudioBackend; fetch?: typeof fetch } = {}) {
		this.#audio = means.audio ?? browserAudio;
		this.#fetch = means.fetch ?? ((...asked): Promise<Response> => fetch(...asked));
	}

	/** Plays one sample of a folder to its end; the same again stops it. */
	async play(folder: string, sample: number): Promise<void> {
		const key = `${folder} ${String(sample)}`;
		this.#stop.abort();
		if (this.now === key) {
			this.now = null;
			return;
		}
		const stop = new AbortController();
		this.#stop = stop;
		this.now = key;
		this.failed = false;
		const played = await this.#sound(`/voice/sample?in=${encodeURIComponent(folder)}&sample=${String(sample)}`, stop);
		if (stop.signal.aborted) return;
		this.failed = !played;
		this.now = null;
	}

	async #sound(address: string, stop: AbortController): Promise<boolean> {
		try {
			const answer = await this.#fetch(address, { signal: stop.signal });
			if (!answer.ok || !this.#audio) return false;
			const { audio } = (await answer.json()) as { audio: string };
			return (await this.#audio().play(audio, stop.signal, 1)) === 'ended';
		} catch {
			return false;
		}
	}
}

/** What became of a sound: refused means that the browser wants a touch first. */
export type Played = 'ended' | 'refused' | 'failed';

/** The one thing the player needs of a browser. */
export interface AudioBackend {
	/** Plays a sound of this server to its end, or until it is stopped; `volume` is 0 to 1, and 1 without it. */
	play(address: string, stop: AbortSignal, volume?: number): Promise<Played>;
}

/** A tenth of a second without a sound: the browser refuses it as it would refuse a voice. */
export const SILENCE_AT = '/silence.wav';

function failure(error: unknown): Played {
	return error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'failed';
}

/** Plays on one audio element, because some browsers allow sound to the element that was touched and to no other. */
export function browserAudio(element: HTMLAudioElement = new Audio()): AudioBackend {
	async function finished(stop: AbortSignal): Promise<Played> {
		return new Promise((resolve) => {
			const over = new AbortController();
			const end = (played: Played): void => {
				over.abort();
				resolve(played);
			};
			const once = { signal: over.signal };
			element.addEventListener('ended', () => end('ended'), once);
			element.addEventListener('error', () => end('failed'), once);
			stop.addEventListener('abort', () => end('failed'), once);
			element.play().catch((error: unknown) => end(failure(error)));
		});
	}
	return {
		async play(address, stop, volume = 1) {
			if (stop.aborted) return 'failed';
			element.volume = volume;
			element.src = address;
			const played = await finished(stop);
			if (played !== 'ended') element.pause();
			return played;
		}
	};
}

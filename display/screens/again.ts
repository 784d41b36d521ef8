import type { Timers } from '../timers.ts';

/** A wall that shows an error asks so often whether the hall is there. */
const AGAIN_MS = 15_000;

interface Means {
	timers: Timers;
	/** asks the server for anything */
	fetch: (address: string) => Promise<Pick<Response, 'ok'>>;
	load: () => void;
}

/** Loads a page anew once the server answers; until then it stays, because a browser's own error page never goes away. */
export function loadedAgain({ timers, fetch, load }: Means): () => void {
	return timers.every(AGAIN_MS, () => {
		fetch('/ready').then(
			({ ok }) => {
				if (ok) load();
			},
			() => undefined
		);
	});
}

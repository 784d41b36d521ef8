import type { Timers } from '#display/timers.ts';
import type { FindIndex } from '#server/views.ts';
import type { Browse } from './browse.svelte.ts';

/** After an answer that did not come it is asked once more. */
const AGAIN_MS = 5000;

/** Fetches what can be found at a kiosk, and tries until it is there. @returns ends it */
export function keepIndex(
	browse: Browse,
	{ device, version }: { device: string; version: string },
	{ timers, get = fetch }: { timers: Timers; get?: (address: string) => Promise<Response> }
): () => void {
	let ended = false;
	const ask = async (): Promise<void> => {
		if (ended || browse.version === version) return;
		const answer = await get(`/kiosk/find?${new URLSearchParams({ kiosk: device, v: version }).toString()}`).catch(
			() => null
		);
		if (answer?.ok === true) browse.learn((await answer.json()) as FindIndex);
		else if (!ended) timers.after(AGAIN_MS, () => void ask());
	};
	void ask();
	return () => {
		ended = true;
	};
}

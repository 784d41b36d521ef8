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
	const off = new AbortController();
	const ask = async (): Promise<void> => {
		if (off.signal.aborted || browse.version === version) return;
		const index = await indexAt(get(`/kiosk/find?${new URLSearchParams({ kiosk: device, v: version }).toString()}`));
		if (index) browse.learn(index);
		else timers.after(AGAIN_MS, () => void ask());
	};
	void ask();
	return () => {
		off.abort();
	};
}

/** Null for an answer that did not come, or not to its end. */
async function indexAt(asked: Promise<Response>): Promise<FindIndex | null> {
	try {
		const answer = await asked;
		return answer.ok ? ((await answer.json()) as FindIndex) : null;
	} catch {
		return null;
	}
}

/** The later pages, at once: on the server. A browser has later.browser.svelte.ts in its place (`imports` of package.json). */
import Later from './Later.svelte';

/** The pages after the first ones; null until they are there. */
export function later(): typeof Later | null {
	return Later;
}

/** Nothing is to be fetched here. */
export const fetchLater: () => Promise<void> = () => Promise.resolve();

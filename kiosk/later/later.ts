/** The later pages, at once: on the server. A browser has later.browser.svelte.ts in its place (`imports` of package.json). */
import Ahead from './Ahead.svelte';
import Later from './Later.svelte';

/** The pages after the first ones; null until they are there. */
export function later(): typeof Later | null {
	return Later;
}

/** The pages of the zones, drawn with the first page. */
export const ahead: typeof Ahead | null = Ahead;

/** Nobody has touched anything here. */
export const shownAhead = (): string | null => null;

/** Nothing is to be fetched here. */
export const fetchLater: () => Promise<void> = () => Promise.resolve();

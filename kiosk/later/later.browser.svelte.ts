/** The later pages in a browser: fetched when the first one stands, since it must not wait for them. See later.ts. */
import { browserTimers } from '#display/timers.ts';
import type Ahead from './Ahead.svelte';
import type Later from './Later.svelte';

/** After an answer that did not come it is asked once more. */
const AGAIN_MS = 2000;

let pages = $state.raw<typeof Later | null>(null);
let asked: Promise<void> | null = null;

/** The pages after the first ones; null until they are there. */
export function later(): typeof Later | null {
	return pages;
}

/** Drawn by the server only. */
export const ahead: typeof Ahead | null = null;

/** The name of the page that has come with the first one and that a touch has shown; ask before the page is taken up. */
export function shownAhead(): string | null {
	return [...document.querySelectorAll('.kiosk[popover]')].find((page) => page.matches(':popover-open'))?.id ?? null;
}

/** Fetches them, once, and tries until they are there. */
export function fetchLater(): Promise<void> {
	asked ??= fetched();
	return asked;
}

async function fetched(): Promise<void> {
	for (;;) {
		const found = await import('./Later.svelte').catch(() => null);
		pages = found?.default ?? null;
		if (pages) return;
		await new Promise<void>((resolve) => browserTimers.after(AGAIN_MS, resolve));
	}
}

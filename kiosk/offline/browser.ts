/** What the browser gives to a kiosk for when it has no line: a shelf, questions that never throw, its service worker. */
import { ask } from '#display/ask.ts';
import type { Timers } from '#display/timers.ts';
import { words } from '#display/words/index.ts';
import type { KioskDirectory, LeaseReport, LeaseView } from '#server/views.ts';
import type { BlockNeeds, Shelf } from './block.svelte.ts';
import type { Ready } from './cause.ts';

const READY_TIMEOUT_MS = 4000;
const TYPEFACE = '1em "Noto Sans SC Variable"';

/** Kept by kiosk: two kiosks opened in one browser share nothing. */
export function shelfOf(device: string): Shelf {
	const name = `guidedesk:lease:${device}`;
	return {
		read: () => localStorage.getItem(name),
		write: (text) => {
			localStorage.setItem(name, text);
		}
	};
}

/** What a block asks of the API. */
export const leasing: Pick<BlockNeeds, 'grant' | 'report'> = {
	grant: (wish) => ask<LeaseView>('POST', '/leases', wish),
	report: (lease, body) => ask<LeaseReport>('POST', `/leases/${String(lease)}/report`, body)
};

/** How the server is, as itself or a gateway says. */
export async function askReady(): Promise<Ready> {
	try {
		const response = await fetch('/ready', { signal: AbortSignal.timeout(READY_TIMEOUT_MS), cache: 'no-store' });
		return { status: response.status, ours: (await response.text()).startsWith('{"ok":') };
	} catch {
		return { status: 0, ours: false };
	}
}

/** The newest directory; without a server the one that the service worker has kept. */
export async function fetchDirectory(device: string): Promise<KioskDirectory | null> {
	const query = `?kiosk=${encodeURIComponent(device)}`;
	try {
		const response = await fetch(`/kiosk/directory${query}`);
		if (!response.ok) return null;
		const directory = (await response.json()) as KioskDirectory;
		// Where they cannot be had now another typeface stands in: what is written matters more than how.
		if (isWorked()) void keepLetters(directory).catch(() => undefined);
		return directory;
	} catch {
		return null;
	}
}

/** With a service worker: the letters in which the directory is written, of a typeface of a hundred files. */
async function keepLetters(directory: KioskDirectory): Promise<void> {
	await document.fonts.load(TYPEFACE, JSON.stringify([directory, words('zh-CN').offline, words('zh-CN').common]));
}

function isWorked(): boolean {
	return 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
}

export interface Renewal {
	timers: Timers;
	/** whether the page can be loaded anew without anybody noticing */
	idle: () => boolean;
	/** a worker looks after this page from now on */
	onWorked: () => void;
}

const REGISTER_AFTER_MS = 4000;
const LOOK_MS = 5000;
const UPDATE_MS = 600_000;

/**
 * Lets a service worker look after this page once it stands, and loads it anew when a new build has taken over and nobody
 * is there. Without a secure context there is none, and a kiosk is useful only until it is loaded anew.
 * @returns the end of it, and `look`: a new build may be there
 */
export function keepWorked({ timers, idle, onWorked }: Renewal): { end: () => void; look: () => void } {
	if (!('serviceWorker' in navigator)) return { end: () => undefined, look: () => undefined };
	const { serviceWorker } = navigator;
	let former = serviceWorker.controller;
	let renewed = false;
	const taken = (): void => {
		if (former) renewed = true;
		else onWorked();
		former = serviceWorker.controller;
	};
	const look = (): void => {
		void serviceWorker.getRegistration().then((one) => one?.update().catch(() => undefined));
	};
	serviceWorker.addEventListener('controllerchange', taken);
	const ends = [
		timers.after(REGISTER_AFTER_MS, () => void serviceWorker.register('/service-worker.js').catch(() => undefined)),
		timers.every(UPDATE_MS, look),
		timers.every(LOOK_MS, () => {
			if (renewed && idle()) location.reload();
		}),
		() => {
			serviceWorker.removeEventListener('controllerchange', taken);
		}
	];
	return { end: () => ends.forEach((end) => end()), look };
}

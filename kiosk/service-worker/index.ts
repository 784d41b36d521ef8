/** The service worker of a kiosk: hands the browser's events to the keeper. A page registers it only at a kiosk. */
import { build, files, version } from '$service-worker';
import { Keeper } from './keeper.ts';

interface LongEvent {
	waitUntil(work: Promise<unknown>): void;
}

interface AskedEvent {
	request: Request;
	respondWith(answer: Promise<Response>): void;
}

/** What of the worker's own scope is used here; the page's types stand for all else. */
interface WorkerScope {
	location: { origin: string };
	clients: {
		matchAll(of: { includeUncontrolled: boolean }): Promise<readonly { url: string }[]>;
		claim(): Promise<void>;
	};
	skipWaiting(): Promise<void>;
	addEventListener(type: 'install' | 'activate', listener: (event: LongEvent) => void): void;
	addEventListener(type: 'fetch', listener: (event: AskedEvent) => void): void;
}

const worker = globalThis as unknown as WorkerScope;

const keeper = new Keeper({
	version,
	files: [...build, ...files],
	origin: worker.location.origin,
	caches,
	fetch: (request) => fetch(request),
	wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms))
});

worker.addEventListener('install', (event) => {
	const begin = async (): Promise<void> => {
		const open = await worker.clients.matchAll({ includeUncontrolled: true });
		await keeper.install(open.map(({ url }) => url));
		await worker.skipWaiting();
	};
	event.waitUntil(begin());
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(keeper.activate().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
	const answer = keeper.answer(event.request);
	if (answer) event.respondWith(answer);
});

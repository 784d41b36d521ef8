import { DATA, DIRECTORY, EARLY, isCode, isImmutable, isPlain, keyOf, PAGES } from './kept.ts';

export interface KeeperNeeds {
	/** of the build: a new one replaces what the former kept */
	version: string;
	/** paths of the build and of the static files */
	files: readonly string[];
	origin: string;
	caches: CacheStorage;
	fetch: (request: Request | string) => Promise<Response>;
	/** resolves after so many milliseconds */
	wait: (ms: number) => Promise<void>;
}

/** A server that has not answered a page by then is as good as none. */
const PATIENCE_MS = 6000;
const NAME = 'kiosk-';
/** What a gateway answers for a server that is not there. */
const GATEWAY: readonly number[] = [502, 503, 504];

/**
 * What the service worker of a kiosk does with each request. The server always comes first: what is kept is shown only
 * where it does not answer, or answers that it is broken. Knows no worker: index.ts hands it the events.
 */
export class Keeper {
	readonly #needs: KeeperNeeds;
	readonly #name: string;

	constructor(needs: KeeperNeeds) {
		this.#needs = needs;
		this.#name = NAME + needs.version;
	}

	/** Fetches the code of this build, and anew the pages that are open and whatever the former build kept. */
	async install(open: readonly string[]): Promise<void> {
		const cache = await this.#needs.caches.open(this.#name);
		await cache.addAll(this.#needs.files.filter(isCode));
		const addresses = open.map((url) => new URL(url)).filter(({ pathname }) => PAGES.includes(pathname));
		// What an open page has fetched by itself, it has fetched before anybody could keep it.
		const own = addresses.flatMap((url) => EARLY.map((path) => keyOf(new URL(path + url.search, url))));
		const known = new Set([...addresses.map(keyOf), ...own, ...(await this.#formerKeys())]);
		for (const key of known) await this.#keep(cache, key);
	}

	/** Forgets what former builds kept. */
	async activate(): Promise<void> {
		const { caches } = this.#needs;
		for (const name of await caches.keys()) {
			if (name.startsWith(NAME) && name !== this.#name) await caches.delete(name);
		}
	}

	/** The answer to a request; null for what is none of a kiosk's without a server, which the browser fetches itself. */
	answer(request: Request): Promise<Response> | null {
		const url = new URL(request.url);
		if (request.method !== 'GET' || url.origin !== this.#needs.origin) return null;
		if (this.#needs.files.includes(url.pathname) || isImmutable(url.pathname)) return this.#file(request);
		if (PAGES.includes(url.pathname) || DATA.includes(url.pathname)) return this.#newest(request, url);
		return request.mode === 'navigate' && url.searchParams.has('kiosk') ? this.#orHome(request, url) : null;
	}

	/** A file of a build never changes: from the store, or fetched once. */
	async #file(request: Request): Promise<Response> {
		const cache = await this.#needs.caches.open(this.#name);
		const kept = await cache.match(request.url);
		if (kept) return kept;
		const response = await this.#needs.fetch(request);
		if (response.ok) await put(cache, request.url, response.clone());
		return response;
	}

	async #keep(cache: Cache, key: string): Promise<void> {
		const response = await this.#needs.fetch(this.#needs.origin + key).catch(() => undefined);
		if (response?.ok === true) await put(cache, this.#needs.origin + key, response);
	}

	/** The newest there is: the server's, or else the last good one. Who may not have it any more has it no more. */
	async #newest(request: Request, url: URL): Promise<Response> {
		const key = this.#needs.origin + keyOf(url);
		const cache = await this.#needs.caches.open(this.#name);
		const { fetch, wait } = this.#needs;
		const response = await Promise.race([
			fetch(request).catch(() => undefined),
			wait(PATIENCE_MS).then(() => undefined)
		]);
		if (response?.ok === true) await this.#took(cache, url, response.clone());
		else if (response && response.status < 500) await cache.delete(key);
		if (response && response.status < 500) return response;
		return (await cache.match(key)) ?? response ?? Response.error();
	}

	/** Keeps what the server has answered just now; with the directory the page itself, anew. */
	async #took(cache: Cache, url: URL, response: Response): Promise<void> {
		if (isPlain(url)) await put(cache, this.#needs.origin + keyOf(url), response);
		if (url.pathname === DIRECTORY) await this.#keep(cache, keyOf(new URL(`/kiosk${url.search}`, url)));
	}

	/** Another page of a kiosk that cannot be had leads back to its first one, which can: nobody there could go back. */
	async #orHome(request: Request, url: URL): Promise<Response> {
		const response = await this.#needs.fetch(request).catch(() => undefined);
		if (response && !GATEWAY.includes(response.status)) return response;
		const home = new URL(`/kiosk?kiosk=${encodeURIComponent(url.searchParams.get('kiosk') ?? '')}`, url);
		const cache = await this.#needs.caches.open(this.#name);
		if (await cache.match(home.href)) return Response.redirect(home.href, 302);
		return response ?? Response.error();
	}

	async #formerKeys(): Promise<string[]> {
		const { caches } = this.#needs;
		const keys: string[] = [];
		for (const name of (await caches.keys()).filter((one) => one.startsWith(NAME) && one !== this.#name)) {
			const kept = await (await caches.open(name)).keys();
			const urls = kept.map(({ url }) => new URL(url));
			keys.push(...urls.filter(({ pathname }) => [...PAGES, ...DATA].includes(pathname)).map(keyOf));
		}
		return keys;
	}
}

/** Keeps an answer if there is room: what cannot be kept is shown all the same. */
async function put(cache: Cache, key: string, response: Response): Promise<void> {
	await cache.put(key, response).catch(() => undefined);
}

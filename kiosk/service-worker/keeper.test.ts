import { beforeEach, describe, expect, test } from 'vitest';
import { Keeper } from './keeper.ts';

const HOME = 'http://hall.test';
const KIOSK = `${HOME}/kiosk?kiosk=kiosk-1`;

/** A store of answers by address, as the browser has one. */
class Store {
	readonly kept = new Map<string, Response>();
	readonly #fetch: (url: string) => Promise<Response>;

	constructor(fetch: (url: string) => Promise<Response>) {
		this.#fetch = fetch;
	}

	async addAll(paths: string[]): Promise<void> {
		for (const path of paths) this.kept.set(HOME + path, await this.#fetch(HOME + path));
	}

	match(url: string): Promise<Response | undefined> {
		return Promise.resolve(this.kept.get(url)?.clone());
	}

	put(url: string, response: Response): Promise<void> {
		this.kept.set(url, response);
		return Promise.resolve();
	}

	delete(url: string): Promise<boolean> {
		return Promise.resolve(this.kept.delete(url));
	}

	keys(): Promise<Request[]> {
		return Promise.resolve([...this.kept.keys()].map((url) => new Request(url)));
	}
}

const stores = new Map<string, Store>();
/** what the server says; nothing when it is away */
let server: (url: string) => Response | undefined;
const asked: string[] = [];

function fetched(request: Request | string): Promise<Response> {
	const url = typeof request === 'string' ? request : request.url;
	asked.push(url);
	const answer = server(url);
	return answer ? Promise.resolve(answer) : Promise.reject(new TypeError('no line'));
}

function keeper(version = 'one', files = ['/_app/immutable/app.js', '/icon.svg', '/_app/immutable/sc.woff2']): Keeper {
	const caches = {
		open: (name: string) => {
			const store = stores.get(name) ?? new Store(fetched);
			stores.set(name, store);
			return Promise.resolve(store);
		},
		keys: () => Promise.resolve([...stores.keys()]),
		delete: (name: string) => Promise.resolve(stores.delete(name))
	} as unknown as CacheStorage;
	return new Keeper({ version, files, origin: HOME, caches, fetch: fetched, wait: () => new Promise(() => undefined) });
}

/** A request as a page makes it; `navigate` cannot be asked for in a program. */
function get(url: string, mode = 'cors', method = 'GET'): Request {
	return Object.defineProperty(new Request(url, { method }), 'mode', { value: mode });
}

const text = async (of: Promise<Response> | null): Promise<string> => (of ? (await of).text() : 'not answered');
const keptAddresses = (): string[] => [...stores.values()].flatMap((store) => [...store.kept.keys()]).toSorted();

beforeEach(() => {
	stores.clear();
	asked.length = 0;
	server = (url) => new Response(`fresh ${url}`);
});

describe('a kiosk whose server is away', () => {
	test('K-12 shows its page and directory of the last time, and its code', async () => {
		const one = keeper();
		await one.install([KIOSK]);
		await text(one.answer(get(`${HOME}/kiosk/directory?kiosk=kiosk-1`)));
		server = () => undefined;
		expect(await text(one.answer(get(KIOSK, 'navigate')))).toBe(`fresh ${KIOSK}`);
		expect(await text(one.answer(get(`${KIOSK}&lang=en`, 'navigate')))).toBe(`fresh ${KIOSK}`);
		expect(await text(one.answer(get(`${HOME}/kiosk/directory?kiosk=kiosk-1`)))).toContain('fresh');
		expect(await text(one.answer(get(`${HOME}/_app/immutable/app.js`)))).toContain('fresh');
	});

	test('K-12 a server that answers that it is broken is as good as none', async () => {
		const one = keeper();
		await one.install([KIOSK]);
		server = () => new Response('bad gateway', { status: 502 });
		expect(await text(one.answer(get(KIOSK, 'navigate')))).toContain('fresh');
	});

	test('another page of the kiosk leads back to its first one', async () => {
		const one = keeper();
		await one.install([KIOSK]);
		server = () => undefined;
		const answer = await one.answer(get(`${HOME}/say?kiosk=kiosk-1`, 'navigate'));
		expect([answer?.status, answer?.headers.get('location')]).toEqual([302, KIOSK]);
		expect((await one.answer(get(`${HOME}/say?kiosk=kiosk-9`, 'navigate')))?.type).toBe('error');
		server = () => new Response('bad gateway', { status: 502 });
		expect((await one.answer(get(`${HOME}/say?kiosk=kiosk-1`, 'navigate')))?.status).toBe(302);
		expect(await text(one.answer(get(`${HOME}/say?kiosk=kiosk-9`, 'navigate')))).toBe('bad gateway');
	});
});

describe('a kiosk whose server answers', () => {
	test('never shows what it kept', async () => {
		const one = keeper();
		await one.install([KIOSK]);
		server = () => new Response('newer');
		expect(await text(one.answer(get(KIOSK, 'navigate')))).toBe('newer');
		server = () => undefined;
		expect(await text(one.answer(get(KIOSK, 'navigate')))).toBe('newer');
	});

	test('A-02 keeps no page in the language of one visitor for the next', async () => {
		const one = keeper();
		await one.install([`${KIOSK}&lang=en`]);
		for (const path of [`${KIOSK}&lang=en`, `${HOME}/kiosk/__data.json?kiosk=kiosk-1&lang=ar`])
			expect(await text(one.answer(get(path)))).toBe(`fresh ${path}`);
		server = () => undefined;
		expect(await text(one.answer(get(KIOSK, 'navigate')))).toBe(`fresh ${KIOSK}`);
		expect((await one.answer(get(`${HOME}/kiosk/__data.json?kiosk=kiosk-1`)))?.type).toBe('error');
	});

	test('A-02 keeps no page that one visitor has touched his way to', async () => {
		const one = keeper();
		await one.install([KIOSK]);
		const touched = `${KIOSK}&zone=insurance`;
		expect(await text(one.answer(get(touched, 'navigate')))).toBe(`fresh ${touched}`);
		server = () => undefined;
		expect(await text(one.answer(get(touched, 'navigate')))).toBe(`fresh ${KIOSK}`);
	});

	test('shows what it has no room to keep', async () => {
		const one = keeper();
		await one.install([KIOSK]);
		for (const store of stores.values()) store.put = () => Promise.reject(new Error('QuotaExceededError'));
		server = () => new Response('newer');
		expect(await text(one.answer(get(KIOSK, 'navigate')))).toBe('newer');
		expect(await text(one.answer(get(`${HOME}/_app/immutable/sc.woff2`)))).toBe('newer');
	});

	test('a kiosk that is none any more keeps nothing of it', async () => {
		const one = keeper();
		await one.install([KIOSK]);
		server = () => new Response('not enrolled', { status: 403 });
		expect(await text(one.answer(get(KIOSK, 'navigate')))).toBe('not enrolled');
		server = () => undefined;
		expect((await one.answer(get(KIOSK, 'navigate')))?.type).toBe('error');
	});

	test('nothing of a visitor is kept: no ticket, no case, no saying, no answer of the API', async () => {
		const one = keeper();
		await one.install([KIOSK]);
		const before = keptAddresses();
		for (const path of [
			'/t/1.secret',
			'/c/123456789012?kiosk=kiosk-1',
			'/say?kiosk=kiosk-1',
			'/api/v1/items',
			'/ready'
		])
			for (const mode of ['navigate', 'cors']) await text(one.answer(get(HOME + path, mode)));
		expect(one.answer(get(`${HOME}/api/v1/tickets`, 'cors', 'POST'))).toBeNull();
		expect(one.answer(get('http://elsewhere.test/kiosk'))).toBeNull();
		expect(keptAddresses()).toEqual(before);
	});

	test('a file of the typeface is kept when it is first used, and then not asked for again', async () => {
		const one = keeper();
		await one.install([]);
		expect(keptAddresses()).toEqual([`${HOME}/_app/immutable/app.js`, `${HOME}/icon.svg`]);
		await text(one.answer(get(`${HOME}/_app/immutable/sc.woff2`)));
		asked.length = 0;
		await text(one.answer(get(`${HOME}/_app/immutable/sc.woff2`)));
		expect(asked).toEqual([]);
	});
});

test('a new build replaces the old one whole, with the pages that the old one kept fetched anew', async () => {
	const old = keeper('one');
	await old.install([KIOSK]);
	server = (url) => new Response(`second ${url}`);
	const next = keeper('two', ['/_app/immutable/next.js']);
	await next.install([]);
	await next.activate();
	expect([...stores.keys()]).toEqual(['kiosk-two']);
	server = () => undefined;
	expect(await text(next.answer(get(KIOSK, 'navigate')))).toBe(`second ${KIOSK}`);
	await expect(next.answer(get(`${HOME}/_app/immutable/app.js`))).rejects.toThrow('no line');
});

import type { Page } from '@playwright/test';
import { silence } from '#display/voice/sound.ts';
import { writeWav } from '#display/voice/wav.ts';
import { clean, expect, KIOSK, openHouse, test, type House, type Open } from './people.ts';

/* A kiosk without sight and without touch: what is said is read from its captions, and only keys are pressed. */

let house: House;
test.beforeAll(async () => {
	house = await openHouse();
});
test.afterAll(async () => {
	await house.close();
});

/** A voice that says every sentence in a moment: how long a sentence lasts is nothing that is tested here. */
const QUICK = Buffer.from(writeWav(silence(10, 16_000)));
/** After so long without a new caption nothing more is said. */
const QUIET_MS = 250;

/** Somebody who hears the kiosk and sees nothing of it. */
class Listener {
	readonly page: Page;
	#heard = 0;

	constructor(page: Page) {
		this.page = page;
	}

	/** All that was said since it was last asked, once the kiosk is quiet. */
	async hears(): Promise<string> {
		let said: string[] = [];
		for (let quiet = 0; quiet < QUIET_MS; quiet += 50) {
			await this.page.waitForTimeout(50);
			const now = await this.page.evaluate(() => (Reflect.get(window, 'said') as string[] | undefined) ?? []);
			if (now.length !== said.length) quiet = 0;
			said = now;
		}
		// Another document has begun its own log.
		if (said.length < this.#heard) this.#heard = 0;
		const fresh = said.slice(this.#heard).join(' ');
		this.#heard = said.length;
		return fresh;
	}

	async press(key: string): Promise<string> {
		await this.page.keyboard.press(key);
		return this.hears();
	}

	/** Moves on until something is said, and chooses that. @returns what is said then */
	async choose(what: RegExp, keys: { next: string; ok: string } = BLOCK): Promise<string> {
		const heard: string[] = [];
		for (let moves = 0; moves < 60; moves++) {
			const said = await this.press(keys.next);
			heard.push(said);
			// A page that has just come lets a key pass for a moment.
			if (what.test(said)) {
				await this.page.waitForTimeout(200);
				return this.press(keys.ok);
			}
		}
		throw new Error(`${String(what)} was not said, but ${heard.join(' / ')}`);
	}
}

const BLOCK = { next: 'Numpad2', ok: 'Numpad5' };
const ARROWS = { next: 'ArrowDown', ok: 'Enter' };

/** At the kiosk, in the dark: a sheet lies over the glass, and captions are written down. */
async function listener(open: Open, address: string, view: object = {}): Promise<Listener> {
	const page = await open(`${house.url}/sign-in`, { ...KIOSK, line: false });
	await page.addInitScript(() => {
		const said: string[] = [];
		Reflect.set(window, 'said', said);
		new MutationObserver((changes) => {
			for (const node of changes.flatMap((change) => [...change.addedNodes])) {
				if (node instanceof HTMLElement && node.matches('[data-testid=captions]')) said.push(node.textContent);
			}
		}).observe(document, { childList: true, subtree: true });
	});
	await page.route('**/speech?*', (route) =>
		route.request().method() === 'POST'
			? route.fulfill({ contentType: 'audio/wav', body: QUICK })
			: route.fulfill({ json: { speaks: true, private: false, keys: {}, ...view } })
	);
	await page.goto(house.url + address, { waitUntil: 'networkidle' });
	return new Listener(page);
}

test('K-05 blind, with a block of numbers: a number is taken, heard, and given back', async ({ open }) => {
	const ear = await listener(open, '/kiosk');
	await ear.page.addStyleTag({ content: 'html::after { content: ""; position: fixed; inset: 0; z-index: 9999; background: black }' });
	const begun = await ear.press('Numpad5');
	expect(begun).toMatch(/语音已打开.*上下键移动.*请选择.*项可选/);
	console.log('BEGUN', begun);
	for (const k of ['Numpad2','Numpad2','Numpad2','Numpad5','Numpad9','Numpad2','Numpad2','Numpad5','Numpad0']) console.log(k, await ear.press(k));
	console.log(await ear.page.evaluate(() => document.querySelector('main')?.innerText));
});

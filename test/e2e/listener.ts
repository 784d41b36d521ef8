import type { Page } from '@playwright/test';
import { silence } from '#display/voice/sound.ts';
import { writeWav } from '#display/voice/wav.ts';
import { KIOSK, type Open } from './people.ts';

/** A voice that says every sentence in a moment: how long a sentence lasts is nothing that is tested here. */
const QUICK = Buffer.from(writeWav(silence(10, 16_000)));
/** After so long without a new caption nothing more is said. */
const QUIET_MS = 120;
/** A page that is loaded anew begins to speak within this. */
const BEGINS_MS = 3000;

/** Somebody who hears the kiosk and sees nothing of it. */
export class Listener {
	readonly page: Page;
	readonly #said: string[];
	#heard = 0;

	constructor(page: Page, said: string[]) {
		this.page = page;
		this.#said = said;
	}

	/** All that was said from the beginning. */
	get all(): readonly string[] {
		return this.#said;
	}

	/** All that was said since it was last asked, once the kiosk is quiet. */
	async hears(quiet = QUIET_MS): Promise<string> {
		for (let waited = 0; this.#said.length === this.#heard && waited < BEGINS_MS; waited += 25) {
			await this.page.waitForTimeout(25);
		}
		let count = 0;
		while (count !== this.#said.length) {
			count = this.#said.length;
			await this.page.waitForTimeout(quiet);
		}
		const fresh = this.#said.slice(this.#heard).join(' ');
		this.#heard = this.#said.length;
		return fresh;
	}

	async press(key: string, quiet = QUIET_MS): Promise<string> {
		await this.page.keyboard.press(key);
		return this.hears(quiet);
	}

	/** Moves on until something is said, and chooses that. @returns what is said then */
	async choose(what: RegExp, keys: { next: string; ok: string } = BLOCK): Promise<string> {
		const heard: string[] = [];
		for (let moves = 0; moves < 60; moves++) {
			const said = await this.press(keys.next, QUIET_MS / 2);
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

export const BLOCK = { next: 'Numpad2', ok: 'Numpad5' };
export const ARROWS = { next: 'ArrowDown', ok: 'Enter' };

/** At the kiosk, in the dark: a sheet lies over the glass, and captions are written down. */
export async function listener(
	{ open, url }: { open: Open; url: string },
	address: string,
	view: object = {}
): Promise<Listener> {
	const page = await open(`${url}/sign-in`, { ...KIOSK, line: false });
	const said: string[] = [];
	await page.exposeFunction('heard', (text: string) => said.push(text));
	await page.addInitScript(() => {
		new MutationObserver((changes) => {
			for (const node of changes.flatMap((change) => [...change.addedNodes])) {
				if (node instanceof HTMLElement && node.matches('[data-testid=captions]'))
					(window as unknown as { heard: (text: string) => void }).heard(node.innerText);
			}
		}).observe(document, { childList: true, subtree: true });
	});
	await page.route('**/speech?*', (route) =>
		route.request().method() === 'POST'
			? route.fulfill({ contentType: 'audio/wav', body: QUICK })
			: route.fulfill({ json: { speaks: true, private: false, keys: {}, ...view } })
	);
	await page.goto(url + address, { waitUntil: 'networkidle' });
	return new Listener(page, said);
}

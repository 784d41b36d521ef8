import type { Page } from '@playwright/test';
import { silence } from '#display/voice/sound.ts';
import { writeWav } from '#display/voice/wav.ts';
import { atRest } from './measure.ts';
import { KIOSK, type Open } from './people.ts';

/** A voice that says every sentence in a moment: how long a sentence lasts is nothing that is tested here. */
const QUICK = Buffer.from(writeWav(silence(10, 16_000)));
/** After so long without a new caption nothing more is said. */
const QUIET_MS = 100;
/** A page that is loaded anew speaks within this, on a busy machine too. */
const BEGINS_MS = 45_000;

/** Somebody who hears the kiosk and sees nothing of it. */
export class Listener {
	readonly page: Page;
	readonly #said: string[];
	#heard = 0;
	#from = 0;

	constructor(page: Page, said: string[]) {
		this.page = page;
		this.#said = said;
	}

	/** What was said since it was last asked, once this is among it and the kiosk is quiet. */
	async hears(what: RegExp): Promise<string> {
		this.#from = this.#heard;
		for (let waited = 0; !this.#isSaid(what); waited += 25) {
			if (waited > BEGINS_MS) throw new Error(`${String(what)} was not said, but ${this.#fresh.join(' ')}`);
			await this.page.waitForTimeout(25);
		}
		for (let count = -1; count !== this.#said.length || (await this.#speaks());) {
			count = this.#said.length;
			await this.page.waitForTimeout(QUIET_MS);
		}
		this.#heard = this.#said.length;
		return this.#fresh.join(' ');
	}

	/** The sentences since it was last asked. */
	get #fresh(): string[] {
		return this.#said.slice(this.#from);
	}

	/** Whether a sentence begins it, whatever was said before: that a slip has come, that one is at the first stop again. */
	#isSaid(what: RegExp): boolean {
		return this.#fresh.some((_, i, all) => what.test(all.slice(i).join(' ')));
	}

	/** Whether it is in the middle of what it has to say: the next sentence may take a busy machine its time. */
	async #speaks(): Promise<boolean> {
		return (await this.page.locator('[data-testid=captions][data-speaking=true]').count()) > 0;
	}

	/** Whatever was said until now is not asked for any more. */
	forget(): void {
		this.#heard = this.#said.length;
	}

	async press(key: string, then: RegExp): Promise<string> {
		this.forget();
		await this.page.keyboard.press(key);
		return this.hears(then);
	}

	/** Moves on until something is said, and chooses that. @returns what is said then, of which `then` is a part */
	async choose(what: RegExp, then: RegExp, keys: { next: string; ok: string } = BLOCK): Promise<string> {
		const heard: string[] = [];
		for (let moves = 0; moves < 60; moves++) {
			heard.push(await this.press(keys.next, /./));
			if (!this.#isSaid(what)) continue;
			// A page that has just come lets a key pass for a moment.
			await this.page.waitForTimeout(250);
			// On a busy machine it may have been of the step before, said late: whoever is not sure has it said again.
			await this.press(AGAIN, /./);
			if (this.#isSaid(what)) return this.press(keys.ok, then);
		}
		throw new Error(`${String(what)} was not said, but ${heard.join(' / ')}`);
	}
}

/** What was said last is said again. */
const AGAIN = 'F2';
const BLOCK = { next: 'Numpad2', ok: 'Numpad5' };
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
	// A key begins the speech only where the page has taken in that this kiosk can speak.
	const able = page.waitForResponse(/\/speech\?/);
	await page.goto(url + address, { waitUntil: 'networkidle' });
	await (await able).finished();
	await atRest(page);
	return new Listener(page, said);
}

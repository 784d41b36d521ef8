/** What no visitor may do at the hall's machines, and what the next one may not find of the last (K-07, A-02). */
import type { Page } from '@playwright/test';
import type { TicketView } from '#server/views.ts';
import { expect, KIOSK, openHouse, SCREEN, test, touch, type House, type Open } from './people.ts';

let house: House;
test.beforeAll(async () => {
	house = await openHouse();
});
test.afterAll(() => house.close());

/** A number of nobody with its right check character, and words that stand nowhere else. */
const NUMBER = '999999199001010016';
const SECRET = { text: '三号窗口的琉璃瓦之问', name: '欧阳琉璃', phone: '13900000077' };

const PLAIN_KEYS = [
	...Array.from({ length: 12 }, (_, i) => `F${i + 1}`),
	...['PrintScreen', 'ContextMenu', 'BrowserBack', 'BrowserForward', 'BrowserHome', 'BrowserRefresh', 'BrowserSearch']
];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789-=+[];,./`'.split('');
const HELD = ['Control', 'Alt', 'Meta', 'Control+Shift', 'Alt+Shift', 'Control+Alt'];
const MOVES = ['ArrowLeft', 'ArrowRight', 'Home', 'F4', 'Tab', 'Escape', 'Enter', 'Delete', 'Insert', 'PageDown', ' '];
interface Chord {
	key: string;
	held: string;
}
/** Every letter with each of the keys that make it a chord, and what browsers and desktops do by other keys. */
const CHORDS: Chord[] = [
	...PLAIN_KEYS.map((key) => ({ key, held: '' })),
	...HELD.flatMap((held) => [...LETTERS, ...MOVES].map((key) => ({ key, held })))
];

/** Sends the keys of chords as the machine's own keyboard does, and gives those that the page let pass to the browser. */
async function passed(page: Page, chords: readonly Chord[]): Promise<string[]> {
	return page.evaluate((all) => {
		const through = all.filter(({ key, held }) => {
			const [ctrlKey, altKey, metaKey, shiftKey] = ['Control', 'Alt', 'Meta', 'Shift'].map((one) => held.includes(one));
			const init = { key, ctrlKey, altKey, metaKey, shiftKey, bubbles: true, cancelable: true };
			return (document.activeElement ?? document.body).dispatchEvent(
				new KeyboardEvent('keydown', init as KeyboardEventInit)
			);
		});
		return through.map(({ key, held }) => `${held} ${key}`);
	}, chords);
}

/** What of a page must stay as it is. */
function stand(page: Page): Promise<object> {
	return page.evaluate(() => ({
		path: location.pathname,
		history: history.length,
		scale: visualViewport?.scale,
		ratio: devicePixelRatio,
		width: innerWidth,
		selected: getSelection()?.toString()
	}));
}

/** Notes whatever a page opens: windows, downloads, choosers of files, dialogs. */
function watched(page: Page): string[] {
	const opened: string[] = [];
	page.context().on('page', (one) => opened.push(`window ${one.url()}`));
	page.on('download', (one) => opened.push(`download ${one.url()}`));
	page.on('filechooser', () => opened.push('file chooser'));
	page.on('dialog', (one) => {
		opened.push(`dialog ${one.type()}`);
		void one.dismiss();
	});
	return opened;
}

/** Two fingers apart, one that rests, a swipe over the edge, a double touch, a wheel with the control key, the spare buttons. */
async function gestures(page: Page): Promise<void> {
	const glass = await page.context().newCDPSession(page);
	const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
	const at = { x: Math.round(width / 2), y: Math.round(height * 0.07) };
	await glass.send('Input.synthesizePinchGesture', { ...at, scaleFactor: 2.5, relativeSpeed: 4000 });
	const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number): Promise<unknown> =>
		glass.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: at.y }] });
	await finger('touchStart', at.x);
	await page.waitForTimeout(700);
	await finger('touchEnd', at.x);
	await finger('touchStart', 4);
	for (const x of [80, 240, 480]) await finger('touchMove', x);
	await finger('touchEnd', 480);
	for (let times = 0; times < 2; times++) {
		await finger('touchStart', at.x);
		await finger('touchEnd', at.x);
	}
	await page.keyboard.down('Control');
	await page.mouse.move(at.x, at.y);
	await page.mouse.wheel(0, -600);
	await page.keyboard.up('Control');
	for (const button of ['middle', 'right'] as const) await page.mouse.click(at.x, at.y, { button });
	for (const button of ['back', 'forward'] as const) {
		const pressed = { ...at, button, clickCount: 1 };
		await glass.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...pressed });
		await glass.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...pressed });
	}
	await page.mouse.dblclick(at.x, at.y);
	await page.mouse.move(at.x - 200, at.y);
	await page.mouse.down();
	await page.mouse.move(at.x + 200, at.y + 30, { steps: 4 });
	await page.mouse.up();
	await glass.detach();
}

/** Links that nobody wrote, as a fault or a text from outside could bring them in; each is touched. */
async function foreignLinks(page: Page): Promise<void> {
	await page.evaluate(() => {
		const LINKS: Record<string, string>[] = [
			{ href: 'https://example.com/' },
			{ href: '/sign-in' },
			{ href: '/kiosk', target: '_blank' },
			{ href: '/kiosk', download: 'kiosk.html' },
			{ href: 'mailto:nobody@example.com' },
			{ href: 'tel:12345' }
		];
		for (const given of LINKS) {
			const link = Object.assign(document.createElement('a'), { ...given, textContent: 'x' });
			document.body.append(link);
			link.click();
			link.remove();
		}
		const own = Object.assign(document.createElement('a'), { href: location.href, textContent: 'x' });
		document.body.append(own);
		for (const held of ['shiftKey', 'ctrlKey', 'metaKey', 'altKey'])
			own.dispatchEvent(new MouseEvent('click', { [held]: true, bubbles: true, cancelable: true }));
		own.remove();
	});
}

/** The address of a case that was told, as its receipt says it. */
async function toldCase(): Promise<string> {
	const wish = { kind: 'question', text: '几点开门', device: 'kiosk-1', intent: 'breakout-case-1' };
	const told = await house.supervisor.ask<{ code: string }>('POST', '/sayings', wish);
	return `/c/${told.body.code}?kiosk=kiosk-1`;
}

test('K-12 no chord, gesture, dialog or link leaves a page of the hall’s machines', async ({ open }) => {
	const pages: [string, object][] = [
		['/kiosk?kiosk=kiosk-1', KIOSK],
		['/say?kiosk=kiosk-1', { ...KIOSK, line: false }],
		['/say?kind=complaint&kiosk=kiosk-1', { ...KIOSK, line: false }],
		['/faq?kiosk=kiosk-1', { ...KIOSK, line: false }],
		[await toldCase(), { ...KIOSK, line: false }],
		['/rate/1', { viewport: { width: 1280, height: 800 }, hasTouch: true }],
		['/display/social', SCREEN],
		['/display/window/13', SCREEN]
	];
	// A page that is not locked shows that these hands are real ones.
	const loose = await open(`${house.url}/book`, { ...KIOSK, line: false });
	expect((await passed(loose, CHORDS)).length).toBe(CHORDS.length);
	const was = await stand(loose);
	await gestures(loose);
	// Its buttons for back and forward may have led it elsewhere, and it is on its way still.
	await expect(async () => {
		expect(await stand(loose)).not.toEqual(was);
	}).toPass();
	await loose.context().close();
	for (const [address, options] of pages) {
		const page = await open(house.url + address, { ...options, hasTouch: true });
		await expect(page.locator('html')).toHaveAttribute('data-locked', '');
		const opened = watched(page);
		const before = await stand(page);
		expect(await passed(page, CHORDS), address).toEqual([]);
		await gestures(page);
		await foreignLinks(page);
		await page.waitForTimeout(100);
		expect(await stand(page), address).toEqual(before);
		expect(opened, address).toEqual([]);
		expect(await page.locator('input[type=file], a[download], a[target], iframe').count(), address).toBe(0);
		await page.context().close();
	}
});

test('K-12 nor a screen of the kiosk on the way to a number', async ({ open }) => {
	const page = await open(`${house.url}/kiosk?kiosk=kiosk-property`, KIOSK);
	const opened = watched(page);
	for (const step of ['item-home-sale', 'take', 'type-number', 'back', 'back', 'check-in']) {
		await touch(page, step);
		const before = await stand(page);
		expect(await passed(page, CHORDS), step).toEqual([]);
		await gestures(page);
		expect(await stand(page), step).toEqual(before);
		// F1 is the key for help, and help came.
		const answered = page.getByTestId('help-close');
		if (await answered.isVisible()) await answered.tap();
	}
	expect(opened).toEqual([]);
});

/** Everything that a browser keeps of a page, as one text. */
function kept(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const fields = [...document.querySelectorAll('input, textarea')].map((one) => (one as HTMLInputElement).value);
		const bases = (await indexedDB.databases()).map(({ name }) => name);
		const caches_ = await Promise.all(
			(isSecureContext ? await caches.keys() : []).map(async (name) =>
				(await (await caches.open(name)).keys()).map(({ url }) => url)
			)
		);
		const stores = [Object.entries(localStorage), Object.entries(sessionStorage), history.state, document.cookie];
		return JSON.stringify([
			document.documentElement.outerHTML,
			document.title,
			location.href,
			fields,
			bases,
			caches_,
			stores
		]);
	});
}

/** Nothing of what was given is left, here or one page back. */
async function forgotten(page: Page, given: readonly string[], what: string): Promise<void> {
	for (const place of ['here', 'back', 'forward']) {
		if (place === 'back') await page.goBack({ waitUntil: 'networkidle' });
		if (place === 'forward') await page.goForward({ waitUntil: 'networkidle' });
		const left = page.url() === 'about:blank' ? '' : await kept(page);
		for (const one of given) expect(left.includes(one), `${what}, ${place}: ${one}`).toBe(false);
	}
}

/** So long the sample hall's kiosk waits before it asks, and then until it wipes. */
const IDLE_MS = 60_000;
const ASKED_MS = 20_000;

/** Takes touches: the network of a page that was loaded anew may rest before its script has run. */
const awake = (page: Page): Promise<void> => expect(page.locator('html')).toHaveAttribute('data-locked', '');

/** A page of the kiosk whose clock is moved by the test. */
async function atKiosk(open: Open, path: string): Promise<Page> {
	const page = await open(house.url + path, KIOSK);
	await page.clock.install();
	await page.reload({ waitUntil: 'networkidle' });
	await awake(page);
	return page;
}

/** In leaps: second by second a busy machine would take the time that is left, and the kiosk would miss the server's beats. */
async function walkAway(page: Page): Promise<void> {
	await page.clock.fastForward(IDLE_MS + 2000);
	await expect(page.getByTestId('leave')).toBeVisible();
	await page.clock.fastForward(ASKED_MS);
}

/** From now on time goes on only where the test lets it, and somebody has just pressed a key. */
async function stopClock(page: Page): Promise<void> {
	await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 10_000);
	await page.keyboard.press('Shift');
}

test('A-02 whoever walks away from the kiosk leaves no number typed', async ({ open }) => {
	const page = await atKiosk(open, '/kiosk?kiosk=kiosk-property');
	const step = async (id: string): Promise<void> => {
		await page.getByTestId(id).waitFor();
		await page.clock.runFor(500);
		await page.getByTestId(id).tap();
	};
	for (const id of ['item-home-sale', 'take', 'type-number']) await step(id);
	// Figures need no rest between them; a clock that runs ahead of the server's beats takes the line for dead.
	for (const key of NUMBER) await page.getByTestId(`key-${key}`).tap();
	await expect(page.getByTestId('typed')).toHaveText(/^\*{4} \*{4} \*{4} \*{4} \*6$/);
	expect(await page.content()).not.toContain(NUMBER);
	await walkAway(page);
	await expect(page.getByTestId('item-home-sale')).toBeVisible();
	await forgotten(page, [NUMBER, NUMBER.slice(-4)], 'a number half given');
});

/** Writes a complaint with a name and a telephone, part by part. */
async function complain(page: Page): Promise<void> {
	await page.getByTestId('words-text').fill(SECRET.text);
	const name = page.getByTestId('name');
	for (let parts = 0; parts < 4 && !(await name.isVisible()); parts++) {
		await page.clock.runFor(500);
		await page.getByTestId('onward').tap();
	}
	await name.fill(SECRET.name);
	await page.getByTestId('phone').fill(SECRET.phone);
}

test('A-02 nor of a complaint, its receipt or its case: asked ten times for twenty seconds first', async ({ open }) => {
	const page = await atKiosk(open, '/kiosk?kiosk=kiosk-1');
	await page.clock.runFor(500);
	await page.getByTestId('say').tap();
	await page.getByTestId('kind-complaint').tap();
	await complain(page);
	const fields = await page
		.locator('form[method=post]')
		.locator('input:not([type=hidden]):not([type=radio]), textarea')
		.all();
	for (const field of fields) await expect(field).toHaveAttribute('autocomplete', 'off');
	await stopClock(page);
	for (let times = 0; times < 10; times++) {
		await page.clock.fastForward(IDLE_MS + 1500);
		await expect(page.getByTestId('leave')).toBeVisible();
		await page.clock.fastForward(ASKED_MS - 4000);
		await page.getByTestId('stay').tap();
		await expect(page.getByTestId('leave')).toHaveCount(0);
	}
	await page.clock.resume();
	await expect(page.getByTestId('name')).toHaveValue(SECRET.name);
	await walkAway(page);
	await page.waitForURL('**/kiosk?kiosk=kiosk-1');
	await forgotten(page, Object.values(SECRET), 'a complaint half written');

	await page.goto(`${house.url}/kiosk?kiosk=kiosk-1`, { waitUntil: 'networkidle' });
	await awake(page);
	await page.clock.runFor(500);
	await page.getByTestId('say').tap();
	await page.getByTestId('kind-complaint').tap();
	await complain(page);
	await page.getByTestId('send').tap();
	await page.waitForURL('**/c/*');
	const code = new URL(page.url()).pathname.slice('/c/'.length);
	const grouped = code.replace(/(.{4})(?=.)/g, '$1 ');
	await expect(page.locator('main')).toContainText(grouped);
	await page.getByTestId('lang-en').tap();
	await page.waitForURL('**lang=en**');
	await walkAway(page);
	await page.waitForURL('**/kiosk?kiosk=kiosk-1');
	await forgotten(page, [...Object.values(SECRET), code, grouped], 'a case looked at');
});

test('K-07 a card is laid, read, masked and forgotten; an elder is offered to go first', async ({ open }) => {
	const page = await open(`${house.url}/kiosk?kiosk=kiosk-1`, KIOSK);
	const bench = async (path: string, data: object): Promise<void> => {
		const answer = await page.request.post(`${house.url}/dev/devices/${path}`, {
			data,
			headers: { origin: house.url }
		});
		expect(answer.ok()).toBe(true);
	};
	const lay = (card: number | null): Promise<void> => bench('card', { device: 'id-reader-1', card });
	for (const id of ['zone-property', 'item-home-sale', 'take']) await touch(page, id);
	await touch(page, 'lay-card');
	await expect(page.getByTestId('card')).toHaveAttribute('data-state', 'waiting');
	await bench('fault', { device: 'id-reader-1', fault: 'unreadable', on: true });
	await lay(1);
	await expect(page.getByTestId('card-again')).toBeVisible();
	await bench('fault', { device: 'id-reader-1', fault: 'unreadable', on: false });
	// A reader that has not looked meanwhile takes it for the card that still lies there.
	await expect(async () => {
		await lay(null);
		await page.waitForTimeout(700);
		await lay(1);
		await expect(page.getByTestId('card-shown')).toHaveText('9999**********0021', { timeout: 3000 });
	}).toPass();
	await expect(page.getByTestId('elder-told')).toBeVisible();
	expect(await page.content()).not.toContain('999999195003050021');
	const answer = page.waitForResponse((one) => one.url().endsWith('/api/v1/tickets') && one.ok());
	await touch(page, 'as-elder');
	const given = await answer;
	expect(given.request().postData()).not.toContain('19500305');
	const ticket = (await given.json()) as TicketView;
	expect(ticket.priority?.code).toBe('elder');
	await expect(page.getByTestId('number')).toContainText(ticket.number);
	await page.waitForTimeout(2100);
	await page.getByTestId('done').tap();

	for (const id of ['zone-property', 'item-home-sale', 'take', 'lay-card']) await touch(page, id);
	await bench('fault', { device: 'id-reader-1', fault: 'silent', on: true });
	await expect(page.getByTestId('card-absent')).toBeVisible();
	await touch(page, 'type-number');
	await expect(page.getByTestId('typed')).toBeVisible();
	await bench('fault', { device: 'id-reader-1', fault: 'silent', on: false });
});

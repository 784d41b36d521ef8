import type { Page } from '@playwright/test';
import { ARROWS, listener, type Listener } from './listener.ts';
import { clean, expect, openHouse, scan, test, type House } from './people.ts';

/* A kiosk without sight and without touch: what is said is read from its captions, and only keys are pressed. */

let house: House;
test.beforeAll(async () => {
	house = await openHouse();
});
test.afterAll(async () => {
	await house.close();
});

/** What nobody can look through, and nobody touches. */
const SHEET = 'html::after { content: ""; position: fixed; inset: 0; z-index: 9999; background: black }';

test('K-05 blind, with a block of numbers: a number is taken, heard whole, and given back', async ({ open }) => {
	const ear = await listener({ open, url: house.url }, '/kiosk');
	await ear.page.addStyleTag({ content: SHEET });
	await ear.press('Numpad5', /语音已打开.*八和二移动.*请选择您要去的分厅.*项可选/);
	await ear.choose(/社保医保厅/, /请选择您要办理的事项.*第 1 页.*项可选/);
	await ear.choose(/单位参保登记/, /前面等待.*需带材料.*项可选/);
	const ticket = await ear.choose(
		/^取号，按钮/,
		/您的号码 A [零幺二三四五六七八九 ]+.*前面等待： 0 人.*预计等候：.*项可选/
	);
	expect(ticket).toMatch(/需带材料.*请在.*等候/);
	expect(await ear.press('Numpad0', /项可选/)).toContain(/您的号码 .*?分钟/.exec(ticket)?.[0]);
	await ear.choose(/^查看或取消/, /A [零幺二].*取号时间.*项可选/);
	await ear.choose(/^取消排队/, /确定取消排队吗.*项可选/);
	await ear.choose(/^取消排队/, /此号码已取消/);
	await ear.press('Numpad7', /^请选择您要去的分厅/);
});

/** A service that has ended, and the address on its slip. */
async function served(): Promise<string> {
	await house.seat('1', '1001');
	const { id, link } = await house.issue();
	await house.clerk.ask('POST', '/windows/1/next', {});
	for (const act of ['start', 'finish']) await house.clerk.ask('POST', `/tickets/${String(id)}/${act}`, {});
	return link;
}

/** A slip before the scanner, and what is said then. */
async function show(ear: Listener, text: string, then: RegExp): Promise<string> {
	ear.forget();
	await scan(ear.page, text);
	return ear.hears(then);
}

test('K-05 K-09 with arrows and OK: a question is asked, a service rated by its slip, a complaint made', async ({
	open
}) => {
	const link = await served();
	const ear = await listener({ open, url: house.url }, '/kiosk?lang=en');
	const choose = (what: RegExp, then: RegExp): Promise<string> => ear.choose(what, then, ARROWS);
	await ear.press('F2', /Speech is on.*Choose a zone.*choices on/);
	await choose(/^Complaint, question or praise/, /^What would you like to tell us.*choices on/);
	await choose(/^Question/, /^Question.*Type into the field/);
	await choose(/^Next/, /Please write what you would like to know, not filled in/);
	await choose(/Where is it done/, /chosen/);
	await choose(/^Next/, /^Question.*choices on/);
	await choose(/^Next/, /How you hear the answer.*choices on/);
	await choose(/^Send/, /receipt is being printed.*12 digits, not read out on the speaker.*choices? on/);
	await choose(/^Back to the start/, /^Choose a zone.*choices on/);

	await show(ear, link, /A 0 0 \d.*How was this service.*choices on/);
	await choose(/Very satisfied/, /chosen/);
	await choose(/^Send my rating/, /Your rating: Very satisfied/);
	await choose(/^Complaint, question or praise/, /^What would you like to tell us.*choices on/);
	await choose(/^Complaint/, /^Complaint.*Type into the field/);
	await choose(/The wait was too long/, /chosen/);
	await choose(/^Next/, /About your number A 0 0 \d/);
	await choose(/^Next/, /How you hear the answer.*choices on/);
	await choose(/^Send/, /12 digits, not read out.*choices? on/);
	await choose(/^Back to the start/, /^Choose a zone/);
});

interface Stop {
	/** what is written on the control that has the focus, or beside it */
	shown: string;
	/** it stands outside of what differs from page to page, or is a letter of the keyboard, whose names keyboard.svelte.test.ts asks */
	known: boolean;
}

/** Where the focus is; null where no control has it. */
function stopOf(page: Page): Promise<Stop | null> {
	return page.evaluate(() => {
		const at = document.activeElement as HTMLInputElement | null;
		if (at === null || at === document.body) return null;
		const written = (at.labels?.[0] ?? at).innerText.trim() || (at.ariaLabel ?? '');
		const letter = at.matches('[data-testid^=key-]') && written.length === 1;
		return { shown: written, known: letter || at.closest('main') === null };
	});
}

/** Without what is read otherwise than it is written. */
const plain = (text: string): string => (text.split('\n')[0] ?? '').replace(/[\s·，,、：:–—（）()]/gu, '');

const MOST_STOPS = 90;

/**
 * Goes through a page by Tab, and hears at each stop what stands there.
 * @param heard what was heard on earlier pages, where it is the same on each
 * @returns how many stops it has
 */
async function walk(ear: Listener, what: string, heard: Set<string>): Promise<number> {
	const seen = new Set<string>();
	let ends = 0;
	for (let tabs = 0; tabs < MOST_STOPS; tabs++) {
		ear.forget();
		await ear.page.keyboard.press('Tab');
		const stop = await stopOf(ear.page);
		// The end of the page: a question that was come to in its middle has a beginning still.
		if (stop === null && ++ends > 1) break;
		if (stop === null) continue;
		const { shown, known } = stop;
		const said = known && heard.has(shown) ? '' : await ear.hears(/./);
		const at = `${said} | ${shown}`;
		if (seen.has(at)) break;
		seen.add(at);
		if (said === '') continue;
		if (known) heard.add(shown);
		expect(plain(said.replaceAll('\n', ' ')), `${what}: what is shown at a stop`).toContain(plain(shown));
	}
	return seen.size;
}

const READY = /项可选|没有可选|choices? on|Nothing to choose/;
/** Its line is cut, and what it asks instead says that the database is away. */
async function cutOff(page: Page): Promise<void> {
	await page.routeWebSocket('**/socket.io/**', (line) => void line.close());
	await page.route('**/ready', (route) => route.fulfill({ json: { ok: false } }));
}

/** What walks from page to page with keys, and through each. */
function walker({ ear, lang, heard }: { ear: Listener; lang: string; heard: Set<string> }) {
	const stops: Record<string, number> = {};
	const hear = async (what: string): Promise<void> => void (stops[what] = await walk(ear, what, heard));
	return {
		stops,
		hear,
		go: async (what: string, id: string): Promise<void> => {
			await ear.page.getByTestId(id).focus();
			await ear.press('Enter', READY);
			await hear(what);
		},
		come: async (address: string): Promise<void> => {
			ear.forget();
			await ear.page.goto(`${house.url}${address}lang=${lang}`, { waitUntil: 'networkidle' });
			await ear.hears(READY);
			// A page that has just come lets a key pass for a moment.
			await ear.page.waitForTimeout(450);
		}
	};
}

for (const lang of ['zh-CN', 'en'] as const) {
	/** what stands on every page of this language is heard once */
	const heard = new Set<string>();

	test(`K-05 every stop of every screen says what stands there, in ${lang}`, async ({ open }) => {
		const ear = await listener({ open, url: house.url }, `/kiosk?lang=${lang}`);
		const { stops, hear, go, come } = walker({ ear, lang, heard });
		await ear.press('F2', READY);
		await clean(ear.page, 'a kiosk that speaks');
		await hear('zones');
		await go('comforts', 'comforts');
		await ear.press('Escape', /./);
		await go('items', 'zone-social');
		await go('item', 'item-employer-enrolment');
		await go('priority', 'need-priority');
		await go('ticket', 'ordinary');
		await go('own', 'own');
		await go('leave', 'leave');
		for (const [what, address] of Object.entries({ kinds: '/say?', form: '/say?kind=complaint&', faq: '/faq?' })) {
			await come(`${address}kiosk=kiosk-1&`);
			await hear(what);
		}
		await come('/kiosk?page=check-in&');
		await hear('check-in');
		await go('help', 'help');
		expect(Math.min(...Object.values(stops)), JSON.stringify(stops)).toBeGreaterThan(1);
		expect(stops['check-in']).toBeGreaterThan(12);
	});

	test(`K-05 so does one where an item is found, one that asks who it is, and a kiosk without its line, in ${lang}`, async ({
		open
	}) => {
		const ear = await listener({ open, url: house.url }, `/kiosk?page=find&lang=${lang}`);
		const { page } = ear;
		const { stops, hear, go, come } = walker({ ear, lang, heard });
		await ear.press('F2', READY);
		await page.getByTestId('query').fill(lang === 'en' ? 'card' : '社保卡');
		await expect(page.getByTestId('item-card-new')).toBeVisible();
		await hear('find');
		await come('/kiosk?zone=property&item=home-sale&');
		await go('person', 'take');
		await go('typed', 'type-number');
		await cutOff(page);
		await come('/kiosk?');
		await expect(page.getByTestId('out-of-order')).toBeVisible();
		await hear('cut off');
		await go('kept items', 'kept-zone-social');
		await go('kept item', 'kept-item-card-new');
		expect(Math.min(...Object.values(stops)), JSON.stringify(stops)).toBeGreaterThan(1);
		expect(stops['find']).toBeGreaterThan(20);
	});
}

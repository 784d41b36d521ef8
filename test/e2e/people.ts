import {
	test as base,
	expect,
	type BrowserContext,
	type BrowserContextOptions,
	type Locator,
	type Page
} from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TicketView } from '#server/views.ts';
import { noonZone } from '#test/fixtures/booking.ts';
import { api, type Api } from '../api.ts';
import { emptyDatabase, type EmptyDatabase } from '../db.ts';
import { linkOf, makeKeys, makeLink, ROOT, startServer, type TestServer } from '../server.ts';
import { judge } from './judge.ts';

/** The screens that the pages are made for. */
export const KIOSK = { viewport: { width: 1080, height: 1920 }, hasTouch: true };
export const SCREEN = { viewport: { width: 1920, height: 1080 } };
export const DESK = { viewport: { width: 1366, height: 768 } };
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** An item of the sample hall that windows 1, 2 and 3 serve; its numbers begin with A. */
export const ITEM = 'employer-enrolment';
const PASSWORD = 'a-long-enough-one';

/** A real server on the sample hall, and programs that ask it. */
export interface House {
	server: TestServer;
	url: string;
	/** where its data lies */
	folder: string;
	/** a program with a clerk's key */
	clerk: Api;
	/** the same with a supervisor's */
	supervisor: Api;
	/** the one-time sign-in link of the first clerk, as the server printed it */
	link: string;
	/** a one-time sign-in link for another member of staff */
	linkFor(staff: string): Promise<string>;
	/** ends the server and resolves; `restart` begins it again on the same port and data */
	stop(): Promise<void>;
	restart(): Promise<void>;
	/** takes a number, as a kiosk does */
	issue(item?: string, priority?: string): Promise<TicketView>;
	/** seats a member of staff at a window and opens it */
	seat(window: string, staff: string): Promise<void>;
	close(): Promise<void>;
}

/**
 * Opens the sample hall on an empty database, where it is about noon whenever the tests run. Needs the build.
 * @param policies words of the hall file to write otherwise, for tests that would wait long
 */
export async function openHouse(policies: Record<string, string> = {}): Promise<House> {
	const database: EmptyDatabase = await emptyDatabase('sqlite');
	const noon = { 'timeZone: Asia/Shanghai': `timeZone: ${noonZone()}` };
	const options = { hallFile: hallFile(database.folder, { ...noon, ...policies }) };
	const keys = await makeKeys(database, ['clerk', 'supervisor'], options);
	const server = await startServer(database, options);
	// It answers before it has greeted.
	await expect(() => linkOf(server, 'clerk')).toPass();
	let issued = 0;
	const house: House = {
		server,
		url: server.url,
		folder: database.folder,
		clerk: api(server.url, keys.clerk),
		supervisor: api(server.url, keys.supervisor),
		link: linkOf(server, 'clerk'),
		linkFor: (staff) => makeLink(database, staff, options),
		stop: () => house.server.stop(),
		async restart() {
			house.server = await startServer(database, { ...options, port: server.port });
		},
		async issue(item = ITEM, priority = 'ordinary') {
			const wish = {
				item,
				class: priority,
				intent: `visitor-${String(++issued)}-${database.folder}`.slice(0, 40),
				lang: 'zh-CN'
			};
			const answer = await api(server.url).ask<TicketView>('POST', '/tickets', wish);
			expect(answer.status, JSON.stringify(answer.body)).toBe(201);
			return answer.body;
		},
		async seat(window, staff) {
			const answer = await house.clerk.ask('POST', `/windows/${window}/open`, { staff });
			expect(answer.status, JSON.stringify(answer.body)).toBe(200);
		},
		async close() {
			await house.server.stop();
			await database.drop();
		}
	};
	return house;
}

function hallFile(folder: string, policies: Record<string, string>): string {
	let text = readFileSync(join(ROOT, 'hall.yaml'), 'utf8');
	for (const [from, to] of Object.entries(policies)) {
		if (!text.includes(from)) throw new Error(`the sample hall has no ${from}`);
		text = text.replace(from, to);
	}
	const path = join(folder, 'hall.yaml');
	writeFileSync(path, text);
	return path;
}

interface Opening extends BrowserContextOptions {
	/** false for a page that has no line to the server */
	line?: boolean;
}

/** Opens a page in a browser of its own: drawn, awake, on the line. */
export type Open = (address: string, options?: Opening) => Promise<Page>;

/**
 * `open` gives pages, and at the end of the test fails it for whatever they did that they must not: ask another
 * origin, write an error to the console, break the content security policy. `faults` holds these sentences.
 */
export { expect };

export const test = base.extend<{ open: Open; faults: string[] }>({
	faults: async ({}, use) => {
		const faults: string[] = [];
		await use(faults);
		expect(faults).toEqual([]);
	},
	open: async ({ browser, faults }, use) => {
		const contexts: BrowserContext[] = [];
		await use(async (address, { line = true, ...options } = {}) => {
			const context = await browser.newContext(options);
			contexts.push(context);
			watch(context, new URL(address).origin, faults);
			const page = await context.newPage();
			await visit(page, address, { line });
			return page;
		});
		for (const context of contexts) await context.close();
	}
});

/** Goes to a page and waits until it takes keys and touches, and asks for its line or, without one, for nothing more. */
export async function visit(page: Page, address: string, { line = true }: Pick<Opening, 'line'> = {}): Promise<void> {
	const laid = line ? page.waitForEvent('websocket') : undefined;
	await page.goto(address, { waitUntil: line ? 'load' : 'networkidle' });
	await awake(page);
	await laid;
}

/**
 * Until the script of a page, if it has one, has taken it up; then the framework has put in its place for what is announced.
 * The network rests before that, while a busy machine still reads the script; and a line may be that of the page before.
 */
async function awake(page: Page): Promise<void> {
	const runs = await page.evaluate(() => Object.keys(globalThis).some((name) => name.startsWith('__sveltekit')));
	if (runs) await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
}

/** What the browser itself writes when a server was stopped on purpose, and of each refusal, which is an answer too. */
const NOT_OURS =
	/net::ERR_(FAILED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE)|error occurred when fetching the script|WebSocket is closed|handshake: Unexpected response code: 503|status of 409/;
/** A program's question is refused by the same statuses as a page that is not there. */
const REFUSED = /status of 4\d\d/;

function watch(context: BrowserContext, origin: string, faults: string[]): void {
	const own = (url: string): boolean => new URL(url).origin === origin || /^(data|blob):/.test(url);
	context.on('request', (request) => {
		if (!own(request.url())) faults.push(`asked ${request.url()}`);
	});
	context.on('console', (message) => {
		if (message.type() !== 'error' || NOT_OURS.test(message.text())) return;
		if (message.location().url.includes('/api/v1/') && REFUSED.test(message.text())) return;
		faults.push(`${message.page()?.url() ?? ''} wrote ${message.text().slice(0, 300)}`);
	});
	context.on('weberror', (error) => {
		faults.push(`${error.page()?.url() ?? ''} threw ${String(error.error())}`);
	});
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Every rule of WCAG 2.2 AA that a program can judge; and nothing is wider than the glass. */
export async function clean(page: Page, what: string): Promise<void> {
	await page.waitForTimeout(250);
	await come(page);
	const violations = await judge(page, WCAG);
	const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
	expect(found, what).toEqual([]);
	const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect(wider, `${what} is wider than the glass`).toBeLessThanOrEqual(0);
}

/** What is just coming in is half transparent, for as long as a busy machine draws it; what blinks goes on. */
async function come(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const comes = document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().endTime) < 500);
		const all = Promise.allSettled(comes.map((one) => one.finished));
		// A page that is not drawn at all is not waited for.
		await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 5000))]);
	});
}

/** After a screen of the kiosk has changed it lets touches pass for so long. */
const SETTLED_MS = 450;

/** A touch once the screen stands still, as a person's is. */
export async function touch(page: Page, id: string): Promise<void> {
	await page.getByTestId(id).waitFor();
	await page.waitForTimeout(SETTLED_MS);
	await page.getByTestId(id).tap();
}

/** Goes to a control as a person without a mouse does. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
	for (let tabs = 0; tabs < 40; tabs++) {
		if (await control.evaluate((node) => node === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error('no Tab leads there');
}

/** Signs a clerk in by the one-time link, with keys alone, at a window. */
export async function signInByLink(open: Open, house: House, window: string, link = house.link): Promise<Page> {
	const page = await open(house.url + link, { ...DESK, line: false });
	await tabTo(page, page.locator('input[name=password]'));
	await page.keyboard.type(PASSWORD);
	await page.keyboard.press('Tab');
	await page.keyboard.type(PASSWORD);
	await chooseWindow(page, window);
	return page;
}

/** Signs the first guide, supervisor or auditor in by the one-time link, with keys alone, at no window. */
export async function signInAs(open: Open, house: House, role: 'guide' | 'supervisor' | 'auditor'): Promise<Page> {
	const page = await open(house.url + linkOf(house.server, role), { ...DESK, line: false });
	await tabTo(page, page.locator('input[name=password]'));
	await page.keyboard.type(PASSWORD);
	await page.keyboard.press('Tab');
	await page.keyboard.type(PASSWORD);
	await enter(page, role === 'guide' ? '**/desk' : '**/supervise');
	return page;
}

/** Signs a clerk in with number and password, with keys alone, on the sign-in page. */
export async function signIn(page: Page, staff: string, window: string): Promise<void> {
	await tabTo(page, page.locator('input[name=staff]'));
	await page.keyboard.type(staff);
	await page.keyboard.press('Tab');
	await page.keyboard.type(PASSWORD);
	await chooseWindow(page, window);
}

async function chooseWindow(page: Page, window: string): Promise<void> {
	const choice = page.locator('select[name=window]');
	await tabTo(page, choice);
	for (let keys = 0; keys < 40 && (await choice.inputValue()) !== window; keys++)
		await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Tab');
	await enter(page, '**/window');
}

/** By Enter to a page with a line of its own, which takes keys then. */
async function enter(page: Page, url: string): Promise<void> {
	const laid = page.waitForEvent('websocket');
	await page.keyboard.press('Enter');
	await page.waitForURL(url);
	await laid;
}

/** At a scanner's pace, which is not that of a busy machine: each key says itself when it was pressed. */
export async function scan(page: Page, text: string, on = 'body'): Promise<void> {
	await page.waitForTimeout(450);
	await page.locator(on).evaluate(
		(node, keys) => {
			const begun = performance.now();
			for (const [i, key] of keys.entries()) {
				const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
				Object.defineProperty(event, 'timeStamp', { value: begun + i });
				const free = node.dispatchEvent(event);
				if (free && node instanceof HTMLInputElement && key.length === 1) node.value += key;
			}
		},
		[...Array.from(text), 'Enter']
	);
}

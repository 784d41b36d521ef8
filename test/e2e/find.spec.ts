import type { Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import type { TicketView } from '#server/views.ts';
import { has } from '../tools.ts';
import { measureAtRest } from './measure.ts';
import { clean, DESK, expect, KIOSK, openHouse, PHONE, test, touch, type House, visit } from './people.ts';

/* An item is found by words at the kiosk, a number is taken for it, and its guide goes home on paper and on the phone. */

let house: House;
test.beforeAll(async () => {
	house = await openHouse({ 'kioskIdleSeconds: 60': 'kioskIdleSeconds: 600' });
});
test.afterAll(() => house.close());

const LYING = { viewport: { width: 1366, height: 768 }, hasTouch: true };
const WISHES = { size: 0, contrast: 'normal', elder: false, low: false, spoken: false, volume: 2 };

/** Strikes keys as fast as the glass takes them. */
async function write(page: Page, letters: string): Promise<void> {
	for (const letter of letters) await page.getByTestId(`key-${letter}`).tap();
}

async function search(page: Page, letters: string): Promise<void> {
	await touch(page, 'clear');
	await write(page, letters);
	await expect(page.getByTestId('query')).toHaveValue(letters);
}

const first = (page: Page): ReturnType<Page['locator']> => page.locator('[data-testid^="item-"]').first();

test('K-01 K-02 first letters, a slip, and pinyin made a word lead to an item, and on to its number', async ({
	open
}) => {
	const page = await open(`${house.url}/kiosk?kiosk=kiosk-1`, KIOSK);
	await touch(page, 'find');
	await write(page, 'sbk');
	await expect(first(page)).toHaveText(/社会保障卡/);
	await search(page, 'shebaoak');
	await expect(first(page)).toHaveText(/社会保障卡/);
	await search(page, 'sebaoka');
	await expect(first(page)).toHaveText(/社会保障卡/);
	await search(page, 'shebaoka');
	await page
		.getByTestId('candidate')
		.filter({ hasText: /^\s*社保卡\s*$/ })
		.tap();
	await expect(page.getByTestId('query')).toHaveValue('社保卡');
	await clean(page, 'the page of finding');
	await touch(page, 'item-card-new');
	await touch(page, 'back');
	await expect(page.getByTestId('query')).toHaveValue('社保卡');
	const answer = page.waitForResponse((one) => one.url().endsWith('/api/v1/tickets') && one.status() === 201);
	await touch(page, 'item-card-new');
	await touch(page, 'take');
	const ticket = (await (await answer).json()) as TicketView;
	expect(ticket.item.zh).toBe('社会保障卡申领');
	await expect(page.getByTestId('number')).toContainText(ticket.number);
});

test('K-02 in English, with a real keyboard, by theme; what is not there is said, with what to do', async ({
	open
}) => {
	const page = await open(`${house.url}/kiosk?kiosk=kiosk-1&lang=en`, KIOSK);
	await touch(page, 'by-theme');
	await touch(page, 'theme-travel');
	await expect(page.getByTestId('item-passport-first')).toBeVisible();
	await touch(page, 'back');
	await touch(page, 'by-department');
	await touch(page, 'department-tax');
	await expect(page.getByTestId('item-deed-tax')).toBeVisible();
	await touch(page, 'back');
	await touch(page, 'find');
	await expect(page.getByTestId('query')).toBeVisible();
	await page.keyboard.type('passprot');
	await expect(first(page)).toHaveText(/First passport/);
	await search(page, 'xqzwy');
	await expect(page.getByTestId('nothing')).toContainText('Call for help');
	await touch(page, 'key-done');
	await touch(page, 'back');
	await expect(page.getByTestId('department-tax')).toBeVisible();
	const single = await open(`${house.url}/kiosk?kiosk=kiosk-property`, KIOSK);
	await expect(single.getByTestId('item-new-home')).toBeVisible();
	await touch(single, 'by-theme');
	await touch(single, 'theme-loss');
	await expect(single.getByTestId('item-inheritance')).toBeVisible();
});

test('K-02 every key and every item found can be touched, standing and lying, in the elder mode and low', async ({
	open
}) => {
	const faults: string[] = [];
	for (const [mode, wish, glass] of [
		['standing', {}, KIOSK],
		['elder', { elder: true, size: 1 }, KIOSK],
		['low', { low: true }, KIOSK],
		['lying', {}, LYING]
	] as const) {
		const page = await open(`${house.url}/kiosk?kiosk=kiosk-1`, glass);
		const wishes = JSON.stringify({ ...WISHES, ...wish });
		await page.evaluate((text) => sessionStorage.setItem('guidedesk:ease', text), wishes);
		await visit(page, `${house.url}/kiosk?kiosk=kiosk-1`);
		await touch(page, 'find');
		await write(page, 'sbk');
		await expect(page.getByTestId('query')).toHaveValue('sbk');
		await expect(page.getByText(/找到 \d+ 项/)).toBeVisible();
		const reach = 'low' in wish ? ((1220 - 850) * 1080) / 398 : null;
		const demand = { target: 88, gap: 16, text: 20, contrast: 7, line: 1.2, reach };
		faults.push(...(await measureAtRest(page, demand)).map((fault) => `${mode}: ${fault}`));
	}
	expect(faults).toEqual([]);
});

test('K-03 K-13 the guide of an item is printed, and opened on a phone by its code without an account', async ({
	open
}) => {
	const bench = await open(`${house.url}/dev/devices`, DESK);
	const page = await open(`${house.url}/kiosk?kiosk=kiosk-1`, KIOSK);
	for (const id of ['by-theme', 'theme-travel', 'item-passport-first', 'guide']) await touch(page, id);
	await clean(page, 'the guide at the kiosk');
	const picture = await page.getByTestId('guide-qr').screenshot();
	await touch(page, 'print-guide');
	await expect(page.getByTestId('guide-slip')).toHaveText('请取走办事指南');
	await expect(async () => {
		const papers = await bench
			.getByTestId('paper')
			.evaluateAll((all) => all.map((one) => one.getAttribute('src') ?? ''));
		const said = papers.map((one) => decodeURIComponent(one).replaceAll(/<[^>]*>/g, '')).join(' ');
		for (const word of ['办事指南', '普通护照首次申请', '中国公民出入境证件申请表', '0500-8830041'])
			expect(said).toContain(word);
	}).toPass();
	await touch(page, 'close-guide');

	const phone = await open(`${house.url}/i/passport-first?lang=zh-CN`, { ...PHONE, line: false });
	if (has('zbarimg')) {
		const read = execFileSync('zbarimg', ['--quiet', '--raw', '-'], { input: picture, encoding: 'utf8' }).trim();
		expect(new URL(read).pathname).toBe('/i/passport-first');
		await phone.goto(house.url + new URL(read).pathname + new URL(read).search);
	}
	await expect(phone.getByTestId('guide-materials')).toContainText('近期免冠照片');
	await expect(phone.getByTestId('guide-facts')).toContainText('25、26 号窗口');
	await clean(phone, 'the guide on a phone');
	await phone.getByTestId('guide-book').tap();
	await expect(phone).toHaveURL(/\/book\?item=passport-first/);

	const fault = async (on: boolean): Promise<void> => {
		for (const device of ['printer-main-1', 'printer-main-2']) {
			const data = { device, fault: 'paper-out', on };
			const headers = { origin: house.url };
			expect((await page.request.post(`${house.url}/dev/devices/fault`, { data, headers })).ok()).toBe(true);
		}
	};
	await fault(true);
	await touch(page, 'guide');
	await expect(async () => {
		await page.getByTestId('print-guide').tap();
		await expect(page.getByTestId('guide-slip')).toContainText('请用手机扫码', { timeout: 1500 });
	}).toPass();
	expect((await page.getByTestId('guide-qr').boundingBox())?.height).toBeGreaterThan(300);
	await fault(false);
});

test('K-10 a visitor writes a Chinese sentence at the kiosk, and the hall has it', async ({ open }) => {
	const page = await open(`${house.url}/say?kiosk=kiosk-1&kind=message&lang=zh-CN`, KIOSK);
	await page.getByTestId('write-text').tap();
	await write(page, 'womendengleyigexiaoshi');
	await page.getByTestId('candidate').first().tap();
	await touch(page, 'key-figures');
	await page.getByTestId('key-。').tap();
	await expect(page.getByTestId('words-text')).toHaveValue('我们等了一个小时。');
	await touch(page, 'key-done');
	for (const id of ['onward', 'onward', 'send']) await page.getByTestId(id).tap();
	await expect(page.getByTestId('told')).toBeVisible();
});

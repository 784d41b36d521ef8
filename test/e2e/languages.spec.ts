import type { Locator, Page } from '@playwright/test';
import { clean, expect, KIOSK, openHouse, PHONE, test, touch, type House, visit } from './people.ts';

let house: House;
test.beforeAll(async () => {
	house = await openHouse();
});
test.afterAll(() => house.close());

async function middle(control: Locator): Promise<number> {
	const box = await control.boundingBox();
	if (!box) throw new Error('not drawn');
	return box.x + box.width / 2;
}

/** Texts that are cut off, or stand outside the glass; what is for ears only stands nowhere. */
function cutOff(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const shown = [...document.querySelectorAll<HTMLElement>('.kiosk *, .phone *')].filter(
			(node) => node.checkVisibility() && !node.closest('.heard, svg, dialog:not([open])')
		);
		const withWords = shown.filter((node) =>
			[...node.childNodes].some((one) => one.nodeType === 3 && /\S/.test(one.textContent ?? ''))
		);
		const outside = withWords.filter((node) => {
			const words = document.createRange();
			words.selectNodeContents(node);
			const { left, right } = words.getBoundingClientRect();
			const room = node.closest('button, a, h1, p, dd, li, section')?.getBoundingClientRect();
			return left < Math.max(0, room?.left ?? 0) - 1 || right > Math.min(innerWidth, room?.right ?? innerWidth) + 1;
		});
		return outside.map((node) => node.textContent.trim().slice(0, 60));
	});
}

async function fits(page: Page, what: string): Promise<void> {
	await clean(page, what);
	expect(await cutOff(page), what).toEqual([]);
}

test('K-11 K-03 K-01 the way to a number in Arabic, mirrored', async ({ open }) => {
	const page = await open(`${house.url}/kiosk`, KIOSK);
	const kiosk = page.locator('.kiosk');
	await expect(kiosk).toHaveAttribute('dir', 'ltr');
	const at = await middle(page.getByTestId('zone-police').locator('.name bdi'));
	await touch(page, 'lang-ar');
	await expect(kiosk).toHaveAttribute('lang', 'ar');
	await expect(kiosk).toHaveAttribute('dir', 'rtl');

	// The first of the languages is at the right, what stood at the left begins at the right.
	expect(await middle(page.getByTestId('lang-zh-CN'))).toBeGreaterThan(await middle(page.getByTestId('lang-ar')));
	expect(await middle(page.getByTestId('check-in'))).toBeGreaterThan(540);
	expect(at).toBeLessThan(540);
	expect(await middle(page.getByTestId('zone-police').locator('.name bdi'))).toBeGreaterThan(540);
	await fits(page, 'zones');

	await touch(page, 'zone-police');
	const names = page.locator('button .name bdi');
	// What the hall has not in Arabic is told in English, and says so.
	await expect(names.first()).toHaveAttribute('lang', 'en');
	await fits(page, 'items');
	await page.getByRole('button', { name: 'الصفحة التالية' }).tap();
	await expect(page.getByTestId('item-licence-renewal').locator('bdi')).toHaveAttribute('lang', 'ar');

	await touch(page, 'item-licence-renewal');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('تجديد رخصة القيادة');
	await fits(page, 'item');
	// A range keeps its direction in the midst of Arabic: 0–5, never 5–0.
	const [from = 0, to = 0] = await page.getByTestId('wait').evaluate((node) => {
		const [words] = node.childNodes;
		const figures = [...(words?.textContent ?? '').matchAll(/\d+/g)].map(({ index }) => index);
		return figures.map((at) => {
			const figure = document.createRange();
			figure.setStart(words ?? node, at);
			figure.setEnd(words ?? node, at + 1);
			return figure.getBoundingClientRect().left;
		});
	});
	expect(from).toBeLessThan(to);
	await touch(page, 'need-priority');
	await fits(page, 'priority');
	await touch(page, 'ordinary');

	const number = page.getByTestId('number');
	await expect(number).toContainText(/^T\d{3}/);
	expect(await number.evaluate((node) => getComputedStyle(node).direction)).toBe('ltr');
	// A printer has no Arabic letters; the page says so in Arabic.
	await expect(page.getByTestId('paper-lang')).toContainText('بالإنجليزية');
	await fits(page, 'ticket');
	// The letters are the hall's own, whatever the machine has.
	const faces = (): Promise<number> =>
		page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
	await expect.poll(faces).toBeGreaterThan(0);
	const arabic = (): Promise<boolean> =>
		page.evaluate(() => document.fonts.check('24px "Noto Sans Arabic Variable"', 'رقمك'));
	await expect.poll(arabic).toBe(true);

	// A number stays for a moment, whatever is touched.
	await page.waitForTimeout(1600);
	await touch(page, 'done');
	await expect(kiosk).toHaveAttribute('dir', 'ltr');
});

test('K-11 the phone of who speaks Arabic follows the number, asks and books from right to left', async ({ open }) => {
	const ticket = await house.issue('licence-renewal');
	const page = await open(`${house.url}/t/${ticket.token}`, { ...PHONE, locale: 'ar-EG' });
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	await expect(page.locator('.phone')).toHaveAttribute('dir', 'rtl');
	await expect(page.getByRole('button', { name: 'مغادرة الدور' })).toBeVisible();
	await fits(page, 'the phone page');
	await page.getByTestId('lang-en').tap();
	await expect(page.locator('.phone')).toHaveAttribute('dir', 'ltr');

	for (const path of [
		'/say?kind=complaint&lang=ar',
		'/book?item=passport-first&lang=ar',
		'/faq?lang=ar',
		'/c?lang=ar'
	]) {
		await page.goto(house.url + path);
		await expect(page.locator('.phone')).toHaveAttribute('dir', 'rtl');
		await fits(page, path);
	}
});

test('K-11 sentences that are half as long again still fit the kiosk', async ({ open }) => {
	const page = await open(`${house.url}/kiosk`, KIOSK);
	const lengthen = (): Promise<void> =>
		page.evaluate(() => {
			const texts = document.createTreeWalker(document.querySelector('.kiosk') ?? document.body, NodeFilter.SHOW_TEXT);
			for (let node = texts.nextNode(); node; node = texts.nextNode()) {
				const said = node.textContent ?? '';
				// Words of a long language: every second one again, with an accent.
				if (!/\p{Letter}{2}/u.test(said)) continue;
				const more = said.split(' ').filter((_, i) => i % 2 === 0);
				node.textContent = `${said} ${more.map((word) => word.replace(/[aeiou]/, 'ä')).join(' ')}`;
			}
		});
	/** Until its words have come the kiosk is Chinese, which half as long again is another sentence. */
	const inEnglish = async (): Promise<void> => {
		await touch(page, 'lang-en');
		await expect(page.locator('h1')).toHaveText('Choose a zone');
	};
	await inEnglish();
	await lengthen();
	expect(await cutOff(page), 'zones').toEqual([]);
	await visit(page, `${house.url}/kiosk`);
	await inEnglish();
	await touch(page, 'zone-social');
	await touch(page, 'item-employer-enrolment');
	await page.getByTestId('take').waitFor();
	await lengthen();
	expect(await cutOff(page), 'item').toEqual([]);
});

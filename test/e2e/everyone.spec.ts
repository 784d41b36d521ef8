import type { Page } from '@playwright/test';
import { LANGS, type Lang } from '#display/words/index.ts';
import { AAA, violated } from './judge.ts';
import { expect, ITEM, KIOSK, openHouse, test, touch, type House, type Open, visit } from './people.ts';
import { atRest, measure, measureAtRest, tabStops, touchable, type Demand } from './measure.ts';

const LYING = { viewport: { width: 1366, height: 768 }, hasTouch: true };
/** CSS pixels of a millimetre at kiosk-1: 398 mm are 1080 px. */
const MM = 1080 / 398;
const PLAIN: Demand = { target: 88, gap: 16, text: 20, contrast: 7, line: 1.2, reach: null };
const WISHES = {
	...{ size: 0, contrast: 'normal', elder: false, low: false, spoken: false, volume: 2 },
	...{ silent: false, greeted: false }
};

/** A way to have the kiosk, and what is demanded of every page then. */
const MODES: Record<string, { wish: Partial<typeof WISHES>; demand: Partial<Demand> }> = {
	plain: { wish: {}, demand: { text: (4.8 / 0.733) * MM } },
	largest: { wish: { size: 3 }, demand: { text: 34 } },
	elder: { wish: { elder: true, size: 1 }, demand: { target: Math.max(60, 25 * MM), text: 30, line: 1.3 } },
	'elder, largest, low': {
		wish: { elder: true, size: 3, low: true, contrast: 'high' },
		demand: { target: Math.max(60, 25 * MM), text: 30, line: 1.3, contrast: 15, reach: (1220 - 850) * MM }
	},
	low: { wish: { low: true }, demand: { reach: (1220 - 850) * MM } }
};

/** An item that so many wait for that its visitors are asked whether they still want a number; another time can be booked. */
const LONG = 'retirement';
const MANY = 60;

let house: House;
test.beforeAll(async () => {
	house = await openHouse({ 'kioskIdleSeconds: 60': 'kioskIdleSeconds: 600\n  say: { perMinute: 600 }' });
	for (let visitor = 0; visitor < MANY; visitor++) await house.issue(LONG);
});
test.afterAll(async () => {
	await house.close();
});

/** The kiosk as one wishes it. */
async function atKiosk(open: Open, options: object, wish: object, lang: string): Promise<Page> {
	const address = `${house.url}/kiosk?kiosk=kiosk-1&lang=${lang}`;
	const page = await open(address, options);
	await page.evaluate(
		(text) => {
			sessionStorage.setItem('guidedesk:ease', text);
		},
		JSON.stringify({ ...WISHES, ...wish })
	);
	await visit(page, address);
	await expect(page.locator(`.kiosk[lang="${lang}"]:not([popover])`)).toBeVisible();
	await expect(page.locator(`.kiosk[data-size="${String({ ...WISHES, ...wish }.size)}"]:not([popover])`)).toBeVisible();
	await page.waitForTimeout(300);
	return page;
}

/** Goes to a page of the kiosk, and waits until it takes touches and asks for nothing more. */
async function come(page: Page, address: string): Promise<void> {
	await visit(page, house.url + address);
	await page.waitForLoadState('networkidle');
}

/** Every page of the way to a number, each looked at when it stands still. */
async function walk(page: Page, parted: boolean, look: (what: string) => Promise<void>): Promise<void> {
	await look('first page');
	const parts = parted ? ['read-bring', 'read', 'read-terms', 'read'] : [];
	for (const id of ['zone-social', `item-${ITEM}`, ...parts, 'need-priority', 'class-elder']) {
		await turnedTo(page, id);
		await touch(page, id);
		await page.waitForTimeout(250);
		await look(`after ${id}`);
	}
}

/** The way to an item with a long queue, as far as the question whether one still wants a number. */
async function advised(
	page: Page,
	{ lang, parted }: { lang: string; parted: boolean },
	look: (what: string) => Promise<void>
): Promise<void> {
	await come(page, `/kiosk?kiosk=kiosk-1&lang=${lang}`);
	for (const id of [
		'zone-social',
		`item-${LONG}`,
		...(parted ? ['read-bring', 'read', 'read-terms', 'read'] : []),
		'take'
	]) {
		await turnedTo(page, id);
		await touch(page, id);
		await page.waitForTimeout(250);
	}
	await expect(page.getByTestId('advice')).toBeVisible();
	await expect(page.getByTestId('next-slots')).toContainText(/\d\d:\d\d/);
	await look('advice');
}

/** Turns the leaves of a list until what is looked for stands there. */
async function turnedTo(page: Page, id: string): Promise<void> {
	const wanted = page.getByTestId(id);
	await atRest(page);
	for (let leaves = 0; leaves < 12 && !(await wanted.isVisible()); leaves++) await touch(page, 'more');
}

/** What is drawn is what was looked at: a picture of the first page, with room for another machine's smoothing of edges. */
async function asPictured(page: Page, name: string): Promise<void> {
	await page.evaluate('document.fonts.ready');
	await expect(page).toHaveScreenshot(`kiosk-${name.replaceAll(/[^a-z]+/gi, '-')}.png`, { maxDiffPixelRatio: 0.02 });
}

/** What is not at least 15:1 where the same page is in high contrast: its colours are another theme, and nothing else differs. */
async function paleInContrast(page: Page): Promise<string[]> {
	const theme = (name: string): Promise<void> =>
		page.evaluate((told) => document.querySelector('.kiosk')?.setAttribute('data-theme', told), name);
	await theme('contrast');
	const found = await measure(page, { target: 0, gap: 0, text: 0, contrast: 15, line: 0, reach: null });
	await theme('light');
	return found.filter((fault) => fault.includes('contrast of'));
}

/**
 * The Tab key comes to each thing once, in the order in which it is read, and is not caught. News that changes a word while
 * a busy machine goes from stop to stop is no fault: it goes once more.
 */
async function tabbed(page: Page, what: string): Promise<void> {
	const walked = async (): Promise<[string[], string[]]> => [await tabStops(page), [...new Set(await touchable(page))]];
	let [stops, all] = await walked();
	if (stops.join() !== all.join()) [stops, all] = await walked();
	expect(stops, what).toEqual(all);
}

/** The kiosk's other pages, and the form of a complaint to its last question. */
async function others(page: Page, lang: string, look: (what: string) => Promise<void>): Promise<void> {
	const at = `kiosk=kiosk-1&lang=${lang}`;
	for (const address of [`/say?${at}`, `/faq?${at}`, `/say?kind=complaint&${at}`]) {
		await come(page, address);
		await look(address);
	}
	for (const id of ['phrase', 'onward', 'onward', 'send']) {
		await page.getByTestId(id).first().tap();
		if (id === 'send') await expect(page.getByTestId('told')).toBeVisible();
		await page.waitForTimeout(250);
		await look(`complaint after ${id}`);
	}
}

/** Every way in Chinese; in the others those that ask for the most room, which hold the rest. */
const modesIn = (lang: Lang): [string, (typeof MODES)[string]][] =>
	Object.entries(MODES).filter(([mode]) => lang === 'zh-CN' || !['elder', 'low'].includes(mode));

for (const lang of LANGS) {
	for (const [mode, { wish, demand }] of modesIn(lang)) {
		test(`K-11 every page of the kiosk can be touched and read: ${mode}, ${lang}`, async ({ open }) => {
			const page = await atKiosk(open, KIOSK, wish, lang);
			const faults: string[] = [];
			const look = async (what: string): Promise<void> => {
				const found = await measureAtRest(page, { ...PLAIN, ...demand });
				faults.push(...found.map((fault) => `${what}: ${fault}`));
				if (mode === 'plain') faults.push(...(await paleInContrast(page)).map((fault) => `${what}: ${fault}`));
			};
			await asPictured(page, `${mode} ${lang}`);
			const parted = wish.elder === true || (wish.size ?? 0) > 1;
			await walk(page, parted, look);
			await advised(page, { lang, parted }, look);
			await others(page, lang, look);
			expect(faults).toEqual([]);
		});
	}

	test(`K-11 a lying screen, and its comforts: ${lang}`, async ({ open }) => {
		const page = await atKiosk(open, LYING, {}, lang);
		const faults: string[] = [];
		const look = async (what: string): Promise<void> => {
			const found = await measureAtRest(page, PLAIN);
			faults.push(...found.map((fault) => `${what}: ${fault}`));
			// Elements and colours are the same in every language.
			if (lang === 'zh-CN') faults.push(...(await violated(page, AAA)).map((fault) => `${what}: ${fault}`));
			if (!what.includes('complaint')) await tabbed(page, what);
		};
		await asPictured(page, `lying ${lang}`);
		await walk(page, false, look);
		await advised(page, { lang, parted: false }, look);
		await others(page, lang, look);
		await come(page, `/kiosk?kiosk=kiosk-2&lang=${lang}`);
		await touch(page, 'comforts');
		await look('comforts');
		expect(faults).toEqual([]);
	});
}

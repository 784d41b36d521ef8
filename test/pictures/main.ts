/** Draws the pictures of the documents from the running product: `node test/pictures/main.ts`. Needs the build. */
import { chromium, type Browser } from '@playwright/test';
import { join } from 'node:path';
import { CHROMIUM_ARGS, findChromium } from '../chromium.ts';
import { emptyDatabase } from '../db.ts';
import { ROOT, startServer } from '../server.ts';

interface Picture {
	name: string;
	/** address on the server */
	at: string;
	width: number;
	height: number;
	/** wishes of the visitor, as the kiosk keeps them */
	ease?: object;
	/** touched one after the other before the picture is taken */
	touched?: string[];
}

const CALM = {
	...{ size: 0, contrast: 'normal', elder: false, low: false, spoken: false, volume: 2 },
	...{ silent: true, greeted: true }
};
const UPRIGHT = { width: 1080, height: 1920 };
const TO_ITEM = ['zone-social', 'item-employer-enrolment'];
const KIOSK = '/kiosk?kiosk=kiosk-1';
const SETTLED_MS = 600;

const PICTURES: Picture[] = [
	{ name: 'design-kiosk', at: KIOSK, ...UPRIGHT, touched: TO_ITEM },
	{ name: 'design-elder', at: KIOSK, ...UPRIGHT, touched: TO_ITEM, ease: { ...CALM, elder: true, size: 1 } },
	{ name: 'design-contrast', at: KIOSK, ...UPRIGHT, ease: { ...CALM, contrast: 'high', low: true, size: 2 } },
	{ name: 'design-arabic', at: `${KIOSK}&lang=ar`, ...UPRIGHT, touched: TO_ITEM },
	{ name: 'design-lying', at: KIOSK, width: 1366, height: 768, touched: ['zone-social'] },
	{ name: 'design-screen', at: '/display/social', width: 1920, height: 1080 }
];

async function draw(browser: Browser, url: string, picture: Picture): Promise<void> {
	const { name, at, width, height, ease = CALM, touched = [] } = picture;
	const context = await browser.newContext({ viewport: { width, height }, hasTouch: true, locale: 'zh-CN' });
	const page = await context.newPage();
	await page.addInitScript((text) => {
		sessionStorage.setItem('guidedesk:ease', text);
	}, JSON.stringify(ease));
	await page.goto(url + at, { waitUntil: 'networkidle' });
	for (const id of touched) {
		await page.waitForTimeout(SETTLED_MS);
		await page.getByTestId(id).tap();
	}
	await page.waitForTimeout(SETTLED_MS);
	await page.screenshot({ path: join(ROOT, 'docs/pictures', `${name}.png`) });
	await context.close();
}

const executablePath = findChromium();
const database = await emptyDatabase('sqlite');
const server = await startServer(database);
const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) });
try {
	for (const picture of PICTURES) await draw(browser, server.url, picture);
} finally {
	await browser.close();
	await server.stop();
	await database.drop();
}

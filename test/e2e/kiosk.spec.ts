import { expect, test, type Page } from '@playwright/test';
import type { TicketView } from '#server/views.ts';
import { emptyDatabase, type EmptyDatabase } from '../db.ts';
import { startServer, type TestServer } from '../server.ts';
import { AAA, violated } from './judge.ts';
import { visit } from './people.ts';

const PORTRAIT = { width: 1080, height: 1920 };
const LANDSCAPE = { width: 1366, height: 768 };
const ITEM = 'item-employer-enrolment';

test.use({ viewport: PORTRAIT, hasTouch: true });

let database: EmptyDatabase;
let server: TestServer;

test.beforeAll(async () => {
	database = await emptyDatabase('sqlite');
	server = await startServer(database);
});

test.afterAll(async () => {
	await server.stop();
	await database.drop();
});

/** The kiosk as a visitor finds it: drawn, awake, on the line. */
async function atKiosk(page: Page, query = ''): Promise<void> {
	await visit(page, `${server.url}/kiosk${query}`);
}

/** A touch once the screen stands still, as a person's is. */
async function touch(page: Page, id: string): Promise<void> {
	await page.getByTestId(id).waitFor();
	await page.waitForTimeout(450);
	await page.getByTestId(id).tap();
}

function granted(page: Page): Promise<TicketView> {
	return page
		.waitForResponse((response) => response.url().endsWith('/api/v1/tickets') && response.status() === 201)
		.then((response) => response.json() as Promise<TicketView>);
}

async function centre(page: Page, id: string): Promise<{ x: number; y: number }> {
	const box = await page.getByTestId(id).boundingBox();
	if (!box) throw new Error(`${id} is not drawn`);
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A finger on the glass, along these points. */
async function finger(page: Page, points: { x: number; y: number }[], restMs = 0): Promise<void> {
	const glass = await page.context().newCDPSession(page);
	const [first, ...rest] = points;
	if (first) await glass.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [first] });
	for (const point of rest) {
		await page.waitForTimeout(restMs);
		await glass.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
	}
	await glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	await glass.detach();
}

test('K-01 three touches give a number, and the slip comes out', async ({ page }) => {
	await atKiosk(page);
	const answer = granted(page);
	for (const id of ['zone-social', ITEM, 'take']) await touch(page, id);
	const ticket = await answer;
	await expect(page.getByTestId('number')).toContainText(ticket.number);
	await expect(page.getByTestId('qr')).toBeVisible();
	await expect(page.getByTestId('slip')).toHaveText('请取走小票');
	await page.waitForTimeout(2000);
	await page.getByTestId('done').tap();
	await expect(page.getByTestId('zone-social')).toBeVisible();
});

test('K-01 an impatient hand gets one number, and keeps it on the screen', async ({ page }) => {
	await atKiosk(page);
	const wishes: string[] = [];
	page.on('request', (request) => {
		if (request.method() === 'POST') wishes.push(request.url());
	});
	await touch(page, 'zone-social');
	await touch(page, ITEM);
	await page.getByTestId('take').waitFor();
	await page.waitForTimeout(450);
	const button = await centre(page, 'take');
	// Four touches of one moment, however long a busy machine takes for each: a number stays for two seconds only.
	await page.clock.setFixedTime(Date.now());
	for (let times = 0; times < 4; times++) await finger(page, [button]);
	await expect(page.getByTestId('number')).toBeVisible();
	expect(wishes).toHaveLength(1);
	await expect(page.getByTestId('number')).toBeVisible();
});

test('K-01 a touch counts only where it began: a slip of the finger does nothing, a trembling one does', async ({
	page
}) => {
	await atKiosk(page);
	// What is found by words comes by itself, and moves the zones down.
	await page.getByTestId('by-theme').waitFor();
	await page.waitForTimeout(450);
	const [from, to] = [await centre(page, 'zone-social'), await centre(page, 'zone-property')];
	await finger(page, [from, { x: to.x, y: (from.y + to.y) / 2 }, to], 30);
	await page.waitForTimeout(300);
	await expect(page.getByTestId('zone-social')).toBeVisible();
	const tremble = [0, 15, 40, 20].map((by) => ({ x: from.x + by, y: from.y + by }));
	await finger(page, tremble, 300);
	await expect(page.getByTestId(ITEM)).toBeVisible();
});

test('K-01 the whole way can be walked with keys alone', async ({ page }) => {
	await atKiosk(page);
	for (const id of ['zone-social', ITEM, 'take']) {
		await page.getByTestId(id).waitFor();
		await page.waitForTimeout(450);
		for (let tabs = 0; tabs < 20; tabs++) {
			await page.keyboard.press('Tab');
			if (await page.getByTestId(id).evaluate((node) => node === document.activeElement)) break;
		}
		await page.keyboard.press('Enter');
	}
	await expect(page.getByTestId('number')).toBeVisible();
});

test('K-08 the phone shows the ticket without an account, and its owner can leave the queue', async ({
	page,
	browser
}) => {
	await atKiosk(page);
	const answer = granted(page);
	for (const id of ['zone-social', ITEM, 'take']) await touch(page, id);
	const ticket = await answer;
	const pocket = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'en-GB' });
	const phone = await pocket.newPage();
	await phone.goto(server.url + new URL(ticket.link).pathname, { waitUntil: 'networkidle' });
	await expect(phone.getByTestId('number')).toContainText(ticket.number);
	await expect(phone.getByTestId('ahead')).toContainText(/person|people/);
	expect(await violated(phone)).toEqual([]);
	await phone.getByTestId('leave').tap();
	await phone.getByTestId('leave-yes').tap();
	await expect(phone.getByTestId('standing')).toHaveText('This number was cancelled');
	await phone.goto(`${server.url}/t/nobody`);
	await expect(phone.getByTestId('no-ticket').first()).toBeVisible();
	await pocket.close();
});

test('K-12 without paper the number and its code are shown large', async ({ page }) => {
	const fault = async (on: boolean): Promise<void> => {
		const data = { device: 'printer-property', fault: 'paper-out', on };
		const headers = { origin: server.url };
		expect((await page.request.post(`${server.url}/dev/devices/fault`, { data, headers })).ok()).toBe(true);
	};
	await fault(true);
	await atKiosk(page, '?kiosk=kiosk-property');
	await expect(page.getByTestId('paper-out')).toBeVisible();
	await touch(page, 'item-new-home');
	await touch(page, 'take');
	await expect(page.getByTestId('slip')).toContainText('打印机缺纸，您的号码已保留');
	const size = await page.getByTestId('qr').boundingBox();
	expect(size?.height).toBeGreaterThan(300);
	await fault(false);
});

for (const viewport of [PORTRAIT, LANDSCAPE]) {
	test(`K-03 every screen can be read and touched at ${String(viewport.width)}×${String(viewport.height)}`, async ({
		page
	}) => {
		await page.setViewportSize(viewport);
		await atKiosk(page);
		await touch(page, 'lang-en');
		const way = ['zone-social', ITEM, 'need-priority', 'class-elder', 'number'] as const;
		for (const [at, next] of way.slice(1).entries()) {
			await touch(page, way[at] ?? '');
			await expect(page.getByTestId(next)).toBeVisible();
			await page.waitForTimeout(300);
			// Rows for which there is no room are turned away with the next frames.
			await expect.poll(() => tooSmall(page)).toEqual([]);
			if (viewport === PORTRAIT) expect(await violated(page, AAA)).toEqual([]);
		}
	});
}

/** Buttons that are smaller than 88 px, out of the screen, or nearer than 16 px to another one. */
function tooSmall(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const shown = [...document.querySelectorAll('button')].filter((node) =>
			node.checkVisibility({ visibilityProperty: true })
		);
		const boxes = shown.map((node) => ({ name: node.innerText, box: node.getBoundingClientRect() }));
		const near = (a: DOMRect, b: DOMRect): boolean =>
			a.left < b.right + 16 && b.left < a.right + 16 && a.top < b.bottom + 16 && b.top < a.bottom + 16;
		return boxes
			.filter(({ box }, index) => {
				const out = box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight;
				const crowded = boxes.some((other, at) => at !== index && near(box, other.box));
				return box.width < 88 || box.height < 88 || out || crowded;
			})
			.map(({ name, box }) => `${name} ${JSON.stringify(box)}`);
	});
}

test('K-01 the first touch acts before any script has come, and without one', async ({ browser }) => {
	const context = await browser.newContext({ viewport: PORTRAIT, hasTouch: true, javaScriptEnabled: false });
	const page = await context.newPage();
	const shown = (id: string) => expect(page.getByTestId(id)).toBeVisible();
	/** The first page, not those of the zones that come with it. */
	const first = page.locator('.kiosk:not([popover])');
	await page.goto(`${server.url}/kiosk?kiosk=kiosk-1`);
	await first.getByTestId('lang-en').tap();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a zone');
	// The pages of the zones stand at the end of the document.
	await page.waitForLoadState();
	await page.getByTestId('zone-social').tap();
	const zone = page.locator(':popover-open');
	await expect(zone.getByTestId(ITEM)).toBeVisible();
	await zone.getByTestId('back').tap();
	await expect(zone).toHaveCount(0);
	await page.getByTestId('zone-social').tap();
	await zone.getByTestId('lang-ar').tap();
	// Until the other page has come there are several frames.
	await expect(first).toHaveAttribute('dir', 'rtl');
	await shown(ITEM);
	await page.goto(`${server.url}/kiosk?kiosk=kiosk-1`);
	await page.getByTestId('check-in').tap();
	await shown('arrive');
	await page.goto(`${server.url}/kiosk?kiosk=kiosk-1`);
	await page.getByTestId('find').tap();
	await expect(page).toHaveURL(/page=find/);
	await shown('back');
	await page.goto(`${server.url}/kiosk?kiosk=kiosk-1`);
	await page.getByTestId('say').tap();
	await expect(page).toHaveURL(/\/say\?kiosk=kiosk-1/);
	await page.goto(`${server.url}/kiosk?kiosk=kiosk-1`);
	await first.getByTestId('elder').tap();
	await expect(first).toHaveAttribute('data-size', '1');
	await first.getByTestId('lang-en').tap();
	await expect(first).toHaveAttribute('lang', 'en');
	await page.waitForLoadState();
	await page.getByTestId('zone-social').tap();
	await expect(zone).toHaveAttribute('data-elder');
	await zone.getByTestId('elder').tap();
	await expect(first).not.toHaveAttribute('data-elder');
	await expect(first).toHaveAttribute('lang', 'en');
	await shown(ITEM);
	await context.close();
});

test('K-01 the visit goes on from the zone that was shown before the script had come', async ({ page }) => {
	const held = Promise.withResolvers<undefined>();
	await page.route('**/_app/**/*.js', async (route) => {
		await held.promise;
		await route.continue();
	});
	// The pages of the zones stand at the end of the document.
	await page.goto(`${server.url}/kiosk?kiosk=kiosk-1`, { waitUntil: 'domcontentloaded' });
	await page.getByTestId('zone-social').click();
	await expect(page.locator(':popover-open').getByTestId(ITEM)).toBeVisible();
	held.resolve(undefined);
	await expect(page.locator('[popover]')).toHaveCount(0);
	await expect(page.getByTestId(ITEM)).toBeVisible();
	await touch(page, ITEM);
	await expect(page.getByTestId('take')).toBeVisible();
});

test('K-11 the elder mode touched before the script had come stays when it has, and goes with the visitor', async ({
	page
}) => {
	const frame = page.locator('.kiosk:not([popover])');
	await atKiosk(page, '?kiosk=kiosk-1&elder=on');
	await expect(page).toHaveURL(`${server.url}/kiosk?kiosk=kiosk-1`);
	await expect(frame).toHaveAttribute('data-elder');
	await page.reload({ waitUntil: 'networkidle' });
	await expect(frame).toHaveAttribute('data-size', '1');
	await touch(page, 'elder');
	await expect(frame).not.toHaveAttribute('data-elder');
});

test('K-01 where an early touch has led to, the visit goes on, and its address is forgotten', async ({ page }) => {
	await atKiosk(page, '?kiosk=kiosk-1&zone=social');
	await expect(page).toHaveURL(`${server.url}/kiosk?kiosk=kiosk-1`);
	await touch(page, ITEM);
	await expect(page.getByTestId('take')).toBeVisible();
	await page.goto(`${server.url}/kiosk?kiosk=kiosk-1&page=check-in&lang=en`);
	await expect(page).toHaveURL(`${server.url}/kiosk?kiosk=kiosk-1`);
	await expect(page.getByTestId('arrive')).toBeVisible();
	await touch(page, 'back');
	await expect(page.getByTestId('zone-social')).toBeVisible();
});

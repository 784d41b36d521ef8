import type { Page } from '@playwright/test';
import type { TicketView } from '#server/views.ts';
import { api } from '../api.ts';
import { clean, expect, ITEM, KIOSK, openHouse, test, touch, type House } from './people.ts';

/* A kiosk whose server goes away: what it still shows, the numbers it still gives, and how it comes back by itself. */

const LENDS = { '  undoSeconds: 10': '  undoSeconds: 10\n  offline: { lease: { numbers: 2, hours: 12 } }' };
const AT_KIOSK = { ...KIOSK, serviceWorkers: 'allow' } as const;

let house: House;
test.beforeAll(async () => {
	house = await openHouse(LENDS);
});
test.afterAll(() => house.close());

/** Until the service worker looks after the page and has what it needs. */
async function worked(page: Page): Promise<void> {
	const has = (): Promise<string[]> =>
		page.evaluate(async () => {
			const [name] = await caches.keys();
			if (!navigator.serviceWorker.controller || name === undefined) return [];
			const kept = await (await caches.open(name)).keys();
			return kept.map(({ url }) => new URL(url).pathname);
		});
	await expect.poll(has, { timeout: 90_000 }).toEqual(expect.arrayContaining(['/kiosk', '/kiosk/directory']));
}

const leasedAt = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const kept = JSON.parse(localStorage.getItem('guidedesk:lease:kiosk-1') ?? '{}') as {
			lease?: { numbers: { number: string }[] } | null;
		};
		return (kept.lease?.numbers ?? []).map(({ number }) => number);
	});

test('K-12 T-01 without its server a kiosk that is loaded anew still tells and gives numbers, and comes back by itself', async ({
	open
}) => {
	const page = await open(`${house.url}/kiosk?kiosk=kiosk-1`, AT_KIOSK);
	await worked(page);
	await expect.poll(() => leasedAt(page)).toContain('A001');
	const atTheLine = await house.issue();
	expect(atTheLine.number).toBe('A003');

	await house.stop();
	await expect(page.getByTestId('out-of-order')).toBeVisible();
	await page.reload();
	await expect(page.getByTestId('out-of-order')).toHaveAttribute('data-cause', 'network');
	await expect(page.getByTestId('instead')).toContainText('一楼2号取号机');
	await expect(page.getByTestId('as-of')).toBeVisible();
	await clean(page, 'a kiosk without its server');
	await page.screenshot({ path: 'test-results/offline-start.png' });

	await touch(page, 'kept-about');
	await expect(page.getByTestId('week').first()).toContainText('09:00');
	await page.screenshot({ path: 'test-results/offline-about.png' });
	await touch(page, 'back');
	await touch(page, 'kept-zone-social');
	await page.screenshot({ path: 'test-results/offline-items.png' });
	await touch(page, `kept-item-${ITEM}`);
	await page.waitForTimeout(450);
	await clean(page, 'an item of a kiosk without its server');
	await page.screenshot({ path: 'test-results/offline-item.png' });

	// An impatient hand, whose touches are of one moment however long a busy machine takes for each: one number, and it stays.
	const button = await page.getByTestId('kept-take').boundingBox();
	if (!button) throw new Error('no number can be taken');
	const [x, y] = [button.x + button.width / 2, button.y + button.height / 2];
	await page.clock.setFixedTime(Date.now());
	for (let times = 0; times < 3; times += 1) await page.touchscreen.tap(x, y);
	await expect(page.getByTestId('kept-number')).toContainText('A001');
	await page.clock.setSystemTime(Date.now());
	await clean(page, 'a number without a line');
	await page.screenshot({ path: 'test-results/offline-number.png' });
	expect(await leasedAt(page)).toContain('A002');
	const link = await page.evaluate(() => {
		const kept = JSON.parse(localStorage.getItem('guidedesk:lease:kiosk-1') ?? '{}') as { used?: { link: string }[] };
		return (kept.used ?? []).map((one) => one.link);
	});
	expect(link).toHaveLength(1);

	await house.restart();
	await expect(page.getByTestId('counts')).toContainText('已开始排队', { timeout: 60_000 });
	await page.screenshot({ path: 'test-results/offline-counted.png' });
	await touch(page, 'kept-done');
	await expect(page.getByTestId('zone-social')).toBeVisible();

	const token = new URL(link[0] ?? '').pathname.replace('/t/', '');
	const { body } = await api(house.url).ask<TicketView>('GET', `/tickets/${token}`, undefined);
	expect(body).toMatchObject({ number: 'A001', state: 'live', step: 'waiting', ahead: 1 });
	expect(body.takenAt).toBeGreaterThan(atTheLine.takenAt);
	const pocket = await open(`${house.url}/t/${token}`, { ...KIOSK, viewport: { width: 390, height: 844 } });
	await expect(pocket.getByText('A001')).toBeVisible();
});

test('K-12 a kiosk on which nobody stands is itself again when the server is, without a touch', async ({ open }) => {
	const page = await open(`${house.url}/kiosk?kiosk=kiosk-1`, AT_KIOSK);
	await worked(page);
	await house.stop();
	await page.reload();
	await expect(page.getByTestId('out-of-order')).toBeVisible();
	await page.getByTestId('lang-en').tap();
	await page.screenshot({ path: 'test-results/offline-start-en.png' });
	await house.restart();
	await expect(page.getByTestId('zone-social')).toBeVisible({ timeout: 60_000 });
});

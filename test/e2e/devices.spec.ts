import type { Page } from '@playwright/test';
import type { TicketView } from '#server/views.ts';
import { api } from '../api.ts';
import { clean, DESK, expect, openHouse, PHONE, signInAs, test, type House, visit } from './people.ts';

/* The page of devices: what every device of the hall says of itself, and what hands do about it. */

let house: House;
test.beforeAll(async () => {
	house = await openHouse();
});
test.afterAll(() => house.close());

/** Switches a fault of a virtual device. */
async function fault(page: Page, device: string, name: string, on: boolean): Promise<void> {
	const data = { device, fault: name, on };
	const answer = await page.request.post(`${house.url}/dev/devices/fault`, { data });
	expect(answer.ok(), await answer.text()).toBe(true);
}

/** Takes a number at a kiosk of the hall. */
async function atKiosk(device: string, item: string): Promise<string> {
	const wish = { item, device, intent: `devices-${device}-${item}` };
	const { status, body } = await api(house.url).ask<TicketView>('POST', '/tickets', wish);
	expect(status, JSON.stringify(body)).toBe(201);
	return body.number;
}

test('D-12 a guide sees what is wrong, hands a duty on, tests, and takes a printer out of work', async ({ open }) => {
	// Devices are asked how they are at their own pace, and a server ends and begins.
	const page = await signInAs(open, house, 'guide');
	await visit(page, `${house.url}/devices`);
	const row = (code: string) => page.locator(`[data-testid=device][data-code="${code}"]`);
	await expect(row('printer-police')).toHaveAttribute('data-look', 'good');
	await expect(row('board-1')).toHaveAttribute('data-look', 'good');
	await clean(page, 'devices, all well');
	await fault(page, 'printer-police', 'paper-out', true);
	await expect(row('printer-police')).toHaveAttribute('data-look', 'down');
	await expect(row('printer-police')).toContainText('缺纸');
	await expect(page.getByTestId('device').first()).toHaveAttribute('data-code', 'printer-police');
	await row('printer-police').click();
	await expect(page.getByTestId('history')).toContainText('正常 → 缺纸');
	await clean(page, 'devices, one without paper');

	await row('printer-main-2').click();
	await page.getByTestId('move').click();
	await page.getByTestId('to-police').click();
	await expect(page.getByTestId('told')).toBeVisible();
	await expect(page.getByTestId('paper')).toContainText('组 police');
	const number = await atKiosk('kiosk-police', 'id-renewal');
	await expect(page.getByTestId('slips').locator('li').first()).toContainText(number);
	await expect(page.getByTestId('slips').locator('li').first()).toContainText('已打印');
	await page.getByTestId('test').click();
	await expect(page.getByTestId('slips').locator('li').first()).toContainText('测试页');
	await expect(page.getByTestId('slips').locator('li').first()).toContainText('已打印');
	await page.getByTestId('disable').click();
	await page.getByTestId('why-repair').click();
	await expect(row('printer-main-2')).toHaveAttribute('data-look', 'off');
	await expect(page.getByTestId('history')).toContainText('停用（报修）');
	await clean(page, 'devices, one out of work');

	await fault(page, 'printer-police', 'paper-out', false);
	await expect(row('printer-police')).toHaveAttribute('data-look', 'good');
	await row('printer-police').click();
	await expect(page.getByTestId('history')).toContainText('换了纸卷');
	await expect(page.getByTestId('paper')).toContainText('余纸约');
	await house.stop();
	await expect(page.getByTestId('deaf')).toBeVisible();
	await house.restart();
	await expect(page.getByTestId('deaf')).toBeHidden();
	await expect(row('printer-main-2')).toHaveAttribute('data-look', 'off');
});

test('D-12 an auditor reads and does nothing; on a phone one device at a time', async ({ open }) => {
	const page = await signInAs(open, house, 'auditor');
	await visit(page, `${house.url}/devices?device=printer/printer-main-1`);
	await expect(page.getByTestId('one')).toBeVisible();
	await expect(page.getByTestId('months')).toBeVisible();
	await expect(page.getByTestId('disable')).toHaveCount(0);
	await page.setViewportSize(PHONE.viewport);
	await expect(page.getByTestId('device').first()).toBeHidden();
	await clean(page, 'one device on a phone');
	await page.getByTestId('close').click();
	await expect(page.getByTestId('device').first()).toBeVisible();
	await clean(page, 'devices on a phone');
	await page.setViewportSize(DESK.viewport);
});

import type { Page } from '@playwright/test';
import { api } from '../api.ts';
import { newIntent } from '../running.ts';
import { resident } from '../fixtures/booking.ts';
import { clean, expect, ITEM, openHouse, PHONE, test, type House, type Open, visit } from './people.ts';

let house: House;
test.beforeAll(async () => {
	house = await openHouse();
});
test.afterAll(async () => {
	await house.close();
});

const page = (open: Open, path: string): Promise<Page> => open(`${house.url}${path}`, { ...PHONE, line: false });

/** Books the first free slot of the item, as somebody with a thumb does. */
async function bookFirst(open: Open): Promise<Page> {
	const phone = await page(open, '/book');
	await phone.getByTestId(`item-${ITEM}`).tap();
	await phone.locator('[data-testid^="slot-"]').first().tap();
	await phone.getByTestId('book').tap();
	await phone.waitForURL('**/a/**');
	return phone;
}

test('K-06 D-05 booked on the phone, checked in by its code at a kiosk, followed on the phone', async ({ open }) => {
	const phone = await bookFirst(open);
	await clean(phone, 'the appointment');
	await expect(phone.getByTestId('state')).toHaveText('已预约');
	await expect(phone.getByTestId('qr')).toBeVisible();
	const code = ((await phone.getByTestId('code').textContent()) ?? '').replace(/\s/g, '');
	expect(code).toMatch(/^\d{8}$/);
	const wish = { code, device: 'kiosk-1', intent: newIntent() };
	const { status, body } = await api(house.url).ask<{ number: string; slotAt: number }>('POST', '/check-ins', wish);
	expect([status, body.number]).toEqual([201, 'A001']);
	await phone.reload();
	await expect(phone.getByTestId('number')).toContainText('A001');
	await expect(phone.getByTestId('cancel')).toHaveCount(0);
	await phone.getByTestId('follow').tap();
	await expect(phone.getByTestId('number')).toContainText('A001');
});

test('K-06 checked in on the phone, in English', async ({ open }) => {
	const phone = await bookFirst(open);
	await phone.getByTestId('lang-en').tap();
	await expect(phone.getByTestId('state')).toHaveText('Booked');
	await phone.getByTestId('check-in').tap();
	await phone.waitForURL('**/t/**');
	await expect(phone.getByTestId('number')).toContainText(/A\d{3}/);
});

test('K-06 moved to another time, then cancelled: asked once more, and the place is free', async ({ open }) => {
	const phone = await bookFirst(open);
	const before = await phone.getByTestId('when').textContent();
	await phone.getByTestId('move').tap();
	await expect(phone.getByTestId('moving')).toBeVisible();
	await phone.locator('[data-testid^="day-"]').nth(1).tap();
	await expect(phone.locator('[aria-current="date"]')).toContainText('明天');
	await phone.locator('[data-testid^="slot-"]').first().tap();
	await phone.getByTestId('book').tap();
	await phone.waitForURL('**/a/**');
	await expect(phone.getByTestId('when')).not.toHaveText(before ?? '');
	await expect(phone.getByTestId('check-in')).toHaveCount(0);
	await phone.getByTestId('cancel').tap();
	await phone.getByTestId('cancel-yes').tap();
	await expect(phone.getByTestId('state')).toHaveText('此预约已取消');
});

test('K-07 an item that asks who it is says what is kept, and keeps one place for one person', async ({ open }) => {
	const phone = await page(open, '/book?item=passport-first');
	await clean(phone, 'the times');
	await phone.locator('[data-testid^="day-"]').nth(2).tap();
	await phone.locator('[data-testid^="slot-"]').first().tap();
	await expect(phone.locator('form[method=post]')).toContainText('我们不保存号码');
	await clean(phone, 'the confirmation');
	const address = phone.url();
	await phone.getByTestId('person').fill(resident(1));
	await phone.getByTestId('book').tap();
	await phone.waitForURL('**/a/**');
	await visit(phone, address, { line: false });
	await phone.getByTestId('person').fill(resident(1));
	await phone.getByTestId('book').tap();
	await expect(phone.getByTestId('refusal')).toContainText('您当天已有此事项的预约');
	await expect(phone.getByTestId('person')).toHaveValue('');
});

test('K-06 without JavaScript the same pages book and cancel', async ({ browser }) => {
	const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
	const phone = await context.newPage();
	await visit(phone, `${house.url}/book`, { line: false });
	await phone.locator('input[name=q]').fill('护照');
	await phone.locator('form[role=search] button').tap();
	await expect(phone.getByTestId('item-passport-first')).toBeVisible();
	await expect(phone.getByTestId(`item-${ITEM}`)).toHaveCount(0);
	await visit(phone, `${house.url}/book?item=${ITEM}`, { line: false });
	await phone.locator('[data-testid^="slot-"]').last().tap();
	await phone.getByTestId('book').tap();
	await expect(phone.getByTestId('state')).toHaveText('已预约');
	await phone.getByTestId('cancel').tap();
	await phone.getByTestId('cancel-yes').tap();
	await expect(phone.getByTestId('state')).toHaveText('此预约已取消');
	await context.close();
});

test('K-06 D-05 what can be booked, and an appointment of nobody', async ({ open, browser }) => {
	const phone = await page(open, '/book');
	await clean(phone, 'what can be booked');
	const context = await browser.newContext(PHONE);
	const stranger = await context.newPage();
	const answer = await stranger.goto(`${house.url}/a/1.AAAAAAAAAAAAAAAAAAAAAA`);
	expect(answer?.status()).toBe(404);
	await context.close();
});

import type { Page } from '@playwright/test';
import { dayOf } from '#server/rules/day.ts';
import { api } from '../api.ts';
import { noonZone } from '../fixtures/booking.ts';
import { clean, expect, ITEM, KIOSK, openHouse, PHONE, signInAs, test, touch, type House } from './people.ts';

let house: House;
test.beforeEach(async () => {
	// One call is enough, and nobody waits for a second one.
	house = await openHouse({
		'recalls: 3, everySeconds: 20, assistedSeconds: 60, deliveredOnly: true':
			'recalls: 1, everySeconds: 0, assistedSeconds: 0, deliveredOnly: false'
	});
	await house.seat('2', '1002');
});
test.afterEach(async () => {
	await house.close();
});

/** Keys are pressed when the last one has been answered. */
async function press(desk: Page, ...keys: string[]): Promise<void> {
	for (const key of keys) {
		await expect(desk.locator('[aria-busy=true]')).toHaveCount(0);
		await desk.keyboard.press(key);
	}
}

async function find(desk: Page, number: string): Promise<void> {
	await press(desk, 'q');
	await desk.keyboard.type(number);
	await press(desk, 'Enter');
}

const standing = (desk: Page, number: string, step: string): Promise<void> =>
	expect(desk.getByTestId('found')).toContainText(new RegExp(`${step}[^]*${number}`));

test('T-04 T-05 K-01 a guide takes, finds, brings back, confirms, transfers and cancels with keys alone', async ({
	open
}) => {
	const desk = await signInAs(open, house, 'guide');
	await expect(desk.getByRole('heading', { level: 1 })).toHaveText('总导询台');

	await press(desk, 'a');
	await desk.keyboard.type('用人单位参保');
	await expect(desk.getByTestId('option')).toHaveCount(1);
	await press(desk, 'Enter', '7', '1');
	await expect(desk.getByTestId('done')).toHaveText('已取号 A001');
	await standing(desk, 'A001', '等候中');
	await expect(desk.getByTestId('claim')).toHaveAttribute('data-claim', 'confirmed');
	await expect(desk.getByTestId('slip')).toHaveAttribute('data-state', 'printed');
	await press(desk, 'd');
	await expect(desk.getByTestId('done')).toContainText('补打');

	await house.issue();
	await house.clerk.ask('POST', '/windows/2/next', {});
	await standing(desk, 'A001', '已叫号');
	await expect(desk.getByTestId('cancel')).toBeDisabled();

	await find(desk, 'a2');
	await standing(desk, 'A002', '等候中');
	await press(desk, 'v', '2', '1');
	await expect(desk.getByTestId('claim')).toHaveAttribute('data-claim', 'confirmed');
	await press(desk, 't');
	await desk.keyboard.type('社会保障卡');
	await press(desk, 'Enter');
	await expect(desk.getByTestId('found')).toContainText('社会保障卡');
	await press(desk, 'x', '1');
	await standing(desk, 'A002', '已取消');
	for (const verb of ['return', 'class', 'transfer', 'reprint', 'cancel', 'void'])
		await expect(desk.getByTestId(verb)).toBeDisabled();

	await find(desk, 'a999');
	await expect(desk.getByTestId('refusal')).toHaveText('查号码: 没有这个号码，请核对后再试。');
	await clean(desk, 'the desk after a refusal');
});

test('T-04 who missed the call is on the list at once, comes back by it, and a second time is refused in words', async ({
	open
}) => {
	const desk = await signInAs(open, house, 'guide');
	await press(desk, '2');
	const one = await house.issue('card-new');
	await house.seat('8', '1008');
	for (let times = 0; times < 2; times++) {
		await house.clerk.ask('POST', '/windows/8/next', {});
		await house.clerk.ask('POST', `/tickets/${String(one.id)}/miss`, { looked: true });
		if (times === 1) break;
		const line = desk.getByTestId('line').filter({ hasText: one.number });
		await expect(line).toContainText('前可恢复排队');
		await line.click();
		await press(desk, 'k');
		await standing(desk, one.number, '等候中');
		await expect(line).toHaveCount(0);
	}
	await standing(desk, one.number, '已过号');
	await expect(desk.getByTestId('return')).toBeDisabled();
});

test('T-05 a claim stands on the desk’s list until it is settled', async ({ open }) => {
	const desk = await signInAs(open, house, 'guide');
	await press(desk, '3');
	const wish = { item: ITEM, intent: 'a-claim-at-the-kiosk', class: 'frail' };
	const answer = await fetch(`${house.url}/api/v1/tickets`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(wish)
	});
	const { number } = (await answer.json()) as { number: string };
	const line = desk.getByTestId('line').filter({ hasText: number });
	await line.click();
	await expect(desk.getByTestId('claim')).toHaveAttribute('data-claim', 'open');
	await press(desk, 'y', '+', '1', '1', '1');
	await expect(desk.getByTestId('priority-done')).toHaveText('已登记');
	await expect(desk.getByTestId('priority-ticket')).toContainText('拐杖、轮椅等辅具');
	await expect(desk.getByTestId('companions')).toHaveText('1');
	await press(desk, '3', '1');
	await expect(desk.getByTestId('priority-ticket')).toContainText('8001');
	await press(desk, 'Escape');
	await expect(line).toHaveCount(0);
});

test('K-05 one touch at a kiosk rings at the desk; who goes is told there, until somebody has come', async ({
	open
}) => {
	const desk = await signInAs(open, house, 'guide');
	const kiosk = await open(`${house.url}/kiosk`, KIOSK);
	await touch(kiosk, 'help');
	await expect(kiosk.getByTestId('help-told')).toContainText('已通知导询台');
	await kiosk.getByTestId('help-wheelchair').tap();
	const call = desk.getByTestId('calls-for-help').locator('li');
	await expect(call).toHaveAttribute('data-what', 'wheelchair');
	await clean(kiosk, 'a call for help at the kiosk');
	await clean(desk, 'a call for help at the desk');
	await press(desk, 'h');
	await expect(kiosk.getByTestId('help-told')).toContainText('8001');
	await expect(call).toContainText('8001');
	await press(desk, 'h');
	await expect(call).toHaveCount(0);
	await expect(kiosk.getByTestId('help-told')).toHaveText('工作人员已到。');
});

test('D-05 the desk can be read by everybody: lists, menus, keys, dark, English', async ({ open }) => {
	const desk = await signInAs(open, house, 'guide');
	for (const tab of ['1', '2', '3', '4', '5']) {
		await press(desk, tab);
		await clean(desk, `list ${tab}`);
	}
	await press(desk, 'a');
	await clean(desk, 'which service');
	await press(desk, 'Escape', 'y');
	await clean(desk, 'the sheet of priority');
	await press(desk, 'Escape', '?');
	for (const name of ['深色', 'English']) await desk.getByRole('button', { name }).click();
	await clean(desk, 'the keys, dark, English');
});

test('W-01 nobody comes to the desk or the supervisor’s page without signing in', async ({ open }) => {
	const stranger = await open(`${house.url}/desk`, { ...PHONE, line: false });
	await expect(stranger).toHaveURL(/\/sign-in$/);
	await stranger.goto(`${house.url}/supervise`);
	await expect(stranger).toHaveURL(/\/sign-in$/);
});

test('K-06 an appointment of today is found by its code and checked in, another is cancelled with a reason', async ({
	open
}) => {
	const desk = await signInAs(open, house, 'guide');
	const visitor = api(house.url);
	const day = dayOf(Date.now(), noonZone());
	const { body } = await visitor.ask<{ slots: { at: number }[] }>('GET', `/items/${ITEM}/slots/${day}`);
	const codes: string[] = [];
	for (const [at, slot] of [body.slots[0], body.slots.at(-1)].entries()) {
		const wish = { item: ITEM, slot: slot?.at ?? 0, intent: `an-appointment-${String(at)}` };
		const booked = await visitor.ask<{ code: string }>('POST', '/appointments', wish);
		expect(booked.status, JSON.stringify(booked.body)).toBe(201);
		codes.push(booked.body.code);
	}
	await press(desk, '4');
	await expect(desk.getByTestId('booked')).toContainText('未到 2');
	await clean(desk, 'the appointments of the day');

	await press(desk, 'j');
	await desk.keyboard.type(codes[1] ?? '');
	await expect(desk.getByTestId('option')).toHaveCount(1);
	await press(desk, 'Enter', '3', '1');
	await expect(desk.getByTestId('done')).toHaveText(`预约 ${codes[1] ?? ''} 已取消`);
	await expect(desk.getByTestId('booked')).toContainText('未到 1，已到 0，取消 1');

	await press(desk, 'j');
	await desk.keyboard.type(codes[0] ?? '');
	await expect(desk.getByTestId('option')).toHaveCount(1);
	await press(desk, 'Enter', '1');
	await expect(desk.getByTestId('told').locator('[data-testid=done], [data-testid=refusal]')).toBeVisible();
});

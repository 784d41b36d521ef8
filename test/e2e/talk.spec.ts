import type { Page } from '@playwright/test';
import { clean, expect, openHouse, SCREEN, signInAs, signInByLink, test, type House, visit } from './people.ts';

let house: House;
test.beforeEach(async () => {
	house = await openHouse();
});
test.afterEach(async () => {
	await house.close();
});

async function press(desk: Page, ...keys: string[]): Promise<void> {
	for (const key of keys) {
		await expect(desk.locator('[aria-busy=true]')).toHaveCount(0);
		await desk.keyboard.press(key);
	}
}

test('W-02 three greetings by one key each, prompted by the phrase, and counted', async ({ open }) => {
	const desk = await signInByLink(open, house, '3');
	await house.issue();
	await press(desk, 'o', 'Space');
	const phrase = desk.getByTestId('fitting');
	await expect(phrase).toHaveAttribute('data-situation', 'greet');
	await press(desk, 's', '1');
	await expect(phrase).toHaveAttribute('data-situation', 'confirm');
	await expect(desk.getByTestId('welcomed')).toContainText('✓');
	await press(desk, '2');
	await expect(phrase).toHaveAttribute('data-situation', 'done');
	await clean(desk, 'the console with a phrase');
	await press(desk, 'f');
	await expect(desk.getByTestId('current')).toContainText('当前没有来宾');
	await expect(phrase).toHaveAttribute('data-situation', 'done');
	await press(desk, '3');
	await expect(desk.getByTestId('own-day')).toContainText('迎 1 答 1 送 1');
	const supervisor = await signInAs(open, house, 'supervisor');
	await supervisor.goto(`${house.url}/supervise/figures`);
	await expect(supervisor.getByTestId('figures-greetings')).toContainText('100 %');
	await clean(supervisor, 'the figures of greetings');
});

test('W-09 D-05 a phrase is found by its letters, read large, and sent to the screen that faces the visitor', async ({
	open
}) => {
	const facing = await open(`${house.url}/display/window/3/text`, SCREEN);
	const desk = await signInByLink(open, house, '3');
	await house.issue();
	await press(desk, 'o', 'Space', 's', 'h');
	await clean(desk, 'the console with the list of phrases');
	await desk.keyboard.type('clbq');
	await desk.keyboard.press('Enter');
	await expect(desk.getByTestId('phrase-large')).toContainText('还缺几份材料');
	await clean(desk, 'the console with a large phrase');
	await desk.keyboard.press('w');
	await expect(facing.getByTestId('text')).toContainText('还缺');
	await desk.keyboard.press('Enter');
	await expect(desk.getByTestId('fitting')).toHaveAttribute('data-situation', 'missing-papers');
});

test('W-11 C-08 one key takes down what the visitor says; who supervises reads it, who served does not', async ({
	open
}) => {
	const desk = await signInByLink(open, house, '3');
	await house.issue();
	await press(desk, 'o', 'Space', 's', 'y', '4');
	await expect(desk.getByTestId('opinion-text')).toBeFocused();
	await desk.keyboard.type('等了两个小时，窗口还说“急什么”');
	await desk.getByLabel('电话（可不填）').fill('138 0000 1234');
	await desk.getByTestId('opinion-text').focus();
	await clean(desk, 'the console with an opinion');
	await desk.keyboard.press('Enter');
	await expect(desk.getByTestId('opinion-taken')).toContainText('答复');
	await clean(desk, 'the console with an opinion taken');
	await desk.keyboard.press('Enter');
	await expect(desk.getByTestId('actions')).toBeVisible();
	const refused = await desk.request.get(`${house.url}/supervise/opinions`);
	expect(refused.status()).toBe(403);
	const supervisor = await signInAs(open, house, 'supervisor');
	await expect(supervisor.getByTestId('alarms')).toContainText('投诉');
	await supervisor.goto(`${house.url}/supervise/opinions`);
	await expect(supervisor.getByTestId('opinion')).toContainText('等了两个小时');
	await clean(supervisor, 'the opinions');
	await expect(supervisor.getByTestId('opinion')).toContainText('联系方式随投诉个案保存');
	await visit(supervisor, `${house.url}/complaints?list=open`);
	await supervisor.getByTestId('complaint').first().click();
	await expect(supervisor.getByTestId('case-person')).toContainText('138****1234');
});

import type { Page } from '@playwright/test';
import { api } from '../api.ts';
import { clean, DESK, expect, openHouse, PHONE, signInAs, test, type House, visit } from './people.ts';

let house: House;
test.beforeAll(async () => {
	house = await openHouse();
});
test.afterAll(async () => {
	await house.close();
});

interface Said {
	id: number;
	number: string;
	code: string;
}

async function press(page: Page, ...keys: string[]): Promise<void> {
	for (const key of keys) {
		await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
		await page.keyboard.press(key);
	}
}

/** What a visitor does by the code. */
async function byCode(code: string, act: string, text = ''): Promise<void> {
	const answer = await api(house.url).ask('POST', `/followed/${code.replaceAll(' ', '')}/act`, { act, text });
	expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}

async function write(page: Page, text: string): Promise<void> {
	await expect(page.getByTestId('case-form').locator('textarea')).toBeFocused();
	await page.keyboard.type(text);
	await press(page, 'Enter');
	await expect(page.getByTestId('case-form')).toHaveCount(0);
}

test('C-01 C-03 C-06 a visitor complains; it is looked into, answered, opened again by the code, and ends satisfied', async ({
	open
}) => {
	await house.seat('1', '1001');
	const { id: ticket, number } = await house.issue();
	await house.clerk.ask('POST', '/windows/1/next', {});
	await house.clerk.ask('POST', `/tickets/${String(ticket)}/start`, {});
	const wish = { kind: 'complaint', text: '一号窗口态度生硬，催了我三次', ticket: number, intent: 'visitor-complains' };
	const said = await api(house.url).ask<Said>('POST', '/sayings', wish);
	expect(said.status, JSON.stringify(said.body)).toBe(201);
	const { code } = said.body;

	const page = await signInAs(open, house, 'supervisor');
	await visit(page, `${house.url}/complaints`);
	await expect(page.getByTestId('complaint')).toHaveCount(1);
	await clean(page, 'the list of complaints');
	await press(page, 'Enter');
	await expect(page.getByTestId('stands')).toHaveText('已受理，待首次答复');
	await expect(page.getByTestId('script')).toContainText('不打断');
	await expect(page.getByTestId('evidence')).toContainText('与台账一致');
	await press(page, 'f');
	await page.getByTestId('sort-class').selectOption('conduct');
	await page.getByTestId('sheet-send').click();
	await expect(page.getByTestId('class')).toHaveText('服务态度');
	await clean(page, 'one complaint');
	await page.getByTestId('act:look').click();
	await write(page, '您好，您的投诉已收到，正在核查。');
	await expect(page.getByTestId('stands')).toHaveText('核查中');
	await page.getByTestId('act:answer-justified').click();
	await write(page, '情况属实，向您致歉，已批评并改正。');
	await expect(page.getByTestId('stands')).toHaveText('已答复，待来宾确认');

	await byCode(code, 'not-satisfied', '没有当面道歉');
	await expect(page.getByTestId('stands')).toHaveText('不满意，重新办理');
	await expect(page.getByTestId('history')).toContainText('没有当面道歉');
	await page.getByTestId('act:answer-justified').click();
	await write(page, '当事人已电话向您致歉，请您监督。');
	await expect(page.getByTestId('stands')).toHaveText('已答复，待来宾确认');
	await byCode(code, 'satisfied');
	await expect(page.getByTestId('stands')).toHaveText('已办结 · 满意');

	await page.goto(`${house.url}/complaints?digest=week`);
	await expect(page.getByTestId('figures-complaints')).toContainText('服务态度');
	await clean(page, 'the digest');
	await page.setViewportSize(PHONE.viewport);
	await visit(page, `${house.url}/complaints?list=all`);
	await clean(page, 'the list on a phone');
	await page.getByTestId('complaint').first().click();
	await expect(page.getByTestId('one-case')).toBeVisible();
	await clean(page, 'one complaint on a phone');
	await page.setViewportSize(DESK.viewport);
});

test('C-01 C-04 C-05 the desk takes one by keys, sees what was said before, and adds to it', async ({ open }) => {
	const desk = await signInAs(open, house, 'guide');
	const take = async (): Promise<void> => {
		await press(desk, 'c', '1', '6', '2');
		await expect(desk.getByTestId('complaint-text')).toBeFocused();
		await desk.keyboard.type('三楼电梯坏了，坐轮椅的老人上不去');
		await desk.getByTestId('complaint-phone').fill('139-0000-0000');
		await desk.getByTestId('complaint-phone').blur();
	};
	await take();
	await clean(desk, 'the sheet of a complaint');
	await press(desk, 'u', 't', 'Enter');
	await expect(desk.getByTestId('complaint-taken')).toContainText('查询码');
	await press(desk, 'Escape');
	await take();
	await expect(desk.getByTestId('same')).toContainText('同一电话');
	await clean(desk, 'what was said before');
	await press(desk, 'm', 't', 'Enter');
	await expect(desk.getByTestId('complaint-taken')).toContainText('T20');
	const { body } = await house.supervisor.ask<{ cases: object[] }>('GET', '/complaints/list/class%3Dfacility');
	expect(body.cases).toHaveLength(1);
});

import type { Page } from '@playwright/test';
import { clean, DESK, expect, KIOSK, openHouse, PHONE, test, type House, type Open, visit } from './people.ts';

let house: House;
test.beforeAll(async () => {
	house = await openHouse();
});
test.afterAll(async () => {
	await house.close();
});

/** Signs somebody in by a one-time link of his own, on whatever is at hand. */
async function enter(open: Open, staff: string, options = DESK): Promise<Page> {
	const page = await open(house.url + (await house.linkFor(staff)), { ...options, line: false });
	for (const field of await page.locator('input[type=password]').all()) await field.fill('a-long-enough-one');
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/(desk|cases|supervise)$/);
	return page;
}

test('Q-03 the desk finds nothing; the liaison answers on a phone; the asker reads it by the code; it becomes an entry', async ({
	open
}) => {
	const guide = await enter(open, '8001');
	await guide.keyboard.press('w');
	await expect(guide.getByTestId('answer-search')).toBeFocused();
	await clean(guide, 'the sheet to answer or lead');
	await guide.keyboard.type('天文馆门票');
	await expect(guide.getByTestId('answer-nothing')).toBeVisible();
	await guide.keyboard.press('Enter');
	await expect(guide.getByTestId('record-text')).toBeFocused();
	await guide.getByTestId('record-department').selectOption('hrss');
	await clean(guide, 'a question that is noted');
	await guide.getByTestId('record-keep').click();
	await expect(guide.getByTestId('answer-told')).toContainText('查询码');
	const told = (await guide.getByTestId('answer-told').textContent()) ?? '';
	const code = (/\d{4} \d{4} \d{4}/.exec(told)?.[0] ?? '').replaceAll(' ', '');

	const hrss = await enter(open, '8101', PHONE);
	await visit(hrss, `${house.url}/questions`);
	await hrss.getByTestId('question').first().tap();
	await expect(hrss.getByTestId('one-question')).toContainText('天文馆门票');
	await expect(hrss.getByTestId('questions')).toBeHidden();
	await clean(hrss, 'a question on the phone of a liaison');
	await hrss.getByTestId('do-answer').tap();
	await hrss.getByTestId('text').fill('急什么，明天再来。');
	await expect(hrss.getByTestId('send')).toBeDisabled();
	await hrss.getByTestId('text').fill('60周岁以上老人免票，凭身份证入馆。');
	await clean(hrss, 'an answer that is written on a phone');
	await hrss.getByTestId('send').tap();
	await expect(hrss.getByTestId('stands')).toContainText('已答复');
	await hrss.getByTestId('do-draft').tap();
	await expect(hrss.getByTestId('entry-link')).toBeVisible();

	const asker = await open(`${house.url}/c/${code}`, { ...PHONE, line: false });
	await expect(asker.locator('main')).toContainText('60周岁以上老人免票');

	await visit(guide, `${house.url}/questions`);
	await guide.getByTestId('list-tell').click();
	await expect(guide.getByTestId('question')).toContainText('天文馆门票');
	await guide.getByTestId('question').click();
	await expect(guide.getByTestId('answer')).toContainText('免票');
	await clean(guide, 'what is to be told, at the desk');
	await guide.getByTestId('do-tell-in-person').click();
	await guide.getByTestId('send').click();
	await expect(guide.getByTestId('stands')).toContainText('已办结');

	const boss = await enter(open, '9001');
	await visit(boss, `${house.url}/knowledge`, { line: false });
	await boss.getByTestId('open-one').first().click();
	await expect(boss.getByTestId('answers')).toContainText('WT');
	await clean(boss, 'a draft that was made of a question, with what is asked most');
});

test('G-03 what is found is read at the desk and goes out as a slip that a phone reads; nobody is sent away without a way', async ({
	open
}) => {
	const guide = await enter(open, '8002');
	await guide.keyboard.press('w');
	await expect(guide.getByTestId('answer-search')).toBeFocused();
	await guide.keyboard.type('sbk');
	await expect(guide.getByTestId('answer-hit').first()).toContainText('社会保障卡');
	await guide.keyboard.press('Enter');
	await expect(guide.getByTestId('answer-entry')).toContainText('社会保障卡');
	await clean(guide, 'what was found, read at the desk');
	const given = guide.waitForResponse((response) => response.url().endsWith('/api/v1/referrals'));
	await guide.keyboard.press('m');
	const { link } = (await (await given).json()) as { link: string };
	await expect(guide.getByTestId('referral-qr')).toBeVisible();
	await clean(guide, 'a referral that was given');
	const phone = await open(house.url + new URL(link).pathname, { ...PHONE, line: false });
	await expect(phone.getByTestId('referral')).toContainText('一楼西侧');
	await clean(phone, 'a referral on the phone');

	await guide.keyboard.press('r');
	await expect(guide.getByTestId('refer-place')).toBeFocused();
	// What is known of the way comes when the form stands there already.
	await expect(guide.getByTestId('refer-way')).not.toHaveValue('');
	await guide.getByTestId('refer-way').fill('');
	await guide.getByTestId('refer-print').click();
	await expect(guide.getByTestId('answer-told')).toContainText('请写明地点和怎么去');
	await clean(guide, 'a referral without a way');
});

test('Q-07 P-05 reviewed questions are read by everybody, on a phone and at a kiosk; a message is answered by code', async ({
	open
}) => {
	const text = { kind: 'question', public: true, title: { zh: '外地人能办社保卡吗' }, body: { zh: '能，带身份证。' } };
	const draft = await house.supervisor.ask<{ entry: number; version: number }>('POST', '/knowledge', {
		...text,
		intent: 'public-question-1'
	});
	const at = `/knowledge/${String(draft.body.entry)}/${String(draft.body.version)}`;
	await house.supervisor.ask('POST', `${at}/submit`, {});
	const boss = await enter(open, '9002');
	await visit(boss, `${house.url}/knowledge?entry=${String(draft.body.entry)}`, { line: false });
	await boss.getByTestId('act-approve').click();
	await expect(boss.getByTestId('told')).toContainText('已完成');

	const phone = await open(`${house.url}/faq`, { ...PHONE, line: false });
	await phone.getByTestId('faq-search').fill('社保卡');
	await phone.keyboard.press('Enter');
	await expect(phone.getByTestId('faq-entry')).toContainText('能，带身份证。');
	await clean(phone, 'public questions on a phone');
	const kiosk = await open(`${house.url}/faq`, { ...KIOSK, line: false });
	await clean(kiosk, 'public questions at a kiosk');
});

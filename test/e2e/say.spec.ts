import type { Page } from '@playwright/test';
import { clean, expect, KIOSK, openHouse, PHONE, test, touch, type House, visit } from './people.ts';

let house: House;
test.beforeAll(async () => {
	house = await openHouse();
});
test.afterAll(async () => {
	await house.close();
});

/** The code on the page of a case, without its blanks. */
async function codeOn(page: Page): Promise<string> {
	const shown = await page.getByTestId('code').innerText();
	return shown.replaceAll(/\s/g, '');
}

/** What a supervisor does in the newest case. */
async function act(wish: { act: string; text: string }): Promise<void> {
	const list = await house.supervisor.ask<{ cases: { id: number }[] }>('GET', '/cases/list/all/complaint');
	const newest = Math.max(...list.body.cases.map(({ id }) => id));
	await house.supervisor.ask('POST', `/cases/${String(newest)}/act`, wish);
}

test('C-01 C-02 C-07 on a phone, about the own number: told, followed, answered, not satisfied', async ({ open }) => {
	const { token, number } = await house.issue();
	const phone = await open(`${house.url}/t/${token}`, PHONE);
	await phone.getByTestId('to-say').click();
	await expect(phone.getByTestId('kind-complaint')).toBeVisible();
	await clean(phone, 'what can be said');
	await phone.getByTestId('kind-complaint').click();
	await expect(phone.getByTestId('about')).toContainText(number);
	await expect(phone.getByTestId('kept')).toContainText('天');
	await phone.getByTestId('words-text').fill('等了两个小时，叫号跳过了我');
	await phone.getByTestId('contact-call').check();
	await phone.getByTestId('name').fill('王小明');
	await phone.getByTestId('phone').fill('12');
	await phone.getByTestId('send').click();
	await expect(phone.getByTestId('refusal')).toBeVisible();
	await expect(phone.getByTestId('words-text')).toHaveValue('等了两个小时，叫号跳过了我');
	await clean(phone, 'the form of a complaint');
	await phone.getByTestId('contact-page').check();
	await phone.getByTestId('phone').fill('');
	await phone.getByTestId('send').click();
	await phone.waitForURL('**/c/*');
	await expect(phone.getByTestId('told')).toBeVisible();
	await expect(phone.getByTestId('due')).toBeVisible();
	await expect(phone.locator('body')).not.toContainText('王小明');
	await clean(phone, 'a complaint that has just been told');

	const code = await codeOn(phone);
	await act({ act: 'answer-explained', text: '已核查当日叫号顺序，系统故障所致，向您致歉。' });
	await visit(phone, `${house.url}/c?code=${code}`, { line: false });
	await expect(phone.getByTestId('answer')).toContainText('已核查当日叫号顺序');
	await clean(phone, 'a complaint that is answered');
	await phone.getByTestId('act-not-satisfied').click();
	await phone.locator('details[open] textarea').fill('没有说明怎样补救');
	await phone.getByTestId('send-not-satisfied').click();
	await expect(phone.getByTestId('done')).toBeVisible();
	await expect(phone.getByTestId('reopened')).toBeVisible();
	await phone.goto(`${house.url}/c?code=123456789012`);
	await expect(phone.getByTestId('refusal')).toBeVisible();
	await clean(phone, 'where a code is typed');
});

test('K-09 at a kiosk by touch alone: sentences, a receipt, and the code typed on its keypad', async ({ open }) => {
	const kiosk = await open(`${house.url}/kiosk`, KIOSK);
	await touch(kiosk, 'say');
	await kiosk.getByTestId('kind-complaint').click();
	await kiosk.getByTestId('phrase').first().click();
	await kiosk.getByTestId('phrase').nth(2).click();
	await expect(kiosk.getByTestId('words-text')).toHaveValue('等候时间太长，材料没有一次说清');
	for (const next of ['onward', 'onward']) await kiosk.getByTestId(next).click();
	await kiosk.getByTestId('contact-call').check();
	for (const digit of '13900000000') await kiosk.getByTestId(`digit-${digit}`).click();
	await clean(kiosk, 'the form at a kiosk');
	await kiosk.getByTestId('send').click();
	await expect(kiosk.getByTestId('told')).toContainText('回执正在打印');
	await clean(kiosk, 'a receipt at a kiosk');
	const code = await codeOn(kiosk);
	await kiosk.getByTestId('leave-page').click();
	await touch(kiosk, 'check-in');
	for (const digit of code) await kiosk.getByTestId(`key-${digit}`).click();
	await touch(kiosk, 'arrive');
	await kiosk.waitForURL(`**/c/${code}?kiosk=*`);
	await expect(kiosk.getByTestId('stands')).toBeVisible();
	await expect(kiosk.getByTestId('told')).toHaveCount(0);
});

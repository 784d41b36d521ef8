import type { Page } from '@playwright/test';
import { clean, DESK, expect, openHouse, PHONE, signInAs, signInByLink, test, type House, visit } from './people.ts';

let house: House;
test.beforeEach(async () => {
	house = await openHouse();
});
test.afterEach(async () => {
	await house.close();
});

/** Types a question and opens the first of what is found, with keys alone. */
async function look(page: Page, question: string, found: string): Promise<void> {
	await page.getByTestId('search').fill(question);
	await expect(page.getByTestId('hit').first()).toContainText(found);
	await page.keyboard.press('Enter');
	await expect(page.getByTestId('entry')).toBeVisible();
}

test('Q-01 K-02 a clerk finds by first letters, pinyin, with a slip and in English, by keys alone', async ({
	open
}) => {
	const clerk = await signInByLink(open, house, '1');
	await clerk.goto(`${house.url}/knowledge`);
	await expect(clerk.getByTestId('search')).toBeFocused();
	for (const question of ['sbk', 'shebaoka', '社宝卡', '社會保障卡', 'social security card']) {
		await clerk.getByTestId('search').fill(question);
		await expect(clerk.getByTestId('hit').first(), question).toContainText('社会保障卡');
	}
	await look(clerk, '身份证丢了', '身份证丢失');
	await expect(clerk.getByTestId('entry')).toContainText('居民身份证丢失补领');
	await expect(clerk.getByTestId('authorised')).toBeVisible();
	await expect(clerk.getByTestId('new')).toHaveCount(0);
	await clean(clerk, 'an item of the hall, opened by a clerk');
});

test('Q-02 Q-04 written by the guide, approved by another person, found at once; the clerk is told whom to ask', async ({
	open
}) => {
	const guide = await signInAs(open, house, 'guide');
	await guide.goto(`${house.url}/knowledge`);
	// The page takes the keyboard when it is awake.
	await expect(guide.getByTestId('search')).toBeFocused();
	await guide.keyboard.press('Escape');
	await expect(guide.getByTestId('search')).not.toBeFocused();
	await guide.keyboard.press('n');
	await guide.getByTestId('title-zh').fill('企业稳岗返还政策');
	await guide.getByTestId('title-en').fill('Refund for employers who keep their staff');
	await guide.getByTestId('body-zh').fill('可申请返还部分失业保险费，联系 13800001234');
	await guide.getByTestId('keywords').fill('稳岗补贴，稳岗');
	await guide.getByTestId('authorise').uncheck();
	await guide.getByLabel('不能答复时请问谁').fill('社保医保厅6号窗口');
	await clean(guide, 'an entry that is written');
	await guide.getByTestId('save-submit').click();
	await expect(guide.getByTestId('told')).toContainText('不能发布');
	await guide.getByTestId('body-zh').fill('可申请返还部分失业保险费，比例以当年文件为准。');
	await guide.getByTestId('save-submit').click();
	await expect(guide.getByTestId('told')).toContainText('由另一人审核');
	await expect(guide.getByTestId('act-approve')).toHaveCount(0);

	const boss = await signInAs(open, house, 'supervisor');
	await boss.goto(`${house.url}/knowledge`);
	await expect(boss.getByTestId('search')).toBeFocused();
	await boss.getByTestId('open-one').click();
	await expect(boss.getByTestId('versions')).toContainText('8001 起草');
	await clean(boss, 'a version that waits for its review');
	await boss.keyboard.press('p');
	await expect(boss.getByTestId('told')).toContainText('已完成');
	await expect(boss.getByTestId('versions').locator('li').first()).toHaveAttribute('data-state', 'published');

	const clerk = await signInByLink(open, house, '1');
	await clerk.goto(`${house.url}/knowledge`);
	await expect(clerk.getByTestId('search')).toBeFocused();
	await look(clerk, 'wgbt', '企业稳岗返还政策');
	await expect(clerk.getByTestId('ask')).toContainText('社保医保厅6号窗口');
	await expect(clerk.getByTestId('body')).not.toContainText('失业保险费');
	await clerk.getByRole('button', { name: 'English' }).click();
	await expect(clerk.getByTestId('entry')).toContainText('Refund for employers');
	await clean(clerk, 'an entry that is not to be answered here');
});

test('Q-01 on a phone one sees the search or what was opened, and comes back', async ({ open }) => {
	const boss = await signInAs(open, house, 'supervisor');
	await boss.setViewportSize(PHONE.viewport);
	await visit(boss, `${house.url}/knowledge?q=${encodeURIComponent('护照')}`, { line: false });
	await boss.getByTestId('hit').first().click();
	await expect(boss.getByTestId('entry')).toContainText('护照');
	await expect(boss.getByTestId('search')).toBeHidden();
	await clean(boss, 'an entry on a phone');
	await boss.getByRole('button', { name: '返回' }).click();
	await expect(boss.getByTestId('search')).toBeVisible();
	await boss.getByTestId('search').fill('天文馆门票');
	await expect(boss.getByTestId('nothing')).toContainText('没有查到');
	await boss.setViewportSize(DESK.viewport);
	await clean(boss, 'nothing found');
});

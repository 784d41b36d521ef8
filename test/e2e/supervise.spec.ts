import type { Page } from '@playwright/test';
import { clean, expect, openHouse, signInAs, signInByLink, test, type House } from './people.ts';

let house: House;
test.beforeEach(async () => {
	house = await openHouse();
});
test.afterEach(async () => {
	await house.close();
});

const window = (boss: Page, code: string): ReturnType<Page['locator']> =>
	boss.locator(`[data-testid=window][data-window="${code}"]`);

test('S-01 T-04 a window whose clerk has gone is released: the visitor waits again, the clerk is signed out', async ({
	open
}) => {
	const clerk = await signInByLink(open, house, '1');
	const boss = await signInAs(open, house, 'supervisor');
	await expect(window(boss, '1')).toHaveAttribute('data-state', 'closed');
	const ticket = await house.issue();
	await clerk.keyboard.press('o');
	await expect(window(boss, '1')).toHaveAttribute('data-state', 'open');
	// The supervisor may see it before the console has its answer, and lets keys act again.
	await expect(clerk.locator('[aria-busy=true]')).toHaveCount(0);
	await clerk.keyboard.press('Space');
	await expect(window(boss, '1')).toContainText(ticket.number);
	await expect(window(boss, '1')).toContainText('1001');

	await window(boss, '1').getByTestId('release').click();
	await expect(boss.getByRole('dialog')).toContainText(`${ticket.number} 回到原来的位置`);
	await boss.getByRole('dialog').getByLabel('离岗未签退').check();
	await boss.getByTestId('note').fill('午餐后未回');
	await boss.getByTestId('confirm').click();
	await expect(boss.getByTestId('done')).toContainText('1号窗口 已释放');
	await expect(window(boss, '1')).toHaveAttribute('data-state', 'closed');
	await expect(clerk.getByTestId('signed-out')).toBeVisible();

	await boss.keyboard.press('q');
	// It has the keyboard with the next frame.
	await expect(boss.getByTestId('find')).toBeFocused();
	await boss.keyboard.type('a1');
	await boss.keyboard.press('Enter');
	const history = boss.getByTestId('history');
	await expect(history).toContainText('叫号');
	await expect(history).toContainText('依次为：A001');
	await expect(history).toContainText('窗口释放，重新等候');
	await expect(history).toContainText('工号 9001');
	await clean(boss, 'the history of a number');
});

test('T-04 the day is counted, ended after a question, and opened again', async ({ open }) => {
	const boss = await signInAs(open, house, 'supervisor');
	await house.seat('2', '1002');
	for (let visitors = 0; visitors < 3; visitors++) await house.issue();
	await house.clerk.ask('POST', '/windows/2/next', {});
	await boss.getByTestId('end').click();
	await expect(boss.getByRole('dialog')).toContainText('还有 3 个号码没有办结');
	await boss.getByRole('button', { name: '返回' }).click();
	await expect(boss.getByTestId('day')).toHaveAttribute('data-closed', 'false');
	await expect(boss.getByTestId('verdict')).toHaveAttribute('data-even', 'false');
	await expect(boss.getByTestId('still-open')).toContainText('A003');
	await clean(boss, 'a day that is not balanced');

	await boss.getByTestId('end').click();
	await boss.getByTestId('confirm').click();
	await expect(boss.getByTestId('done')).toContainText('结束了 3 个号码');
	await expect(boss.getByTestId('day')).toHaveAttribute('data-closed', 'true');
	await expect(boss.getByTestId('verdict')).toHaveAttribute('data-even', 'true');
	await expect(boss.locator('[data-testid=balance] [data-queue=enroll]')).toContainText('3');
	const refused = await house.clerk.ask('POST', '/tickets', { item: 'card-new', intent: 'after-the-end' });
	expect(refused.status).toBeGreaterThanOrEqual(400);

	await boss.getByTestId('open').click();
	await boss.getByTestId('confirm').click();
	await expect(boss.getByTestId('day')).toHaveAttribute('data-closed', 'false');
	await house.issue();
});

test('T-04 D-05 an auditor reads everything and is offered nothing; dark and English can be read too', async ({
	open
}) => {
	await house.seat('2', '1002');
	await house.issue();
	const auditor = await signInAs(open, house, 'auditor');
	await expect(window(auditor, '2')).toHaveAttribute('data-state', 'open');
	for (const id of ['release', 'end', 'open']) await expect(auditor.getByTestId(id)).toHaveCount(0);
	await clean(auditor, 'the auditor');
	for (const name of ['深色', 'English']) await auditor.getByRole('button', { name }).click();
	await auditor.keyboard.press('g');
	await expect(auditor.getByTestId('verdict')).toContainText('1 number has not ended yet');
	await clean(auditor, 'dark, English');
});

test('D-01 when the server is gone the page says so, and comes back by itself', async ({ open }) => {
	const boss = await signInAs(open, house, 'supervisor');
	await house.stop();
	await expect(boss.getByTestId('line-down')).toBeVisible();
	await expect(boss.getByTestId('stale')).toBeVisible();
	await house.restart();
	await expect(boss.getByTestId('line-down')).toHaveCount(0);
	await house.seat('2', '1002');
	await expect(window(boss, '2')).toHaveAttribute('data-state', 'open');
});

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../server.ts';
import { expect, openHouse, PHONE, test, type House } from './people.ts';

let house: House;
test.beforeAll(async () => {
	house = await openHouse();
	await house.seat('1', '1001');
});
test.afterAll(async () => {
	await house.close();
});

test('K-08 D-05 the phone follows its number from waiting to the end', async ({ open }) => {
	const before = await house.issue();
	const mine = await house.issue();
	const phone = await open(`${house.url}/t/${mine.token}`, { ...PHONE, timezoneId: 'America/New_York' });
	await expect(phone.getByTestId('number')).toContainText(mine.number);
	const taken = new Date(mine.takenAt).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', timeStyle: 'short' });
	await expect(phone.locator('.facts')).toContainText(`${mine.day} ${taken}`);
	await expect(phone.getByTestId('ahead')).toHaveText('1 人');

	await house.clerk.ask('POST', '/windows/1/next', {});
	await expect(phone.getByTestId('ahead')).toHaveText('0 人');
	await expect(phone.getByTestId('standing')).toHaveText('快到您了，请回到等候区');
	await house.clerk.ask('POST', `/tickets/${String(before.id)}/start`, {});
	await house.clerk.ask('POST', `/tickets/${String(before.id)}/finish`, {});
	await house.clerk.ask('POST', '/windows/1/next', {});
	await expect(phone.getByTestId('window')).toHaveText('请到 1号窗口');
	await expect(phone.getByTestId('standing')).toHaveText('正在叫您的号码，请现在前往');
	await expect(phone).toHaveTitle(/1号窗口/);
	await expect(phone.getByTestId('leave')).toBeInViewport();

	await house.clerk.ask('POST', `/tickets/${String(mine.id)}/start`, {});
	await expect(phone.getByTestId('standing')).toHaveText('正在为您办理');
	await expect(phone.getByTestId('leave')).toHaveCount(0);
	await house.clerk.ask('POST', `/tickets/${String(mine.id)}/finish`, {});
	await expect(phone.getByTestId('standing')).toHaveText('已办结，欢迎再来');
});

test('K-08 leaving the queue is asked once more, and frees the place', async ({ open }) => {
	const mine = await house.issue();
	const next = await house.issue();
	const phone = await open(`${house.url}/t/${mine.token}`, PHONE);
	const other = await open(`${house.url}/t/${next.token}`, PHONE);
	await expect(other.getByTestId('ahead')).toHaveText('1 人');
	await phone.getByTestId('leave').tap();
	await expect(phone.getByRole('dialog')).toContainText('确定取消排队吗');
	await phone.getByTestId('leave-no').tap();
	await expect(phone.getByRole('dialog')).toHaveCount(0);
	await expect(phone.getByTestId('standing')).not.toHaveText('此号码已取消');
	await phone.getByTestId('leave').tap();
	await phone.getByTestId('leave-yes').tap();
	await expect(phone.getByTestId('standing')).toHaveText('此号码已取消');
	await expect(other.getByTestId('ahead')).toHaveText('0 人');
	await phone.reload();
	await expect(phone.getByTestId('standing')).toHaveText('此号码已取消');
});

test('T-03 A-03 the record of a number is read from its page, and its proof accepted by the verifier', async ({
	open
}) => {
	const mine = await house.issue();
	const phone = await open(`${house.url}/t/${mine.token}`, PHONE);
	await expect(phone.getByTestId('ledger-head')).toHaveText(/^台账链头 \d+ · [0-9a-f]{4}( [0-9a-f]{4}){3}$/);
	const head = (await phone.getByTestId('ledger-head').textContent()) ?? '';
	const [, seq = '', mark = ''] = /(\d+) · (.*)$/.exec(head) ?? [];
	await house.issue();
	await phone.getByTestId('record').tap();
	await expect(phone.getByTestId('own')).toContainText('取号');
	await phone.getByLabel('大屏幕上的编号').fill(seq);
	await phone.getByRole('button', { name: '按此编号出证明' }).tap();
	await expect(phone).toHaveURL(new RegExp(`head=${seq}$`));
	const downloading = phone.waitForEvent('download');
	await phone.getByTestId('proof').tap();
	const file = await (await downloading).path();
	const args = [join(ROOT, 'docs/verify/verify-proof.mjs'), file, '--head', `${seq}:${mark}`];
	const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
	expect(stdout).toContain(`${mine.number} 的 `);
	expect(status).toBe(0);
});

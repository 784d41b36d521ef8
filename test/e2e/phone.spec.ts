import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../server.ts';
import { api, type Api } from '../api.ts';
import { noonZone } from '#test/fixtures/booking.ts';
import { clean, expect, openHouse, PHONE, SCREEN, test, type House } from './people.ts';

let house: House;
test.beforeAll(async () => {
	house = await openHouse({
		'recalls: 3, everySeconds: 20, assistedSeconds: 60, deliveredOnly: true':
			'recalls: 3, everySeconds: 0, assistedSeconds: 0, deliveredOnly: false'
	});
	for (const [window, staff] of [
		['1', '1001'],
		['19', '2019'],
		['13', '2013']
	] as const) {
		await house.seat(window, staff);
	}
});
test.afterAll(async () => {
	await house.close();
});

async function act(id: number, what: string, body: object = {}, by: Api = house.clerk): Promise<void> {
	const answer = await by.ask('POST', `/tickets/${String(id)}/${what}`, body);
	expect(answer.status, `${what} ${JSON.stringify(answer.body)}`).toBe(200);
}

/** Calls that very number, whoever else waits. */
async function call(window: string, ticket: number): Promise<void> {
	const answer = await house.clerk.ask('POST', `/windows/${window}/next`, { ticket, reason: 'test' });
	expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}

async function serve(window: string, ticket: number): Promise<void> {
	await call(window, ticket);
	await act(ticket, 'start');
	await act(ticket, 'finish');
}

test('K-08 D-05 the phone follows its number from waiting to the end', async ({ open }) => {
	const before = await house.issue();
	const mine = await house.issue();
	const phone = await open(`${house.url}/t/${mine.token}`, { ...PHONE, timezoneId: 'America/New_York' });
	await expect(phone.getByTestId('number')).toContainText(mine.number);
	const taken = new Date(mine.takenAt).toLocaleTimeString('zh-CN', { timeZone: noonZone(), timeStyle: 'short' });
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

test('K-08 W-10 a chain: what follows, where to go next, and one rating for each service', async ({ open }) => {
	const mine = await house.issue('home-sale-all');
	const phone = await open(`${house.url}/t/${mine.token}`, PHONE);
	await expect(phone.getByTestId('steps')).toContainText('二手房转移登记');
	await expect(phone.getByTestId('steps')).toContainText('13、14、15、16 号窗口');
	const above = await open(`${house.url}/display/window/19`, SCREEN);
	await serve('19', mine.id);
	await expect(phone.getByTestId('next-window')).toContainText('13、14、15、16 号窗口');
	await expect(phone.getByTestId('number')).toContainText(mine.number);
	await expect(above.getByTestId('sent-on')).toContainText(`${mine.number} 请到 13、14、15、16 号窗口`);
	await expect(above.getByTestId('sent-on')).toContainText('Please go to windows 13, 14, 15, 16');
	await clean(above, 'the window that has sent somebody on');
	await clean(phone, 'sent on');
	await serve('13', mine.id);
	await expect(phone.getByTestId('standing')).toHaveText('已办结，欢迎再来');
	await expect(phone.getByTestId('service')).toHaveCount(2);
	await clean(phone, 'two services to rate');
	const second = phone.getByTestId('service').nth(1);
	await expect(second.getByTestId('rate')).toBeDisabled();
	await second.getByTestId('grade-2').tap();
	await second.getByTestId('rate').tap();
	await expect(second.getByTestId('rated')).toHaveText('您的评价：不满意。谢谢！');
	await phone.reload();
	await expect(second.getByTestId('rated')).toHaveText('您的评价：不满意。谢谢！');
	await expect(phone.getByTestId('service').first().getByTestId('rated')).toHaveCount(0);
	const again = { grade: 5 };
	const path = `/tickets/${mine.token}/rating`;
	expect(await api(house.url).ask('POST', path, again)).toMatchObject({ status: 409, body: { code: 'rated-already' } });
	expect(await house.clerk.ask('POST', path, again)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
});

test('K-08 T-04 who missed the call or stepped aside comes back by the own phone', async ({ open }) => {
	const mine = await house.issue();
	const phone = await open(`${house.url}/t/${mine.token}`, { ...PHONE, locale: 'en-GB' });
	await call('1', mine.id);
	await expect(phone.getByTestId('window')).toHaveText('Please go to Window 1');
	await act(mine.id, 'park', { kind: 'papers-kept' });
	await expect(phone.getByTestId('standing')).toContainText('working on your papers');
	await expect(phone.getByTestId('return')).toHaveCount(0);
	await act(mine.id, 'resume', { window: '1' });
	await act(mine.id, 'park', { kind: 'other-step' });
	await expect(phone.getByTestId('return-rule')).toContainText('the same window takes you before others');
	await clean(phone, 'parked');
	await phone.getByTestId('return').tap();
	await expect(phone.getByTestId('ahead')).toBeVisible();
	await call('1', mine.id);
	for (let calls = 0; calls < 3; calls++) await act(mine.id, 'recall');
	await act(mine.id, 'miss');
	await expect(phone.getByTestId('return-rule')).toContainText('behind the next 2. This works once');
	await phone.getByTestId('return').tap();
	await expect(phone.getByTestId('ahead')).toBeVisible();
	await expect(phone.getByTestId('return')).toHaveCount(0);
});

test('K-04 a priority for the desk is said to count only once it was seen there', async ({ open }) => {
	const mine = await house.issue(undefined, 'frail');
	const phone = await open(`${house.url}/t/${mine.token}`, PHONE);
	await expect(phone.getByTestId('claim')).toHaveText('请先到导询台出示证件，确认后优先生效');
	await act(mine.id, 'class', { class: 'frail', seen: true }, house.supervisor);
	await expect(phone.getByTestId('claim')).toHaveText('优先已确认');
});

test('K-08 the page is whole without a script, and without a third party', async ({ open }) => {
	const mine = await house.issue();
	const phone = await open(`${house.url}/t/${mine.token}`, { ...PHONE, javaScriptEnabled: false, line: false });
	await expect(phone.getByTestId('number')).toContainText(mine.number);
	await expect(phone.getByTestId('standing')).not.toBeEmpty();
	await expect(phone.getByTestId('ahead')).toHaveText(/\d+ 人/);
	await expect(phone.getByTestId('wait')).toHaveText(/\d+–\d+ 分钟/);
	await expect(phone.locator('noscript p')).toContainText('每半分钟自动刷新');
	await expect(phone.getByTestId('leave')).toHaveCount(0);
});

test('K-08 a guess is answered as any other, and nobody is told the address', async () => {
	const mine = await house.issue();
	const [id = ''] = mine.token.split('.');
	const told = async (path: string): Promise<object> => {
		const { status, headers } = await fetch(house.url + path, { method: 'GET' });
		return { status, cache: headers.get('cache-control'), referrer: headers.get('referrer-policy') };
	};
	const secret = 'A'.repeat(22);
	expect(await told(`/t/${mine.token}`)).toEqual({ status: 200, cache: 'no-store', referrer: 'no-referrer' });
	expect(await told(`/t/${id}.${secret}`)).toEqual({ status: 404, cache: 'no-store', referrer: 'no-referrer' });
	for (const path of ['', '/rating']) {
		const method = path === '' ? 'GET' : 'POST';
		const ask = (token: string): Promise<object> =>
			api(house.url).ask(method, `/tickets/${token}${path}`, method === 'GET' ? undefined : { grade: 3 });
		expect(await ask(`${id}.${secret}`)).toEqual(await ask(`zzzz.${secret}`));
	}
	const leave = (ticket: string | number): Promise<{ status: number; body: object }> =>
		api(house.url).ask('POST', `/tickets/${String(ticket)}/cancel`, { token: `${id}.${secret}` });
	const [real, none] = [await leave(mine.id), await leave(987_654_321)];
	expect([real.status, real.body]).toEqual([none.status, { ...none.body, detail: String(mine.id) }]);
});

test('D-05 K-08 a page that hears nothing says so and since when, and comes back by itself', async ({ open }) => {
	const mine = await house.issue();
	const phone = await open(`${house.url}/t/${mine.token}`, PHONE);
	await expect(phone.getByTestId('leave')).toBeVisible();
	await house.stop();
	await expect(phone.getByTestId('stale')).toHaveText(/页面停在 \d\d:\d\d:\d\d，正在重新连接/);
	await expect(phone.getByTestId('number')).toContainText(mine.number);
	await house.restart();
	await expect(phone.getByTestId('stale')).toHaveCount(0);
});

test('D-05 K-08 the phone vibrates for the call, again for a recall, and no more once its owner has come', async ({
	open
}) => {
	const mine = await house.issue();
	const phone = await open(`${house.url}/t/${mine.token}`, PHONE);
	await phone.evaluate(() => {
		const rings: number[] = [];
		Object.assign(window, { rings });
		Object.defineProperty(navigator, 'vibrate', { value: () => rings.push(Date.now()) > 0 });
	});
	const rings = (): Promise<number[]> => phone.evaluate(() => (window as unknown as { rings: number[] }).rings);
	const count = async (): Promise<number> => (await rings()).length;
	await phone.getByTestId('alarm').tap();
	await expect.poll(count).toBe(1);
	await call('1', mine.id);
	await expect.poll(count).toBeGreaterThan(1);
	await act(mine.id, 'recall');
	// By itself a call rings every six seconds: what rings sooner has another reason.
	const sooner = async (): Promise<boolean> =>
		(await rings()).some((at, ring, all) => ring > 1 && at - (all[ring - 1] ?? 0) < 5990);
	await expect.poll(sooner).toBe(true);
	await act(mine.id, 'start');
	await expect(phone.getByTestId('standing')).toHaveText('正在为您办理');
	const heard = await count();
	await phone.waitForTimeout(7000);
	expect(await count()).toBe(heard);
	await act(mine.id, 'finish');
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fakeAsterisk, type FakeAsterisk } from '../fakes/asterisk.ts';
import { clean, expect, openHouse, signInAs, test, type House, visit } from './people.ts';

const SECRET = 'a secret of the exchange';
const CALLER = '13900000041';

let exchange: FakeAsterisk;
let house: House;
test.beforeAll(async () => {
	exchange = await fakeAsterisk('guidedesk', SECRET);
	const system = `system: { kind: ami, host: 127.0.0.1, port: ${String(exchange.port)}, user: guidedesk }`;
	house = await openHouse({
		'telephone:\n  lines:': `telephone:\n  ${system}\n  lines:`,
		'lateSeconds: 10': 'lateSeconds: 1'
	});
	mkdirSync(join(house.folder, 'keys'), { recursive: true });
	writeFileSync(join(house.folder, 'keys', 'ami.secret'), SECRET);
});
test.afterAll(async () => {
	await house.close();
	await exchange.close();
});

async function press(page: Page, ...keys: string[]): Promise<void> {
	for (const key of keys) {
		await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
		await page.keyboard.press(key);
	}
}

test('P-01 P-02 P-03 P-04 P-09 by keys alone: rings, answered late, apologised, referred, a failed transfer, summed up', async ({
	open
}) => {
	await expect(() => expect(exchange.signedIn()).toBe(1)).toPass();
	const page = await signInAs(open, house, 'guide');
	await visit(page, `${house.url}/telephone`);
	await expect(page.getByTestId('ready')).toBeVisible();
	await clean(page, 'the telephone without a call');
	await press(page, 'g');
	await expect(page.getByTestId('seat')).toHaveAttribute('data-state', 'ready');

	exchange.rings('t.1', { exten: '88300000', caller: CALLER, at: ['8001', '8002'] });
	await expect(page.getByTestId('rings')).toContainText('139****0041');
	await expect(page.getByTestId('rings')).toContainText('已超过 1 秒');
	await clean(page, 'a call that rings');
	exchange.answers('t.1', '8001');
	await expect(page.getByTestId('say')).toHaveAttribute('data-situation', 'late-answer');
	await expect(page.getByTestId('say')).toContainText('云港市政务服务中心，工号 8001');
	await expect(page.getByTestId('seat')).toHaveAttribute('data-state', 'talking');

	await press(page, 'q');
	await page.getByTestId('find').fill('人力资源');
	await page.getByTestId('tell').first().click();
	await expect(page.getByTestId('acts')).toContainText('0500-8830021');
	await page.getByTestId('find').fill('');
	await page.keyboard.press('Escape');

	await press(page, 'i');
	await page.getByTestId('check-name').check();
	await page.getByTestId('check-code').check();
	await clean(page, 'the sheet that checks who calls');
	await press(page, 'Enter');
	await expect(page.getByTestId('checked')).toHaveText('身份已核实');

	await press(page, 't');
	await page.getByTestId('failed').click();
	await page.getByTestId('about').fill('社保转移接续');
	await page.getByTestId('consent').check();
	await clean(page, 'the sheet that promises a call-back');
	await press(page, 'Enter');
	await expect(page.getByTestId('acts')).toContainText('转接未成 8002');
	await expect(page.getByTestId('acts')).toContainText('已登记 HD');
	await expect(page.getByTestId('call-backs')).toContainText('社保转移接续');

	exchange.hangsUp('t.1');
	await expect(page.getByTestId('summary')).toBeVisible();
	await expect(page.getByTestId('seat')).toHaveAttribute('data-state', 'wrap-up');
	await press(page, '8');
	await expect(page.getByTestId('lead')).toContainText('宣传科');
	await press(page, '1');
	await clean(page, 'the summary');
	await press(page, 'Enter');
	await expect(page.getByTestId('seat')).toHaveAttribute('data-state', 'ready');
	await expect(page.getByTestId('no-call')).toBeVisible();
});

test('P-01 P-06 the line breaks in the middle of a call; a nuisance is proposed; a missed call is called back', async ({
	open
}) => {
	const page = await signInAs(open, house, 'supervisor');
	await visit(page, `${house.url}/telephone`);
	exchange.rings('t.2', { exten: '88300000', caller: CALLER, at: ['9001'] });
	exchange.answers('t.2', '9001');
	await expect(page.getByTestId('current')).toHaveAttribute('data-state', 'talking');
	const times = exchange.signedIn();
	exchange.cut();
	exchange.silently(() => exchange.hangsUp('t.2'));
	await expect(() => expect(exchange.signedIn()).toBe(times + 1)).toPass();
	await expect(page.getByTestId('summary')).toBeVisible();
	await press(page, 'x');
	await page.getByTestId('nuisance-text').fill('反复来电辱骂');
	await press(page, 'Enter');
	await expect(page.getByTestId('acts')).toContainText('已提出骚扰来电');
	await expect(page.getByTestId('nuisance-list')).toContainText('待确认');
	await press(page, '0', 'Enter');
	await expect(page.getByTestId('no-call')).toBeVisible();
	exchange.rings('t.3', { exten: '88300000', caller: '13900000042', at: ['8001'] });
	exchange.hangsUp('t.3');
	await expect(page.getByTestId('missed')).toContainText('139****0042');
	await clean(page, 'the telephone of a supervisor');
	await page.getByTestId('missed-back').click();
	await page.getByTestId('about').fill('未接来电');
	await press(page, 'Enter');
	await expect(page.getByTestId('call-backs')).toContainText('未接来电');
	await page.goto(`${house.url}/supervise/figures`);
	await expect(page.getByTestId('figures-telephone')).toContainText('3');
});

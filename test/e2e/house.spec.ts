import type { TasksView } from '#server/views.ts';
import { clean, expect, openHouse, PHONE, signInAs, signInByLink, test, type House, visit } from './people.ts';

/* The house itself: orders of the hotline, notes to staff, a round of inspection. */

let house: House;
test.beforeAll(async () => {
	house = await openHouse();
});
test.afterAll(() => house.close());

/** A red square of four pixels. */
const PICTURE = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
	'base64'
);

test('C-07 a supervisor takes in orders of the 12345 platform and works on one', async ({ open }) => {
	const page = await signInAs(open, house, 'supervisor');
	await visit(page, `${house.url}/orders?list=received`);
	await page.keyboard.press('KeyI');
	const today = new Date(Date.now() - 3_600_000).toISOString();
	const sheet = `工单编号,派单时间,诉求内容,类别,来电人,联系电话\nGD1,${today},门口坡道被堵,环境,王小明,139-0000-0000\nGD2,昨天,时间不对,,,`;
	await page
		.locator('input[type=file]')
		.setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
	await expect(page.getByTestId('imported')).toContainText('1');
	await expect(page.getByTestId('import').locator('li')).toContainText('第 3 行');
	await clean(page, 'orders, after an import');
	await page.keyboard.press('Escape');
	await page.getByTestId('row').first().click();
	await expect(page.getByTestId('case-person')).toContainText('139****0000');
	const act = async (name: string, said: string): Promise<void> => {
		await page.getByTestId(`act:${name}`).click();
		await page.locator('form textarea').first().fill(said);
		await page.getByTestId('send').click();
		await expect(page.getByTestId('told')).toBeVisible();
	};
	await act('ours', '属本厅');
	await expect(page.getByTestId('stands')).toHaveText('办理中');
	await act('contacted', '已电话联系');
	await act('answer', '坡道已清理，感谢您的提醒。');
	await expect(page.getByTestId('stands')).toHaveText('已答复，待回访');
	await clean(page, 'orders, one answered');
});

test('S-07 a note that must be read waits at the window for one key, and its writer sees who has read it', async ({
	open
}) => {
	const clerk = await signInByLink(open, house, '1');
	const writer = await open(`${house.url}${await house.linkFor('9002')}`, { line: false });
	for (const field of await writer.locator('input[type=password]').all()) await field.fill('a-long-enough-one');
	await writer.keyboard.press('Enter');
	await writer.waitForURL('**/supervise');
	await visit(writer, `${house.url}/notes`);
	await writer.getByTestId('write-note').click();
	await writer.locator('form input[maxlength="80"]').fill('停电演练');
	await writer.locator('form textarea').fill('下午三点停电演练，请提前保存。');
	await writer.locator('form input[value=clerk]').check();
	await writer.getByTestId('must-read').check();
	await clean(writer, 'notes, one being written');
	await writer.getByTestId('send-note').click();
	const strip = clerk.getByTestId('staff-note');
	await expect(strip).toContainText('停电演练');
	await clean(clerk, 'a console with a note that must be read');
	await clerk.keyboard.press('Digit9');
	await expect(strip).toBeHidden();
	const note = writer.getByTestId('written-note');
	await note.locator('summary').click();
	await expect(note.locator('li')).toContainText('1001 1 号窗口');
});

test('S-05 a round on a phone, without a line and with a photograph, makes a task', async ({ open }) => {
	const desk = await signInAs(open, house, 'guide');
	const page = await desk.context().newPage();
	await page.setViewportSize(PHONE.viewport);
	await visit(page, `${house.url}/rounds`, { line: false });
	await page.getByTestId('round-morning').click();
	await page.getByTestId('area-property').click();
	await page.getByTestId('floor-1').click();
	await page.getByTestId('floor-remark').fill('入口地面积水');
	await page.getByTestId('floor-rectify').check();
	await page.getByTestId('floor-photo').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: PICTURE });
	await expect(page.getByTestId('criterion-floor').locator('img')).toBeVisible();
	for (const one of ['counters-5', 'signs-5', 'lights-0']) await page.getByTestId(one).click();
	await clean(page, 'an area of a round');
	await page.route('**/api/v1/inspections', (route) => route.abort('connectionrefused'));
	await page.getByTestId('save-area').click();
	await expect(page.getByTestId('kept')).toBeVisible();
	await page.unroute('**/api/v1/inspections');
	await page.evaluate(() => window.dispatchEvent(new Event('online')));
	await expect(page.getByTestId('kept')).toBeHidden();
	await page.getByTestId('area-property').click();
	const picture = page.getByTestId('found').locator('img');
	await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(2);
	await clean(page, 'what was found in an area');
	await expect(page.getByTestId('found')).toContainText('整改事项 R');
	const { body } = await house.supervisor.ask<TasksView>('GET', '/tasks/list/open');
	expect(body.cases).toMatchObject([{ about: '不动产厅 地面整洁', owner: '8002', found: true }]);
});

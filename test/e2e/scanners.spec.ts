import type { Page } from '@playwright/test';
import type { AppointmentView } from '#server/appointments/view.ts';
import type { KioskItem } from '#server/views.ts';
import {
	clean,
	expect,
	ITEM,
	KIOSK,
	openHouse,
	scan,
	signInAs,
	signInByLink,
	test,
	touch,
	type House
} from './people.ts';

/* What is held before a scanner or laid on a reader: at the kiosk, at the desk, at a window. */

const BOOKABLE = 'appointments: { slotMinutes: 30, perSlot: 4, daysAhead: 7 }';
/** The first two invented cards of a virtual reader. */
const [ADULT, ELDER] = [0, 1];
const ADULT_NUMBER = '999999199001010016';

let house: House;
test.beforeAll(async () => {
	house = await openHouse({
		'  recentCalls: 8\n': '  recentCalls: 8\n  typingScanners: true\n',
		[BOOKABLE]: `${BOOKABLE}\n    identity: optional`
	});
});
test.afterAll(async () => {
	await house.close();
});

async function book(): Promise<void> {
	const { body } = await house.clerk.ask<KioskItem[]>('GET', '/items');
	const slot = body.find(({ code }) => code === ITEM)?.nextSlots?.[0]?.at;
	const wish = { item: ITEM, slot, person: ADULT_NUMBER, intent: `scanners-${house.folder}`.slice(0, 40) };
	const answer = await house.clerk.ask<AppointmentView>('POST', '/appointments', wish);
	expect(answer.status, JSON.stringify(answer.body)).toBe(201);
}

async function lay(page: Page, card: number | null): Promise<void> {
	const data = { device: 'id-reader-1', card };
	expect((await page.request.post(`${house.url}/dev/devices/card`, { data })).ok()).toBe(true);
}

test('K-06 K-07 a card finds what was booked with it: told first, masked, and another way beside it', async ({
	open
}) => {
	await book();
	const kiosk = await open(`${house.url}/kiosk?kiosk=kiosk-1`, KIOSK);
	await touch(kiosk, 'check-in');
	await touch(kiosk, 'by-card');
	await expect(kiosk.getByTestId('told')).toContainText('只用来查找您今天的预约');
	await clean(kiosk, 'what a card is read for');
	await touch(kiosk, 'by-code');
	await expect(kiosk.getByTestId('typed')).toBeVisible();
	await touch(kiosk, 'by-card');
	await lay(kiosk, null);
	await touch(kiosk, 'lay-card');
	await lay(kiosk, ELDER);
	await expect(kiosk.getByTestId('card')).toHaveAttribute('data-state', 'read');
	await touch(kiosk, 'arrive');
	await expect(kiosk.getByTestId('problem')).toContainText('没有用这张身份证预约的记录');
	await clean(kiosk, 'a card with which nothing was booked');
	await lay(kiosk, null);
	await touch(kiosk, 'read-again');
	await lay(kiosk, ADULT);
	await expect(kiosk.getByTestId('card-shown')).toHaveText('9999**********0016');
	await touch(kiosk, 'arrive');
	await expect(kiosk.getByTestId('number')).toContainText('A0');
	expect(await kiosk.content()).not.toContain(ADULT_NUMBER);
	await lay(kiosk, null);
});

test('K-13 the code of a guide opens its item at a kiosk; what nobody knows is said, and moves nothing', async ({
	open
}) => {
	const kiosk = await open(`${house.url}/kiosk?kiosk=kiosk-1`, KIOSK);
	await scan(kiosk, `${house.url}/i/${ITEM}`);
	await expect(kiosk.getByRole('heading', { level: 1 })).toContainText('用人单位参保登记');
	await scan(kiosk, '6901234567892');
	await expect(kiosk.getByTestId('unknown-code')).toContainText('这个码不是本大厅的');
	await expect(kiosk.getByRole('heading', { level: 1 })).toContainText('用人单位参保登记');
	await clean(kiosk, 'a code that nobody knows');
	await kiosk.getByRole('heading', { level: 1 }).tap();
	await expect(kiosk.getByTestId('unknown-code')).toBeHidden();
});

test('T-04 a slip before the scanner of a desk finds its number, whatever has the keys', async ({ open }) => {
	const ticket = await house.issue();
	const desk = await signInAs(open, house, 'guide');
	await scan(desk, `${house.url}/t/${ticket.token}`);
	await expect(desk.getByTestId('number')).toContainText(ticket.number);
	// No letter of it was a command.
	await expect(desk.getByTestId('menu')).toBeHidden();
	const other = await house.issue();
	await desk.getByTestId('find').focus();
	await scan(desk, `${house.url}/t/${other.token}`, '[data-testid=find]');
	await expect(desk.getByTestId('number')).toContainText(other.number);
	await expect(desk.getByTestId('find')).toHaveValue(other.number);
	await scan(desk, '6901234567892');
	await expect(desk.getByTestId('code-told')).toContainText('这个码不是本大厅的');
	await expect(desk.getByTestId('number')).toContainText(other.number);
	await clean(desk, 'a code that nobody knows, at the desk');
	await scan(desk, `${house.url}/i/${ITEM}`);
	await expect(desk.getByTestId('sheet')).toContainText('用人单位参保登记');
});

test('T-04 a slip before the scanner of a window is told where it belongs, and calls nobody', async ({ open }) => {
	const ticket = await house.issue();
	const clerk = await signInByLink(open, house, '1');
	await scan(clerk, `${house.url}/t/${ticket.token}`);
	await expect(clerk.getByTestId('code-told')).toContainText(ticket.number);
	await expect(clerk.getByTestId('code-told')).toContainText('等候');
	await clean(clerk, 'a slip at a window');
	await clerk.keyboard.press('Escape');
	await expect(clerk.getByTestId('code-told')).toBeEmpty();
	await expect(clerk.getByTestId('current')).toContainText('当前没有来宾');
});

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { AppointmentView } from '#server/appointments/view.ts';
import type { KioskItem, TicketView } from '#server/views.ts';
import { resident } from '#test/fixtures/booking.ts';
import { atRest } from './measure.ts';
import { clean, expect, ITEM, KIOSK, openHouse, scan, test, touch, type House } from './people.ts';

/* At the kiosk: who has an appointment, who must say who it is, who would wait long. */

let house: House;
let booked = 0;
test.beforeAll(async () => {
	house = await openHouse({
		'longQueueMinutes: 60': 'longQueueMinutes: 30'
	});
});
test.afterAll(async () => {
	await house.close();
});

/** Books the next free time. */
async function book(person: string | null = null): Promise<AppointmentView> {
	const { body } = await house.clerk.ask<KioskItem[]>('GET', '/items');
	const slot = body.find(({ code }) => code === ITEM)?.nextSlots?.[0]?.at;
	const wish = { item: ITEM, slot, person, intent: `arrival-${String(++booked)}-${house.folder}`.slice(0, 40) };
	const answer = await house.clerk.ask<AppointmentView>('POST', '/appointments', wish);
	expect(answer.status, JSON.stringify(answer.body)).toBe(201);
	return answer.body;
}

async function type(kiosk: Page, text: string): Promise<void> {
	for (const key of text) await kiosk.getByTestId(`key-${key}`).tap();
}

/** Turns the list to the item and touches it. */
async function choose(kiosk: Page, zone: string, item: string): Promise<void> {
	await touch(kiosk, `zone-${zone}`);
	await kiosk.getByTestId(`item-${item}`).waitFor({ state: 'attached' });
	await atRest(kiosk);
	for (let pages = 0; pages < 9 && !(await kiosk.getByTestId(`item-${item}`).isVisible()); pages++)
		await touch(kiosk, 'more');
	await touch(kiosk, `item-${item}`);
}

test('K-06 an appointment is checked in by its code, and its slip comes out', async ({ open }) => {
	const { code } = await book();
	const kiosk = await open(`${house.url}/kiosk?kiosk=kiosk-1`, KIOSK);
	await touch(kiosk, 'check-in');
	await clean(kiosk, 'check-in');
	await type(kiosk, '00000000');
	await touch(kiosk, 'arrive');
	await expect(kiosk.getByTestId('problem')).toContainText('没有找到这个预约');
	await type(kiosk, code);
	await expect(kiosk.getByTestId('typed')).toHaveText(`${code.slice(0, 4)} ${code.slice(4)}`);
	await touch(kiosk, 'arrive');
	await expect(kiosk.getByTestId('number')).toContainText('A0');
	await expect(kiosk.getByTestId('slip')).toHaveText('请取走小票');
});

test('K-06 the code of the phone before the scanner is enough', async ({ open }) => {
	const { link } = await book();
	const kiosk = await open(`${house.url}/kiosk?kiosk=kiosk-1`, KIOSK);
	await touch(kiosk, 'zone-property');
	await scan(kiosk, link);
	await expect(kiosk.getByTestId('number')).toContainText('A0');
});

test('K-07 an item that asks who it is: covered, checked, on no paper and in no file', async ({ open }) => {
	const who = resident(7);
	const kiosk = await open(`${house.url}/kiosk?kiosk=kiosk-property`, KIOSK);
	await kiosk.getByTestId('item-home-sale').waitFor({ state: 'attached' });
	await touch(kiosk, 'item-home-sale');
	await touch(kiosk, 'take');
	await expect(kiosk.getByTestId('told')).toContainText('只用来核对一人一号');
	await expect(kiosk.getByTestId('by-desk')).toBeVisible();
	await clean(kiosk, 'told');
	await touch(kiosk, 'type-number');
	await clean(kiosk, 'person');
	const wrong = who.slice(0, 17) + (who.endsWith('1') ? '2' : '1');
	await type(kiosk, wrong);
	await expect(kiosk.getByTestId('typed')).toHaveText(/^\*{4} \*{4} \*{4} \*{4} \*\d$/);
	await expect(kiosk.getByTestId('wrong')).toContainText('请核对每一位');
	await expect(kiosk.getByTestId('say-who')).toBeDisabled();
	await kiosk.getByTestId('erase').tap();
	await type(kiosk, who.slice(-1));
	const answer = kiosk.waitForResponse((response) => response.url().endsWith('/api/v1/tickets') && response.ok());
	await touch(kiosk, 'say-who');
	const ticket = (await (await answer).json()) as TicketView;
	await expect(kiosk.getByTestId('number')).toContainText(ticket.number);
	const bench = await open(`${house.url}/dev/devices`);
	await expect(bench.getByTestId('slip').filter({ hasText: ticket.number })).toHaveAttribute('data-state', 'printed');
	const papers = await bench.getByTestId('paper').evaluateAll((nodes) => nodes.map((node) => node.getAttribute('src')));
	const printed = papers.map((address) => decodeURIComponent(address ?? '').replace(/<[^>]*>/g, '')).join(' ');
	expect(printed).toContain(ticket.number);
	expect(printed).not.toContain(who);
	expect(await kiosk.content()).not.toContain(who);
	for (const file of ['hall.db', 'hall.db-wal']) {
		expect(readFileSync(`${house.folder}/${file}`).includes(who), file).toBe(false);
	}
});

test('K-06 a long queue is told before the number, with the times that can be booked instead', async ({ open }) => {
	for (let people = 0; people < 12; people++) await house.issue();
	const kiosk = await open(`${house.url}/kiosk?kiosk=kiosk-1`, KIOSK);
	await choose(kiosk, 'social', ITEM);
	await touch(kiosk, 'take');
	await expect(kiosk.getByRole('heading', { level: 1 })).toHaveText('现在等候的人较多，还要取号吗？');
	await expect(kiosk.getByTestId('next-slots')).toContainText(/\d\d:\d\d/);
	await clean(kiosk, 'advice');
	await touch(kiosk, 'take-anyway');
	await expect(kiosk.getByTestId('number')).toBeVisible();
});

test('W-10 K-04 what follows is told before the number, and a desk’s priority before and after', async ({ open }) => {
	const kiosk = await open(`${house.url}/kiosk?kiosk=kiosk-1`, KIOSK);
	await choose(kiosk, 'property', 'home-sale-all');
	await expect(kiosk.getByTestId('steps')).toContainText('二手房转移登记');
	await clean(kiosk, 'an item with a chain');
	await touch(kiosk, 'need-priority');
	await expect(kiosk.getByTestId('class-frail')).toContainText('须先到导询台出示证件，确认后才优先');
	await touch(kiosk, 'class-frail');
	await expect(kiosk.getByTestId('claim')).toHaveText('须先到导询台出示证件，确认后才优先');
	await expect(kiosk.getByTestId('steps')).toContainText('13、14、15、16 号窗口');
	await clean(kiosk, 'the number');
});

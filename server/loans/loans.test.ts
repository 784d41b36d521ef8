import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { liveAlarms } from '#db/alarms.ts';
import { linesAfter } from '#db/ledger.ts';
import { ENGINES } from '#test/db.ts';
import { keepingHall } from '#test/fixtures/keeping.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import type { Who } from '../people/who.ts';
import { lend, type LoanWish } from './lend.ts';
import { giveBack, takeStock } from './end.ts';
import { deskLoans } from './view.ts';
import { watchLoans } from './watch.ts';

const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };
let intents = 0;
const wish = (over: Partial<LoanWish> = {}): LoanWish => {
	intents += 1;
	const of = { good: 'glasses', desk: 'main', ticket: null, tag: String(intents), phone: '' };
	return { ...of, intent: `loan-${String(intents)}`, ...over };
};

describe.each(ENGINES)('%s: G-06 what a desk lends', (engine) => {
	let house: TestHall;
	beforeAll(async () => {
		house = await testHall(engine, keepingHall());
	});
	afterAll(() => house.close());

	const left = async (good: string): Promise<number | undefined> =>
		(await deskLoans(house.hall, 'main')).goods.find(({ code }) => code === good)?.left;
	async function lent(over: Partial<LoanWish> = {}): Promise<number> {
		const made = await lend(house.hall, GUIDE, wish(over));
		if (!made.ok) throw new Error(`${made.refusal} ${made.detail ?? ''}`);
		return made.value.id;
	}
	const alarms = async (kind: string): Promise<Record<string, unknown>[]> =>
		(await liveAlarms(house.hall.read, house.hall.id))
			.filter((row) => row.kind === kind)
			.map((row) => JSON.parse(row.about) as Record<string, unknown>);

	test('to a number or a tag, as long as there is one; the same wish is the same loan', async () => {
		const { ticket } = await house.take('enrol');
		const same = wish({ ticket: ticket.id, tag: '' });
		const [one, again] = [await lend(house.hall, GUIDE, same), await lend(house.hall, GUIDE, same)];
		if (!one.ok || !again.ok) throw new Error('not lent');
		expect(again.value.id).toBe(one.value.id);
		const tagged = await lent({ tag: 'T7' });
		expect(await lend(house.hall, GUIDE, wish({ tag: 'T7' }))).toMatchObject({ refusal: 'nothing-left' });
		expect(await lend(house.hall, GUIDE, wish({ good: 'wheelchair', tag: 'T7' }))).toMatchObject({
			refusal: 'tag-in-use'
		});
		expect(await lend(house.hall, GUIDE, wish({ good: 'wheelchair', tag: ' ' }))).toMatchObject({
			refusal: 'borrower-needed'
		});
		expect(await lend(house.hall, GUIDE, wish({ good: 'yacht' }))).toMatchObject({ refusal: 'good-unknown' });
		expect(await left('glasses')).toBe(0);
		for (const id of [one.value.id, tagged]) expect((await giveBack(house.hall, GUIDE, id, 'returned')).ok).toBe(true);
		expect(await giveBack(house.hall, GUIDE, tagged, 'lost')).toMatchObject({ refusal: 'loan-over' });
		expect(await left('glasses')).toBe(2);
	});

	test('a telephone is sealed, shown masked, and stands nowhere in the ledger', async () => {
		const id = await lent({ phone: '13900001234' });
		const row = (await deskLoans(house.hall, 'main')).out.find((one) => one.id === id);
		expect(row?.phone).toMatch(/^139\*+1234$/);
		const bodies = (await linesAfter(house.hall.read, house.hall.id, 0)).map(({ body }) => body).join();
		expect(bodies).not.toContain('13900001234');
		await giveBack(house.hall, GUIDE, id, 'returned');
	});

	test('what does not come back in time raises the alarm, once, until it does', async () => {
		const id = await lent({ tag: 'T9' });
		await house.clock.advance(60 * 60_000);
		await watchLoans(house.hall);
		expect(await alarms('loan-overdue')).toEqual([]);
		await house.clock.advance(1);
		await watchLoans(house.hall);
		await watchLoans(house.hall);
		expect(await alarms('loan-overdue')).toEqual([{ zh: '老花镜', en: 'Reading glasses', whom: 'T9' }]);
		expect((await deskLoans(house.hall, '')).out[0]).toMatchObject({ id, overdue: true });
		await giveBack(house.hall, GUIDE, id, 'damaged');
		expect([await alarms('loan-overdue'), await left('glasses')]).toEqual([[], 1]);
	});

	test('a stocktake says what is really there, lent ones not missing', async () => {
		const id = await lent();
		expect(await takeStock(house.hall, GUIDE, { good: 'glasses', desk: 'main', count: 4 })).toMatchObject({
			value: { change: 4 }
		});
		expect(await takeStock(house.hall, GUIDE, { good: 'glasses', desk: 'main', count: 4 })).toMatchObject({
			value: { change: 0 }
		});
		expect((await deskLoans(house.hall, 'main')).goods[0]).toMatchObject({ count: 5, left: 4 });
		await giveBack(house.hall, GUIDE, id, 'lost');
		expect((await deskLoans(house.hall, 'main')).goods[0]).toMatchObject({ count: 4, left: 4 });
	});

	test('what in the medicine box may soon not be used is told', async () => {
		await watchLoans(house.hall);
		expect((await alarms('goods-expiring')).map((about) => about['contentEn'])).toEqual(['Iodine', 'Plasters']);
		const box = (await deskLoans(house.hall, 'main')).goods.find(({ code }) => code === 'medicine');
		expect(box?.contents.map(({ state }) => state)).toEqual(['over', 'ending', 'good']);
	});
});

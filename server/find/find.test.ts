import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '#test/db.ts';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { CLERK, KIOSK, testHall, type TestHall } from '#test/hall.ts';
import { slipLines } from '../devices/slip.ts';
import { guideSlipOf, printGuide, type GuideWish } from './guide.ts';
import { findIndex, findVersion } from './index.ts';

describe.each(ENGINES)('%s: finding an item, and taking its guide home', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, SMALL_HALL);
	});
	afterAll(() => here.close());

	let intents = 0;
	const print = (over: Partial<GuideWish> = {}) => {
		intents += 1;
		const wish: GuideWish = { item: 'enrol', device: 'kiosk-1', lang: 'zh-CN', intent: `guide-${String(intents)}` };
		return printGuide(here.hall, KIOSK, { ...wish, ...over });
	};

	test('K-02 a kiosk searches what it offers, as it is called, spoken and sorted', async () => {
		const index = await findIndex(here.hall, 'kiosk-1');
		expect(index.version).toBe(findVersion(here.hall));
		const [enrol] = index.items;
		expect(enrol).toMatchObject({ code: 'enrol', zone: 'east' });
		expect(enrol?.forms.slice(0, 2)).toEqual([
			{ text: '参保登记', spoken: 'can bao deng ji' },
			{ text: 'enrolment', spoken: '' }
		]);
		expect(index.items.every(({ zone }) => zone === 'east')).toBe(true);
		const offices = new Set(index.items.map(({ department }) => department));
		expect(index.departments.map(({ code }) => code).toSorted()).toEqual([...offices].toSorted());
		expect((await findIndex(here.hall, 'a-browser')).items.length).toBeGreaterThan(index.items.length);
	});

	test('K-03 K-13 the guide says what to bring, what it costs, how long and where; its page is the QR', async () => {
		const printed = await print();
		if (!printed.ok) throw new Error(printed.refusal);
		expect(printed.value).toMatchObject({ kind: 'guide', state: 'queued', ticket: null });
		const lines = await slipLines(here.hall, printed.value, 48);
		const said = lines.map((line) => ('text' in line ? line.text : 'left' in line ? `${line.left} ${line.right}` : ''));
		expect(said).toContain('参保登记');
		expect(said).toContain('· 身份证（复印件 2 份）');
		expect(said).toContain('收费 免费');
		expect(said).toContain('法定时限 15 个工作日');
		expect(said).toContain('办理窗口 1、2 号窗口');
		expect(lines).toContainEqual({ type: 'qr', data: 'http://hall.test/i/enrol' });
		const english = await print({ lang: 'en' });
		if (!english.ok) throw new Error(english.refusal);
		expect(JSON.stringify(await slipLines(here.hall, english.value, 32))).toContain('Service guide');
	});

	test('the same wish prints once, and what has become of it can be asked', async () => {
		const wish = { intent: 'one-and-the-same' };
		const [first, second] = [await print(wish), await print(wish)];
		if (!first.ok || !second.ok) throw new Error('a guide was refused');
		expect(second.value.id).toBe(first.value.id);
		expect(await guideSlipOf(here.hall, first.value.id)).toMatchObject({ ok: true, value: { state: 'queued' } });
		expect(await guideSlipOf(here.hall, 999_999)).toMatchObject({ ok: false, refusal: 'slip-unknown' });
		const number = await here.take('enrol');
		expect(await guideSlipOf(here.hall, number.ticket.id)).toMatchObject({ ok: false, refusal: 'slip-unknown' });
	});

	test('an item that is not there, and a hand that prints without end, are refused', async () => {
		expect(await print({ item: 'nothing' })).toMatchObject({ ok: false, refusal: 'item-unknown' });
		await here.clock.advance(61_000);
		for (let n = 0; n < 10; n += 1) expect((await print()).ok).toBe(true);
		expect(await print()).toMatchObject({ ok: false, refusal: 'too-many-tries' });
		const atDesk = { item: 'enrol', device: null, lang: 'zh-CN', intent: 'desk-guide' } as const;
		expect((await printGuide(here.hall, CLERK, atDesk)).ok).toBe(true);
		await here.clock.advance(61_000);
		expect((await print()).ok).toBe(true);
	});
});

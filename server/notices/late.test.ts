import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { liveAlarms } from '#db/alarms.ts';
import { intakesOf } from '#db/intakes.ts';
import { linesOfTicket } from '#db/ledger.ts';
import { mattersOfTicket } from '#db/matters.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, minutes, tomorrow } from '#test/fixtures/days.ts';
import { negativeWish, NOTICE_HALL, noticeWish } from '#test/fixtures/notices.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { figures } from '../figures/figures.ts';
import { today } from '../hall.ts';
import { receive } from '../intake/receive.ts';
import { callNext } from '../tickets/call.ts';
import { cancel } from '../tickets/end.ts';
import { park, start } from '../tickets/serve.ts';
import { undo } from '../tickets/undo.ts';
import { openWindow } from '../windows/state.ts';
import { consoleView } from '../windows/view.ts';
import { giveNotice } from './give.ts';
import { watchIntakes } from './late.ts';
import { answerNo } from './refuse.ts';

const ME = clerkAt('1');
/** The stricter local rule: by the end of the service. */
const ON_THE_SPOT = NOTICE_HALL.replace('notice: {', 'notice: { onTheSpot: true,');

describe.each(ENGINES)('%s: where it must be told on the spot', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, ON_THE_SPOT);
	});
	beforeEach(async () => {
		await nextDay();
	});
	afterAll(() => here.close());

	const nextDay = async (): Promise<void> => {
		await tomorrow(here);
		granted(await openWindow(here.hall, ME, '1', '1001'));
		await here.look();
	};
	const served = async (): Promise<number> => {
		await here.take('enrol');
		const { ticket } = granted(await callNext(here.hall, ME, '1'));
		granted(await start(here.hall, ME, ticket.id));
		granted(await receive(here.hall, ME, ticket.id));
		return ticket.id;
	};
	const change = (ticket: number, set: { leg: number } | { staff: string }): Promise<unknown> =>
		here.hall.write((tx) => tx.k.updateTable('intake').set(set).where('ticket', '=', ticket).execute());
	const stateOf = async (id: number): Promise<string | undefined> =>
		(await intakesOf(here.hall.read, here.hall.id, id)).at(-1)?.state;

	test('W-03 whoever leaves without a word is accepted by law at once, with an alarm and a matter', async () => {
		const id = await served();
		await watchIntakes(here.hall);
		expect(await stateOf(id)).toBe('open');
		granted(await cancel(here.hall, ME, id, { token: null, reason: 'left' }));
		await Promise.all([watchIntakes(here.hall), watchIntakes(here.hall)]);
		expect(await stateOf(id)).toBe('deemed');
		expect(await mattersOfTicket(here.hall.read, here.hall.id, id)).toMatchObject([{ deemed: 1, staff: '1001' }]);
		const acts = (await linesOfTicket(here.hall.read, here.hall.id, id)).map((line) => line.act);
		expect(acts.filter((act) => act === 'intake.settled')).toHaveLength(1);
		const late = (await liveAlarms(here.hall.read, here.hall.id)).filter((one) => one.kind === 'notice-late');
		expect(late).toHaveLength(1);
		expect(JSON.parse(late[0]?.about ?? '')).toMatchObject({ item: 'enrol', staff: '1001' });
	});

	test('W-03 kept papers at the latest at the end of the day', async () => {
		const id = await served();
		granted(await park(here.hall, ME, id, { kind: 'papers-kept', reason: null }));
		await minutes(here, 7 * 60);
		await watchIntakes(here.hall);
		expect(await stateOf(id)).toBe('open');
		expect((await liveAlarms(here.hall.read, here.hall.id)).map((one) => one.kind)).toContain('notice-soon');
		await nextDay();
		await watchIntakes(here.hall);
		expect(await stateOf(id)).toBe('deemed');
	});

	test('W-03 one that cannot be written keeps no other one from its acceptance', async () => {
		const left = async (): Promise<number> => {
			const id = await served();
			granted(await cancel(here.hall, ME, id, { token: null, reason: 'left' }));
			return id;
		};
		const [bad, good] = [await left(), await left()];
		const [row] = await intakesOf(here.hall.read, here.hall.id, bad);
		await change(bad, { leg: 999_999 });
		await expect(watchIntakes(here.hall)).rejects.toThrow();
		expect([await stateOf(bad), await stateOf(good)]).toEqual(['open', 'deemed']);
		await change(bad, { leg: row?.leg ?? 0 });
		await watchIntakes(here.hall);
		expect(await stateOf(bad)).toBe('deemed');
	});

	test('W-03 whoever took the papers in is gone, or was a device: a matter all the same, with its due day', async () => {
		for (const staff of ['1099', 'device:kiosk-1']) {
			const id = await served();
			await change(id, { staff });
			granted(await cancel(here.hall, ME, id, { token: null, reason: 'left' }));
			await watchIntakes(here.hall);
			const [matter] = await mattersOfTicket(here.hall.read, here.hall.id, id);
			expect(matter).toMatchObject({ deemed: 1, staff: '9101' });
			expect(matter?.from_day).toBe(today(here.hall));
		}
	});

	const soon = async (): Promise<string[]> =>
		(await liveAlarms(here.hall.read, here.hall.id)).filter((one) => one.kind === 'notice-soon').map((one) => one.key);

	test('W-01 W-03 papers that were never taken in warn nobody any more', async () => {
		await minutes(here, 14 * 60);
		await here.take('enrol');
		const { ticket } = granted(await callNext(here.hall, ME, '1'));
		granted(await start(here.hall, ME, ticket.id));
		const before = await soon();
		granted(await park(here.hall, ME, ticket.id, { kind: 'papers-kept', reason: null }));
		await watchIntakes(here.hall);
		expect(await soon()).toHaveLength(before.length + 1);
		granted(await undo(here.hall, ME, ticket.id));
		expect(await stateOf(ticket.id)).toBe('withdrawn');
		expect(await soon()).toEqual(before);
		granted(await cancel(here.hall, ME, ticket.id, { token: null, reason: 'left' }));
	});

	test('W-01 W-03 a notice taken back: the clock runs on, and warns again', async () => {
		await minutes(here, 14 * 60);
		const id = await served();
		await watchIntakes(here.hall);
		const before = await soon();
		granted(await giveNotice(here.hall, ME, id, noticeWish([0])));
		expect(await soon()).toHaveLength(before.length - 1);
		granted(await undo(here.hall, ME, id));
		await watchIntakes(here.hall);
		expect(await soon()).toEqual(before);
		granted(await giveNotice(here.hall, ME, id, noticeWish([0])));
	});

	test('W-04 W-06 the figures count what a window told, and what it did not', async () => {
		const day = today(here.hall);
		granted(await giveNotice(here.hall, ME, await served(), noticeWish([0])));
		granted(await cancel(here.hall, ME, await served(), { token: null, reason: 'left' }));
		await watchIntakes(here.hall);
		await here.take('enrol');
		const { ticket } = granted(await callNext(here.hall, ME, '1'));
		granted(await start(here.hall, ME, ticket.id));
		await here.look();
		const office = { kind: 'office', to: null, words: '市公安局' } as const;
		const no = granted(await answerNo(here.hall, ME, ticket.id, negativeWish(office)));
		await here.look();
		expect((await consoleView(here.hall, ME, '1'))?.telling.told).toMatchObject({
			number: ticket.number,
			kind: 'negative',
			code: no.notice.code.replace(/(.{4})(?=.)/g, '$1 '),
			slip: 'queued'
		});
		const { tables } = granted(await figures(here.hall, day, day));
		const details = tables.find((table) => table.id === 'answered-no');
		expect(details?.rows).toMatchObject([
			[day, {}, '1001', {}, '车辆业务由交警窗口办理', '本市进驻事项目录', { zh: '市公安局' }]
		]);
		const told = tables.find((table) => table.id === 'notices');
		const [first] = told?.rows ?? [];
		expect(first?.slice(1)).toEqual([1, 0, 0, 0, 0, 0, 1, 2, 1]);
		expect(told?.columns).toHaveLength(first?.length ?? 0);
	});
});

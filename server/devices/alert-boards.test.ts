import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '#test/db.ts';
import { liveHall } from '#test/fixtures/live-hall.ts';
import { CLERK, SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { endBroadcast } from '../broadcast/end.ts';
import { startBroadcast } from '../broadcast/start.ts';
import type { Who } from '../people/who.ts';
import { linesAfter, newestLine } from '#db/ledger.ts';
import { touchedBy } from '../realtime/touched.ts';
import { callNext } from '../tickets/call.ts';
import { NO_HANDS } from '../watch/hands.ts';
import { Boards } from './boards.ts';
import { openHardware, type Hardware } from '../hardware/hardware.ts';

const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };

/* The real drivers on a bus, and boards that decode what comes over the line. */
describe.each(ENGINES)('%s: G-04 an emergency on the boards', (engine) => {
	let house: TestHall;
	let hardware: Hardware;
	let boards: Boards;
	let seen = 0;
	beforeAll(async () => {
		house = await testHall(engine, liveHall());
		await house.open('1');
		hardware = openHardware(house.hall.setup, house.clock, new Set());
		const onTrouble = (error: unknown): void => expect.fail(String(error));
		boards = new Boards(house.hall, hardware.boards, {
			onChanged: () => undefined,
			onReceipt: () => undefined,
			onTrouble,
			hands: NO_HANDS
		});
		await boards.begin();
		seen = await newestLine(house.hall.read, house.hall.id);
	});
	afterAll(async () => {
		await boards.stop();
		await hardware.close();
		await house.close();
	});

	/** What stands on each board after the lines written since. */
	async function shown(): Promise<Record<string, string[]>> {
		const lines = await linesAfter(house.hall.read, house.hall.id, seen);
		seen = lines.at(-1)?.seq ?? seen;
		await house.look();
		await boards.take(touchedBy(lines));
		for (let n = 0; n < 20; n++) await house.clock.advance(500);
		const far = [...hardware.virtualBoards];
		return Object.fromEntries(far.map(([code, board]) => [code, board.shown(house.clock.now())]));
	}

	test('it stands on every board before all else, a drill called one, and calls come back with its end', async () => {
		await house.take('enrol');
		expect((await callNext(house.hall, CLERK, '1')).ok).toBe(true);
		const calls = await shown();
		expect(calls['board-1']).toEqual(['A001', '请到1号窗口']);
		const wish = { code: 'evacuate', zh: '', en: '', incident: null, override: false };
		const drill = await startBroadcast(house.hall, GUIDE, { ...wish, drill: true, intent: 'board-drill-1' });
		expect(drill.ok).toBe(true);
		expect((await shown())['board-1']).toEqual(['演练', '请有序撤离']);
		const real = await startBroadcast(house.hall, GUIDE, { ...wish, drill: false, intent: 'board-real-1' });
		if (!real.ok) throw new Error(real.refusal);
		expect(await shown()).toEqual({
			'board-1': ['请有序撤离', 'LEAVE BY EXITS'],
			'board-east': [expect.stringMatching(/^(LEAVE BY|EXITS)$/) as string]
		});
		await endBroadcast(house.hall, GUIDE, real.value.id, 'ask');
		expect((await shown())['board-1']).toEqual(['请有序撤离', 'LEAVE BY EXITS']);
		await endBroadcast(house.hall, SUPERVISOR, real.value.id, 'confirm');
		expect(await shown()).toEqual(calls);
		const calm = await startBroadcast(house.hall, GUIDE, {
			...wish,
			code: 'over',
			drill: false,
			intent: 'board-over-1'
		});
		expect(calm.ok).toBe(true);
		expect(await shown()).toEqual({
			'board-1': calls['board-1'],
			'board-east': [expect.stringMatching(/^(ALL|CLEAR)$/) as string]
		});
	});
});

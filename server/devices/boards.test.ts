import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linesAfter, newestLine } from '#db/ledger.ts';
import { allBoards } from '#db/boards.ts';
import { ENGINES } from '#test/db.ts';
import { liveHall } from '#test/fixtures/live-hall.ts';
import { CLERK, testHall, type TestHall } from '#test/hall.ts';
import type { VirtualBoard } from '#display/led/virtual/board.ts';
import { strictOnbon } from '#test/fakes/strict-onbon.ts';
import { openHardware, type Hardware } from '../hardware/hardware.ts';
import { touchedBy } from '../realtime/touched.ts';
import { Stage } from '../simulate/stage.ts';
import { callNext } from '../tickets/call.ts';
import { closeWindow, pauseWindow } from '../windows/state.ts';
import { finish, start } from '../tickets/serve.ts';
import { NO_HANDS } from '../watch/hands.ts';
import { Boards } from './boards.ts';

/* Boards of three kinds through a day: by state of the window, by the hour, and page by page where they are short. */
const file = liveHall((hall) => {
	hall.deleteIn(['policies', 'demo']);
	hall.setIn(
		['devices', 'boardDefaults'],
		hall.createNode({
			texts: { ended: { zh: '明天再来', en: 'Tomorrow' }, call: { zh: '请到{window}号窗口', en: 'to {window}' } },
			brightness: [
				{ from: '07:00', percent: 100 },
				{ from: '17:30', percent: 20 }
			]
		})
	);
	hall.setIn(['devices', 'boards', 0, 'texts'], hall.createNode({ closed: { zh: '㐂日休息', en: 'closed' } }));
	hall.setIn(['devices', 'boards', 1, 'shows'], hall.createNode({ window: 1 }));
	hall.setIn(
		['devices', 'boards', 1, 'registers'],
		hall.createNode({ lines: [{ at: 0, length: 6 }], brightness: { at: 36, min: 0, max: 10 } })
	);
	const alpha = { code: 'board-alpha', name: { zh: '英文屏', en: 'Sign' }, bus: 'line-1', driver: 'alpha', address: 5 };
	hall.addIn(
		['devices', 'boards'],
		hall.createNode({ ...alpha, columns: 8, strings: ['1', '2'], pageSeconds: 6, shows: { window: 1 } })
	);
});

describe.each(ENGINES)('%s: boards through a day', (engine) => {
	let house: TestHall;
	let hardware: Hardware;
	let boards: Boards;
	let seen = 0;
	let ticket = 0;
	/** how bright each board was told to be, as its bytes have it: of 15, of 10 */
	const dimmed = { onbon: new Set<number>(), modbus: new Set<number>() };
	const BRIGHTNESS = Uint8Array.of(2, 0x06, 0x00, 36);
	/** Hears the line as every board does, and says nothing. */
	const listener: VirtualBoard = {
		receive: (bytes) => {
			if (bytes[0] === 0xa5) {
				const { group, command, rest } = strictOnbon(bytes);
				if (group === 0xa3 && command === 0x02) dimmed.onbon.add(rest[1] ?? -1);
			} else if (BRIGHTNESS.every((byte, at) => bytes[at] === byte)) {
				dimmed.modbus.add(256 * (bytes[4] ?? 0) + (bytes[5] ?? 0));
			}
			return [];
		},
		...{ shown: () => [], setFault: () => undefined, faults: () => [], powerCycle: () => undefined }
	};
	beforeAll(async () => {
		const stage = new Stage(Date.UTC(2026, 10, 23, 1));
		house = await testHall(engine, file, stage.clock);
		// Time waits for the storage.
		stage.watch(house.hall.database);
		await house.open('1');
		hardware = openHardware(house.hall.setup, house.clock, new Set());
		hardware.virtualBuses.get('line-1')?.attach('listener', listener);
		const onTrouble = (error: unknown): void => expect.fail(String(error));
		boards = new Boards(house.hall, hardware.boards, {
			onChanged: () => undefined,
			onReceipt: () => undefined,
			onTrouble,
			hands: NO_HANDS
		});
		await boards.begin();
		// The sign lays out its memory.
		await house.clock.advance(15_000);
		seen = await newestLine(house.hall.read, house.hall.id);
	});
	afterAll(async () => {
		await boards.stop();
		await hardware.close();
		await house.close();
	});

	const shown = (code: string): string => (hardware.virtualBoards.get(code)?.shown(house.clock.now()) ?? []).join('|');
	const all = (): string[] => ['board-1', 'board-east', 'board-alpha'].map(shown);

	/** The boards are told what was done, and have a moment. */
	async function done(act: Promise<{ ok: boolean }>, ms = 1500): Promise<void> {
		expect((await act).ok).toBe(true);
		const lines = await linesAfter(house.hall.read, house.hall.id, seen);
		seen = lines.at(-1)?.seq ?? seen;
		await house.look();
		await boards.take(touchedBy(lines));
		await house.clock.advance(ms);
	}

	test('nobody is there: a welcome, in the words that each can draw', () => {
		expect(all()).toEqual(['1号窗口|欢迎光临', '', 'Welcome']);
	});
	test('paused: the reason that was given, page by page where it is long', async () => {
		await done(pauseWindow(house.hall, CLERK, '1', { reason: 'lunch', minutes: null }));
		expect(all()).toEqual(['1号窗口|用餐', 'Lunch', 'Lunch']);
		await house.open('1');
	});
	test('a call interrupts, and its pages turn by the clock', async () => {
		({
			ticket: { id: ticket }
		} = await house.take('enrol'));
		await done(callNext(house.hall, CLERK, '1'));
		expect(all()).toEqual(['A001|请到1号窗口', 'A001', 'A001|to 1']);
		expect(boards.wanted('board-east')).toEqual(['A001']);
		await house.clock.advance(4000);
		expect(shown('board-east')).toBe('to 1');
		expect(boards.wanted('board-east')).toEqual(['to 1']);
		await house.clock.advance(4000);
		expect(shown('board-east')).toBe('A001');
	});
	test('turning pages writes nothing into the database', async () => {
		for (let time = 0; time < 2; time++) {
			await house.clock.advance(1000);
			await house.opened.settled();
		}
		const before = await allBoards(house.hall.read, house.hall.id);
		await house.clock.advance(40_000);
		const after = await allBoards(house.hall.read, house.hall.id);
		expect(after.find(({ device }) => device === 'board-east')).toEqual(
			before.find(({ device }) => device === 'board-east')
		);
	});
	test('closed: within the hours it says so, after them that the day is over; what a board lacks is told', async () => {
		await done(start(house.hall, CLERK, ticket));
		expect(all()).toEqual(['A001|正在办理', 'A001', 'A001|>1']);
		await done(finish(house.hall, CLERK, ticket, 'done'));
		await done(closeWindow(house.hall, CLERK, '1'), 3000);
		expect(all()).toEqual(['1号窗口|□日休息', 'closed', 'closed']);
		expect(boards.substituted('board-1')).toEqual(['㐂']);
		expect([...dimmed.onbon, ...dimmed.modbus], 'as bright as by day').toEqual([15, 10]);
		await house.clock.advance(8.6 * 3_600_000);
		expect(all()).toEqual(['1号窗口|明天再来', '', 'Tomorrow']);
		expect(boards.substituted('board-1')).toEqual([]);
	});
	test('by the hour of the hall file they are as dim as the evening wants, each in its own measure', () => {
		expect([[...dimmed.onbon], [...dimmed.modbus]]).toEqual([
			[15, 3],
			[10, 2]
		]);
	});
});

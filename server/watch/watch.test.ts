import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { liveAlarms } from '#db/alarms.ts';
import { deviceStates, newestEvents, saveStanding } from '#db/devices.ts';
import { linesAfter, newestLine } from '#db/ledger.ts';
import type { DeviceState, WatchKind } from '#db/schema.ts';
import { newestSlips } from '#db/slips.ts';
import { ENGINES } from '#test/db.ts';
import { granted, refusal } from '#test/fixtures/days.ts';
import { liveHall } from '#test/fixtures/live-hall.ts';
import { SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { Devices } from '../devices/devices.ts';
import { Screens } from '../devices/screens.ts';
import { touchedBy } from '../realtime/touched.ts';
import { Stage } from '../simulate/stage.ts';
import { disable, enable, moveDuty, replace, rollChanged, test as tryOut } from '../upkeep/verbs.ts';
import { deviceDetail, watchView } from '../upkeep/view.ts';
import type { DeviceLine } from '../views.ts';
import { watchDevices } from './alarms.ts';
import { NO_HAND } from './watch.ts';

const SECOND = 1000;
const P1 = { kind: 'printer', code: 'printer-1' };
const P2 = { kind: 'printer', code: 'printer-2' };
const BOARD = { kind: 'board', code: 'board-1' };

/* The hall's own devices on virtual wires, looked at by the watch; the clock is moved by hand. */
describe.each(ENGINES)('%s: the watch over devices', (engine) => {
	let here: TestHall;
	let devices: Devices;
	let screens: Screens;
	let seen = 0;
	const troubles: unknown[] = [];

	const start = async (): Promise<void> => {
		screens = new Screens(here.clock);
		devices = new Devices(here.hall, screens, {
			onChanged: () => undefined,
			onWatched: () => undefined,
			onReceipt: () => undefined,
			onRefused: () => undefined,
			onScan: () => undefined,
			onTrouble: (error) => troubles.push(error)
		});
		await devices.open();
		await pass(15);
	};
	beforeAll(async () => {
		const hall = liveHall((file) => file.setIn(['devices', 'printers', 1, 'group'], 'spare'));
		const stage = new Stage(Date.UTC(2026, 10, 23, 1));
		here = await testHall(engine, hall, stage.clock);
		// Time waits for the storage.
		stage.watch(here.hall.database);
		seen = await newestLine(here.hall.read, here.hall.id);
		await start();
	});
	afterAll(async () => {
		await devices.close();
		await here.close();
		expect(troubles).toEqual([]);
	});

	/** Lets time pass, and hears the ledger as the follower of a running server does. */
	async function pass(seconds: number): Promise<void> {
		const lines = await linesAfter(here.hall.read, here.hall.id, seen);
		seen = lines.at(-1)?.seq ?? seen;
		devices.take(touchedBy(lines));
		await here.clock.advance(seconds * SECOND);
	}
	const fault = async (code: string, name: string, on: boolean, seconds = 4): Promise<void> => {
		expect(devices.bench?.setFault(code, name, on)).toBe(true);
		await pass(seconds);
	};
	const line = async ({ kind, code }: { kind: string; code: string }): Promise<DeviceLine> => {
		const { devices: all } = await watchView(here.hall, SUPERVISOR);
		const found = all.find((one) => one.kind === kind && one.code === code);
		if (!found) throw new Error(`${kind} ${code} is not on the page`);
		return found;
	};
	const states = async (): Promise<Record<string, DeviceState>> =>
		Object.fromEntries((await deviceStates(here.hall.read, here.hall.id)).map(({ device, state }) => [device, state]));
	const history = async (kind: WatchKind, device: string): Promise<string[]> =>
		(await newestEvents(here.hall.read, { hall: here.hall.id, kind, device, most: 50 }))
			.toReversed()
			.map(({ act, from_state, to_state, reason }) => [act, from_state, to_state, reason].filter(Boolean).join(' '));
	const alarms = async (): Promise<string[]> => {
		await watchDevices(here.hall);
		return (await liveAlarms(here.hall.read, here.hall.id)).map(({ kind, key, about }) => {
			const { cause } = JSON.parse(about) as { cause?: string };
			return [kind, key, cause].join(' ');
		});
	};
	const slips = async (): Promise<string[]> =>
		(await newestSlips(here.hall.read, here.hall.id, 50)).map(({ kind, printer, state }) =>
			[kind, printer, state].join(' ')
		);

	test('knows what it can know, and of the rest that it does not', async () => {
		expect(await states()).toEqual({
			'printer-1': 'ready',
			'printer-2': 'ready',
			'line-1': 'ready',
			'board-1': 'ready',
			'board-east': 'ready'
		});
		expect(await line({ kind: 'screen', code: 'screen-east' })).toMatchObject({
			state: 'unknown',
			heardAt: null,
			since: null
		});
		expect(await history('printer', 'printer-1')).toEqual(['state unknown ready']);
		expect(await alarms()).toEqual([]);
	});

	test('writes down each change with its time, and tells the desk of it by its cause, after some patience', async () => {
		const before = here.clock.now();
		await fault('printer-1', 'paper-out', true, 6);
		expect(await alarms()).toEqual([]);
		await pass(10);
		expect(await alarms()).toEqual(['printers-none main paper-out']);
		const [raised] = await liveAlarms(here.hall.read, here.hall.id);
		expect(await alarms()).toHaveLength(1);
		expect(await liveAlarms(here.hall.read, here.hall.id)).toEqual([raised]);
		await fault('printer-1', 'cover-open', true, 15);
		expect(await alarms()).toEqual(['printers-none main cover-open']);
		await fault('printer-1', 'cover-open', false);
		await fault('printer-1', 'paper-out', false);
		expect(await alarms()).toEqual([]);
		expect((await history('printer', 'printer-1')).slice(1)).toEqual([
			'state ready paper-out',
			'state paper-out cover-open',
			'state cover-open paper-out',
			'state paper-out ready',
			'roll-changed noticed'
		]);
		const { since, heardAt, printer } = await line(P1);
		expect(since).toBeGreaterThan(before);
		expect(heardAt).toBeGreaterThan(before);
		expect(printer).toMatchObject({ errors: 1, slips: 0 });
	});

	test('counts what comes out, in metres, and foretells the end of the roll', async () => {
		const none = { left: { metres: 0 }, metres: 0, touch: null };
		for (let n = 0; n < 4; n += 1) await here.take('enrol');
		await pass(30);
		const { printer } = await line(P1);
		expect(printer).toMatchObject({ slips: 4, cuts: 4, queued: 0, left: { soon: false } });
		expect(printer?.metres).toBeGreaterThan(0.3);
		expect(printer?.metres).toBeLessThan(1.2);
		const { left, metres, touch } = printer ?? none;
		expect((left.metres ?? 0) + metres).toBeCloseTo(70);
		expect(touch).toMatchObject({ count: 4 });
		expect(touch?.p50).toBeGreaterThan(100);
		granted(await rollChanged(here.hall, SUPERVISOR, P1));
		expect((await line(P1)).printer).toMatchObject({ slips: 4, left: { metres: 70 } });
		expect(refusal(await rollChanged(here.hall, SUPERVISOR, BOARD))).toBe('device-cannot');
	});

	test('a printer that was taken out of work gets no slips; a test page comes out of it all the same', async () => {
		granted(await disable(here.hall, SUPERVISOR, P2, 'repair'));
		expect(refusal(await disable(here.hall, SUPERVISOR, P2, 'parts'))).toBe('device-off');
		granted(await disable(here.hall, SUPERVISOR, P1, 'repair'));
		await pass(1);
		expect(devices.paper('kiosk-1')).toMatchObject({ paper: 'out' });
		expect(await alarms()).toEqual(['printers-none main gone', 'printers-none spare gone']);
		await here.take('enrol');
		await pass(25);
		expect((await slips())[0]).toBe('ticket  failed');
		granted(await tryOut(here.hall, SUPERVISOR, P1));
		await pass(8);
		expect((await slips())[0]).toBe('test printer-1 printed');
		const { printers } = await devices.view();
		expect(printers[0]?.papers[0]?.svg).toContain('永');
		granted(await enable(here.hall, SUPERVISOR, P1));
		granted(await enable(here.hall, SUPERVISOR, P2));
		expect(refusal(await enable(here.hall, SUPERVISOR, P2))).toBe('device-on');
		await pass(1);
		expect(await alarms()).toEqual([]);
	});

	test('another printer takes the duty of a group', async () => {
		await fault('printer-1', 'unplugged', true);
		expect(refusal(await moveDuty(here.hall, SUPERVISOR, P2, 'nowhere'))).toBe('group-unknown');
		granted(await moveDuty(here.hall, SUPERVISOR, P2, 'main'));
		await pass(12);
		await here.take('enrol');
		await pass(10);
		expect((await slips())[0]).toBe('ticket printer-2 printed');
		expect((await line(P2)).printer).toMatchObject({ group: 'main', movedFrom: 'spare' });
		expect(await alarms()).toEqual(['printer-down printer-1 unreachable']);
		await fault('printer-1', 'unplugged', false, 10);
		expect(await alarms()).toEqual([]);
	});

	test('a new printer at that place begins at nothing, and the history says what the former one did', async () => {
		for (const low of [true, false]) await fault('printer-1', 'near-end', low);
		granted(await replace(here.hall, SUPERVISOR, P1));
		await pass(1);
		expect((await line(P1)).printer).toMatchObject({ slips: 0, cuts: 0, errors: 0, metres: 0 });
		expect((await history('printer', 'printer-1')).at(-1)).toMatch(/^replaced 5 0\.\d \d$/);
		const tail = await linesAfter(here.hall.read, here.hall.id, seen - 5);
		expect(tail.map(({ act }) => act)).toContain('device.replaced');
		// The sensor trembles: what was counted of the former printer's roll is not the present one's.
		await fault('printer-1', 'near-end', true);
		expect((await history('printer', 'printer-1')).at(-1)).toBe('state ready paper-low');
		expect((await line(P1)).printer).toMatchObject({ slips: 0, left: { metres: 5, soon: true } });
		await fault('printer-1', 'near-end', false);
	});

	test('of a line that fails the line is told, not its boards; a board that is left alone calls nobody', async () => {
		for (const board of ['board-1', 'board-east']) await fault(board, 'silent', true, 1);
		await pass(150);
		expect(await alarms()).toEqual(['bus-dead line-1 silent']);
		await fault('board-east', 'silent', false, 60);
		expect(await alarms()).toEqual(['board-dead board-1 silent']);
		granted(await disable(here.hall, SUPERVISOR, BOARD, 'parts'));
		await pass(2);
		expect(await alarms()).toEqual([]);
		await fault('board-1', 'silent', false, 1);
		granted(await enable(here.hall, SUPERVISOR, BOARD));
		await pass(40);
		expect(await states()).toMatchObject({ 'board-1': 'ready', 'board-east': 'ready' });
	});

	test('a board shows a test text for some seconds, and then again what should stand there', async () => {
		const shown = async (): Promise<string[] | null | undefined> =>
			(await devices.view()).boards.find(({ code }) => code === 'board-1')?.shown;
		const before = await shown();
		granted(await tryOut(here.hall, SUPERVISOR, BOARD));
		await pass(3);
		expect((await shown())?.join('')).toContain('测试 1');
		await pass(15);
		expect(await shown()).toEqual(before);
		expect(refusal(await tryOut(here.hall, SUPERVISOR, { kind: 'kiosk', code: 'kiosk-1' }))).toBe('device-cannot');
		expect(refusal(await tryOut(here.hall, SUPERVISOR, { kind: 'printer', code: 'board-1' }))).toBe('device-unknown');
	});

	test('a screen that cannot be heard, or is gone, is told after a minute', async () => {
		screens.reported('screen-east', 'east', 'refused');
		await pass(30);
		expect(await alarms()).toEqual([]);
		await pass(40);
		expect(await alarms()).toEqual(['screen-silent screen-east mute']);
		screens.left('screen-east');
		await pass(70);
		expect(await alarms()).toEqual(['screen-silent screen-east gone']);
		screens.reported('screen-east', 'east', 'on');
		await pass(4);
		expect(await alarms()).toEqual([]);
	});

	test('a device that no hall file names any more calls nobody, however it stood last', async () => {
		const hall = here.hall.id;
		const gone = { state: 'gone', reason: null, since_at: 0, heard_at: null, looked_at: 0 } as const;
		const former = { hall, kind: 'agent', device: 'former-pc', ...gone, ...NO_HAND } as const;
		await here.hall.write(({ k }) => saveStanding(k, [former]));
		expect(await alarms()).toEqual([]);
		const { devices: all } = await watchView(here.hall, SUPERVISOR);
		expect(all.map(({ code }) => code)).not.toContain('former-pc');
		expect(await deviceDetail(here.hall, 'agent', 'former-pc')).toBeUndefined();
	});

	test('what happened while nobody looked is not known, and not up; and a duty was taken for its day only', async () => {
		expect((await line(P2)).printer).toMatchObject({ group: 'main' });
		await devices.close();
		await here.clock.advance(24 * 3600 * SECOND);
		await start();
		expect((await line(P2)).printer).toMatchObject({ group: 'spare', movedFrom: null });
		const unseen = ['state ready unknown not-watched', 'state unknown ready'];
		expect((await history('printer', 'printer-2')).slice(-2)).toEqual(unseen);
		const detail = await deviceDetail(here.hall, 'printer', 'printer-2');
		const { unknown, off, up, share } = detail?.months[0] ?? { unknown: 0, off: 0, up: 0, share: 0 };
		expect(Math.abs(unknown - 24 * 3600 * SECOND)).toBeLessThan(60 * SECOND);
		expect(off).toBeGreaterThan(20 * SECOND);
		expect(share).toBeCloseTo(up / (up + unknown), 5);
	});
});

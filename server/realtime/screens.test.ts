import { EventEmitter } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '#test/db.ts';
import { CLERK, SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { endBroadcast } from '../broadcast/end.ts';
import { startBroadcast } from '../broadcast/start.ts';
import { broadcastPart } from '../broadcast/view.ts';
import { Screens } from '../devices/screens.ts';
import { Later } from '../later.ts';
import { VISITOR } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { Receipts } from '../run/receipts.ts';
import { callNext } from '../tickets/call.ts';
import { consoleView, windowScreenView } from '../windows/view.ts';
import type { BroadcastReceived, GatewayOptions, HallSocket } from './gateway.ts';
import { hearScreens } from './screens.ts';

interface Line {
	socket: EventEmitter & { data: { who: Who; zone?: string } };
	heard: unknown[];
	/** says something as a page does, and waits until it was heard */
	say: (event: string, ...facts: unknown[]) => Promise<void>;
}

/** A line on which a screen of a zone speaks, or a page that is none. */
function line(zone?: string): Line {
	const socket = Object.assign(new EventEmitter(), { data: { who: VISITOR, ...(zone === undefined ? {} : { zone }) } });
	const heard: unknown[] = [];
	const options = {
		onTold: (_: HallSocket, device: string, report: unknown) => heard.push([device, report]),
		onBroadcastReceived: (receipt: BroadcastReceived) => heard.push(receipt)
	};
	hearScreens(socket as unknown as HallSocket, () => Promise.resolve(), options as unknown as GatewayOptions);
	return {
		socket,
		heard,
		async say(event, ...facts) {
			socket.emit(event, ...facts);
			await Promise.resolve();
		}
	};
}

describe('D-05 what screens tell of themselves', () => {
	test('is heard of a screen, and of no other page', async () => {
		const [screen, other] = [line('east'), line()];
		for (const one of [screen, other]) {
			await one.say('broadcast:received', 7, 'screen-east', 'shown');
			await one.say('screen:told', 'screen-east', { sight: { readable: 6.4, farthest: 10 }, broken: ['a.png'] });
		}
		expect(other.heard).toEqual([]);
		expect(screen.heard).toEqual([
			{ broadcast: 7, device: 'screen-east', channel: 'shown' },
			['screen-east', { sight: { readable: 6.4, farthest: 10 }, broken: ['a.png'] }]
		]);
	});

	test.each([
		['broadcast:received', ['7', 'x', 'shown']],
		['broadcast:received', [1.5, 'x', 'shown']],
		['broadcast:received', [7, {}, 'shown']],
		['broadcast:received', [7, 'x', 'smelt']],
		['screen:told', [7, {}]],
		['screen:told', ['x', null]],
		['screen:told', ['x', 'much']]
	])('nonsense is passed over: %s %o', async (event, facts) => {
		const one = line('east');
		await one.say(event, ...facts);
		expect(one.heard).toEqual([]);
	});

	test('a line that calls itself ever new names is not heard by all of them', async () => {
		const one = line('east');
		for (const n of Array(100).keys()) await one.say('broadcast:received', 7, `screen-${String(n)}`, 'shown');
		await one.say('broadcast:received', 8, 'screen-0', 'shown');
		expect(one.heard).toHaveLength(5);
	});

	test('a screen with a key of its own speaks in no other name', async () => {
		const one = line('east');
		Object.assign(one.socket.data, { who: { role: 'display', name: 'key:s', device: 'screen-east' } });
		for (const name of ['screen-west', 'screen-east']) await one.say('broadcast:received', 7, name, 'shown');
		expect(one.heard).toEqual([{ broadcast: 7, device: 'screen-east', channel: 'shown' }]);
	});

	test('a report is cut to what it may be', async () => {
		const one = line('east');
		const broken = [...Array.from({ length: 80 }, (_, i) => `${String(i)}.png`), 7];
		await one.say('screen:told', 'x'.repeat(500), { sight: { readable: Number.NaN, farthest: '10' }, broken });
		const [[device, report] = []] = one.heard as [string, { sight: unknown; broken: string[] }][];
		expect([device?.length, report?.sight, report?.broken.length]).toEqual([64, null, 50]);
	});
});

describe.each(ENGINES)('D-05 %s: who has shown what', (engine) => {
	let house: TestHall;
	let later: Later;
	let receipts: Receipts;
	const told: string[] = [];
	const screens = (): ReturnType<Screens['view']> => known.view();
	let known: Screens;
	beforeAll(async () => {
		house = await testHall(engine);
		known = new Screens(house.clock);
		const onTrouble = (error: unknown): void => expect.fail(String(error));
		later = new Later(house.hall, { onWritten: () => undefined, onTrouble });
		receipts = new Receipts({
			...{ hall: house.hall, screens: known, later, voices: { said: () => '请 A001' } },
			onCall: (window) => told.push(`call at ${window}`),
			onBroadcast: () => told.push('broadcast'),
			onChanged: () => told.push('screen')
		});
	});
	afterAll(async () => {
		await house.close();
	});

	test('an alert tells which screens have shown and said it, and which have not', async () => {
		const wish = { code: 'evacuate', zh: '', en: '', drill: true, incident: null, override: false, intent: 'alert-1' };
		const started = await startBroadcast(house.hall, SUPERVISOR, wish);
		if (!started.ok) throw new Error(started.refusal);
		const { id } = started.value;
		for (const channel of ['shown', 'shown', 'spoken'] as const)
			receipts.broadcast({ broadcast: id, device: 'screen-east', channel });
		receipts.broadcast({ broadcast: id, device: 'lent', channel: 'shown' });
		receipts.broadcast({ broadcast: 4711, device: 'screen-east', channel: 'shown' });
		await later.flush();
		const { reached, recent } = await broadcastPart(house.hall, SUPERVISOR);
		expect(reached).toEqual({ shown: ['lent', 'screen-east'], spoken: ['screen-east'], not: ['screen-3'] });
		expect(recent[0]).toMatchObject({ id, shown: 2, spoken: 1 });
		expect(told).toContain('broadcast');
		const guide = { role: 'guide', name: 'staff:8001', staff: '8001' } as const;
		expect(await endBroadcast(house.hall, guide, id, 'ask')).toMatchObject({ ok: true });
		expect(await endBroadcast(house.hall, SUPERVISOR, id, 'confirm')).toMatchObject({ ok: true });
		expect((await broadcastPart(house.hall, SUPERVISOR)).reached).toBeNull();
	});

	test('a call tells its window by name who has shown and said it; that of another zone is not taken', async () => {
		await house.open('1');
		await house.take('enrol');
		expect(await callNext(house.hall, CLERK, '1')).toMatchObject({ ok: true });
		await house.look();
		const call = (await windowScreenView(house.hall, '1'))?.call ?? 0;
		expect(call).toBeGreaterThan(0);
		const receipt = { call, device: 'screen-east', zone: 'east' };
		await receipts.call({ ...receipt, channel: 'shown' });
		await receipts.call({ ...receipt, channel: 'spoken' });
		await receipts.call({ ...receipt, device: 'elsewhere', zone: 'west', channel: 'shown' });
		await later.flush();
		const current = (await consoleView(house.hall, CLERK, '1'))?.current;
		expect(current).toMatchObject({ receipts: { shown: 1, spoken: 1, boards: 0 }, receivers: ['screen-east'] });
		expect(told).toContain('call at 1');
	});

	test('a screen is known by what it told, until its line ends', () => {
		const { socket } = line('east');
		const at = socket as unknown as HallSocket;
		receipts.reported(at, 'screen-east', 'on');
		receipts.told(at, 'screen-east', { sight: { readable: 6.4, farthest: 10 }, broken: ['torn.png'] });
		receipts.told(at, 'screen-east', { sight: { readable: 12, farthest: 10 }, broken: [] });
		expect(screens()).toMatchObject([
			{ device: 'screen-east', zone: 'east', connected: true, sound: 'on', sight: { readable: 12 }, broken: [] }
		]);
		expect(socket.listenerCount('disconnect')).toBe(1);
		socket.emit('disconnect');
		expect(screens()[0]?.connected).toBe(false);
	});

	test('a screen that is back before its old line is known to have ended is there', () => {
		const [old, fresh] = [line('east').socket, line('east').socket];
		for (const one of [old, fresh]) receipts.reported(one as unknown as HallSocket, 'screen-east', 'on');
		old.emit('disconnect');
		expect(screens()[0]?.connected).toBe(true);
		fresh.emit('disconnect');
		expect(screens()[0]?.connected).toBe(false);
	});

	test('so many screens are remembered; those that are there are never forgotten', () => {
		const many = new Screens(house.clock);
		many.reported('screen-east', 'east', 'on');
		for (const n of Array(600).keys()) {
			many.reported(`lent-${String(n)}`, 'east', 'on');
			many.left(`lent-${String(n)}`);
		}
		const names = many.view().map(({ device }) => device);
		expect([names.length, names[0], names.at(-1)]).toEqual([500, 'screen-east', 'lent-599']);
	});
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAgentKey, revokeAgentKey } from '#db/agents.ts';
import { liveHall } from '#test/fixtures/live-hall.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import type { AgentView } from '../agents/view.ts';
import type { IdReaderView, ScreenView } from '../devices/view.ts';
import type { HungBoard } from '../hardware/boards.ts';
import type { OpenPrinter } from '../hardware/printers.ts';
import { allTold, awaitedTold } from './told.ts';
import type { Told } from './watch.ts';

type Standing = Parameters<typeof allTold>[1];

const NAME = { zh: '一号取号机', en: 'Kiosk PC 1' };
const AGENTS = ['pc-1', 'pc-2', 'pc-3'];
const tcp = (port: number): object => ({ kind: 'tcp', host: '127.0.0.1', port });

let here: TestHall;
beforeAll(async () => {
	const file = liveHall((doc) => {
		const set = (what: string, value: unknown): void => doc.setIn(['devices', what], doc.createNode(value));
		set(
			'agents',
			AGENTS.map((code) => ({ code, name: NAME }))
		);
		set('padLines', [
			{ code: 'pads-1', wire: tcp(9) },
			{ code: 'pads-2', agent: 'pc-2', wire: tcp(10) }
		]);
		set('scanners', [
			{ code: 'scanner-1', kiosk: 'kiosk-1', wire: tcp(11) },
			{ code: 'scanner-2', window: '1', agent: 'pc-1', wire: tcp(12) }
		]);
	});
	here = await testHall('sqlite', file);
});
afterAll(() => here.close());

const agent = (code: string, state: AgentView['state'], trouble: AgentView['trouble'] = null): AgentView => ({
	...{ code, name: NAME, since: 0, state, trouble }
});
/** How everything stands where only this is there. @returns as `kind code state reason heardAt`, without what is not said */
function told(standing: Partial<Standing>): string[] {
	const none = { view: () => [] };
	const bare = { hardware: { printers: [], boards: [] } as unknown as Standing['hardware'], isOff: () => false };
	const all = allTold(here.hall, {
		...bare,
		pads: none,
		scanners: none,
		agents: [],
		readers: [],
		screens: [],
		...standing
	});
	return all.map(written);
}
const written = ({ kind, code, state, reason, heardAt }: Told): string =>
	[kind, code, state, reason, heardAt].filter((one) => one !== undefined && one !== null).join(' ');

const printer = (code: string, status: object): OpenPrinter =>
	({ code, group: 'main', printer: { status: () => status } }) as unknown as OpenPrinter;
const OPEN = { open: true, reason: null };
function board(
	code: string,
	line: object,
	{ heardAt = null, quarantined = false }: object & { heardAt?: number | null; quarantined?: boolean } = {}
): HungBoard {
	return {
		entry: { code, bus: `line-of-${code}` },
		line: () => line,
		state: () => ({ heardAt, quarantined })
	} as unknown as HungBoard;
}
const hardware = (parts: { printers?: OpenPrinter[]; boards?: HungBoard[] }): Standing['hardware'] =>
	({ printers: [], boards: [], ...parts }) as unknown as Standing['hardware'];

test('D-12 a printer stands as it says; one behind an agent that is gone is behind it, with the reason of what is lost', () => {
	const printers = [
		printer('p1', { state: 'ready' }),
		printer('p2', { state: 'unreachable', since: 0, reason: 'ECONNREFUSED' }),
		printer('p3', { state: 'unreachable', since: 0, reason: 'agent-gone' })
	];
	expect(told({ hardware: hardware({ printers }) })).toEqual([
		'printer p1 ready',
		'printer p2 unreachable ECONNREFUSED',
		'printer p3 behind-agent agent-gone'
	]);
});

test('D-12 a board is silent, heard or not known; nothing of its own where its line is down; one put aside is not told', () => {
	const boards = [
		board('b1', OPEN),
		board('b2', OPEN, { heardAt: 7 }),
		board('b3', OPEN, { heardAt: 7, quarantined: true }),
		board('b4', { open: false, reason: 'ENOENT' }, { heardAt: 7, quarantined: true }),
		board('b5', { open: false, reason: 'agent-gone' }),
		board('b6', { open: false, reason: null }),
		board('b7', OPEN)
	];
	expect(told({ hardware: hardware({ boards }), isOff: (code) => code === 'b7' })).toEqual([
		'bus line-of-b1 ready',
		'bus line-of-b2 ready',
		'bus line-of-b3 ready',
		'bus line-of-b4 unreachable ENOENT',
		'bus line-of-b5 behind-agent agent-gone',
		'bus line-of-b6 unknown',
		'bus line-of-b7 ready',
		'board b1 unknown',
		'board b2 ready 7',
		'board b3 silent 7',
		'board b4 unreachable 7',
		'board b5 behind-agent',
		'board b6 unknown'
	]);
});

test('D-12 an agent is here, has a full disk, or is gone; before it ever came nobody is missed, unless a machine has its key', async () => {
	const agents = [agent('pc-1', 'here'), agent('pc-2', 'here', 'disk'), agent('pc-3', 'gone', 'disk')];
	expect(told({ agents })).toEqual(['agent pc-1 ready', 'agent pc-2 disk-full', 'agent pc-3 gone']);
	expect(told({ agents: [agent('pc-1', 'never')] })).toEqual([]);
	const never = AGENTS.map((code, i) => agent(code, i === 2 ? 'here' : 'never'));
	const awaited = async (): Promise<string[]> => (await awaitedTold(here.hall, never)).map(written);
	expect(await awaited()).toEqual(['agent pc-1 unknown', 'agent pc-2 unknown']);
	const unheard = { revoked_at: null, seen_at: null, epoch: null, heard: 0, created_at: 1 };
	await here.hall.write(({ k, hall }) => addAgentKey(k, { hall, id: 'k1', agent: 'pc-2', hash: 'h1', ...unheard }));
	expect(await awaited()).toEqual(['agent pc-1 unknown', 'agent pc-2 gone']);
	await here.hall.write(({ k, hall }) => revokeAgentKey(k, { hall, agent: 'pc-2', at: 2 }));
	expect(await awaited()).toEqual(['agent pc-1 unknown', 'agent pc-2 unknown']);
});

test('D-12 of a line that is listened to its cable is known; behind an agent that is not there nothing is', () => {
	const agents = [agent('pc-1', 'gone'), agent('pc-2', 'here')];
	const lines = (up: boolean, ...codes: string[]) => ({ view: () => codes.map((code) => ({ code, up })) });
	const down = { pads: lines(false, 'pads-1', 'pads-2'), scanners: lines(false, 'scanner-1', 'scanner-2') };
	expect(told({ ...down, agents }).filter((one) => !one.startsWith('agent'))).toEqual([
		'pad-line pads-1 unreachable',
		'pad-line pads-2 unreachable',
		'scanner scanner-1 unreachable',
		'scanner scanner-2 behind-agent agent-gone'
	]);
	expect(told({ pads: lines(true, 'pads-1'), scanners: lines(true, 'scanner-2'), agents: [] })).toEqual([
		'pad-line pads-1 ready',
		'scanner scanner-2 ready'
	]);
});

test('D-12 a reader is told of when it was asked and has answered', () => {
	const states = [null, 'asked', 'read', 'none', 'unreadable', 'absent'] as const;
	const readers = states.map((state) => ({ code: String(state), state, at: 9 }) as IdReaderView);
	expect(told({ readers })).toEqual([
		'id-reader read ready 9',
		'id-reader none ready 9',
		'id-reader unreadable ready 9',
		'id-reader absent unreachable 9'
	]);
});

test('D-12 a screen that should speak and may not is mute; one that has no voice is not', () => {
	const screen = (device: string, over: Partial<ScreenView>): ScreenView =>
		({ device, connected: true, sound: 'on', lastSeen: 5, ...over }) as ScreenView;
	const now = String(here.clock.now());
	const screens = [
		screen('screen-east', {}),
		screen('screen-east', { sound: 'refused' }),
		screen('screen-east', { sound: 'failed' }),
		screen('screen-east', { sound: 'unknown' }),
		screen('screen-3', { sound: 'refused' }),
		screen('screen-east', { connected: false, sound: 'refused' }),
		screen('a-browser', {})
	];
	expect(told({ screens })).toEqual([
		`screen screen-east ready ${now}`,
		`screen screen-east mute refused ${now}`,
		`screen screen-east mute failed ${now}`,
		`screen screen-east ready ${now}`,
		`screen screen-3 ready ${now}`,
		'screen screen-east gone refused 5'
	]);
});

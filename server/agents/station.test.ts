import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addAgentKey, allAgentKeys } from '#db/agents.ts';
import type { AgentKeyRow } from '#db/schema.ts';
import type { PrintResult } from '#printer/printer.ts';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { BEAT_MS, GONE_MS, type AgentEvent, type JobResult, type Levels, type Sent, type ToAgent } from './protocol.ts';
import { Station } from './station.ts';
import type { Channel } from './way.ts';

/* One agent as the server sees it; the far end is what is said to it and what it says, by hand. */

const NAME = { zh: '主机', en: 'PC' };
const HALL = SMALL_HALL.replace(
	'devices:\n',
	`devices:
  agents:
    - { code: kiosk-pc, name: { zh: 主机, en: PC } }
    - { code: other-pc, name: { zh: 另一台, en: Other } }
  padLines:
    - { code: pads, agent: kiosk-pc, wire: { kind: virtual } }
  pads:
    - { code: pad-1, line: pads, address: 1, window: 1 }
  scanners:
    - { code: scanner-1, kiosk: kiosk-1, agent: kiosk-pc, wire: { kind: virtual } }
    - { code: scanner-2, kiosk: kiosk-2, agent: other-pc, wire: { kind: virtual } }
`
)
	.replace(
		'  kiosks:\n',
		'  kiosks:\n    - { code: kiosk-2, name: { zh: 二号机, en: Kiosk 2 }, zones: [east], printerGroup: main }\n'
	)
	.replace('group: main, width: 80,', 'group: main, width: 80, agent: kiosk-pc,')
	.replace('{ code: line-1,', '{ code: line-1, agent: kiosk-pc,');
const LEVELS: Levels = { printers: {}, keyLines: {}, scanners: {}, working: [], trouble: null };

let here: TestHall;
let station: Station;
let key: AgentKeyRow;
/** what the hall was told */
let told: string[] = [];
let changes = 0;

beforeEach(async () => {
	here = await testHall('sqlite', HALL);
	told = [];
	changes = 0;
	const takes = {
		late: (job: string, printer: string) => Promise.resolve(void told.push(`late ${job} ${printer}`)),
		key: (one: { line: string; address: number; key: number; fresh: boolean }) =>
			void told.push(`key ${one.line} ${String(one.address)} ${String(one.key)}${one.fresh ? '' : ' long ago'}`),
		scan: (scanner: string, text: string) => void told.push(`scan ${scanner} ${text}`),
		onChanged: () => void (changes += 1)
	};
	station = new Station('kiosk-pc', here.hall, () => takes);
	station.follow();
	const unheard = { revoked_at: null, seen_at: null, epoch: null, heard: 0, created_at: 1 };
	key = { hall: here.hall.id, id: 'k1', agent: 'kiosk-pc', hash: 'h1', ...unheard };
	await here.hall.write(({ k }) => addAgentKey(k, key));
});
afterEach(async () => {
	station.close();
	await here.close();
});

interface Far extends Channel {
	said: ToAgent[];
	ended: boolean;
}

/** Links a run of the agent. */
function link(boot = 'run-1', row = key, epoch = 'journal-1'): Far {
	const far: Far = {
		said: [],
		ended: false,
		say: (message) => void far.said.push(message),
		end: () => void (far.ended = true)
	};
	station.link(far, row, { boot, epoch });
	return far;
}
const says = (far: Far, what: ToAgent['say']): ToAgent[] => far.said.filter(({ say }) => say === what);
const sent = (seq: number, event: AgentEvent, agoMs: number | null = 0): Sent => ({ seq, agoMs, event });
const pressed = (address: number): AgentEvent => ({ kind: 'key', line: 'pads', address, key: 5 });
const events = (far: Far, ...list: Sent[]): Promise<void> => station.hear(far, { say: 'events', events: list });
const state = (): string => station.view(NAME).state;
const kept = async (): Promise<AgentKeyRow | undefined> => (await allAgentKeys(here.hall.read, here.hall.id))[0];

describe('D-12 an agent as the server sees it', () => {
	test('is greeted, told its part, and told it again only when it has changed', () => {
		const far = link();
		expect(far.said.map(({ say }) => say)).toEqual(['welcome', 'part']);
		expect(far.said[0]).toEqual({ say: 'welcome', agent: 'kiosk-pc', heard: 0 });
		station.follow();
		station.follow();
		expect(says(far, 'part')).toHaveLength(1);
		here.hall.setup.file.devices.scanners.length = 0;
		station.follow();
		station.follow();
		expect(says(far, 'part')).toHaveLength(2);
		expect(changes).toBe(1);
	});

	test('is here, gone, and here since when', async () => {
		expect(station.view(NAME)).toEqual({
			code: 'kiosk-pc',
			name: NAME,
			state: 'never',
			since: here.clock.now(),
			trouble: null
		});
		await here.clock.advance(5000);
		const far = link();
		expect(station.view(NAME)).toMatchObject({ state: 'here', since: here.clock.now() });
		await station.hear(far, { say: 'levels', levels: { ...LEVELS, trouble: 'disk' } });
		expect(station.view(NAME).trouble).toBe('disk');
		await here.clock.advance(2000);
		const before = changes;
		station.unlink(far);
		expect(station.view(NAME)).toMatchObject({ state: 'gone', since: here.clock.now(), trouble: null });
		expect([changes - before, station.boot]).toEqual([1, undefined]);
		station.unlink(far);
		expect(changes - before).toBe(1);
	});

	test('another run takes the place of the former, which is told so and heard no more', async () => {
		const [former, present] = [link('run-1'), link('run-2')];
		expect([former.said.at(-1), former.ended, state()]).toEqual([{ say: 'over', why: 'replaced' }, true, 'here']);
		station.unlink(former);
		await events(former, sent(1, pressed(1)));
		station.scanned(former, 'scanner-1', 'A001');
		expect([state(), station.boot, told]).toEqual(['here', 'run-2', []]);
		await events(present, sent(1, pressed(1)));
		expect(told).toEqual(['key pads 1 5']);
	});

	test('that says nothing is gone after some seconds; whatever it says keeps it', async () => {
		const far = link();
		await here.clock.advance(GONE_MS);
		station.alive(far);
		await here.clock.advance(GONE_MS);
		expect([state(), far.ended]).toEqual(['here', false]);
		expect(says(far, 'beat').length).toBeGreaterThan((2 * GONE_MS) / BEAT_MS - 2);
		await here.clock.advance(BEAT_MS);
		expect([state(), far.ended]).toEqual(['gone', true]);
	});

	test('is heard each event once, and remembered as far as it was heard', async () => {
		const far = link();
		await events(far, sent(1, pressed(1)), sent(2, pressed(2)));
		await events(far, sent(2, pressed(2)), sent(3, pressed(3)));
		await events(far, sent(3, pressed(3)));
		expect(told).toEqual(['key pads 1 5', 'key pads 2 5', 'key pads 3 5']);
		expect(says(far, 'heard')).toEqual([2, 3, 3].map((seq) => ({ say: 'heard', seq })));
		expect(await kept()).toMatchObject({ heard: 3, epoch: 'journal-1', seen_at: here.clock.now() });
		const row = await kept();
		if (!row) throw new Error('no key');
		expect(says(link('run-2', row), 'welcome')).toMatchObject([{ heard: 3 }]);
		expect(says(link('run-3', row, 'journal-2'), 'welcome')).toMatchObject([{ heard: 0 }]);
	});

	test('a key that was pressed long ago, or nobody knows when, is told as such', async () => {
		const far = link();
		await events(far, sent(1, pressed(1), 5000), sent(2, pressed(2), 5001), sent(3, pressed(3), null));
		expect(told).toEqual(['key pads 1 5', 'key pads 2 5 long ago', 'key pads 3 5 long ago']);
	});

	test('only its own scanners are heard', () => {
		const far = link();
		for (const code of ['scanner-1', 'scanner-2', 'scanner-9']) station.scanned(far, code, 'A001');
		expect(told).toEqual(['scan scanner-1 A001']);
	});

	test('a job is told to whoever waits for it, or to the hall when nobody does', async () => {
		const far = link();
		const printer = station.printer('printer-1');
		let result: PrintResult | undefined;
		void printer?.print({ id: '1.1', lines: [] }).then((one) => (result = one));
		expect(says(far, 'job')).toMatchObject([{ job: '1.1', printer: 'printer-1' }]);
		const printed: JobResult = { state: 'printed', why: null, substituted: [] };
		const job = (name: string, of: string): AgentEvent => ({ kind: 'job', job: name, printer: of, result: printed });
		await events(far, sent(1, job('1.1', 'printer-1')), sent(2, job('9.9', 'printer-1')), sent(3, job('8.8', 'gone')));
		expect([result?.state, told]).toEqual(['printed', ['late 9.9 printer-1', 'late 8.8 gone']]);
	});

	test('its printers are as it says; leaving or gone they cannot be reached', async () => {
		const printer = (): string | undefined => station.printer('printer-1')?.status().state;
		expect([printer(), station.printer('printer-2')]).toEqual(['unreachable', undefined]);
		const far = link();
		await station.hear(far, { say: 'levels', levels: { ...LEVELS, printers: { 'printer-1': { state: 'ready' } } } });
		expect(printer()).toBe('ready');
		await events(far, sent(1, { kind: 'status', printer: 'printer-1', status: { state: 'paper-out' } }));
		expect(printer()).toBe('paper-out');
		const before = changes;
		await station.hear(far, { say: 'leaving' });
		expect([printer(), station.boot, state(), changes - before]).toEqual(['unreachable', undefined, 'here', 1]);
		const last = link('run-2');
		station.close();
		expect([last.said.at(-1), last.ended]).toEqual([{ say: 'over', why: 'not-driving' }, true]);
		expect(printer()).toBe('unreachable');
	});

	test('its lines are there while it is', async () => {
		const [keys, scanner] = [station.keyLine('pads'), station.scanner('scanner-1')];
		expect([station.keyLine('pads'), station.scanner('scanner-1')]).toEqual([keys, scanner]);
		const far = link();
		const up = { up: true, lost: 3 };
		await station.hear(far, {
			say: 'levels',
			levels: { ...LEVELS, keyLines: { pads: up }, scanners: { 'scanner-1': up } }
		});
		expect([keys.state(), scanner.state()]).toMatchObject([
			{ up: true, garbage: 3 },
			{ up: true, unread: 3 }
		]);
		await events(far, sent(1, pressed(1)));
		expect(keys.state().heard.get(1)).toBe(here.clock.now());
		station.unlink(far);
		expect([keys.state().up, scanner.state().up]).toEqual([false, false]);
	});

	test('a card that it was asked for when it went away does not come any more', async () => {
		const far = link();
		const { signal } = new AbortController();
		const card = station.cards.read('id-reader-1', { limitMs: 9000, signal });
		expect(says(far, 'ask-card')).toMatchObject([{ reader: 'id-reader-1', limitMs: 9000 }]);
		station.unlink(far);
		expect(await card).toEqual({ outcome: 'absent' });
	});

	test('a board is told what should stand there, again on every link, and what became of it is the board’s', async () => {
		const board = station.board('board-1');
		const outcomes: string[] = [];
		const showing = {
			priority: 'call',
			onOutcome: ({ outcome, at }: { outcome: string; at: number }) =>
				void outcomes.push(`${outcome} ${String(here.clock.now() - at)}`)
		} as const;
		const first = link();
		board?.show({ lines: ['请稍候'] }, showing);
		const shown = says(first, 'show')[0];
		if (shown?.say !== 'show') throw new Error('nothing was shown');
		station.unlink(first);
		expect(outcomes).toEqual(['timeout 0']);
		const second = link('run-2');
		expect(says(second, 'show')).toMatchObject([{ show: shown.show, priority: 'refresh' }]);
		const acked = { kind: 'board', board: 'board-1', show: shown.show, outcome: 'acked', reason: null } as const;
		await events(second, sent(1, acked, 700));
		expect(outcomes).toEqual(['timeout 0', 'acked 700']);
		expect(board?.state()).toMatchObject({ quarantined: false, heardAt: here.clock.now() - 700 });
	});
});

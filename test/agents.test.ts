import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Document } from 'yaml';
import type { SlipRow } from '#db/schema.ts';
import { virtualOnbonCard } from '#display/led/virtual/onbon-card.ts';
import { printerModel } from '#printer/models/models.ts';
import { padFrame } from '#printer/input/pad-frames.ts';
import { virtualPrinter } from '#printer/virtual/virtual.ts';
import { readRecords } from '#server/agent/records.ts';
import type { DevicesView } from '#server/devices/view.ts';
import { farLine, startAgent, type FarLine, type TestAgent } from './fakes/agent.ts';
import { openCable, type Cable } from './fakes/cable.ts';
import { noonHall } from './fixtures/live-hall.ts';
import { callNext, open, runHall, take, type Running } from './running.ts';
import { guidedesk } from './server.ts';
import { rowsOf } from './tables.ts';
import { watch } from './watcher.ts';

/* A real server, a real agent on "another machine", and a printer, a board and a pad that hang on the agent. */

const SOON = { timeout: 60_000, interval: 100 };
const NEXT = 10;
const MISS = 14;

type Slip = Pick<SlipRow, 'state' | 'printer' | 'reason' | 'attempts'>;

describe('an agent on a kiosk PC', { timeout: 180_000 }, () => {
	/** A slip of it is in work for seconds when it is slow, so that what happens in its middle does. */
	const far = virtualPrinter({ model: printerModel('epson', 80), speed: 200, chinese: true });
	const board = virtualOnbonCard(1);
	const folder = mkdtempSync(join(tmpdir(), 'guidedesk-agent-'));
	let hall: Running<'kiosk' | 'clerk' | 'guide'>;
	let cable: Cable;
	let agent: TestAgent;
	let boards: FarLine;
	let pads: FarLine;
	let printerPort: number;

	/** The hall file: what hangs where. */
	function file(bend: (file: Document) => void = () => undefined): string {
		return noonHall((doc) => {
			const tcp = (port: number): object => ({ kind: 'tcp', host: '127.0.0.1', port });
			const set = (path: (string | number)[], value: unknown): void =>
				doc.setIn(['devices', ...path], doc.createNode(value));
			set(['agents'], [{ code: 'kiosk-pc', name: { zh: '一号取号机', en: 'Kiosk PC 1' } }]);
			set(['printers', 0, 'model'], 'epson');
			set(['printers', 0, 'wire'], tcp(printerPort));
			set(['printers', 0, 'agent'], 'kiosk-pc');
			set(['printers', 1, 'group'], 'other');
			set(['buses', 0, 'wire'], tcp(boards.port));
			set(['buses', 0, 'agent'], 'kiosk-pc');
			set(['padLines'], [{ code: 'pads-1', agent: 'kiosk-pc', wire: tcp(pads.port) }]);
			set(['pads'], [{ code: 'pad-1', line: 'pads-1', address: 7, window: '1' }]);
			bend(doc);
		});
	}

	beforeAll(async () => {
		printerPort = await far.listen();
		[boards, pads] = [await farLine(board), await farLine()];
		hall = await runHall('sqlite', file(), ['kiosk', 'clerk', 'guide']);
		cable = await openCable(hall.server.url);
	});
	afterAll(async () => {
		await agent.kill();
		await cable.close();
		await hall.end();
		await Promise.all([far.close(), boards.close(), pads.close()]);
		rmSync(folder, { recursive: true });
	});

	async function devices(): Promise<DevicesView> {
		const bench = await watch(hall.server.url, 'devices', '', hall.keys.guide);
		const view = bench.view();
		bench.close();
		return view;
	}
	const link = (): string => new URL(cable.through(hall.server.url)).origin;
	const printerIs = async (state: string): Promise<void> =>
		vi.waitFor(async () => {
			expect((await devices()).printers[0]?.state).toBe(state);
		}, SOON);
	const slipsOf = (ticket: number): Promise<Slip[]> =>
		rowsOf<Slip>(
			hall.database,
			`select state, printer, reason, attempts from slip where ticket = ${ticket} order by id`
		);
	const untilSlip = (ticket: number, slip: Partial<Slip>): Promise<void> =>
		vi.waitFor(async () => expect((await slipsOf(ticket)).at(-1)).toMatchObject(slip), SOON);
	/** so many pieces of paper bear this number */
	const papersOf = (number: string): number => far.papers().filter(({ text }) => text.includes(number)).length;
	const type = (...args: string[]): ReturnType<typeof guidedesk> =>
		guidedesk(hall.database, args, { hallFile: hall.hallFile });
	const press = (key: number): void => pads.say(padFrame({ address: 7, command: 1, key }));
	async function windowHas(): Promise<string | null> {
		const console = await watch(hall.server.url, 'console', '1', hall.keys.clerk);
		const { current } = console.view();
		console.close();
		return current?.number ?? null;
	}
	async function importFile(text: string): Promise<void> {
		const path = join(hall.database.folder, 'next.yaml');
		writeFileSync(path, text);
		expect(await type('hall', 'import', path)).toMatchObject({ code: 0 });
	}
	/** A slip that is being printed, slowly: its first line stands on the paper. */
	async function slowSlip(): Promise<{ id: number; number: string }> {
		far.setFault('slow', true);
		const begun = new Promise<void>((resolve) => {
			far.after({ lines: 1 }, resolve);
		});
		const ticket = await take(hall.as('kiosk'), 'enrol');
		await untilSlip(ticket.id, { state: 'sent', reason: null });
		await begun;
		return ticket;
	}

	test('a machine without a code, with a wrong one or a used one is told so', async () => {
		agent = startAgent(folder, '--server', link());
		expect([await agent.ended, agent.output()]).toMatchObject([1, expect.stringContaining('--code is missing')]);
		agent = startAgent(folder, '--server', link(), '--code', 'nobody-made-this1');
		expect([await agent.ended, agent.output()]).toMatchObject([1, expect.stringContaining('the code is wrong')]);
		const unknown = await type('agent', 'code', 'nobody');
		expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining('no agent nobody') as string });
		expect((await devices()).agents).toMatchObject([{ code: 'kiosk-pc', state: 'never' }]);
		await printerIs('unreachable');
	});

	test('enrolled with a code it prints; its key is its own secret, and later starts need no code', async () => {
		const code = (await type('agent', 'code', 'kiosk-pc')).out.trim();
		agent = startAgent(folder, '--server', link(), '--code', code);
		await printerIs('ready');
		const ticket = await take(hall.as('kiosk'), 'enrol');
		await untilSlip(ticket.id, { state: 'printed', printer: 'printer-1' });
		expect(papersOf(ticket.number)).toBe(1);
		const path = join(folder, 'agent', 'agent.json');
		expect(statSync(path).mode & 0o777).toBe(0o600);
		const { key } = JSON.parse(readFileSync(path, 'utf8')) as { key: string };
		expect(agent.output()).not.toContain(key);
		expect(await agent.stop()).toBe(0);
		await printerIs('unreachable');
		const again = startAgent(mkdtempSync(join(folder, 'other-')), '--server', link(), '--code', code);
		expect([await again.ended, again.output()]).toMatchObject([1, expect.stringContaining('the code has been used')]);
		agent = startAgent(folder);
		await printerIs('ready');
	});

	test('a call stands on its board and is acknowledged; a key of its pad works the window', async () => {
		await open(hall.as('clerk'), 1);
		const { body } = await callNext(hall.as('clerk'), 1);
		await vi.waitFor(async () => {
			expect(board.shown(Date.now()).join(' ')).toContain(body.number);
			const seen = await rowsOf<{ outcome: string }>(
				hall.database,
				`select outcome from receipt where channel = 'board' and device = 'board-1'`
			);
			expect(seen).toEqual([{ outcome: 'acked' }]);
		}, SOON);
		press(MISS);
		await vi.waitFor(async () => expect(await windowHas()).toBeNull(), SOON);
	});

	test('killed in the middle of a slip: it is unsure, the next one comes out whole, and nothing twice', async () => {
		const ticket = await slowSlip();
		await agent.kill();
		await printerIs('unreachable');
		agent = startAgent(folder);
		await untilSlip(ticket.id, { state: 'unsure', reason: 'agent-gone' });
		far.setFault('slow', false);
		await printerIs('ready');
		const next = await take(hall.as('kiosk'), 'enrol');
		await untilSlip(next.id, { state: 'printed' });
		expect(far.papers().at(-1)?.text).toContain(next.number);
		expect(papersOf(ticket.number)).toBeLessThan(2);
		expect(await slipsOf(ticket.id)).toHaveLength(1);
	});

	test('the server is started anew in the middle of a slip: what became of it is told when it is back', async () => {
		const ticket = await slowSlip();
		await hall.again('kill');
		far.setFault('slow', false);
		await untilSlip(ticket.id, { state: 'printed', attempts: 1 });
		expect(papersOf(ticket.number)).toBe(1);
		await printerIs('ready');
	});

	test('the link is cut for ten seconds: the slip in work is known afterwards, an old key is not done', async () => {
		const waits = await take(hall.as('kiosk'), 'enrol');
		await untilSlip(waits.id, { state: 'printed' });
		const ticket = await slowSlip();
		await cable.pull();
		const from = Date.now();
		// Now, so that it is old when the link is back, however long the server is waited for.
		press(NEXT);
		// It ends while nobody hears of it, long before its own driver would lose patience.
		far.setFault('slow', false);
		await printerIs('unreachable');
		const { agents } = await devices();
		expect(agents).toMatchObject([{ state: 'gone' }]);
		expect((agents[0]?.since ?? Infinity) - from).toBeLessThan(8000);
		const refused: string[] = [];
		const console = await watch(hall.server.url, 'console', '1', hall.keys.clerk);
		console.socket.on('pad:refused', (action, code) => refused.push(`${action} ${code}`));
		await new Promise((resolve) => setTimeout(resolve, 10_000 - (Date.now() - from)));
		await cable.plug();
		await untilSlip(ticket.id, { state: 'printed', attempts: 1 });
		expect(papersOf(ticket.number)).toBe(1);
		await vi.waitFor(() => expect(refused).toEqual(['next key-late']), SOON);
		expect(console.view().current).toBeNull();
		console.close();
		press(NEXT);
		await vi.waitFor(async () => expect(await windowHas()).not.toBeNull(), SOON);
		expect(refused).toHaveLength(1);
		// A board may just have said something.
		await vi.waitFor(() => expect(journalled()).toEqual([]), SOON);
	});

	/** What stands in the journal and has not been heard. */
	function journalled(): unknown[] {
		const { records, good } = readRecords(readFileSync(join(folder, 'agent', 'journal')));
		expect(good).toBe(statSync(join(folder, 'agent', 'journal')).size);
		const heard = Math.max(0, ...records.map((one) => (one.is === 'heard' ? one.seq : 0)));
		return records.filter((one) => one.is === 'event' && one.seq > heard);
	}

	test('a new hall file: another name leaves the printer open, another machine takes it over', async () => {
		const lines = boards.count();
		await importFile(file((doc) => doc.setIn(['devices', 'printers', 0, 'agent'], null)));
		await printerIs('ready');
		const ticket = await take(hall.as('kiosk'), 'enrol');
		await untilSlip(ticket.id, { state: 'printed' });
		await importFile(file((doc) => doc.setIn(['devices', 'printers', 0, 'name', 'en'], 'Renamed')));
		await printerIs('ready');
		const next = await take(hall.as('kiosk'), 'enrol');
		await untilSlip(next.id, { state: 'printed' });
		expect([papersOf(ticket.number), papersOf(next.number)]).toEqual([1, 1]);
		expect(boards.count()).toBe(lines);
	});

	test('a revoked key ends the link within seconds, and the agent says so and ends', async () => {
		expect((await type('agent', 'list')).out).toMatch(/^kiosk-pc\tenrolled\t\d{4}-/);
		expect(await type('agent', 'revoke', 'kiosk-pc')).toMatchObject({ code: 0, out: 'revoked kiosk-pc\n' });
		expect(await agent.ended).toBe(3);
		expect(agent.output()).toContain('the key of this agent was revoked');
		await printerIs('unreachable');
		agent = startAgent(folder);
		expect([await agent.ended, agent.output()]).toMatchObject([3, expect.stringContaining('was revoked')]);
		agent = startAgent(folder, '--code', (await type('agent', 'code', 'kiosk-pc')).out.trim());
		await printerIs('ready');
	});
});

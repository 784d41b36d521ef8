import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SlipRow } from '#db/schema.ts';
import { printerModel } from '#printer/models/models.ts';
import { VIRTUAL_CARDS, VirtualIdReader } from '#printer/virtual/id-reader.ts';
import { TcpPort } from '#printer/virtual/ports.ts';
import { virtualPrinter } from '#printer/virtual/virtual.ts';
import type { DevicesView } from '#server/devices/view.ts';
import { systemClock } from '#server/clock.ts';
import type { TicketView } from '#server/views.ts';
import { farLine, startAgent, type FarLine, type TestAgent } from './fakes/agent.ts';
import { openCable, type Cable } from './fakes/cable.ts';
import { noonHall } from './fixtures/live-hall.ts';
import { runHall, take, type Running } from './running.ts';
import { guidedesk } from './server.ts';
import { faultsIn, rowsOf } from './tables.ts';
import { watch, type Watcher } from './watcher.ts';

/* A kiosk PC with an agent: what its visitor holds before a scanner and lays on a reader, a dead line, a full disk. */

const SOON = { timeout: 60_000, interval: 100 };

type Slip = Pick<SlipRow, 'state' | 'reason' | 'attempts'>;

describe('the agent of a kiosk', { timeout: 180_000 }, () => {
	/** A slip of it is in work for seconds when it is slow, so that what happens in its middle does. */
	const printer = virtualPrinter({ model: printerModel('epson', 80), speed: 200, chinese: true });
	const reader = new VirtualIdReader('reader', systemClock);
	const port = new TcpPort((link) => reader.attach(link));
	const folder = mkdtempSync(join(tmpdir(), 'guidedesk-agent-'));
	const scanned: string[] = [];
	let hall: Running<'kiosk' | 'guide'>;
	let cable: Cable;
	let agent: TestAgent;
	let scanner: FarLine;
	let page: Watcher<'kiosk'>;
	let desk: Watcher<'devices'>;

	beforeAll(async () => {
		scanner = await farLine();
		const wire = (port: number): object => ({ kind: 'tcp', host: '127.0.0.1', port });
		const [print, card] = [wire(await printer.listen()), wire(await port.listen(0))];
		const file = noonHall((doc) => {
			const set = (path: (string | number)[], value: unknown): void =>
				doc.setIn(['devices', ...path], doc.createNode(value));
			set(['agents'], [{ code: 'kiosk-pc', name: { zh: '取号机主机', en: 'Kiosk PC' } }]);
			for (const [key, value] of Object.entries({ model: 'epson', wire: print, agent: 'kiosk-pc' }))
				set(['printers', 0, key], value);
			set(['printers', 1, 'group'], 'other');
			const at = { kiosk: 'kiosk-1', agent: 'kiosk-pc' };
			set(['scanners'], [{ code: 'scanner-1', ...at, wire: wire(scanner.port) }]);
			set(['idReaders'], [{ code: 'reader-1', ...at, wire: card }]);
		});
		hall = await runHall('sqlite', file, ['kiosk', 'guide']);
		cable = await openCable(hall.server.url);
		const code = (
			await guidedesk(hall.database, ['agent', 'code', 'kiosk-pc'], { hallFile: hall.hallFile })
		).out.trim();
		const server = new URL(cable.through(hall.server.url)).origin;
		agent = startAgent(folder, '--server', server, '--code', code);
		page = await watch(hall.server.url, 'kiosk', 'kiosk-1', hall.keys.kiosk);
		page.socket.on('code:scanned', (text) => scanned.push(text));
		desk = await watch(hall.server.url, 'devices', '', hall.keys.guide);
		await printerIs('ready');
	}, 120_000);
	afterAll(async () => {
		page.close();
		desk.close();
		await agent.kill();
		await cable.close();
		await hall.end();
		await Promise.all([printer.close(), scanner.close(), port.close()]);
		rmSync(folder, { recursive: true });
	});

	const devices = (): DevicesView => desk.view();
	const printerIs = (state: string): Promise<void> =>
		vi.waitFor(() => expect(devices().printers[0]?.state).toBe(state), SOON);
	const slipsOf = (ticket: number): Promise<Slip[]> =>
		rowsOf<Slip>(hall.database, `select state, reason, attempts from slip where ticket = ${ticket} order by id`);
	const untilSlip = (ticket: number, slip: Partial<Slip>): Promise<void> =>
		vi.waitFor(async () => expect(await slipsOf(ticket)).toMatchObject([slip]), SOON);
	const papersOf = (number: string): number => printer.papers().filter(({ text }) => text.includes(number)).length;
	const takeOne = (): ReturnType<typeof take> => take(hall.as('kiosk'), 'enrol');
	/** A slip that its printer prints now, slowly. */
	async function slowSlip(): Promise<TicketView> {
		printer.setFault('slow', true);
		const begun = new Promise<void>((resolve) => printer.after({ lines: 2 }, resolve));
		const ticket = await takeOne();
		await begun;
		await untilSlip(ticket.id, { state: 'sent', reason: null });
		return ticket;
	}
	/** All that the agent has written anywhere. */
	const written = (): string => {
		const at = join(folder, 'agent');
		const files = readdirSync(at).map((name) => readFileSync(join(at, name), 'utf8'));
		return [...files, agent.output()].join('\n');
	};
	const scan = (text: string): void => scanner.say(Buffer.from(`${text}\r\n`));

	test('a code before its scanner comes to the page of its kiosk, once and now; nothing of it is kept', async () => {
		await vi.waitFor(() => expect(devices().scanners).toMatchObject([{ code: 'scanner-1', up: true, scans: 0 }]), SOON);
		scan('guest-甲-0001');
		await vi.waitFor(() => expect(scanned).toEqual(['guest-甲-0001']), SOON);
		await cable.pull();
		await printerIs('unreachable');
		expect(devices().scanners).toMatchObject([{ up: false }]);
		scan('guest-乙-0002');
		const ticket = await takeOne();
		await cable.plug();
		await printerIs('ready');
		scan('guest-丙-0003');
		await vi.waitFor(() => expect(scanned).toEqual(['guest-甲-0001', 'guest-丙-0003']), SOON);
		await vi.waitFor(() => expect(devices().scanners).toMatchObject([{ up: true, scans: 2, unread: 0 }]), SOON);
		scanner.say(Buffer.from('ff0d', 'hex'));
		await vi.waitFor(() => expect(devices().scanners).toMatchObject([{ scans: 2, unread: 1 }]), SOON);
		expect(written()).not.toContain('guest-');
		expect(written()).toContain('"is":"epoch"');
		await vi.waitFor(async () => expect((await slipsOf(ticket.id))[0]?.state).toMatch(/failed|printed/), SOON);
	});

	test('a card on its reader is read for the page that asks; nothing of it is kept', async () => {
		const [card] = VIRTUAL_CARDS;
		if (!card) throw new Error('no card');
		const asking = readCard();
		reader.lay(card);
		expect(await asking).toMatchObject({
			outcome: 'read',
			elder: false,
			shown: expect.stringContaining('*') as string
		});
		reader.lift();
		expect(written()).not.toContain(card.number);
		expect(written()).not.toContain('测试');
		await agent.kill();
		await printerIs('unreachable');
		expect(await readCard()).toEqual({ outcome: 'absent' });
		agent = startAgent(folder);
		await printerIs('ready');
	});

	async function readCard(): Promise<unknown> {
		const answer = await fetch(`${hall.server.url}/kiosk/card`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', authorization: `Bearer ${hall.keys.kiosk}` },
			body: JSON.stringify({ kiosk: 'kiosk-1' })
		});
		return answer.json();
	}

	test('a line that moves nothing and is not closed: gone within seconds at both ends, nothing lost or doubled', async () => {
		const ticket = await slowSlip();
		cable.freeze();
		const from = Date.now();
		printer.setFault('slow', false);
		scan('guest-丁-0004');
		await printerIs('unreachable');
		expect(devices().agents).toMatchObject([{ state: 'gone' }]);
		expect((devices().agents[0]?.since ?? Infinity) - from).toBeLessThan(8000);
		await vi.waitFor(() => expect(agent.output()).toContain('"why":"silent"'), SOON);
		const meanwhile = await takeOne();
		cable.thaw();
		await untilSlip(ticket.id, { state: 'printed', attempts: 1 });
		await printerIs('ready');
		await vi.waitFor(async () => expect((await slipsOf(meanwhile.id))[0]?.state).toMatch(/printed|failed/), SOON);
		const next = await takeOne();
		await untilSlip(next.id, { state: 'printed', attempts: 1 });
		expect([ticket, next].map(({ number }) => papersOf(number))).toEqual([1, 1]);
		expect(papersOf(meanwhile.number)).toBe((await slipsOf(meanwhile.id))[0]?.state === 'printed' ? 1 : 0);
		expect(scanned).not.toContain('guest-丁-0004');
		expect(await faultsIn(hall.database)).toEqual([]);
	});

	test('disk full on the agent: it prints on and says so; killed then, the slip in work is unsure and comes out once', async () => {
		fillDisk();
		const first = await takeOne();
		await untilSlip(first.id, { state: 'printed', attempts: 1 });
		await vi.waitFor(() => expect(devices().agents).toMatchObject([{ state: 'here', trouble: 'disk' }]), SOON);
		await vi.waitFor(() => expect(agent.output()).toContain('the journal cannot be written'), SOON);
		await vi.waitFor(async () => expect(await standing()).toBe('disk-full'), SOON);
		const second = await slowSlip();
		await agent.kill();
		agent = startAgent(folder);
		await untilSlip(second.id, { state: 'unsure', reason: 'agent-gone', attempts: 1 });
		expect(await paperTold(second)).toBe('unsure');
		printer.setFault('slow', false);
		await printerIs('ready');
		expect(devices().agents).toMatchObject([{ state: 'here', trouble: null }]);
		const third = await takeOne();
		await untilSlip(third.id, { state: 'printed', attempts: 1 });
		expect([first, third].map(({ number }) => papersOf(number))).toEqual([1, 1]);
		expect(papersOf(second.number)).toBeLessThan(2);
		expect(new Set([first, second, third].map(({ number }) => number)).size).toBe(3);
		expect(await faultsIn(hall.database)).toEqual([]);
	});

	/** From now on the system lets the agent write nothing that makes its journal longer (EFBIG, as ENOSPC, is an error of `write`). */
	function fillDisk(): void {
		const limit = statSync(join(folder, 'agent', 'journal')).size;
		execFileSync('prlimit', ['--pid', String(agent.pid), `--fsize=${String(limit)}`]);
	}
	/** How the watch over devices has written the agent down. */
	async function standing(): Promise<string | undefined> {
		const rows = await rowsOf<{ state: string }>(hall.database, `select state from device_state where kind = 'agent'`);
		return rows[0]?.state;
	}
	/** What the visitor is told of the slip of a number. */
	async function paperTold({ token }: TicketView): Promise<unknown> {
		const { body } = await hall.as().ask<TicketView>('GET', `/tickets/${token}`);
		return body.slip;
	}
});

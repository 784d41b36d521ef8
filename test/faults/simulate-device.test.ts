import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { modbusDriver } from '#display/led/modbus.ts';
import { KNOWN_PADS } from '#printer/frames/known.ts';
import { keyLine } from '#printer/input/key-line.ts';
import { IdReader } from '#printer/input/id-card.ts';
import { scanLine } from '#printer/input/scan-line.ts';
import { printerModel } from '#printer/models/models.ts';
import type { Printer } from '#printer/printer.ts';
import { thermal } from '#printer/thermal.ts';
import { VIRTUAL_CARDS } from '#printer/virtual/id-reader.ts';
import { openBus } from '#printer/wire/bus.ts';
import { serialWire } from '#printer/wire/serial.ts';
import { tcpWire } from '#printer/wire/tcp.ts';
import { systemTimers } from '#printer/wire/timers.ts';
import type { Wire } from '#printer/wire/wire.ts';
import { type Asked, endSimulators, simulator, simulatorIn, type Simulator } from '../fakes/simulator.ts';
import { has } from '../tools.ts';

/* The command that others start, and our own drivers as whoever opens its line. */

afterAll(endSimulators);

const SOON = { timeout: 20_000, interval: 50 };
const slip = (number: string): { lines: { type: 'text'; text: string }[] } => ({
	lines: [{ type: 'text', text: number }]
});

function wireTo({ at }: Simulator): Wire {
	const [host = '', port = ''] = at.split(':');
	return tcpWire(host, Number(port));
}

async function untilState(printer: Printer, state: string): Promise<void> {
	await vi.waitFor(() => expect(printer.status().state).toBe(state), SOON);
}

describe.skipIf(!has('socat'))('a printer at a serial port', { timeout: 120_000 }, () => {
	const folder = mkdtempSync(join(tmpdir(), 'simulated-'));
	const path = join(folder, 'by-id-printer');
	let far: Simulator;
	let printer: Printer;
	beforeAll(async () => {
		far = await simulator('printer', '--model', 'epson', '--pty', path);
		const wire = serialWire({ path: far.at, baud: 115_200 });
		printer = thermal({ wire, model: printerModel('epson', 80), limits: { idleMs: 100, answerMs: 1500 } });
	});
	afterAll(async () => {
		await printer.close();
		expect(await far.quit()).toBe(0);
		rmSync(folder, { recursive: true });
	});

	test('prints what the real driver sends, and shows the paper as text and drawn', async () => {
		expect(far.at).toBe(path);
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'printed' });
		const { body } = await far.ask('GET', '');
		expect(body).toMatchObject({ at: path, devices: [{ shows: ['A001'] }, { code: 'cable' }] });
		expect(await far.svg('printer/pictures/0.svg')).toMatch(/^<svg .*>A<\/text>/);
		await far.said('printer shows: A001');
	});

	test('a fault by key, and the same key ends it', async () => {
		far.type('1');
		await far.said('printer: paper-out on');
		await untilState(printer, 'paper-out');
		expect(await printer.print(slip('A002'))).toMatchObject({ state: 'failed', why: { state: 'paper-out' } });
		far.type('1');
		await far.said('printer: paper-out off');
		await untilState(printer, 'ready');
	});

	test('faults by API, all that were named or none', async () => {
		const put = (faults: object): Promise<Asked> => far.ask('PUT', 'printer/faults', faults);
		expect(await put({ 'cover-open': true })).toMatchObject({ status: 200, body: { faults: ['cover-open'] } });
		await untilState(printer, 'cover-open');
		expect(await put({ cutter: true, rust: true })).toMatchObject({ status: 400 });
		expect(await put({ cutter: 'yes' })).toMatchObject({ status: 400 });
		expect(await put({ 'cover-open': false })).toMatchObject({ status: 200, body: { faults: [] } });
		await untilState(printer, 'ready');
	});

	test('the port goes and comes back under its name, as an adapter does', async () => {
		far.type('u');
		await untilState(printer, 'unreachable');
		far.type('u');
		await untilState(printer, 'ready');
		expect(await printer.print(slip('A003'))).toMatchObject({ state: 'printed' });
	});

	test('answers in single bytes, with noise before them, are understood', async () => {
		await far.ask('PUT', 'cable/faults', { split: true, noise: true });
		expect((await printer.print(slip('A004'))).state).toMatch(/^(printed|unsure|failed)$/);
		await far.ask('PUT', 'cable/faults', { split: false, noise: false });
		await untilState(printer, 'ready');
		expect(await printer.print(slip('A005'))).toMatchObject({ state: 'printed' });
	});

	test('what nobody can do is refused with what can be done', async () => {
		expect(await far.ask('GET', 'plotter')).toMatchObject({
			status: 404,
			body: { problem: 'no device plotter; there are: printer, cable' }
		});
		expect(await far.ask('POST', 'printer/card')).toMatchObject({
			status: 404,
			body: { problem: 'printer has reboot' }
		});
		expect(await far.ask('GET', 'printer/pictures/99.svg')).toMatchObject({ status: 404 });
		expect((await far.ask('PUT', 'printer/faults', {}, { origin: 'http://elsewhere.example' })).status).toBe(403);
		expect((await far.ask('POST', 'printer/reboot')).status).toBe(200);
	});
});

test('two boards on one line over TCP: each shows its own, and one silent by key does not stop the other', async () => {
	const registers = { lines: [{ at: 100, length: 6, perRegister: 2 as const }] };
	const entry = ['--driver', 'modbus-rtu', '--entry', JSON.stringify({ registers })];
	const far = await simulator('board', '--address', '1,2', ...entry, '--tcp', '0');
	const bus = openBus(wireTo(far), { probeMs: 300 });
	const driver = modbusDriver(registers);
	const outcomes: Record<string, string> = {};
	const show = (code: string, address: number, text: string): void => {
		const { frames } = driver.show(address, { lines: [text] });
		bus.show(code, 'text', { frames, priority: 'call', onOutcome: ({ outcome }) => (outcomes[code] = outcome) });
	};
	for (const code of ['one', 'two']) bus.add(code);
	show('one', 1, 'A001');
	show('two', 2, 'B002');
	await vi.waitFor(() => expect(outcomes).toEqual({ one: 'acked', two: 'acked' }), SOON);
	expect((await far.ask('GET', 'board-2')).body.shows).toEqual(['B002']);
	expect(await far.svg('board-1/pictures/0.svg')).toContain('>A</text>');
	far.type('>1');
	await far.said('board-2: silent on');
	show('one', 1, 'A003');
	show('two', 2, 'B004');
	await vi.waitFor(() => expect(outcomes).toEqual({ one: 'acked', two: 'timeout' }), SOON);
	await far.ask('POST', 'board-2/power');
	far.type('1');
	await vi.waitFor(() => expect(outcomes['two']).toBe('acked'), SOON);
	expect((await far.ask('GET', 'board-2')).body.shows).toEqual(['B004']);
	await bus.close();
	expect(await far.quit()).toBe(0);
}, 120_000);

test('a pad and a reader over TCP: a key by keyboard and by API, a card laid and read', async () => {
	const [pads, reader] = await Promise.all([
		simulator('pad', '--address', '3,4', '--tcp', '0'),
		simulator('reader', '--tcp', '0')
	]);
	const keys: [address: number, key: number][] = [];
	const line = keyLine(wireTo(pads), {
		timers: systemTimers,
		press: KNOWN_PADS['pad-21'],
		onKey: (...key) => void keys.push(key)
	});
	await vi.waitFor(() => expect(line.state().up).toBe(true), SOON);
	pads.type('k');
	await vi.waitFor(() => expect(keys).toEqual([[3, 10]]), SOON);
	await pads.ask('PUT', 'pad-2/faults', { twice: true });
	await pads.ask('POST', 'pad-2/key', { what: 13 });
	await vi.waitFor(() => expect(keys.at(-1)).toEqual([4, 13]), SOON);
	await pads.ask('PUT', 'pad-2/faults', { damaged: true });
	await pads.ask('POST', 'pad-2/key', { what: 14 });
	await pads.ask('POST', 'pad-1/key', { what: 11 });
	await vi.waitFor(() => expect(keys.at(-1)).toEqual([3, 11]), SOON);
	expect(
		keys.filter(([address]) => address === 4),
		'a bounce is one press, a wrong sum none'
	).toEqual([[4, 13]]);
	const driver = new IdReader(wireTo(reader), systemTimers);
	const reading = driver.read({ limitMs: 15_000, signal: new AbortController().signal });
	expect(await reader.ask('POST', 'reader/card', { what: '9' })).toMatchObject({ status: 400 });
	await reader.ask('POST', 'reader/card', { what: '2' });
	expect(await reading).toMatchObject({ outcome: 'read', card: { number: VIRTUAL_CARDS[1]?.number } });
	await line.close();
	expect(await Promise.all([pads.quit(), reader.quit()])).toEqual([0, 0]);
}, 120_000);

test('an evaluator over TCP that speaks when asked: a key is a grade, an ask lights it up, faults rate nothing', async () => {
	const language = { frame: 'AA {addr} {key} {sum8:1..-1}', ask: 'AA {addr} 01 {sum8:1..-1}' };
	const poll = { frame: 'AA {addr} 05 {sum8:1..-1}', everyMs: 40 };
	const entry = ['--entry', JSON.stringify({ ...language, poll })];
	const far = await simulator('evaluator', '--address', '7,9', ...entry, '--tcp', '0');
	const keys: [address: number, key: number][] = [];
	const line = keyLine(wireTo(far), {
		...{ timers: systemTimers, press: { frame: language.frame }, says: { ask: language.ask } },
		poll: { ...poll, addresses: [7, 9] },
		onKey: (...key) => void keys.push(key)
	});
	await vi.waitFor(() => expect(line.state().heard.size).toBe(2), SOON);
	far.type('k');
	await vi.waitFor(() => expect(keys).toEqual([[7, 1]]), SOON);
	expect(line.say('ask', 9)).toBe(true);
	await far.said('evaluator-2 shows: ask');
	await far.ask('PUT', 'cable/faults', { split: true });
	far.type('>3');
	await far.said('evaluator-2: cut on');
	expect(await far.ask('POST', 'evaluator-2/key', { what: 4 })).toMatchObject({ status: 200 });
	expect(await far.ask('POST', 'evaluator-1/key', { what: 400 })).toMatchObject({ status: 400 });
	await far.ask('POST', 'evaluator-1/key', { what: 3 });
	await vi.waitFor(() => expect(keys.at(-1)).toEqual([7, 3]), SOON);
	expect(keys, 'half a frame is no grade').toEqual([
		[7, 1],
		[7, 3]
	]);
	await far.ask('PUT', 'evaluator-2/faults', { cut: false });
	await far.ask('POST', 'evaluator-2/key', { what: 5 });
	await vi.waitFor(() => expect(keys.at(-1)).toEqual([9, 5]), SOON);
	await line.close();
	expect(await far.quit()).toBe(0);
}, 120_000);

test('a scanner over TCP: a code by keyboard and by API, Chinese in its encoding, faults do not make two of one', async () => {
	const entry = ['--entry', '{ encoding: gb18030 }', '--code', 'A017'];
	const far = await simulator('scanner', ...entry, '--tcp', '0');
	const scans: string[] = [];
	const line = scanLine(wireTo(far), {
		...{ timers: systemTimers, encoding: 'gb18030', silenceMs: 60, start: [] },
		onScan: (text) => void scans.push(text)
	});
	await vi.waitFor(() => expect(line.state().up).toBe(true), SOON);
	far.type('s');
	await vi.waitFor(() => expect(scans).toEqual(['A017']), SOON);
	await far.said('scanner shows: A017');
	await far.ask('POST', 'scanner/code', { what: '叫号A018' });
	await vi.waitFor(() => expect(scans.at(-1)).toBe('叫号A018'), SOON);
	await far.ask('PUT', 'scanner/faults', { noise: true, 'no-end': true });
	await far.ask('POST', 'scanner/code', { what: 'A019' });
	await vi.waitFor(() => expect(scans.at(-1)).toBe('A019'), SOON);
	expect([scans, line.state().unread]).toEqual([['A017', '叫号A018', 'A019'], 1]);
	await line.close();
	expect(await far.quit()).toBe(0);
}, 120_000);

test('what cannot be is said in a sentence', async () => {
	const wrong: [args: string[], words: RegExp][] = [
		[['plotter'], /plotter is no kind of device: printer\|board/],
		[['printer', '--model', 'nobody'], /model/],
		[['printer', '--pty', '/nowhere/at/all', '--tcp', '0'], /--pty or --tcp, not both/]
	];
	const without = simulatorIn({ PATH: '' }, 'printer', '--pty').catch(String);
	const outputs = await Promise.all(wrong.map(([args]) => simulator(...args).catch(String)));
	wrong.forEach(([, words], i) => expect(outputs[i]).toMatch(words));
	expect(await without).toMatch(/needs socat, which is not installed here; listen on TCP instead\n$/);
}, 120_000);

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parseDocument, type Document } from 'yaml';
import { virtualOnbonCard } from '#display/led/virtual/onbon-card.ts';
import { printerModel } from '#printer/models/models.ts';
import { virtualPrinter } from '#printer/virtual/virtual.ts';
import { farLine, type FarLine } from '#test/fakes/agent.ts';
import { moment } from '#test/fixtures/booking.ts';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { systemClock, type Clock } from '../clock.ts';
import { touchedBy } from '../realtime/touched.ts';
import { Setup } from '../setup/hall.ts';
import { readHall } from '../setup/read.ts';
import { Devices } from './devices.ts';
import { Screens } from './screens.ts';

/* Real wires over TCP: what of a new hall file closes and opens them. It is Monday evening, and time goes on as it does. */

const SOON = { timeout: 20_000, interval: 20 };
const SHIFT = moment('2026-11-23 19:00') - systemClock.now();
const clock: Clock = { ...systemClock, now: () => systemClock.now() + SHIFT };

let here: TestHall;
let devices: Devices;
let hall: TestHall['hall'];
let board: FarLine;
const card = virtualOnbonCard(1);
const paper = virtualPrinter({ model: printerModel('generic', 80), chinese: true });
let ports: { paper: number; board: number };

beforeAll(async () => {
	board = await farLine(card);
	ports = { paper: await paper.listen(), board: board.port };
	here = await testHall('sqlite', file());
	hall = { ...here.hall, clock };
	const nothing = (): void => undefined;
	devices = new Devices(hall, new Screens(clock), {
		...{ onChanged: nothing, onReceipt: nothing, onRefused: nothing, onScan: nothing, onWatched: nothing },
		onTrouble: (error) => {
			throw error;
		}
	});
	await devices.open();
	await vi.waitFor(async () => {
		const { printers, boards } = await devices.view();
		expect(printers[0]?.state).toBe('ready');
		expect(boards[0]?.outcome).toBe('acked');
	}, SOON);
});
afterAll(async () => {
	await devices.close();
	await here.close();
	await Promise.all([paper.close(), board.close()]);
});

function file(bend: (doc: Document) => void = () => undefined): string {
	const doc = parseDocument(SMALL_HALL);
	const wire = (port: number): unknown => doc.createNode({ kind: 'tcp', host: '127.0.0.1', port });
	doc.setIn(['devices', 'printers', 0, 'wire'], wire(ports.paper));
	doc.deleteIn(['devices', 'printers', 1]);
	doc.setIn(['devices', 'buses', 0, 'wire'], wire(ports.board));
	doc.deleteIn(['devices', 'boards', 1]);
	bend(doc);
	return doc.toString();
}

async function inForce(text: string): Promise<void> {
	const read = readHall(text);
	if (!read.ok) throw new Error(JSON.stringify(read.faults));
	hall.setup = new Setup(read.file, clock.now());
	await devices.follow(touchedBy([]));
}
const wires = (): number => board.count();

test('another slip, notice or text of boards: the wires stay, and the board shows what it should now', async () => {
	const before = wires();
	const asked = (await devices.view()).boards[0]?.wanted;
	await inForce(
		file((doc) => {
			doc.setIn(['slips', 'notes', 'ticket'], { zh: '请保管好小票', en: 'Keep it' });
			doc.setIn(['notices', 0, 'text', 'zh'], '今日提前下班');
			doc.setIn(
				['devices', 'boardDefaults'],
				doc.createNode({ texts: { ended: { zh: '已下班请明天来', en: 'Closed' } } })
			);
		})
	);
	expect(asked).not.toEqual(['已下班请明天来']);
	await vi.waitFor(() => expect(card.shown(systemClock.now()).join('')).toContain('已下班'), SOON);
	expect([wires(), (await devices.view()).printers[0]?.state]).toEqual([before, 'ready']);
});

test('another address of a board: every wire is laid anew', async () => {
	const before = wires();
	await inForce(file((doc) => doc.setIn(['devices', 'boards', 0, 'width'], 96)));
	await vi.waitFor(() => expect(wires()).toBe(before + 1), SOON);
	await vi.waitFor(async () => expect((await devices.view()).printers[0]?.state).toBe('ready'), SOON);
});

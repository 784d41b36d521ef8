import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Setup } from './hall.ts';
import { faultLine, readHall } from './read.ts';

const text = readFileSync(new URL('../../hall.yaml', import.meta.url), 'utf8');
const read = readHall(text);
if (!read.ok) throw new Error(read.faults.map((fault) => faultLine(fault, 'en')).join('\n'));
const { file } = read;
const hall = new Setup(file);

test('the sample hall is of a real size', () => {
	expect(file.zones.map((zone) => zone.code)).toEqual(['social', 'property', 'police']);
	expect(file.windows.length).toBeGreaterThanOrEqual(24);
	expect(file.queues.length).toBeGreaterThanOrEqual(12);
	expect(file.items.length).toBeGreaterThanOrEqual(40);
	expect(file.classes.map((one) => one.code)).toEqual(['elder', 'frail', 'ill', 'disabled', 'expectant', 'service']);
});

test('every zone has an accessible window, a desk, a kiosk with paper, and one screen that speaks', () => {
	for (const { code } of file.zones) {
		expect(file.windows.some((window) => window.zone === code && window.accessible)).toBe(true);
		expect(file.desks.some((desk) => desk.zone === code)).toBe(true);
		const kiosks = file.devices.kiosks.filter(({ zones }) => zones === null || zones.includes(code));
		expect(kiosks.length).toBeGreaterThan(0);
		expect(kiosks.every((kiosk) => kiosk.printerGroup !== null)).toBe(true);
		expect(file.devices.screens.filter((screen) => screen.zone === code && screen.voice)).toHaveLength(1);
	}
	expect(file.desks.filter((desk) => desk.main).map((desk) => desk.zone)).toEqual(['social']);
});

test('every item is served in its zone and every queue has an item', () => {
	for (const item of file.items) {
		const zone = hall.queues.get(item.queue)?.zone;
		const windows = hall.windowsServing(item.queue).map((code) => hall.windows.get(code)?.zone);
		expect(windows.length, item.code).toBeGreaterThan(0);
		expect(new Set(windows), item.code).toEqual(new Set([zone]));
	}
	for (const queue of file.queues)
		expect(
			file.items.some((item) => item.queue === queue.code),
			queue.code
		).toBe(true);
});

test('W-10 a sale goes through its windows under one number, and the first of them print where to go next', () => {
	const chained = file.items.filter((item) => item.chain.length > 0);
	expect(chained.map((item) => item.code)).toEqual(['home-sale-all', 'home-sale-loan']);
	for (const { queue, chain } of chained) {
		for (const code of hall.windowsServing(queue)) expect(hall.windows.get(code)?.printerGroup, code).toBe('property');
		const way = [queue, ...chain.map((code) => hall.items.get(code)?.queue)];
		expect(new Set(way).size, 'each step is another queue').toBe(way.length);
	}
});

test('every list of materials, theme and paper is used and complete', () => {
	const named = file.items.flatMap((item) => item.materials.map((one) => one.material));
	for (const { code } of file.materials) expect(named, code).toContain(code);
	const themes = file.items.flatMap((item) => item.themes);
	for (const { code } of file.themes) expect(themes, code).toContain(code);
	for (const item of file.items) expect(hall.materialsOf(item).length, item.code).toBeGreaterThan(0);
});

test('somebody may sit at every window, and every role that people have is there', () => {
	for (const window of file.windows) {
		const clerks = file.staff.filter(({ role, windows }) => role === 'clerk' && windows?.includes(window.code));
		expect(clerks.length, window.code).toBeGreaterThan(0);
	}
	expect(new Set(file.staff.map((person) => person.role))).toEqual(
		new Set(['clerk', 'guide', 'liaison', 'supervisor', 'administrator', 'auditor'])
	);
});

test('a printer of the main group has a stand-in, paper of both widths is there, and every device is virtual', () => {
	const { printers, buses } = file.devices;
	expect(printers.filter((printer) => printer.group === 'main')).toHaveLength(2);
	expect(new Set(printers.map((printer) => printer.width))).toEqual(new Set([58, 80]));
	const { padLines, idReaders, scanners } = file.devices;
	const wires = [...printers, ...buses, ...padLines, ...idReaders, ...scanners];
	expect(wires.every(({ wire }) => wire.kind === 'virtual')).toBe(true);
	expect(new Set(file.devices.boards.map((board) => board.driver))).toEqual(
		new Set(['onbon-bx-k', 'modbus-rtu', 'frame'])
	);
});

test('there is one of everything that is pressed or shown, and an agent that nothing hangs on before it is enrolled', () => {
	const { agents, pads, evaluators, scanners, idReaders } = file.devices;
	for (const some of [agents, pads, evaluators, scanners, idReaders]) expect(some).not.toEqual([]);
	const { printers, buses, padLines } = file.devices;
	expect([...printers, ...buses, ...padLines, ...idReaders].filter(({ agent }) => agent !== null)).toEqual([]);
});

test('every text in English is without Chinese, and every Chinese one has some', () => {
	const han = /\p{Script=Han}/u;
	const walk = (value: unknown, path: string): void => {
		if (typeof value !== 'object' || value === null) return;
		const { zh, en } = value as { zh?: unknown; en?: unknown };
		if (typeof zh === 'string' && typeof en === 'string') {
			expect(en, path).not.toMatch(han);
			expect(zh, path).toMatch(han);
			return;
		}
		for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
	};
	walk(file, 'hall');
});

test('it can be tried at night, though its true hours are those of an office', () => {
	const sunday = Date.parse('2026-11-22T03:00:00+08:00');
	expect(file.items.every((item) => hall.itemOpenAt(item.code, sunday))).toBe(true);
	expect(hall.queueHoursOn('enroll', '2026-11-22')).toEqual([]);
	expect(hall.queueHoursOn('enroll', '2026-11-23')).toEqual([
		{ from: 540, to: 720 },
		{ from: 810, to: 1020 }
	]);
});

test('the holidays and make-up days of 2026 are those the State Council arranged', () => {
	const open = (day: string): boolean => hall.queueHoursOn('enroll', day).length > 0;
	for (const day of ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
		expect(open(day), day).toBe(true);
	for (const day of ['2026-01-02', '2026-02-16', '2026-02-23', '2026-04-06', '2026-05-05', '2026-06-19', '2026-09-25'])
		expect(open(day), day).toBe(false);
	for (const day of ['2026-10-07', '2027-01-01', '2027-02-08', '2027-06-09']) expect(open(day), day).toBe(false);
});

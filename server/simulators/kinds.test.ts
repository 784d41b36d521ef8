import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MODEL_CODES } from '#printer/models/models.ts';
import { virtualClock } from '#test/fakes/clock.ts';
import { readHall } from '../setup/read.ts';
import { board } from '../setup/schema/devices/boards.ts';
import { FAULT_KEYS } from './keyboard.ts';
import { KINDS } from './kinds.ts';

const clock = virtualClock();
const DRIVERS = board.options.map((option) => option.shape.driver.value);

test.each(MODEL_CODES)('a printer of the model %s can be simulated', (model) => {
	expect(KINDS['printer']?.typed({ model, width: '58' }, clock).devices).toMatchObject([{ code: 'printer' }]);
});

test.each(DRIVERS)('boards of the driver %s can be simulated, several on a line', (driver) => {
	const far = KINDS['board']?.typed({ driver, address: '1,2' }, clock);
	expect(far?.devices.map(({ code }) => code)).toEqual(['board-1', 'board-2']);
	expect(far?.devices[0]?.shows()[0]?.svg).toMatch(/^<svg/);
});

test('whatever hangs on wires in the sample hall can be simulated by its code', () => {
	const read = readHall(readFileSync('hall.yaml', 'utf8'));
	if (!read.ok) throw new Error('the sample hall cannot be read');
	const { devices } = read.file;
	const filed = (kind: string, code: string): number | undefined =>
		KINDS[kind]?.filed(devices, code, clock)?.devices.length;
	for (const { code } of devices.printers) expect(filed('printer', code)).toBe(1);
	for (const { code } of devices.idReaders) expect(filed('reader', code)).toBe(1);
	for (const { code } of devices.scanners) expect(filed('scanner', code)).toBe(1);
	for (const { code } of devices.padLines) {
		const hung = [...devices.pads, ...devices.evaluators].filter(({ line }) => line === code).length;
		expect([filed('pad', code), filed('evaluator', code)]).toEqual([hung, hung]);
	}
	for (const { code } of devices.buses) {
		expect(filed('board', code)).toBe(devices.boards.filter((one) => one.bus === code).length);
	}
	expect(filed('printer', 'nothing')).toBeUndefined();
});

test('every fault and hand of a device has a key of its own', () => {
	for (const kind of Object.values(KINDS)) {
		for (const device of kind.typed({}, clock).devices) {
			expect(device.knows.length).toBeLessThanOrEqual(FAULT_KEYS.length);
			const keys = Object.values(device.hands).map(({ key }) => key);
			expect(new Set(keys).size).toBe(keys.length);
			expect(keys.filter((key) => `utnxlpeq>${FAULT_KEYS}`.includes(key))).toEqual([]);
			for (const fault of device.knows) {
				device.setFault(fault, true);
				expect(device.faults()).toEqual([fault]);
				device.setFault(fault, false);
			}
			expect(device.faults()).toEqual([]);
		}
	}
});

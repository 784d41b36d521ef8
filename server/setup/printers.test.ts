import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { MODEL_CODES } from '#printer/models/models.ts';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { faultLine, readHall, type Read } from './read.ts';

/** The small hall with something else in its first printer. */
function withPrinter(change: Record<string, unknown>): Read {
	const file = parseDocument(SMALL_HALL);
	for (const [key, value] of Object.entries(change)) {
		file.setIn(['devices', 'printers', 0, key], file.createNode(value));
	}
	return readHall(file.toString());
}

const faultsOf = (read: Read): string[] => (read.ok ? [] : read.faults.map((fault) => faultLine(fault, 'en')));

test.each(MODEL_CODES)('a printer may be of the model %s', (model) => {
	expect(faultsOf(withPrinter({ model }))).toEqual([]);
});

test('an unknown model is refused with the list, and with what was probably meant', () => {
	const [line = ''] = faultsOf(withPrinter({ model: 'epsom' }));
	for (const code of MODEL_CODES) expect(line).toContain(code);
	expect(line).toContain('did you mean "epson"?');
});

test('a queue of the machine is a wire of printers, by a name that lpstat knows', () => {
	expect(faultsOf(withPrinter({ wire: { kind: 'cups', queue: 'hall_1' } }))).toEqual([]);
	for (const queue of ['-o', 'a b', '', 'x;rm']) {
		expect(faultsOf(withPrinter({ wire: { kind: 'cups', queue } })).join()).toContain('lpstat -p');
	}
});

test('a mouth is set where the model has one, and refused where it has none', () => {
	const read = withPrinter({ model: 'custom', presenter: { seconds: 20 } });
	expect(read.ok && read.file.devices.printers[0]?.presenter).toEqual({ seconds: 20, then: 'retract' });
	expect(faultsOf(withPrinter({ model: 'generic', presenter: {} })).join()).toContain('custom');
});

import { expect, test } from 'vitest';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { readHall } from '../read.ts';

const [USB, SECOND] = ['wire: { kind: usb, path: /dev/usb/lp0 }', 'wire: { kind: tcp, host: paper, port: 9100 }'];

/** The small hall with two printers on these wires, each maybe on an agent. */
function faultsOf(agents: string, first: string, second: string): string[] {
	const text = SMALL_HALL.replace('devices:\n', `devices:\n${agents}`)
		.replace('width: 80, wire: { kind: virtual }', `width: 80, ${first}`)
		.replace(`width: 58, ${SECOND}`, `width: 58, ${second}`);
	const read = readHall(text);
	return read.ok ? [] : read.faults.map(({ code }) => code);
}

const AGENTS =
	'  agents:\n    - { code: pc-1, name: { zh: 甲, en: One } }\n    - { code: pc-2, name: { zh: 乙, en: Two } }\n';

test('one port carries one printer, on one machine', () => {
	expect(faultsOf(AGENTS, USB, USB)).toEqual(['shared-port']);
	expect(faultsOf(AGENTS, `agent: pc-1, ${USB}`, `agent: pc-1, ${USB}`)).toEqual(['shared-port']);
	expect(faultsOf(AGENTS, `agent: pc-1, ${USB}`, `agent: pc-2, ${USB}`)).toEqual([]);
	expect(faultsOf(AGENTS, `agent: pc-1, ${USB}`, USB)).toEqual([]);
});

test('nor two devices of any kinds: pads, a reader of cards, a scanner', () => {
	const tty = 'wire: { kind: serial, path: /dev/ttyUSB0, baud: 9600 }';
	const inputs = [
		`padLines:\n    - { code: pads, ${tty} }`,
		`idReaders:\n    - { code: reader, kiosk: kiosk-1, ${tty} }`,
		`scanners:\n    - { code: scanner, kiosk: kiosk-1, ${tty} }`
	];
	expect(faultsOf(`  ${inputs.join('\n  ')}\n`, USB, SECOND)).toEqual(['shared-port', 'shared-port']);
	for (const one of inputs) expect(faultsOf(`  ${one}\n`, tty, SECOND)).toEqual(['shared-port']);
});

test('a printer in the network is the same from every machine, one on the machine itself is not', () => {
	expect(faultsOf(AGENTS, `agent: pc-1, ${SECOND}`, SECOND)).toEqual(['shared-port']);
	const own = SECOND.replace('paper', '127.0.0.1');
	expect(faultsOf(AGENTS, `agent: pc-1, ${own}`, own)).toEqual([]);
});

test('an agent that nobody named is a fault, with and without a list of agents', () => {
	expect(faultsOf(AGENTS, `agent: pc-9, ${USB}`, SECOND)).toEqual(['unknown-reference']);
	expect(faultsOf('', `agent: pc-1, ${USB}`, SECOND)).toEqual(['unknown-reference']);
	expect(faultsOf(AGENTS.replace('pc-2', 'pc-1'), USB, SECOND)).toEqual(['duplicate']);
});

/**
 * A strict decoder of what Adaptive Alpha and BetaBrite signs are sent, written from the protocol description (form 9708-8061
 * rev F) and sharing nothing with our driver: not its sum, its envelope, or its text. It throws for the first byte that is not
 * as the description has it, and for what a sign would do otherwise than it was meant: a string that a locked file has no
 * room for, an empty write that would blank the sign.
 */

export interface StrictAlpha {
	/** type of sign, as its letter */
	type: string;
	/** 0 is everybody */
	address: number;
	/** whether a sum was sent, which was right then */
	summed: boolean;
	command: StrictCommand;
}

export type StrictCommand =
	| { kind: 'text'; label: string; lines: StrictLine[] }
	| { kind: 'string'; label: string; text: string }
	| { kind: 'memory'; files: StrictFile[] }
	| { kind: 'priority-over' };

export interface StrictLine {
	position: 'middle' | 'top' | 'bottom' | 'fill' | 'left' | 'right';
	mode: string;
	/** as it stands in the packet: `{red}` for a colour, `{call S}` for a string */
	text: string;
}

export interface StrictFile {
	label: string;
	kind: 'text' | 'string' | 'dots';
	locked: boolean;
	bytes: number;
}

class NotTheProtocol extends Error {}

function must(condition: boolean, what: string): asserts condition {
	if (!condition) throw new NotTheProtocol(what);
}

const POSITIONS = new Map<string, StrictLine['position']>([
	['\u0020', 'middle'],
	['\u0022', 'top'],
	['\u0026', 'bottom'],
	['\u0030', 'fill'],
	['\u0031', 'left'],
	['\u0032', 'right']
]);
/** a rotate, b hold, c flash, e roll up, f roll down, g roll left, h roll right, i to l wipes, m scroll, o automatic, p to u others. */
const MODES = 'abcefghijklmopqrstu';
const COLOURS = new Map([
	['1', 'red'],
	['2', 'green'],
	['3', 'amber'],
	['C', 'auto']
]);
const MOST = 125;

/** One packet, whole and alone. */
export function strictAlpha(packet: Uint8Array): StrictAlpha {
	must(
		packet.every((byte) => byte < 0x80),
		'seven bits'
	);
	const letters = Array.from(packet, (byte) => String.fromCodePoint(byte)).join('');
	const found = /^\0{5,}\u0001([!-~])([0-9A-F]{2})\u0002([^\u0001\u0002\u0003\u0004]*)(\u0003[0-9A-F]{4})?\u0004$/.exec(
		letters
	);
	must(found !== null, 'five 00, 01, type, address, 02, one command, perhaps 03 and a sum, 04');
	const [, type = '', address = '', command = '', sum] = found;
	if (sum !== undefined) must(Number(`0x${sum.slice(1)}`) === sumFrom02To03(command), 'the sum of 02 to 03');
	return { type, address: Number(`0x${address}`), summed: sum !== undefined, command: commandOf(command) };
}

function sumFrom02To03(command: string): number {
	let sum = 0x02 + 0x03;
	for (const letter of command) sum += letter.codePointAt(0) ?? 0;
	return sum % 0x1_0000;
}

function commandOf(command: string): StrictCommand {
	const label = command.charAt(1);
	const data = command.slice(2);
	switch (command.charAt(0)) {
		case 'A':
			return textOf(label, data);
		case 'G':
			must(/^[!-~]$/.test(label) && label !== '0' && label !== '?', 'the label of a STRING');
			must(data.length <= MOST, 'a STRING of 125 bytes at most');
			return { kind: 'string', label, text: plain(data) };
		case 'E':
			must(label === '$', 'special function $: memory');
			return { kind: 'memory', files: filesOf(data) };
		default:
			throw new NotTheProtocol(`command ${command.charAt(0)}`);
	}
}

function textOf(label: string, data: string): StrictCommand {
	must(/^[ -~]$/.test(label) && label !== '?', 'the label of a TEXT');
	if (data === '') {
		must(label === '0', 'only the priority file is written bare');
		return { kind: 'priority-over' };
	}
	must(label !== '0' || data.length <= MOST, 'a priority file of 125 bytes at most');
	must(data.startsWith('\u001b'), 'a place and a mode before the text');
	const lines = data.slice(1).split('\u001b').map(lineOf);
	must(label !== '0' || lines.some(({ text }) => text !== ''), 'an empty priority file would hold the sign blank');
	return { kind: 'text', label, lines };
}

function lineOf(line: string): StrictLine {
	const position = POSITIONS.get(line.charAt(0));
	const mode = line.charAt(1);
	must(position !== undefined, 'a display position');
	must(mode !== '' && MODES.includes(mode), 'a mode that every sign has');
	return { position, mode, text: spoken(line.slice(2)) };
}

/** Text with control codes: 1C and a colour, 10 and the label of a string. */
function spoken(data: string): string {
	return plain(
		data
			.replaceAll(/\u001c(.)/g, (_, code: string) => {
				must(COLOURS.has(code), 'a colour');
				return `{${COLOURS.get(code) ?? ''}}`;
			})
			.replaceAll(/\u0010([!-~])/g, (_, label: string) => `{call ${label}}`)
	);
}

function plain(text: string): string {
	must(/^[ -~]*$/.test(text), 'printable characters');
	return text;
}

/** Eleven characters a file: label, kind, lock, size, and four more that each kind reads otherwise. */
function filesOf(table: string): StrictFile[] {
	must(table.length % 11 === 0, 'entries of eleven characters');
	const files = (table.match(/.{11}/gs) ?? []).map(fileOf);
	must(new Set(files.map(({ label }) => label)).size === files.length, 'a label of its own for each file');
	return files;
}

const KINDS = new Map<string, StrictFile['kind']>([
	['A', 'text'],
	['B', 'string'],
	['D', 'dots']
]);

function fileOf(entry: string): StrictFile {
	const found = /^([ -/1->@-~])([ABD])([UL])([0-9A-F]{4})([0-9A-F]{4})$/.exec(entry);
	must(found !== null, 'label, kind, lock, size, more');
	const [, label = '', letter = '', lock, size = '', more] = found;
	const kind = KINDS.get(letter) ?? 'dots';
	const bytes = Number(`0x${size}`);
	if (kind === 'string') must(lock === 'L' && bytes <= MOST && more === '0000', 'a STRING: locked, short, 0000');
	return { label, kind, locked: lock === 'L', bytes };
}

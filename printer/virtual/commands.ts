/**
 * What a printer's firmware reads: bytes → commands, one at a time. Written from the public manuals, not from our composer,
 * so that what one gets wrong the other shows.
 */
import iconv from 'iconv-lite';
import type { Font } from '../models/family.ts';

/** Moves paper or fills the line. */
export type PaperCommand =
	| { to: 'paper'; kind: 'char'; char: string; wide: boolean }
	| { to: 'paper'; kind: 'newline' }
	| { to: 'paper'; kind: 'feed'; lines: number; dots: number }
	| { to: 'paper'; kind: 'cut'; feed: boolean }
	| { to: 'paper'; kind: 'qr' }
	| { to: 'paper'; kind: 'raster'; scale: number; rows: boolean[][] }
	/** dots on the line that is being filled: the paper is moved by a command of its own */
	| { to: 'paper'; kind: 'band'; rows: boolean[][] };

/** Changes how what follows is printed. */
export type ModeCommand =
	| { to: 'mode'; kind: 'reset' }
	| { to: 'mode'; kind: 'chinese'; on: boolean }
	/** `ascii`: from ESC !, which leaves Chinese as it was */
	| { to: 'mode'; kind: 'size'; wide: number; high: number; ascii: boolean }
	| { to: 'mode'; kind: 'bold'; on: boolean }
	| { to: 'mode'; kind: 'align'; align: 0 | 1 | 2 }
	| { to: 'mode'; kind: 'qr-module'; dots: number }
	| { to: 'mode'; kind: 'qr-level'; level: number }
	| { to: 'mode'; kind: 'qr-store'; data: Uint8Array };

/** Wants an answer, in its turn. */
export type HostCommand =
	| { to: 'host'; kind: 'process-id'; id: Uint8Array }
	/** status at every change, unasked */
	| { to: 'host'; kind: 'push'; on: boolean }
	| { to: 'host'; kind: 'paper-status' }
	/** Star's ETB, which is counted */
	| { to: 'host'; kind: 'mark' }
	/** the mouth of a kiosk printer */
	| { to: 'host'; kind: 'present' | 'eject' | 'retract' };

/** `nobody`: understood and without effect here, or not known. */
export type Command = PaperCommand | ModeCommand | HostCommand | { to: 'nobody' };

export interface Read {
	command: Command;
	used: number;
}

/** The font and the mode that decide how bytes become characters. */
export interface Reader {
	chinese: boolean;
	font: Font;
}

/** Reads the command at the head of the bytes; undefined when it is not complete. */
export function readCommand(bytes: Uint8Array, reader: Reader): Read | undefined {
	const [first] = bytes;
	switch (first) {
		case undefined:
			return undefined;
		case 0x0a:
			return { command: { to: 'paper', kind: 'newline' }, used: 1 };
		case 0x10:
			return readRealtime(bytes);
		case 0x1b:
			return readTable(bytes, ESC);
		case 0x1c:
			return readTable(bytes, FS);
		case 0x1d:
			return readGs(bytes);
		default:
			return readText(bytes, reader);
	}
}

/** How many argument bytes follow the two of a command, and what it means. */
type Table = Partial<Record<number, [args: number, command: (args: Uint8Array) => Command]>>;

const at = (args: Uint8Array, i = 0): number => args[i] ?? 0;
const nothing = (): Command => ({ to: 'nobody' });

const ESC: Table = {
	0x21: [1, (a) => ({ to: 'mode', kind: 'size', wide: at(a) & 0x20 ? 2 : 1, high: at(a) & 0x10 ? 2 : 1, ascii: true })],
	0x2d: [1, nothing],
	0x32: [0, nothing],
	0x33: [1, nothing],
	0x40: [0, () => ({ to: 'mode', kind: 'reset' })],
	0x42: [2, nothing],
	0x45: [1, (a) => ({ to: 'mode', kind: 'bold', on: (at(a) & 1) === 1 })],
	0x4a: [1, (a) => ({ to: 'paper', kind: 'feed', lines: 0, dots: at(a) })],
	0x4d: [1, nothing],
	0x52: [1, nothing],
	0x61: [1, (a) => ({ to: 'mode', kind: 'align', align: alignOf(at(a)) })],
	0x64: [1, (a) => ({ to: 'paper', kind: 'feed', lines: at(a), dots: 0 })],
	0x70: [3, nothing],
	0x74: [1, nothing]
};

const FS: Table = {
	0x21: [1, nothing],
	0x26: [0, () => ({ to: 'mode', kind: 'chinese', on: true })],
	0x2d: [1, nothing],
	0x2e: [0, () => ({ to: 'mode', kind: 'chinese', on: false })],
	0x43: [1, nothing],
	0x53: [2, nothing],
	0x57: [1, nothing]
};

const GS: Table = {
	0x21: [1, (a) => ({ to: 'mode', kind: 'size', wide: ((at(a) >> 4) & 7) + 1, high: (at(a) & 7) + 1, ascii: false })],
	0x42: [1, nothing],
	0x61: [1, (a) => ({ to: 'host', kind: 'push', on: at(a) !== 0 })],
	0xe0: [1, (a) => ({ to: 'host', kind: 'push', on: at(a) !== 0 })],
	0x72: [1, () => ({ to: 'host', kind: 'paper-status' })]
};

function alignOf(n: number): 0 | 1 | 2 {
	const digit = n & 0x0f;
	return digit === 1 || digit === 2 ? digit : 0;
}

function readTable(bytes: Uint8Array, table: Table): Read | undefined {
	const second = bytes[1];
	if (second === undefined) return undefined;
	const [args, command] = table[second] ?? [0, nothing];
	if (bytes.length < 2 + args) return undefined;
	return { command: command(bytes.subarray(2, 2 + args)), used: 2 + args };
}

/** Obeyed when they arrived; here they are only passed over. */
function readRealtime(bytes: Uint8Array): Read | undefined {
	const second = bytes[1];
	if (second === undefined) return undefined;
	const lengths: Partial<Record<number, number>> = { 0x04: 3, 0x05: 3, 0x06: 3, 0x14: bytes[2] === 8 ? 10 : 5 };
	const used = lengths[second] ?? 1;
	return bytes.length < used ? undefined : { command: nothing(), used };
}

function readGs(bytes: Uint8Array): Read | undefined {
	if (bytes[1] === 0x28) return readFunction(bytes);
	if (bytes[1] === 0x56) return readCut(bytes);
	if (bytes[1] === 0x76) return readRaster(bytes);
	if (bytes[1] === 0x65) return readMouth(bytes);
	return readTable(bytes, GS);
}

function readCut(bytes: Uint8Array): Read | undefined {
	const mode = bytes[2];
	if (mode === undefined) return undefined;
	const feed = mode >= 0x41;
	if (feed && bytes.length < 4) return undefined;
	return { command: { to: 'paper', kind: 'cut', feed }, used: feed ? 4 : 3 };
}

/** Custom's GS e n: only 3, present, has an argument. */
function readMouth(bytes: Uint8Array): Read | undefined {
	const n = bytes[2];
	if (n === undefined || (n === 3 && bytes.length < 4)) return undefined;
	const kinds: Partial<Record<number, 'present' | 'eject' | 'retract'>> = { 2: 'retract', 3: 'present', 5: 'eject' };
	const kind = kinds[n];
	return { command: kind ? { to: 'host', kind } : nothing(), used: n === 3 ? 4 : 3 };
}

/** GS ( x pL pH …: the length in two bytes, so that what is not known can be passed over. */
function readFunction(bytes: Uint8Array): Read | undefined {
	if (bytes.length < 5) return undefined;
	const used = 5 + at(bytes, 3) + 256 * at(bytes, 4);
	if (bytes.length < used) return undefined;
	return { command: functionOf(at(bytes, 2), bytes.slice(5, used)), used };
}

function functionOf(letter: number, data: Uint8Array): Command {
	if (letter === 0x48 && data[1] === 0x30) return { to: 'host', kind: 'process-id', id: data.slice(2, 6) };
	if (letter !== 0x6b || data[0] !== 0x31) return nothing();
	switch (at(data, 1)) {
		case 0x43:
			return { to: 'mode', kind: 'qr-module', dots: at(data, 2) };
		case 0x45:
			return { to: 'mode', kind: 'qr-level', level: at(data, 2) - 0x30 };
		case 0x50:
			return { to: 'mode', kind: 'qr-store', data: data.slice(3) };
		case 0x51:
			return { to: 'paper', kind: 'qr' };
		default:
			return nothing();
	}
}

/** GS v 0 m xL xH yL yH: x in bytes, y in dots; bit 0 and 1 of m double width and height. */
function readRaster(bytes: Uint8Array): Read | undefined {
	if (bytes.length < 8) return undefined;
	const across = at(bytes, 4) + 256 * at(bytes, 5);
	const down = at(bytes, 6) + 256 * at(bytes, 7);
	const used = 8 + across * down;
	if (bytes.length < used) return undefined;
	const rows = Array.from({ length: down }, (_, y) => {
		const row = bytes.subarray(8 + y * across, 8 + (y + 1) * across);
		return Array.from({ length: across * 8 }, (_, x) => ((at(row, x >> 3) >> (7 - (x & 7))) & 1) === 1);
	});
	return { command: { to: 'paper', kind: 'raster', scale: (at(bytes, 3) & 1) + 1, rows }, used };
}

function readText(bytes: Uint8Array, { chinese, font }: Reader): Read | undefined {
	const [first = 0] = bytes;
	if (first < 0x20 || first === 0x7f) return { command: nothing(), used: 1 };
	return chinese && isLead(first, font)
		? readHanzi(bytes, font)
		: { command: narrow(iconv.decode(Buffer.of(first), 'cp437')), used: 1 };
}

/** Whether a Chinese character begins here. */
export function isLead(byte: number, font: Font): boolean {
	return font !== 'none' && byte > 0x80 && byte < 0xff;
}

/** A lead byte takes the bytes behind it, whatever they are: half a character swallows its neighbour. */
export function readHanzi(bytes: Uint8Array, font: Font): Read | undefined {
	const second = bytes[1];
	if (second === undefined) return undefined;
	const used = font === 'gb18030' && isDigit(second) ? 4 : 2;
	if (bytes.length < used) return undefined;
	const encoding = font === 'gb18030' ? font : 'gbk';
	const [char = '\ufffd'] = iconv.decode(Buffer.from(bytes.subarray(0, used)), encoding);
	return { command: { to: 'paper', kind: 'char', char, wide: true }, used };
}

/** The second byte of a four-byte character. */
function isDigit(byte: number): boolean {
	return byte >= 0x30 && byte <= 0x39;
}

function narrow(char: string): Command {
	return { to: 'paper', kind: 'char', char, wide: false };
}

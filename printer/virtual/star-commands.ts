import iconv from 'iconv-lite';
import type { Font } from '../models/family.ts';
import { isLead, readHanzi } from './commands.ts';
import type { Command, Read } from './commands.ts';

const at = (args: Uint8Array, i = 0): number => args[i] ?? 0;
const nothing = (): Command => ({ to: 'nobody' });

/** How many argument bytes follow, and what the command means. */
type Table = Partial<Record<number, [args: number, command: (args: Uint8Array) => Command]>>;

const ESC: Table = {
	0x06: [1, nothing],
	0x40: [0, () => ({ to: 'mode', kind: 'reset' })],
	0x45: [0, () => ({ to: 'mode', kind: 'bold', on: true })],
	0x46: [0, () => ({ to: 'mode', kind: 'bold', on: false })],
	0x49: [1, (a) => ({ to: 'paper', kind: 'feed', lines: 0, dots: at(a) })],
	0x61: [1, (a) => ({ to: 'paper', kind: 'feed', lines: at(a), dots: 0 })],
	0x64: [1, (a) => ({ to: 'paper', kind: 'cut', feed: (at(a) & 2) !== 0 })],
	0x69: [2, (a) => ({ to: 'mode', kind: 'size', high: (at(a) & 7) + 1, wide: (at(a, 1) & 7) + 1, ascii: false })],
	0x70: [1, nothing]
};

const ESC_RS: Table = {
	0x46: [1, nothing],
	0x61: [1, (a) => ({ to: 'host', kind: 'push', on: at(a) !== 0 })]
};

const ESC_GS: Table = {
	0x61: [1, (a) => ({ to: 'mode', kind: 'align', align: at(a) === 1 ? 1 : at(a) === 2 ? 2 : 0 })],
	0x74: [1, nothing]
};

/** Reads the command at the head of the bytes; undefined when it is not complete. */
export function readStarCommand(bytes: Uint8Array, font: Font): Read | undefined {
	const [first, second] = bytes;
	if (first === undefined) return undefined;
	if (first === 0x0a) return { command: { to: 'paper', kind: 'newline' }, used: 1 };
	if (first === 0x17) return { command: { to: 'host', kind: 'mark' }, used: 1 };
	if (first !== 0x1b) return readText(bytes, font);
	if (second === undefined) return undefined;
	if (second === 0x58) return readBand(bytes);
	if (second === 0x1e) return fromTable(bytes, ESC_RS, 2);
	if (second === 0x1d) return bytes[2] === 0x79 ? readQr(bytes) : fromTable(bytes, ESC_GS, 2);
	return fromTable(bytes, ESC, 1);
}

function fromTable(bytes: Uint8Array, table: Table, prefix: number): Read | undefined {
	const code = bytes[prefix];
	if (code === undefined) return undefined;
	const [args, command] = table[code] ?? [0, nothing];
	const used = prefix + 1 + args;
	return bytes.length < used ? undefined : { command: command(bytes.subarray(prefix + 1, used)), used };
}

/** ESC X nL nH: columns of three bytes from above, the highest bit uppermost. The paper does not move. */
function readBand(bytes: Uint8Array): Read | undefined {
	if (bytes.length < 4) return undefined;
	const across = at(bytes, 2) + 256 * at(bytes, 3);
	const used = 4 + across * 3;
	if (bytes.length < used) return undefined;
	const rows = Array.from({ length: 24 }, (_, y) =>
		Array.from({ length: across }, (__, x) => ((at(bytes, 4 + x * 3 + (y >> 3)) >> (7 - (y & 7))) & 1) === 1)
	);
	return { command: { to: 'paper', kind: 'band', rows }, used };
}

/** ESC GS y S n v, D 1 m nL nH …, P. */
function readQr(bytes: Uint8Array): Read | undefined {
	const kind = bytes[3];
	if (kind === undefined) return undefined;
	if (kind === 0x50) return { command: { to: 'paper', kind: 'qr' }, used: 4 };
	if (kind === 0x53) return bytes.length < 6 ? undefined : { command: qrSetting(at(bytes, 4), at(bytes, 5)), used: 6 };
	if (bytes.length < 8) return undefined;
	const used = 8 + at(bytes, 6) + 256 * at(bytes, 7);
	if (bytes.length < used) return undefined;
	return { command: { to: 'mode', kind: 'qr-store', data: bytes.slice(8, used) }, used };
}

function qrSetting(which: number, value: number): Command {
	if (which === 0x31) return { to: 'mode', kind: 'qr-level', level: value };
	return which === 0x32 ? { to: 'mode', kind: 'qr-module', dots: value } : nothing();
}

function readText(bytes: Uint8Array, font: Font): Read | undefined {
	const [first = 0] = bytes;
	if (first < 0x20 || first === 0x7f) return { command: nothing(), used: 1 };
	if (isLead(first, font)) return readHanzi(bytes, font);
	const char = iconv.decode(Buffer.of(first), 'cp437');
	return { command: { to: 'paper', kind: 'char', char, wide: false }, used: 1 };
}

/**
 * A far end that reads and writes frames of a template without our codec: the template becomes a pattern over the bytes as
 * letters. It judges in tests what the codec sends, and is the inside of virtual boards and evaluators.
 */
import type { FrameSpec } from './exchange.ts';

/** What a frame says: numbers by name, and the text as it was drawn. */
export interface FarFrame {
	numbers: Record<string, number>;
	text: string | null;
}

export interface FarEar {
	/** The whole frames in what came, and what remains unread behind the last of them. */
	hear(bytes: readonly number[]): { frames: FarFrame[]; rest: number[] };
	/** A frame that says this. */
	say(frame: FarFrame): Uint8Array;
}

interface Piece {
	name: string;
	options: string[];
	/** of the bytes as letters, one group */
	pattern: string;
}

const ANY = String.raw`[\s\S]`;
const letters = (bytes: readonly number[]): string => String.fromCharCode(...bytes);
const codes = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** Reads the text of a template; of one with faults the hall file was refused before. */
export function farEar(
	{ frame, escapes = {} }: Pick<FrameSpec, 'frame' | 'escapes'>,
	set: Record<string, number> = {}
): FarEar {
	const words = frame.match(/\{[^}]*\}|[0-9A-Fa-f]{2}|[()]/g) ?? [];
	const pieces = words.filter((word) => word !== '(' && word !== ')').map((word) => pieceOf(word, set));
	const patterns = patternsOf(pieces);
	const list = Object.entries(escapes).map(([from, to]) => [hex(from), hex(to)] as const);
	// In one go: a byte that came out of its mask is not part of another one.
	const masks = new RegExp(list.map(([, to]) => escaped(to)).join('|') || '(?!)', 'g');
	return {
		hear: (bytes) => {
			const frames: FarFrame[] = [];
			let left = letters(bytes).replace(masks, (mask) => list.find(([, to]) => to === mask)?.[0] ?? mask);
			for (let at = 0; at < left.length; at++) {
				const found = wholeAt(left, at, { pieces, patterns });
				if (!found) continue;
				frames.push(meaning(pieces, found));
				left = left.slice(at + found.join('').length);
				at = -1;
			}
			return { frames, rest: codes(left) };
		},
		say: (said) => Uint8Array.from(codes(spoken(words, pieces, said, list)))
	};
}

/** One pattern, or one for each length of the part that may have any. */
function patternsOf(pieces: readonly Piece[]): RegExp[] {
	const whole = pieces.map(({ pattern }) => `(${pattern})`).join('');
	const most = /\{0,(\d+)\}/.exec(whole)?.[1];
	if (most === undefined) return [new RegExp(whole, 'y')];
	return Array.from(
		{ length: Number(most) + 1 },
		(_, n) => new RegExp(whole.replace(/\{0,\d+\}/, `{${String(n)}}`), 'y')
	);
}

/** The parts of the frame that begins at a place, when there is a whole and sound one. */
function wholeAt(
	text: string,
	at: number,
	{ pieces, patterns }: { pieces: readonly Piece[]; patterns: readonly RegExp[] }
): string[] | null {
	for (const pattern of patterns) {
		pattern.lastIndex = at;
		const parts = pattern.exec(text)?.slice(1);
		if (parts && isSound(pieces, parts)) return parts;
	}
	return null;
}

function hex(text: string): string {
	return letters((text.match(/[0-9A-Fa-f]{2}/g) ?? []).map((pair) => parseInt(pair, 16)));
}

function pieceOf(word: string, set: Record<string, number>): Piece {
	const [head = '', ...options] = word.replace(/[{}]/g, '').split(':');
	const [name = '', byte] = head.split('=');
	if (!word.startsWith('{')) return { name: '', options: [word], pattern: escaped(hex(word)) };
	if (byte !== undefined) {
		const own = set[name] ?? parseInt(byte, 16);
		return { name, options: [own.toString(16).padStart(2, '0')], pattern: escaped(letters([own])) };
	}
	return { name, options, pattern: patternOf(name, options) };
}

function escaped(text: string): string {
	return codes(text)
		.map((code) => `\\x${code.toString(16).padStart(2, '0')}`)
		.join('');
}

function patternOf(name: string, options: readonly string[]): string {
	if (name === 'rest') return `${ANY}{0,32}`;
	if (name === 'any') return `${ANY}{${options[0] ?? '1'}}`;
	if (name !== 'text') return `${ANY}{${String(widthOf(name, options))}}`;
	const room = options[1] ?? '..64';
	return room.startsWith('..') ? String.raw`[\x20-\xff]{0,${room.slice(2)}}` : `${ANY}{${room}}`;
}

/** Bytes of a number, a length or a sum. */
function widthOf(name: string, options: readonly string[]): number {
	const isSum = /^(sum|xor|lrc|crc)/.test(name);
	const form = isSum || name === 'len' ? options[1] : options[0];
	if (form !== undefined) return Number(/\d/.exec(form)?.[0] ?? 1);
	return /16/.test(name) ? 2 : 1;
}

function formOf({ name, options }: Piece): string {
	const own = name === 'len' || isSum(name) ? options[1] : options[0];
	return own ?? (name.startsWith('crc') ? '2le' : name === 'sum16' ? '2be' : '1');
}

const isSum = (name: string): boolean => /^(sum8|sum16|xor8|lrc|crc16)/.test(name);

function numberIn(text: string, form: string): number {
	const bytes = codes(text);
	if (form.startsWith('ascii')) return Number(text);
	if (form.startsWith('hex')) return parseInt(text, 16);
	if (form.startsWith('bcd')) return Number(bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(''));
	return (form.endsWith('le') ? bytes.toReversed() : bytes).reduce((value, byte) => value * 256 + byte, 0);
}

function numberAs(value: number, piece: Piece): string {
	const form = formOf(piece);
	const width = widthOf(piece.name, piece.options);
	if (form.startsWith('ascii')) return String(value).padStart(width, '0');
	if (form.startsWith('hex')) return value.toString(16).toUpperCase().padStart(width, '0');
	if (form.startsWith('bcd')) return hex(String(value).padStart(width * 2, '0'));
	const bytes = hex(value.toString(16).padStart(width * 2, '0'));
	return form.endsWith('le') ? [...bytes].toReversed().join('') : bytes;
}

function spanned(pieces: readonly Piece[], parts: readonly string[], at: number): string {
	const [from = '', to = from] = (pieces[at]?.options[0] ?? '').split('..');
	const place = (word: string): number => {
		if (/^\d+$/.test(word)) return Number(word) - 1;
		if (/^-\d+$/.test(word)) return at + Number(word);
		return pieces.findIndex(({ name }) => name === word);
	};
	return parts.slice(place(from), place(to) + 1).join('');
}

function sumOf(name: string, text: string): number {
	const bytes = codes(text);
	if (name === 'xor8') return bytes.reduce((sum, byte) => sum ^ byte, 0);
	if (name === 'lrc') return (256 - (bytes.reduce((sum, byte) => sum + byte, 0) % 256)) % 256;
	if (name.startsWith('sum')) return bytes.reduce((sum, byte) => sum + byte, 0) % (name === 'sum8' ? 256 : 65536);
	let crc = name === 'crc16-modbus' ? 0xffff : 0;
	for (const byte of bytes) {
		for (let bit = 0; bit < 8; bit++) {
			const odd = ((crc ^ (byte >> bit)) & 1) === 1;
			crc = odd ? (crc >> 1) ^ 0xa001 : crc >> 1;
		}
	}
	return crc;
}

function isSound(pieces: readonly Piece[], parts: readonly string[]): boolean {
	return pieces.every((piece, at) => {
		const part = parts[at] ?? '';
		if (piece.name === 'len') return numberIn(part, formOf(piece)) === spanned(pieces, parts, at).length;
		return !isSum(piece.name) || numberIn(part, formOf(piece)) === sumOf(piece.name, spanned(pieces, parts, at));
	});
}

const NUMBERS = ['addr', 'num', 'key', 'cmd'];

function meaning(pieces: readonly Piece[], parts: readonly string[]): FarFrame {
	const numbers: Record<string, number> = {};
	let text: string | null = null;
	pieces.forEach((piece, at) => {
		const part = parts[at] ?? '';
		if (NUMBERS.includes(piece.name)) numbers[piece.name] = numberIn(part, formOf(piece));
		if (piece.name === 'text')
			text = new TextDecoder('gbk')
				.decode(Uint8Array.from(codes(part)))
				.replaceAll('\0', ' ')
				.trim();
	});
	return { numbers, text };
}

/** Text is said in ASCII only: a far end of this kind repeats numbers, and answers with no Chinese. */
function spoken(
	words: readonly string[],
	pieces: readonly Piece[],
	{ numbers, text }: FarFrame,
	escapes: readonly (readonly [string, string])[]
): string {
	const parts = pieces.map((piece) => {
		if (piece.pattern.startsWith('\\x')) return hex(piece.options[0] ?? '');
		if (piece.name === 'text') return text ?? '';
		if (piece.name === 'rest' || piece.name === 'any') return '\0'.repeat(Number(piece.options[0] ?? 0));
		return numberAs(numbers[piece.name] ?? 0, piece);
	});
	for (const derived of [(name: string) => name === 'len', isSum]) {
		pieces.forEach((piece, at) => {
			if (!derived(piece.name)) return;
			const span = spanned(pieces, parts, at);
			parts[at] = numberAs(piece.name === 'len' ? span.length : sumOf(piece.name, span), piece);
		});
	}
	const open = words.indexOf('(');
	const close = words.indexOf(')') - 1;
	return parts.map((part, at) => (open >= 0 && at >= open && at < close ? masked(part, escapes) : part)).join('');
}

function masked(part: string, escapes: readonly (readonly [string, string])[]): string {
	return [...part].map((letter) => escapes.find(([from]) => from === letter)?.[1] ?? letter).join('');
}

/**
 * A strict decoder of what Onbon BX-5K and BX-6K cards are sent, written from the published protocol 1.4 and sharing nothing with
 * our driver: not its checksum, its escapes, or its text. It throws for the first byte that is not as the document has it.
 */

export interface StrictOnbon {
	to: number;
	from: number;
	group: number;
	command: number;
	/** whether the card is asked to answer */
	answer: boolean;
	/** of command A3 06 */
	areas: StrictArea[];
	/** what follows the five bytes of the command, of all others */
	rest: number[];
}

export interface StrictArea {
	id: number;
	x: number;
	y: number;
	width: number;
	height: number;
	/** seconds after which the card blanks it; null: never */
	blankAfterS: number | null;
	text: string;
}

class NotTheProtocol extends Error {}

function must(condition: boolean, what: string): asserts condition {
	if (!condition) throw new NotTheProtocol(what);
}

/** One frame, whole and alone. */
export function strictOnbon(frame: Uint8Array): StrictOnbon {
	const wire = [...frame];
	must(
		wire.slice(0, 8).every((byte) => byte === 0xa5),
		'eight A5 at the head'
	);
	must(wire.at(-1) === 0x5a, 'one 5A at the end');
	const inner = unescape(wire.slice(8, -1));
	must(inner.length >= 16, 'a header and a checksum');
	const [low = 0, high = 0] = inner.slice(-2);
	must(bitwiseCrc(inner.slice(0, -2)) === low + 256 * high, 'CRC-16 of what is before it');
	return commandOf(inner.slice(0, -2));
}

/** Header and data, without escapes and checksum. */
function commandOf(inner: readonly number[]): StrictOnbon {
	const at = (place: number): number => inner[place] ?? 0;
	must(
		inner.slice(4, 10).every((byte) => byte === 0),
		'reserved bytes, no barcode, check mode 0 and display mode 0'
	);
	must([0xfe, 0x51, 0x58, 0x61, 0x62, 0x63].includes(at(10)), 'a device of the list');
	must(at(11) === 2, 'version 2');
	const data = inner.slice(14);
	must(data.length === at(12) + 256 * at(13), 'the length of the data');
	must(data.length >= 5 && data.length <= 1024, 'a command that fits into the buffer of the card');
	const [group = 0, command = 0, reply = 0, ...more] = data;
	must(reply === 1 || reply === 2, 'an answer is wanted (1) or is not (2)');
	must(more[0] === 0 && more[1] === 0, 'two reserved bytes');
	const isArea = group === 0xa3 && command === 0x06;
	const rest = more.slice(2);
	return {
		...{ to: at(0) + 256 * at(1), from: at(2) + 256 * at(3), group, command, answer: reply === 1 },
		...(isArea ? { areas: areasOf(rest), rest: [] } : { areas: [], rest })
	};
}

function unescape(bytes: readonly number[]): number[] {
	const plain: number[] = [];
	for (let at = 0; at < bytes.length; at += 1) {
		const byte = bytes[at] ?? 0;
		must(byte !== 0xa5 && byte !== 0x5a, 'no bare A5 or 5A inside');
		if (byte !== 0xa6 && byte !== 0x5b) {
			plain.push(byte);
			continue;
		}
		at += 1;
		const second = bytes[at];
		must(second === 1 || second === 2, 'A6 and 5B are followed by 01 or 02');
		plain.push(byte === 0xa6 ? (second === 2 ? 0xa5 : 0xa6) : second === 2 ? 0x5a : 0x5b);
	}
	return plain;
}

/** Polynomial 8005, reflected, from zero: bit by bit, as the document's flow chart has it. */
function bitwiseCrc(bytes: readonly number[]): number {
	let crc = 0;
	for (const byte of bytes) {
		for (let bit = 0; bit < 8; bit += 1) {
			const differs = ((crc ^ (byte >> bit)) & 1) === 1;
			crc = differs ? (crc >> 1) ^ 0xa001 : crc >> 1;
		}
	}
	return crc;
}

function areasOf([deleted = 0, ...bytes]: readonly number[]): StrictArea[] {
	const named = deleted === 0xff ? 0 : deleted;
	const [count = 0, ...blocks] = bytes.slice(named);
	const areas: StrictArea[] = [];
	let at = 0;
	for (let left = count; left > 0; left -= 1) {
		const length = (blocks[at] ?? 0) + 256 * (blocks[at + 1] ?? 0);
		const block = blocks.slice(at + 2, at + 2 + length);
		must(block.length === length, 'a block as long as it says');
		areas.push(areaOf(block));
		at += 2 + length;
	}
	must(at === blocks.length, 'nothing behind the last block');
	return areas;
}

function areaOf(block: readonly number[]): StrictArea {
	const word = (at: number): number => (block[at] ?? 0) + 256 * (block[at + 1] ?? 0);
	must(block[0] === 0, 'an area of text');
	must((word(1) & 0x8000) !== 0 && (word(5) & 0x8000) !== 0, 'x and width in pixels');
	const mode = block[11] ?? 0;
	must(mode === 0 || mode === 2, 'run mode: loop, or blank when stale');
	must(word(12) > 0, 'a time-out');
	must(block[14] === 0, 'no voice');
	must([1, 2].includes(block[17] ?? 0), 'one line (1) or several (2)');
	const length = word(23) + 65_536 * word(25);
	must(27 + length === block.length, 'a text as long as it says');
	return {
		...{ id: block[9] ?? 0, x: word(1) & 0x7fff, y: word(3), width: word(5) & 0x7fff, height: word(7) },
		blankAfterS: mode === 2 ? word(12) : null,
		text: new TextDecoder('gb18030', { fatal: true }).decode(Uint8Array.from(block.slice(27)))
	};
}

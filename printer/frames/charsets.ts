/**
 * The character sets of boards, read backwards out of the decoder that every browser and Node carry, so no table has to
 * be shipped. GB2312 is the two-byte set of GB/T 2312-1980: 682 signs and 6763 characters in rows 1-9 and 16-87; GBK adds
 * the rest of the characters of Unicode 2.0 (GB 13000.1).
 */

export const CHARSETS = ['ascii', 'gb2312', 'gbk'] as const;
export type Charset = (typeof CHARSETS)[number];

/** Cells that the decoder of the Web fills (it knows GBK) and that GB/T 2312 leaves empty. */
const NOT_IN_GB2312: readonly (readonly [from: number, to: number])[] = [
	[0xa2a1, 0xa2b0],
	[0xa2e3, 0xa2e4],
	[0xa6d9, 0xa6f5],
	[0xa8bb, 0xa8c0],
	[0xa996, 0xa996]
];

let table: Map<string, readonly [number, number]> | undefined;

function gbk(): Map<string, readonly [number, number]> {
	if (table) return table;
	const decoder = new TextDecoder('gbk', { fatal: true });
	const found = new Map<string, readonly [number, number]>();
	for (let row = 0x81; row <= 0xfe; row++) {
		for (let cell = 0x40; cell <= 0xfe; cell++) {
			const drawn = decodeCell(decoder, row, cell);
			if (drawn !== null && !found.has(drawn)) found.set(drawn, [row, cell]);
		}
	}
	table = found;
	return found;
}

function decodeCell(decoder: TextDecoder, row: number, cell: number): string | null {
	try {
		const drawn = decoder.decode(new Uint8Array([row, cell]));
		const [only, ...more] = drawn;
		const point = only?.codePointAt(0) ?? 0;
		return more.length > 0 || (point >= 0xe000 && point <= 0xf8ff) ? null : drawn;
	} catch {
		return null;
	}
}

function isInGb2312(row: number, cell: number): boolean {
	const rows = (row >= 0xa1 && row <= 0xa9) || (row >= 0xb0 && row <= 0xf7);
	const code = (row << 8) | cell;
	return rows && cell >= 0xa1 && !NOT_IN_GB2312.some(([from, to]) => code >= from && code <= to);
}

/** The bytes of one character; null when the set does not have it. */
export function charBytes(character: string, charset: Charset): readonly number[] | null {
	const point = character.codePointAt(0) ?? 0;
	if (point >= 0x20 && point <= 0x7e) return [point];
	const pair = charset === 'ascii' ? undefined : gbk().get(character);
	if (!pair || (charset === 'gb2312' && !isInGb2312(...pair))) return null;
	return pair;
}

/** Bytes as the characters of a set, each with its bytes; null when they are none, or end in the middle of one. */
export function charsOf(
	bytes: readonly number[],
	charset: Charset
): { char: string; bytes: readonly number[] }[] | null {
	const decoder = new TextDecoder('gbk', { fatal: true });
	const chars: { char: string; bytes: readonly number[] }[] = [];
	for (let at = 0; at < bytes.length;) {
		const lead = bytes[at] ?? 0;
		const own = bytes.slice(at, at + (lead < 0x80 ? 1 : 2));
		const char = own.length === 1 ? String.fromCharCode(lead) : decodeCell(decoder, lead, own[1] ?? 0);
		const known = char === null ? null : charBytes(char, charset);
		if (char === null || known?.join() !== own.join()) return null;
		chars.push({ char, bytes: own });
		at += own.length;
	}
	return chars;
}

/** How a number stands in a frame. */

/** `be`, `le`: binary, high or low byte first; `bcd`: two digits in a byte; `ascii`, `hex`: a digit in a byte. */
export interface NumberForm {
	kind: 'be' | 'le' | 'bcd' | 'ascii' | 'hex';
	bytes: number;
}

/** The words for forms, for whoever wrote another one. */
export const FORM_WORDS: readonly string[] = [
	...['1', '2be', '2le', '3be', '3le', '4be', '4le'],
	...['bcd1', 'bcd2', 'bcd3', 'bcd4'],
	...['ascii1', 'ascii2', 'ascii3', 'ascii4', 'ascii5', 'ascii6', 'hex2', 'hex4']
];

/** `2be` → two bytes, high byte first; null for no form. */
export function formOf(word: string): NumberForm | null {
	if (!FORM_WORDS.includes(word)) return null;
	const [, binary] = /^(\d)/.exec(word) ?? [];
	if (binary !== undefined) return { kind: word.endsWith('le') ? 'le' : 'be', bytes: Number(binary) };
	const [, kind, bytes] = /^(bcd|ascii|hex)(\d)$/.exec(word) ?? [];
	return kind === 'bcd' || kind === 'ascii' || kind === 'hex' ? { kind, bytes: Number(bytes) } : null;
}

const BASE = { be: 256, le: 256, bcd: 100, ascii: 10, hex: 16 };

/** The largest number that has room. */
export function largest({ kind, bytes }: NumberForm): number {
	return BASE[kind] ** bytes - 1;
}

/** How many decimal digits always have room. */
export function digitsOf(form: NumberForm): number {
	return String(largest(form) + 1).length - 1;
}

/** A number from 0 to `largest` as bytes. */
export function numberBytes(value: number, { kind, bytes }: NumberForm): number[] {
	const base = BASE[kind];
	const places = Array.from({ length: bytes }, (_, at) => Math.floor(value / base ** (bytes - 1 - at)) % base);
	if (kind === 'ascii' || kind === 'hex') return places.map((place) => place.toString(16).toUpperCase().charCodeAt(0));
	if (kind === 'bcd') return places.map((place) => (Math.floor(place / 10) << 4) | (place % 10));
	return kind === 'le' ? places.toReversed() : places;
}

/** Bytes as the number they are; null when they are none of this form. */
export function numberOf(bytes: readonly number[], form: NumberForm): number | null {
	const ordered = form.kind === 'le' ? bytes.toReversed() : bytes;
	let value = 0;
	for (const byte of ordered) {
		const place = placeOf(byte, form.kind);
		if (place === null) return null;
		value = value * BASE[form.kind] + place;
	}
	return value;
}

function placeOf(byte: number, kind: NumberForm['kind']): number | null {
	if (kind === 'be' || kind === 'le') return byte;
	if (kind === 'bcd') return byte >> 4 <= 9 && (byte & 15) <= 9 ? (byte >> 4) * 10 + (byte & 15) : null;
	const digit = String.fromCharCode(byte);
	return (kind === 'ascii' ? /^\d$/ : /^[\dA-Fa-f]$/).test(digit) ? parseInt(digit, 16) : null;
}

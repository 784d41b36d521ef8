/** Whether bytes are a plain photograph: a JPEG that tells nothing but its picture. Pure. */

export type PhotoFault = 'not-a-photo' | 'photo-tells-more' | 'photo-too-large';

/** A phone's picture, drawn again at 1600 pixels, has some 400 kB. */
export const LARGEST_PHOTO = 1_500_000;

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
/** Frame headers, tables, restart interval; JFIF and Adobe marks, which hold no more than how to draw it. */
const PLAIN: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xdb, 0xdd, 0xe0, 0xee]);
/** A colour profile, and nothing else, may stand in this segment. */
const APP2 = 0xe2;
const PROFILE = 'ICC_PROFILE\0';

/**
 * Undefined for a whole JPEG without EXIF (APP1), comments or anything behind its end. A browser that draws a picture anew
 * makes such a one; where somebody sends the camera's own file, place and device would stand in it.
 */
export function photoFault(bytes: Uint8Array): PhotoFault | undefined {
	if (bytes.length > LARGEST_PHOTO) return 'photo-too-large';
	if (bytes[0] !== 0xff || bytes[1] !== START) return 'not-a-photo';
	let [at, scanned]: [number, boolean] = [2, false];
	for (;;) {
		const kind = bytes[at] === 0xff ? bytes[at + 1] : undefined;
		if (kind === END) return endFault(at, bytes, scanned);
		const next = afterSegment(kind, bytes, at);
		if (typeof next === 'string') return next;
		[at, scanned] = [next, scanned || kind === SCAN];
	}
}

/** Where the segment at `at` ends, the data of a scan with it; or what is wrong with it. */
function afterSegment(kind: number | undefined, bytes: Uint8Array, at: number): number | PhotoFault {
	const length = lengthAt(bytes, at);
	if (kind === undefined || length === undefined) return 'not-a-photo';
	if (kind === SCAN) return afterScan(bytes, at + 2 + length);
	return isPlain(kind, bytes, at) ? at + 2 + length : 'photo-tells-more';
}

/** What follows the end belongs to no picture. */
function endFault(at: number, bytes: Uint8Array, scanned: boolean): PhotoFault | undefined {
	if (!scanned) return 'not-a-photo';
	return at + 2 === bytes.length ? undefined : 'photo-tells-more';
}

/** The length of a segment, itself included; undefined where the picture is cut off. */
function lengthAt(bytes: Uint8Array, at: number): number | undefined {
	const [high, low] = [bytes[at + 2], bytes[at + 3]];
	if (high === undefined || low === undefined) return undefined;
	const length = high * 256 + low;
	return length >= 2 && at + 2 + length <= bytes.length ? length : undefined;
}

function isPlain(kind: number, bytes: Uint8Array, at: number): boolean {
	if (kind !== APP2) return PLAIN.has(kind);
	return String.fromCharCode(...bytes.subarray(at + 4, at + 4 + PROFILE.length)) === PROFILE;
}

/** Where the picture data that begins at `at` ends: before the next mark that is no restart. */
function afterScan(bytes: Uint8Array, at: number): number {
	let here = bytes.indexOf(0xff, at);
	while (here >= 0) {
		const next = bytes[here + 1] ?? END;
		if (next !== 0 && (next < 0xd0 || next > 0xd7)) return here;
		here = bytes.indexOf(0xff, here + 2);
	}
	return bytes.length;
}

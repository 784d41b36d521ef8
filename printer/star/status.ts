/** Bytes from a Star printer → its automatic status. Any bytes, split anywhere; pure. */

/** One status: its length stands in the first byte, the bits that matter behind the second. */
export interface StarStatus {
	/** the bytes behind the two of the head, for `signsOf` */
	bits: Uint8Array;
	/** how many ETB it has come to, modulo 32; undefined where the printer is too old to count */
	etb: number | undefined;
}

export interface StarAnswers {
	answers: StarStatus[];
	/** the beginning of a status, to be put before what comes next */
	rest: Uint8Array;
	garbage: number;
}

/** Bytes of a status at least: two of the head, paper in the sixth. */
const SHORTEST = 7;
const LONGEST = 15;

/** Reads all in what was received. Garbage is dropped byte by byte until something makes sense again. */
export function readStar(bytes: Uint8Array): StarAnswers {
	const answers: StarStatus[] = [];
	let at = 0;
	let garbage = 0;
	while (at < bytes.length) {
		const found = statusAt(bytes.subarray(at));
		if (found === 'short') break;
		if (found === undefined) {
			garbage += 1;
			at += 1;
		} else {
			answers.push(found.status);
			at += found.length;
		}
	}
	return { answers, rest: bytes.slice(at), garbage };
}

function statusAt(bytes: Uint8Array): { status: StarStatus; length: number } | 'short' | undefined {
	const length = lengthIn(bytes[0] ?? 0);
	if (length === undefined) return undefined;
	// Bits 0 and 4 are 0 in all bytes but the first, so that a head can be told from what follows it.
	if (bytes.subarray(1, length).some((byte) => (byte & 0x11) !== 0)) return undefined;
	if (bytes.length < length) return 'short';
	const counter = length > 7 ? bytes[7] : undefined;
	return {
		status: { bits: bytes.slice(2, length), etb: counter === undefined ? undefined : countIn(counter) },
		length
	};
}

/** The head: bit 0 is 1, bits 4 and 7 are 0, bits 1-3 and 5 are the length. */
function lengthIn(head: number): number | undefined {
	if ((head & 0x91) !== 0x01) return undefined;
	const length = ((head >> 1) & 7) | ((head >> 2) & 8);
	return length >= SHORTEST && length <= LONGEST ? length : undefined;
}

/** Five bits of the counter, in bits 1-3 and 5-6. */
function countIn(byte: number): number {
	return ((byte >> 1) & 7) | ((byte >> 2) & 0x18);
}

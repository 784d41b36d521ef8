/**
 * Frames of the SAM-V module (GA/T 450) in readers of the resident identity card: `AA AA AA 96 69`, two bytes of length, what
 * is asked or answered, and the XOR of everything from the length on.
 */

/** What is asked of the module, in this order: is there a card, take it, read it. */
export type IdAsk = 'find' | 'select' | 'read';

const ASKS: Record<IdAsk, readonly [number, number]> = { find: [0x20, 0x01], select: [0x20, 0x02], read: [0x30, 0x01] };

/** The last of the three status bytes of an answer. */
export const ID_STATUS = {
	ok: 0x90,
	found: 0x9f,
	badSum: 0x10,
	badLength: 0x11,
	notRead: 0x41,
	notAuthorised: 0x66,
	noCard: 0x80,
	notSelected: 0x81,
	empty: 0x91
} as const;

/** An answer that is whole; `damaged` when its sum or its length is wrong. */
export type IdFrame = { status: number; data: Uint8Array } | 'damaged';

const HEAD = [0xaa, 0xaa, 0xaa, 0x96, 0x69];
/** Three bytes of status and the sum. */
const LEAST = 4;
/** The longest answer known is a card with two fingerprints, 2321 bytes; what is longer is noise. */
const MOST = 2400;

/** The bytes that ask the module for something. */
export function idAsk(ask: IdAsk): Uint8Array {
	return frame([...ASKS[ask]]);
}

/** An answer as the module sends it; for virtual readers and tests. */
export function idAnswer(status: number, data: Uint8Array = new Uint8Array()): Uint8Array {
	return frame([0, 0, status, ...data]);
}

function frame(body: readonly number[]): Uint8Array {
	const length = body.length + 1;
	const counted = [length >> 8, length & 0xff, ...body];
	return Uint8Array.from([...HEAD, ...counted, xorOf(counted)]);
}

function xorOf(bytes: readonly number[]): number {
	return bytes.reduce((sum, byte) => sum ^ byte, 0);
}

/**
 * Finds the answers in what arrives, split or glued as it comes, with whatever noise between them. Some modules slip a 00 into
 * the head; a frame is therefore looked for by its head and never at a fixed place.
 */
export class IdFrames {
	#bytes: number[] = [];

	/** @returns the answers that are now complete, in order */
	take(bytes: Uint8Array): IdFrame[] {
		this.#bytes.push(...bytes);
		const frames: IdFrame[] = [];
		while (this.#bytes.length > 0) {
			const found = frameAt(this.#bytes);
			if (found === 'short') break;
			if (found !== 'none') frames.push(found.frame);
			this.#bytes.splice(0, found === 'none' ? 1 : found.used);
		}
		return frames;
	}

	/** Forgets what has arrived: half an answer belongs to nothing that follows, and may be somebody's card. */
	clear(): void {
		this.#bytes.fill(0);
		this.#bytes = [];
	}
}

type Found = { frame: IdFrame; used: number } | 'none' | 'short';

function frameAt(bytes: readonly number[]): Found {
	const at = headEnd(bytes);
	if (typeof at === 'string') return at;
	const [high, low] = bytes.slice(at, at + 2);
	if (high === undefined || low === undefined) return 'short';
	const length = (high << 8) | low;
	// Three bytes are a question, our own that came back.
	if (length === LEAST - 1) return 'none';
	if (length < LEAST || length > MOST) return { frame: 'damaged', used: at };
	const end = at + 2 + length;
	if (bytes.length < end) return 'short';
	const counted = bytes.slice(at, end - 1);
	// Whatever is whole behind a damaged head is still found.
	if (xorOf(counted) !== bytes[end - 1]) return { frame: 'damaged', used: at };
	const [, , , , status = 0, ...data] = counted;
	return { frame: { status, data: Uint8Array.from(data) }, used: end };
}

/** Where the head ends, one 00 before each of its bytes let pass. */
function headEnd(bytes: readonly number[]): number | 'none' | 'short' {
	let at = 0;
	for (const [i, byte] of HEAD.entries()) {
		if (i > 0 && bytes[at] === 0) at += 1;
		if (at >= bytes.length) return 'short';
		if (bytes[at] !== byte) return 'none';
		at += 1;
	}
	return at;
}

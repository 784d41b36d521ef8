/** Bytes from a printer → what it said, and what that means. Any bytes, split anywhere; pure. */
import type { OwnQuestion, Signs } from '../models/status.ts';
import type { PrinterStatus } from '../printer.ts';

/** One thing a printer said. */
export type Answer =
	/** to `DLE EOT 1–4`; which of them, only the asker knows */
	| { kind: 'status'; byte: number }
	/** automatic status: four bytes, sent unasked */
	| { kind: 'asb'; bytes: Uint8Array }
	/** a job came to its end */
	| { kind: 'printed'; id: string }
	| { kind: 'cleared' }
	/** to the question that only its maker's printers answer: the bytes behind the head */
	| { kind: 'own'; bytes: Uint8Array };

export interface Answers {
	answers: Answer[];
	/** the beginning of an answer, to be put before what comes next */
	rest: Uint8Array;
	/** how many bytes meant nothing */
	garbage: number;
}

/** An answer at the head of the bytes, its length; 0: the head means nothing; undefined: too short to say. */
type Found = { answer: Answer; length: number } | 0 | undefined;

/**
 * Reads all answers in what was received. Garbage is dropped byte by byte until something makes sense again.
 * @param own the maker's own question, when its answer has a head to be known by
 */
export function readAnswers(bytes: Uint8Array, own: OwnQuestion | null = null): Answers {
	const frame = own && own.head !== '' ? { head: Buffer.from(own.head, 'hex'), behind: own.bits.length } : undefined;
	const answers: Answer[] = [];
	let at = 0;
	let garbage = 0;
	while (at < bytes.length) {
		const found = answerAt(bytes.subarray(at), frame);
		if (found === undefined) break;
		if (found === 0) {
			garbage += 1;
			at += 1;
		} else {
			answers.push(found.answer);
			at += found.length;
		}
	}
	return { answers, rest: bytes.slice(at), garbage };
}

/** How the maker's own answer is known: its head, and how many bytes are behind it. */
interface Frame {
	head: Uint8Array;
	behind: number;
}

function answerAt(bytes: Uint8Array, frame: Frame | undefined): Found {
	const [first = 0] = bytes;
	if (frame && begins(bytes, frame.head)) return ownAt(bytes, frame);
	if (first === 0x37) return reportAt(bytes);
	if ((first & 0x93) === 0x12) return { answer: { kind: 'status', byte: first }, length: 1 };
	if ((first & 0x93) !== 0x10) return 0;
	return asbAt(bytes);
}

function asbAt(bytes: Uint8Array): Found {
	const rest = bytes.subarray(1, 4);
	if (rest.some((byte) => (byte & 0x90) !== 0)) return 0;
	if (bytes.length < 4) return undefined;
	return { answer: { kind: 'asb', bytes: bytes.slice(0, 4) }, length: 4 };
}

function ownAt(bytes: Uint8Array, { head, behind }: Frame): Found {
	const length = head.length + behind;
	if (bytes.length < length) return undefined;
	return { answer: { kind: 'own', bytes: bytes.slice(head.length, length) }, length };
}

/** Whether they begin with the head, as far as they go. */
function begins(bytes: Uint8Array, head: Uint8Array): boolean {
	return head.every((byte, i) => i >= bytes.length || bytes[i] === byte);
}

/** `37 22 id id id id 00` and `37 25 00`. */
function reportAt(bytes: Uint8Array): Found {
	const kind = bytes[1];
	if (kind === undefined) return undefined;
	if (kind === 0x25) return endsAt(bytes, 2, { kind: 'cleared' });
	if (kind !== 0x22) return 0;
	const id = bytes.subarray(2, 6);
	if (id.some((byte) => byte < 0x20 || byte > 0x7e)) return 0;
	return endsAt(bytes, 6, { kind: 'printed', id: String.fromCharCode(...id) });
}

function endsAt(bytes: Uint8Array, at: number, answer: Answer): Found {
	if (bytes.length <= at) return undefined;
	return bytes[at] === 0 ? { answer, length: at + 1 } : 0;
}

/** One status from all signs: the one that a person must deal with first. A ticket in the output is no trouble by itself. */
export function statusOf(signs: Signs): PrinterStatus {
	if (signs.coverOpen) return { state: 'cover-open' };
	if (signs.headUp) return { state: 'head-up' };
	if (signs.paperOut) return { state: 'paper-out' };
	if (signs.jam) return { state: 'jam' };
	if (signs.cutter) return { state: 'cutter-jam' };
	if (signs.hot) return { state: 'overheated' };
	if (signs.error || signs.offline) return { state: 'error' };
	return { state: signs.paperLow ? 'paper-low' : 'ready' };
}

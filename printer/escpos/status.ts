/** Bytes from a printer → what it said, and what that means. Any bytes, split anywhere; pure. */
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
	/** Custom's full status: paper, user, recoverable, unrecoverable */
	| { kind: 'full'; bytes: Uint8Array };

export interface Answers {
	answers: Answer[];
	/** the beginning of an answer, to be put before what comes next */
	rest: Uint8Array;
	/** how many bytes meant nothing */
	garbage: number;
}

/** An answer at the head of the bytes, its length; 0: the head means nothing; undefined: too short to say. */
type Found = { answer: Answer; length: number } | 0 | undefined;

/** Reads all answers in what was received. Garbage is dropped byte by byte until something makes sense again. */
export function readAnswers(bytes: Uint8Array, custom = false): Answers {
	const answers: Answer[] = [];
	let at = 0;
	let garbage = 0;
	while (at < bytes.length) {
		const found = answerAt(bytes.subarray(at), custom);
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

function answerAt(bytes: Uint8Array, custom: boolean): Found {
	const [first = 0, second] = bytes;
	if (first === 0x37) return reportAt(bytes);
	if ((first & 0x93) === 0x12) return { answer: { kind: 'status', byte: first }, length: 1 };
	if ((first & 0x93) !== 0x10) return 0;
	if (custom && first === 0x10 && (second ?? 0x0f) === 0x0f) return fullAt(bytes);
	return asbAt(bytes);
}

function asbAt(bytes: Uint8Array): Found {
	const rest = bytes.subarray(1, 4);
	if (rest.some((byte) => (byte & 0x90) !== 0)) return 0;
	if (bytes.length < 4) return undefined;
	return { answer: { kind: 'asb', bytes: bytes.slice(0, 4) }, length: 4 };
}

function fullAt(bytes: Uint8Array): Found {
	if (bytes.length < 6) return undefined;
	return { answer: { kind: 'full', bytes: bytes.slice(2, 6) }, length: 6 };
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

/** What a status says, whatever form it came in. */
export interface Signs {
	offline: boolean;
	coverOpen: boolean;
	paperOut: boolean;
	paperLow: boolean;
	cutter: boolean;
	/** goes on by itself: head too hot, voltage */
	hot: boolean;
	/** any other error that stops it */
	error: boolean;
}

const has = (byte: number, bits: number): boolean => (byte & bits) !== 0;

/**
 * The four answers to `DLE EOT 1–4`. Bits 5 and 6 of the first and bit 2 of the third differ between makers and are not
 * looked at.
 */
export function signsOfProbe([printer, cause, error, paper]: readonly [number, number, number, number]): Signs {
	return {
		offline: has(printer, 0x08),
		coverOpen: has(cause, 0x04),
		paperOut: has(cause, 0x20) || has(paper, 0x60),
		paperLow: has(paper, 0x0c),
		cutter: has(error, 0x08),
		hot: has(error, 0x40),
		error: has(cause, 0x40) || has(error, 0x20)
	};
}

/** The four bytes of an automatic status. */
export function signsOfAsb(bytes: Uint8Array): Signs {
	const [first = 0, second = 0, third = 0] = bytes;
	return {
		offline: has(first, 0x08),
		coverOpen: has(first, 0x20),
		paperOut: has(third, 0x0c),
		paperLow: has(third, 0x03),
		cutter: has(second, 0x08),
		hot: has(second, 0x40),
		error: has(second, 0x24)
	};
}

/** Custom's full status (VKP80, KPM, TG02): paper, user, recoverable and unrecoverable bits. */
export function signsOfFull(bytes: Uint8Array): Signs {
	const [paper = 0, user = 0, recoverable = 0, fatal = 0] = bytes;
	return {
		offline: false,
		coverOpen: has(user, 0x03),
		paperOut: has(paper, 0x01),
		paperLow: has(paper, 0x04),
		cutter: has(fatal, 0x01),
		hot: has(recoverable, 0x09),
		error: has(recoverable, 0x42) || has(fatal, 0x0c)
	};
}

/** One status from all signs: the one that a person must deal with first. */
export function statusOf(signs: Signs): PrinterStatus {
	if (signs.coverOpen) return { state: 'cover-open' };
	if (signs.paperOut) return { state: 'paper-out' };
	if (signs.cutter) return { state: 'cutter-jam' };
	if (signs.hot) return { state: 'overheated' };
	if (signs.error || signs.offline) return { state: 'error' };
	return { state: signs.paperLow ? 'paper-low' : 'ready' };
}

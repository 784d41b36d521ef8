/** What a scanner on a serial line says: codes, each ended by CR, LF, both, or silence. */

export const SCAN_ENCODINGS = ['utf-8', 'gb18030'] as const;
export type ScanEncoding = (typeof SCAN_ENCODINGS)[number];

/** The longest code that is one of ours, with room; a QR code holds up to 2953 bytes. */
const LONGEST = 512;
const CR = 0x0d;
const LF = 0x0a;
/** GM65 and its kin answer a command with this, in the same stream (GM72 manual, p. 32). */
const ANSWER = [0x04, 0xd0, 0x00, 0x00, 0xff, 0x2c];

/**
 * Gathers codes from bytes, split or glued as they come. What is longer than any code, or no text of its encoding, is
 * thrown away up to its end and counted.
 */
export class ScanReader {
	readonly #decoder: TextDecoder;
	#bytes: number[] = [];
	#tooLong = false;
	/** codes that could not be read */
	unread = 0;

	constructor(encoding: ScanEncoding) {
		this.#decoder = new TextDecoder(encoding, { fatal: true });
	}

	/** whether a code waits for its end */
	get waits(): boolean {
		return this.#bytes.length > 0 || this.#tooLong;
	}

	/** @returns the codes that are now complete, in order */
	take(bytes: Iterable<number>): string[] {
		const scans: string[] = [];
		for (const byte of bytes) {
			if (byte === CR || byte === LF) scans.push(...this.silence());
			else if (this.#bytes.length < LONGEST) this.#bytes.push(byte);
			else this.#tooLong = true;
		}
		return scans;
	}

	/** The line has been silent: what came is a whole code. */
	silence(): string[] {
		const bytes = withoutAnswers(this.#bytes);
		const tooLong = this.#tooLong;
		this.#bytes = [];
		this.#tooLong = false;
		if (bytes.length === 0) return [];
		const text = tooLong ? null : this.#textOf(bytes);
		if (text === null) this.unread += 1;
		return text === null || text === '' ? [] : [text];
	}

	#textOf(bytes: readonly number[]): string | null {
		try {
			const text = this.#decoder.decode(Uint8Array.from(bytes)).replaceAll(/\p{Cc}/gu, '');
			return text.trim();
		} catch {
			return null;
		}
	}
}

function withoutAnswers(bytes: readonly number[]): readonly number[] {
	const answered = ANSWER.every((byte, at) => bytes[at] === byte);
	return answered ? withoutAnswers(bytes.slice(ANSWER.length)) : bytes;
}

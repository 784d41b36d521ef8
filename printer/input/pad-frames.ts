/** Frames of the published 21-key call pad on RS-485: `FF 68 L L 68 addr cmd data… CS 16`. */

/** One key press as a pad tells it. */
export interface PadKey {
	/** of the pad on its line */
	address: number;
	command: number;
	/** the key's own code */
	key: number;
}

const HEAD = 0x68;
const TAIL = 0x16;
/** address, command and one byte of data at least */
const SHORTEST = 3;
/** A longer frame is noise: the pad sends a handful of bytes. */
const LONGEST = 32;

/** The sum of bytes modulo 256. */
function sumOf(bytes: readonly number[]): number {
	return bytes.reduce((sum, byte) => (sum + byte) & 0xff, 0);
}

/** A frame as the pad sends it; for virtual pads and tests. */
export function padFrame({ address, command, key }: PadKey): Uint8Array {
	const body = [address, command, key];
	return Uint8Array.from([0xff, HEAD, body.length, body.length, HEAD, ...body, sumOf(body), TAIL]);
}

/**
 * Finds the frames in what arrives, split or glued as it comes. What is no frame (noise, a wrong sum, a cut frame) is
 * skipped byte by byte until the next head, so a broken frame never swallows a whole one behind it.
 */
export class PadFrames {
	#bytes: number[] = [];

	/** @returns the key presses that are now complete, in order */
	take(bytes: Uint8Array): PadKey[] {
		this.#bytes.push(...bytes);
		const keys: PadKey[] = [];
		while (this.#bytes.length > 0) {
			const found = frameAt(this.#bytes);
			if (found === 'short') break;
			if (found !== 'none') keys.push(found.key);
			this.#bytes.splice(0, found === 'none' ? 1 : found.length);
		}
		return keys;
	}
}

type Found = { key: PadKey; length: number } | 'none' | 'short';

/** What stands at the beginning of these bytes: a frame, none, or the beginning of one. */
function frameAt(bytes: readonly number[]): Found {
	const length = bytes[1] ?? SHORTEST;
	const whole = length + 6;
	if (!isHead(bytes, length)) return 'none';
	if (bytes.length < whole) return 'short';
	const body = bytes.slice(4, 4 + length);
	if (bytes[4 + length] !== sumOf(body) || bytes[whole - 1] !== TAIL) return 'none';
	const [address = 0, command = 0, key = 0] = body;
	return { key: { address, command, key }, length: whole };
}

/** Whether what has arrived so far can be `68 L L 68`. */
function isHead(bytes: readonly number[], length: number): boolean {
	if (length < SHORTEST || length > LONGEST) return false;
	return [HEAD, length, length, HEAD].every((byte, i) => i >= bytes.length || bytes[i] === byte);
}

/** A board that is described by its frame, as a program; it reads the template without our codec. */
import { farEar, type FarEar, type FarFrame } from '#printer/frames/far.ts';
import type { FrameBoard } from '../frame-template.ts';
import { virtualBoard, type BoardCore, type VirtualBoard } from './board.ts';

/** The rest of a frame that has not come after so long will not come. */
const STALE_MS = 100;
const LONGEST = 512;

/** A board at an address; slow, it answers later than the driver waits. */
export function virtualFrameBoard(address: number, board: FrameBoard): VirtualBoard {
	return virtualBoard(new FrameCore(address, board), 2 * (board.language.timeoutMs ?? 300));
}

class FrameCore implements BoardCore {
	readonly #address: number;
	readonly #ear: FarEar;
	readonly #answer: FarEar | null;
	readonly #refusal: FarEar | null;
	#received: number[] = [];
	#lastAt = 0;
	#shown: FarFrame | null = null;

	constructor(address: number, { language, set = {} }: FrameBoard) {
		const { answer, refusal, escapes } = language;
		const ear = (frame: string): FarEar => farEar({ frame, escapes }, set);
		this.#address = address;
		this.#ear = ear(language.frame);
		this.#answer = answer === undefined ? null : ear(answer);
		this.#refusal = refusal === undefined ? null : ear(refusal);
	}

	receive(bytes: Uint8Array, now: number, refusing: boolean): Uint8Array[] {
		const before = now - this.#lastAt > STALE_MS ? [] : this.#received;
		this.#lastAt = now;
		const { frames, rest } = this.#ear.hear([...before, ...bytes]);
		this.#received = rest.slice(-LONGEST);
		const own = frames.filter(({ numbers }) => (numbers['addr'] ?? this.#address) === this.#address);
		return own.flatMap((frame) => this.#obey(frame, refusing));
	}

	shown(): string[] {
		const { text, numbers } = this.#shown ?? { text: null, numbers: {} };
		const number = numbers['num'] ?? 0;
		return [...(number > 0 ? [String(number)] : []), ...(text === null ? [] : [text])].filter((line) => line !== '');
	}

	forget(): void {
		this.#shown = null;
	}

	#obey(frame: FarFrame, refusing: boolean): Uint8Array[] {
		if (!refusing) this.#shown = frame;
		const answer = refusing ? this.#refusal : this.#answer;
		return answer ? [answer.say(frame)] : [];
	}
}

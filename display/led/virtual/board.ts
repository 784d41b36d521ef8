/**
 * A board that exists only as a program: the far end of the line, for halls without hardware and for tests. It decodes
 * what really comes over the line, keeps its own memory, and can be made to fail the way boards fail.
 */
import type { BoardFault } from '#server/devices/view.ts';

/** What can be wrong at a board. */
export const BOARD_FAULTS = ['silent', 'slow', 'rejecting', 'garbled', 'unplugged'] as const satisfies BoardFault[];

/** What a board says, and how long after it was asked. */
export interface VirtualAnswer {
	bytes: Uint8Array;
	afterMs: number;
}

export interface VirtualBoard {
	/** Everything on the line passes every board; what is not for it it ignores. `now` in ms. */
	receive(bytes: Uint8Array, now: number): VirtualAnswer[];
	/** the lines that stand there, as a person would read them */
	shown(now: number): string[];
	setFault(fault: BoardFault, on: boolean): void;
	faults(): BoardFault[];
	/** Off and on again: what it showed is gone, faults stay. */
	powerCycle(): void;
}

/** The inside of a board: its protocol and its memory. */
export interface BoardCore {
	/** The answers to what came; refusals instead, with nothing taken over, when `refusing`. */
	receive(bytes: Uint8Array, now: number, refusing: boolean): Uint8Array[];
	shown(now: number): string[];
	forget(): void;
}

/** An answer needs this long even from a healthy board. */
const REPLY_MS = 8;

/**
 * A board around a core.
 * @param lateMs how long a slow board thinks before it answers
 */
export function virtualBoard(core: BoardCore, lateMs: number): VirtualBoard {
	const faults = new Set<BoardFault>();
	return {
		receive: (bytes, now) => {
			if (faults.has('unplugged')) return [];
			const answers = core.receive(bytes, now, faults.has('rejecting'));
			if (faults.has('silent')) return [];
			const afterMs = faults.has('slow') ? lateMs : REPLY_MS;
			return answers.map((answer) => ({ bytes: faults.has('garbled') ? garble(answer) : answer, afterMs }));
		},
		shown: (now) => core.shown(now),
		setFault: (fault, on) => {
			if (on) faults.add(fault);
			else faults.delete(fault);
		},
		faults: () => [...faults],
		powerCycle: () => {
			core.forget();
		}
	};
}

/** As a collision or a loose wire would: some bits wrong, one byte lost. */
function garble(answer: Uint8Array): Uint8Array {
	return answer.slice(1).map((byte, at) => (at % 3 === 2 ? byte ^ 0x24 : byte));
}

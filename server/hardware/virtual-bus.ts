import type { VirtualBoard } from '#display/led/virtual/board.ts';
import type { Timers } from '#printer/wire/timers.ts';
import { virtualLine } from '#printer/wire/virtual.ts';
import type { Link, Wire } from '#printer/wire/wire.ts';

/** A line with boards that exist only as programs. */
export interface VirtualBus {
	/** the near end, for `openBus` */
	readonly wire: Wire;
	/** Hangs a board on the line; one of the same code is replaced. */
	attach(code: string, board: VirtualBoard): void;
	detach(code: string): void;
	/** Pulls the adapter out of the computer, or puts it back; the boards keep what they show. */
	unplug(on: boolean): void;
}

export interface VirtualBusOptions {
	timers: Timers;
	/** the adapter hears itself, as cheap RS-485 adapters do */
	echo?: boolean;
}

/** Every board hears everything that is written; what a board answers is heard at the near end, in its time. */
export function virtualBus(name: string, { timers, echo = false }: VirtualBusOptions): VirtualBus {
	const line = virtualLine(name);
	const boards = new Map<string, VirtualBoard>();
	line.onOpen((far) => {
		hangBoards(far, boards, { timers, echo });
	});
	return {
		wire: line.wire,
		attach: (code, board) => {
			boards.set(code, board);
		},
		detach: (code) => {
			boards.delete(code);
		},
		unplug: (on) => {
			line.unplug(on);
		}
	};
}

/** Hangs boards on the far end of a link of any kind; those that join the map later hear what is said later. */
export function hangBoards(
	far: Link,
	boards: ReadonlyMap<string, VirtualBoard>,
	{ timers, echo = false }: VirtualBusOptions
): void {
	const say = (bytes: Uint8Array, afterMs: number): void => {
		// The line may be gone by then; who asked finds out by the silence.
		timers.after(afterMs, () => void far.write(bytes).catch(() => undefined));
	};
	far.onBytes((bytes) => {
		if (echo) say(bytes, 0);
		const answers = [...boards.values()].flatMap((board) => board.receive(bytes, timers.now()));
		for (const answer of answers) say(answer.bytes, answer.afterMs);
	});
}

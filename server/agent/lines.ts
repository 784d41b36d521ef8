import type { BoardContent } from '#display/led/driver.ts';
import type { Bus, BusPriority, BusResult } from '#printer/wire/bus-types.ts';
import type { Clock } from '../clock.ts';
import { driverOf, farEnd, hangBoard, openLine, type HungBoard } from '../hardware/boards.ts';
import type { Part } from '../hardware/part.ts';
import type { VirtualBus } from '../hardware/virtual-bus.ts';
import type { BoardEntry, BusEntry } from '../setup/schema.ts';
import { Fleet } from './fleet.ts';

/** What should stand on a board; `show` is the server's name for it. */
export interface Shown {
	show: string;
	content: BoardContent;
	priority: BusPriority;
}

interface Place {
	hung: HungBoard;
	/** the name of what it was told last */
	stands: string | undefined;
	/** its line speaks to it */
	joined: boolean;
}

interface Line {
	bus: Bus;
	far: VirtualBus | undefined;
	boards: Fleet<BoardEntry, Place>;
}

/** A board blanks itself after so long without a word from the server, where its content does not say. */
const TTL_MS = 180_000;

/** The lines of boards of an agent: each board is kept at the newest content, however often the hall file changes. */
export class Lines {
	readonly #clock: Clock;
	readonly #onOutcome: (board: string, show: string, result: BusResult) => void;
	readonly #lines: Fleet<BusEntry, Line>;
	readonly #wanted = new Map<string, Shown>();
	#boards: readonly BoardEntry[] = [];

	constructor(clock: Clock, onOutcome: (board: string, show: string, result: BusResult) => void) {
		this.#clock = clock;
		this.#onOutcome = onOutcome;
		this.#lines = new Fleet(
			(entry) => this.#open(entry),
			(line) => line.bus.close()
		);
	}

	follow({ buses, boards }: Pick<Part, 'buses' | 'boards'>): void {
		this.#boards = boards;
		for (const board of [...this.#wanted.keys()]) {
			if (!boards.some(({ code }) => code === board)) this.#wanted.delete(board);
		}
		this.#lines.follow(buses);
		for (const [code, line] of this.#lines.all()) line.boards.follow(this.#of(code));
	}

	/** Puts a content on a board; the same one again changes nothing. */
	show(board: string, shown: Shown): void {
		this.#wanted.set(board, shown);
		for (const [, line] of this.#lines.all()) {
			const place = line.boards.get(board);
			if (place) this.#put(board, place);
		}
	}

	/** A board was taken out of work. */
	leave(board: string): void {
		this.#wanted.delete(board);
		for (const [, line] of this.#lines.all()) {
			const place = line.boards.get(board);
			if (!place) continue;
			place.stands = undefined;
			if (place.joined) place.hung.leave();
			place.joined = false;
		}
	}

	/** How long the server may be silent before its boards are blanked, ms. */
	get patienceMs(): number {
		return Math.max(TTL_MS, ...[...this.#wanted.values()].map(({ content }) => content.ttlMs ?? 0));
	}

	/** Nobody knows any more what should stand there: an old call must not. */
	blank(): void {
		this.#wanted.clear();
		for (const [, line] of this.#lines.all()) {
			for (const [, place] of line.boards.all()) {
				if (place.stands === undefined) continue;
				place.stands = undefined;
				place.hung.show({ lines: [] }, { priority: 'refresh', onOutcome: () => undefined });
			}
		}
	}

	close(): Promise<void> {
		return this.#lines.close();
	}

	#of(bus: string): BoardEntry[] {
		return this.#boards.filter((board) => board.bus === bus);
	}

	#open(entry: BusEntry): Line {
		const virtual = new Map<string, VirtualBus>();
		const bus = openLine(entry, this.#clock, virtual);
		const far = virtual.get(entry.code);
		const boards: Line['boards'] = new Fleet(
			(board) => {
				far?.attach(board.code, farEnd(board));
				const place: Place = { hung: hangBoard(board, bus, driverOf(board)), stands: undefined, joined: false };
				this.#put(board.code, place);
				return place;
			},
			({ hung, joined }) => {
				far?.detach(hung.entry.code);
				if (joined) hung.leave();
				return Promise.resolve();
			}
		);
		boards.follow(this.#of(entry.code));
		return { bus, far, boards };
	}

	#put(board: string, place: Place): void {
		const wanted = this.#wanted.get(board);
		if (!wanted || place.stands === wanted.show) return;
		place.stands = wanted.show;
		if (!place.joined) place.hung.join();
		place.joined = true;
		place.hung.show(wanted.content, {
			priority: wanted.priority,
			onOutcome: (result) => this.#onOutcome(board, wanted.show, result)
		});
	}
}

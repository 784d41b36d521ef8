import { boardOutcome, wantBoard } from '#db/boards.ts';
import { addReceipt, recentCalls } from '#db/calls.ts';
import { words } from '#display/words/index.ts';
import type { BusPriority, BusResult } from '#printer/wire/bus-types.ts';
import { windowLines } from '../calls/board.ts';
import { today, type Hall } from '../hall.ts';
import type { HungBoard } from '../hardware/boards.ts';
import { Later } from '../later.ts';
import { zonesOf, type CalledLine, type Touched } from '../realtime/touched.ts';
import type { BoardEntry } from '../setup/schema.ts';
import { broadcastNow } from '../broadcast/view.ts';
import { boardContent, isCovered, type BoardFacts } from './board-content.ts';

export interface BoardsOptions {
	onChanged: () => void;
	/** a board has the call of that window */
	onReceipt: (window: string) => void;
	onTrouble: (error: unknown) => void;
}

const MOST_ROWS = 16;

/**
 * Keeps every LED board at what should stand on it. That follows from the hall's rows, so a restart draws it anew; the
 * bus sends the newest picture of each board, again after a break, and what became of it is told to the bench.
 */
export class Boards {
	readonly #hall: Hall;
	readonly #boards: readonly HungBoard[];
	readonly #wanted = new Map<string, string>();
	readonly #options: BoardsOptions;
	readonly #later: Later;

	constructor(hall: Hall, boards: readonly HungBoard[], options: BoardsOptions) {
		this.#hall = hall;
		this.#boards = boards;
		this.#options = options;
		this.#later = new Later(hall, { onWritten: options.onChanged, onTrouble: options.onTrouble });
	}

	/** Puts the whole state on every board. */
	async begin(): Promise<void> {
		for (const board of this.#boards) await this.#draw(board, undefined);
	}

	/** Draws the boards that these changes concern. */
	async take(touched: Touched): Promise<void> {
		const zones = zonesOf(touched, this.#hall.setup);
		for (const board of this.#boards) {
			const { window, zone } = board.entry.shows;
			const call = touched.calls.findLast((one) => one.window === window || one.zone === zone);
			const concerned = window !== null ? touched.windows.has(window) : zone !== null && zones.has(zone);
			if (concerned || touched.broadcast) await this.#draw(board, call, touched.broadcast);
		}
	}

	/** Writes down what is still to be written. */
	stop(): Promise<void> {
		return this.#later.flush();
	}

	/** What should stand on a board now, as its lines; empty before it was first drawn. */
	wanted(code: string): string[] {
		const text = this.#wanted.get(code);
		return text === undefined ? [] : (JSON.parse(text) as string[]);
	}

	async #draw(board: HungBoard, called: CalledLine | undefined, alert = false): Promise<void> {
		const { entry, caps } = board;
		const facts = await this.#facts(entry);
		// A call that is covered by something more urgent does not stand there.
		const call = isCovered(facts) ? undefined : called;
		const content = boardContent(facts, caps, words('zh-CN').boards);
		const wanted = JSON.stringify(board.picture(content).lines);
		if (this.#wanted.get(entry.code) === wanted && !call) return;
		this.#wanted.set(entry.code, wanted);
		const at = this.#hall.clock.now();
		this.#later.add((tx) => wantBoard(tx.k, { hall: tx.hall, device: entry.code, wanted, at }));
		board.show(content, {
			priority: priorityOf(alert, call),
			onOutcome: (result) => {
				this.#came(entry.code, wanted, result, call);
			}
		});
		this.#options.onChanged();
	}

	async #facts(entry: BoardEntry): Promise<BoardFacts> {
		const { window, zone, rows } = entry.shows;
		const broadcast = await broadcastNow(this.#hall);
		if (window !== null) {
			const [line] = await windowLines(this.#hall, [window]);
			if (!line) throw new Error(`board ${entry.code} shows a window that is not there`);
			return { window: { ...line, reason: line.reason?.zh ?? null }, calls: [], broadcast };
		}
		const asked = { hall: this.#hall.id, day: today(this.#hall), zone: zone ?? '', most: MOST_ROWS };
		const newest = await recentCalls(this.#hall.read, asked);
		const once = newest.filter((call, i) => newest.findIndex((other) => other.number === call.number) === i);
		return { window: null, calls: once.slice(0, rows), broadcast };
	}

	#came(device: string, wanted: string, result: BusResult, call: CalledLine | undefined): void {
		const { outcome, at } = result;
		const there = outcome === 'acked' || outcome === 'sent-unconfirmed';
		const shown = there ? wanted : null;
		this.#later.add(({ k, hall }) => boardOutcome(k, { hall, device }, { outcome, at, shown }));
		if (!there || !call) return;
		this.#later.add(
			({ k, hall }) => addReceipt(k, { hall, call: call.id, device, channel: 'board', at, outcome }),
			() => this.#options.onReceipt(call.window)
		);
	}
}

function priorityOf(alert: boolean, call: CalledLine | undefined): BusPriority {
	if (alert) return 'alert';
	return call ? 'call' : 'refresh';
}

import { boardOutcome, wantBoard } from '#db/boards.ts';
import { addReceipt, recentCalls } from '#db/calls.ts';
import { words } from '#display/words/index.ts';
import type { BusPriority, BusResult } from '#printer/wire/bus-types.ts';
import { windowLines } from '../calls/board.ts';
import type { Cancel } from '../clock.ts';
import { today, type Hall } from '../hall.ts';
import type { HungBoard } from '../hardware/boards.ts';
import { Later } from '../later.ts';
import { zonesOf, type CalledLine, type Touched } from '../realtime/touched.ts';
import type { BoardEntry } from '../setup/schema.ts';
import { broadcastNow } from '../broadcast/view.ts';
import type { Hands } from '../watch/hands.ts';
import { boardContent, isCovered, type BoardFacts } from './board-content.ts';

export interface BoardsOptions {
	onChanged: () => void;
	/** a board has the call of that window */
	onReceipt: (window: string) => void;
	onTrouble: (error: unknown) => void;
	/** what hands have decided about boards */
	hands: Pick<Hands, 'isOff'>;
}

const MOST_ROWS = 16;
/** So long a test text stands. */
const TEST_MS = 10_000;

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
	/** boards that their lines know */
	readonly #joined = new Set<string>();
	/** boards that show a test text, and its end */
	readonly #tests = new Map<string, Cancel>();

	constructor(hall: Hall, boards: readonly HungBoard[], options: BoardsOptions) {
		this.#hall = hall;
		this.#boards = boards;
		this.#options = options;
		this.#later = new Later(hall, { onWritten: options.onChanged, onTrouble: options.onTrouble });
		for (const board of boards) if (!this.#isOff(board)) this.#join(board);
	}

	#join(board: HungBoard): void {
		board.join();
		this.#joined.add(board.entry.code);
	}

	#isOff({ entry }: HungBoard): boolean {
		return this.#options.hands.isOff('board', entry.code);
	}

	/** Whether its line knows it: a board that was taken out of work is left alone. */
	isJoined(code: string): boolean {
		return this.#joined.has(code);
	}

	/** Leaves boards alone that were taken out of work, and draws those anew that were put back. */
	async obeyHands(): Promise<void> {
		for (const board of this.#boards) {
			const { code } = board.entry;
			if (this.#isOff(board) !== this.#joined.has(code)) continue;
			this.#wanted.delete(code);
			if (this.#joined.delete(code)) board.leave();
			else {
				this.#join(board);
				await this.#draw(board, undefined);
			}
		}
	}

	/** Shows a test text for some seconds; then what should stand there. */
	test(code: string): void {
		const board = this.#boards.find(({ entry }) => entry.code === code);
		if (!board || !this.#joined.has(code)) return;
		const { entry } = board;
		const content = { lines: [words('zh-CN').watch.testBoard({ address: entry.address })], number: entry.address };
		this.#tests.get(code)?.();
		this.#wanted.delete(code);
		board.show(content, { priority: 'call', onOutcome: () => undefined });
		const end = this.#hall.clock.after(TEST_MS, () => {
			this.#tests.delete(code);
			void this.#draw(board, undefined).catch(this.#options.onTrouble);
		});
		this.#tests.set(code, end);
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
		for (const end of this.#tests.values()) end();
		return this.#later.flush();
	}

	/** What should stand on a board now, as its lines; empty before it was first drawn. */
	wanted(code: string): string[] {
		const text = this.#wanted.get(code);
		return text === undefined ? [] : (JSON.parse(text) as string[]);
	}

	async #draw(board: HungBoard, called: CalledLine | undefined, alert = false): Promise<void> {
		const { entry, caps } = board;
		// A call does not wait for a test; a board out of work shows nothing of ours.
		if (!this.#joined.has(entry.code) || (this.#tests.has(entry.code) && !called && !alert)) return;
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

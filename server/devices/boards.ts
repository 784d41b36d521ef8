import { boardOutcome, wantBoard } from '#db/boards.ts';
import { addReceipt } from '#db/calls.ts';
import { words } from '#display/words/index.ts';
import type { BusResult } from '#printer/wire/bus-types.ts';
import type { Cancel } from '../clock.ts';
import type { Hall } from '../hall.ts';
import type { HungBoard } from '../hardware/boards.ts';
import { Later } from '../later.ts';
import { zonesOf, type CalledLine, type Touched } from '../realtime/touched.ts';
import type { Hands } from '../watch/hands.ts';
import { isCovered } from './board-content.ts';
import { boardFacts, hourOf } from './board-facts.ts';
import { pagesFor, priorityOf, type Drawn, type Page, type Wish } from './drawn.ts';
import { Pages } from './pages.ts';

export interface BoardsOptions {
	onChanged: () => void;
	/** a board has the call of that window */
	onReceipt: (window: string) => void;
	onTrouble: (error: unknown) => void;
	/** what hands have decided about boards */
	hands: Pick<Hands, 'isOff'>;
}

/** The hour is looked at so often: texts of the evening, brightness. */
const HOUR_MS = 30_000;

/** So long a test text stands. */
const TEST_MS = 10_000;

/**
 * Keeps every LED board at what should stand on it. That follows from the hall's rows, so a restart draws it anew; the
 * bus sends the newest picture of each board, again after a break, and what became of it is told to the bench.
 */
export class Boards {
	readonly #hall: Hall;
	readonly #boards: readonly HungBoard[];
	readonly #drawn = new Map<string, Drawn>();
	readonly #options: BoardsOptions;
	readonly #later: Later;
	/** boards that their lines know */
	readonly #joined = new Set<string>();
	/** boards that show a test text, and its end */
	readonly #tests = new Map<string, Cancel>();
	readonly #pages: Pages;
	readonly #hours: Cancel;
	/** one drawing after the other, so that what is newer comes later */
	#tail: Promise<void> = Promise.resolve();

	constructor(hall: Hall, boards: readonly HungBoard[], options: BoardsOptions) {
		this.#hall = hall;
		this.#boards = boards;
		this.#options = options;
		this.#later = new Later(hall, { onWritten: options.onChanged, onTrouble: options.onTrouble });
		this.#pages = new Pages(hall.clock);
		this.#hours = hall.clock.every(HOUR_MS, () => void this.#look().catch(options.onTrouble));
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
	obeyHands(): Promise<void> {
		return this.#next(async () => {
			for (const board of this.#boards) await this.#obey(board);
		});
	}

	async #obey(board: HungBoard): Promise<void> {
		const { code } = board.entry;
		if (this.#isOff(board) !== this.#joined.has(code)) return;
		this.#forget(code);
		if (this.#joined.delete(code)) board.leave();
		else {
			this.#join(board);
			await this.#draw(board, undefined);
		}
	}

	/** Whatever stands there is drawn anew. */
	#forget(code: string): void {
		this.#drawn.delete(code);
		this.#pages.begin(code, 1, 0, () => undefined);
	}

	/** Shows a test text for some seconds; then what should stand there. */
	test(code: string): void {
		const board = this.#boards.find(({ entry }) => entry.code === code);
		if (!board || !this.#joined.has(code)) return;
		const { address } = board.entry;
		this.#tests.get(code)?.();
		this.#forget(code);
		const content = { lines: [words('zh-CN').watch.testBoard({ address })], number: address };
		board.show(content, { priority: 'call', onOutcome: () => undefined });
		const end = this.#hall.clock.after(TEST_MS, () => {
			this.#tests.delete(code);
			void this.#next(() => this.#draw(board, undefined)).catch(this.#options.onTrouble);
		});
		this.#tests.set(code, end);
	}

	/** Puts the whole state on every board. */
	begin(): Promise<void> {
		return this.#next(async () => {
			for (const board of this.#boards) await this.#draw(board, undefined);
		});
	}

	/** Draws the boards that these changes concern. */
	take(touched: Touched): Promise<void> {
		const zones = zonesOf(touched, this.#hall.setup);
		return this.#next(async () => {
			for (const board of this.#boards) {
				const { window, zone } = board.entry.shows;
				const call = touched.calls.findLast((one) => one.window === window || one.zone === zone);
				const concerned = window !== null ? touched.windows.has(window) : zone !== null && zones.has(zone);
				if (concerned || touched.broadcast) await this.#draw(board, call, touched.broadcast);
			}
		});
	}

	/** Writes down what is still to be written. */
	async stop(): Promise<void> {
		this.#hours();
		for (const end of this.#tests.values()) end();
		this.#pages.stop();
		await this.#tail.catch(() => undefined);
		this.#pages.stop();
		await this.#later.close();
	}

	/** What should stand on a board now, as its lines; empty before it was first drawn. */
	wanted(code: string): string[] {
		return this.#drawn.get(code)?.lines ?? [];
	}

	/** The characters of its text that a board does not have; it shows □ or ? in their place. */
	substituted(code: string): string[] {
		return this.#drawn.get(code)?.replaced ?? [];
	}

	#next(step: () => Promise<void>): Promise<void> {
		this.#tail = this.#tail.catch(() => undefined).then(step);
		return this.#tail;
	}

	/** Draws the boards for which another hour has come. */
	#look(): Promise<void> {
		return this.#next(async () => {
			for (const board of this.#boards) {
				const hour = JSON.stringify(hourOf(this.#hall, board.entry));
				if (this.#drawn.get(board.entry.code)?.hour !== hour) await this.#draw(board, undefined);
			}
		});
	}

	async #draw(board: HungBoard, called: CalledLine | undefined, alert = false): Promise<void> {
		const { entry } = board;
		// A call does not wait for a test; a board out of work shows nothing of ours.
		if (!this.#joined.has(entry.code) || (this.#tests.has(entry.code) && !called && !alert)) return;
		const facts = await boardFacts(this.#hall, entry);
		const hour = hourOf(this.#hall, entry);
		// A call that is covered by something more urgent does not stand there.
		const call = isCovered(facts) ? undefined : called;
		const pages = pagesFor(board, facts, hour.light);
		const key = JSON.stringify([pages.map(({ lines }) => lines), hour.light]);
		const before = this.#drawn.get(entry.code);
		if (before?.key === key && !call) {
			before.hour = JSON.stringify(hour);
			return;
		}
		this.#drawn.set(entry.code, {
			...{ key, hour: JSON.stringify(hour), lines: [], outcome: null },
			replaced: [...new Set(pages.flatMap((one) => one.replaced))]
		});
		this.#begin(board, pages, { priority: priorityOf(alert, call), call });
		this.#options.onChanged();
	}

	#begin(board: HungBoard, pages: Page[], how: Pick<Wish, 'priority' | 'call'>): void {
		const [first] = pages;
		if (!first) return;
		const at = this.#hall.clock.now();
		const wanted = JSON.stringify(first.lines);
		this.#later.add((tx) => wantBoard(tx.k, { hall: tx.hall, device: board.entry.code, wanted, at }));
		this.#put(board, { ...first, ...how, first: true });
		this.#turn(board, pages);
	}

	/** The pages after the first, by our clock and never faster than the board can take them. */
	#turn(board: HungBoard, pages: Page[]): void {
		const { entry, caps } = board;
		const seconds = entry.pageSeconds ?? this.#hall.setup.file.devices.boardDefaults.pageSeconds;
		this.#pages.begin(entry.code, pages.length, Math.max(seconds * 1000, caps.minRefreshMs), (at) => {
			const page = pages[at];
			if (page) this.#put(board, { ...page, priority: 'refresh', call: undefined, first: false });
		});
	}

	#put(board: HungBoard, wish: Wish): void {
		const drawn = this.#drawn.get(board.entry.code);
		if (drawn) drawn.lines = wish.lines;
		board.show(wish.content, {
			priority: wish.priority,
			onOutcome: (result) => {
				this.#came(board.entry.code, wish, result);
			}
		});
	}

	#came(device: string, { lines, call, first }: Wish, result: BusResult): void {
		const { outcome, at } = result;
		const drawn = this.#drawn.get(device);
		// Pages turn every few seconds: what they tell anew is written down, not each of them.
		const told = drawn?.outcome;
		if (drawn) drawn.outcome = outcome;
		if (!first && told === outcome) return;
		const there = outcome === 'acked' || outcome === 'sent-unconfirmed';
		const shown = there ? JSON.stringify(lines) : null;
		this.#later.add(({ k, hall }) => boardOutcome(k, { hall, device }, { outcome, at, shown }));
		if (!there || !call) return;
		this.#later.add(
			({ k, hall }) => addReceipt(k, { hall, call: call.id, device, channel: 'board', at, outcome }),
			() => this.#options.onReceipt(call.window)
		);
	}
}

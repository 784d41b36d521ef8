import { boardOutcome, wantBoard } from '#db/boards.ts';
import { addReceipt, recentCalls } from '#db/calls.ts';
import type { BoardDriver } from '#display/led/driver.ts';
import { words } from '#display/words/index.ts';
import type { Bus, BusResult } from '#printer/wire/bus-types.ts';
import { windowLines } from '../calls/board.ts';
import { today, type Hall } from '../hall.ts';
import { zonesOf, type CalledLine, type Touched } from '../realtime/touched.ts';
import type { BoardEntry } from '../setup/schema.ts';
import { boardContent, type BoardFacts } from './board-content.ts';

export interface HungBoard {
	entry: BoardEntry;
	driver: BoardDriver;
	bus: Bus;
}

const SLOT = 'text';
/** Boards are asked for brightness, pictures, pings; a picture of a call goes before all others. */
const MOST_ROWS = 16;

/**
 * Keeps every LED board at what should stand on it. What that is is a row before it is sent; the bus sends the newest
 * of each board, again after a break, and what became of it is a row too.
 */
export class Boards {
	readonly #hall: Hall;
	readonly #boards: readonly HungBoard[];
	readonly #wanted = new Map<string, string>();
	readonly #options: { onChanged: () => void; onTrouble: (error: unknown) => void };

	constructor(
		hall: Hall,
		boards: readonly HungBoard[],
		options: { onChanged: () => void; onTrouble: (error: unknown) => void }
	) {
		this.#hall = hall;
		this.#boards = boards;
		this.#options = options;
		for (const { entry, driver, bus } of boards) {
			bus.add(entry.code, { ping: driver.ping(entry.address), minRefreshMs: driver.caps.minRefreshMs });
		}
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
			if (concerned) await this.#draw(board, call);
		}
	}

	/** What should stand on a board now, as its lines; empty before it was first drawn. */
	wanted(code: string): string[] {
		const text = this.#wanted.get(code);
		return text === undefined ? [] : (JSON.parse(text) as string[]);
	}

	async #draw(board: HungBoard, call: CalledLine | undefined): Promise<void> {
		const { entry, driver, bus } = board;
		const content = boardContent(await this.#facts(entry), driver.caps, words('zh-CN').boards);
		const picture = driver.show(entry.address, content);
		const wanted = JSON.stringify(picture.lines);
		if (this.#wanted.get(entry.code) === wanted && !call) return;
		this.#wanted.set(entry.code, wanted);
		await this.#hall.write((tx) =>
			wantBoard(tx.k, { hall: tx.hall, device: entry.code, wanted, at: this.#hall.clock.now() })
		);
		bus.show(entry.code, SLOT, {
			frames: picture.frames,
			priority: call ? 'call' : 'refresh',
			onOutcome: (result) => void this.#came(entry.code, wanted, result, call).catch(this.#options.onTrouble)
		});
		this.#options.onChanged();
	}

	async #facts(entry: BoardEntry): Promise<BoardFacts> {
		const { window, zone, rows } = entry.shows;
		if (window !== null) {
			const [line] = await windowLines(this.#hall, [window]);
			if (!line) throw new Error(`board ${entry.code} shows a window that is not there`);
			return { window: { ...line, reason: line.reason?.zh ?? null }, calls: [] };
		}
		const asked = { hall: this.#hall.id, day: today(this.#hall), zone: zone ?? '', most: MOST_ROWS };
		const newest = await recentCalls(this.#hall.read, asked);
		const once = newest.filter((call, i) => newest.findIndex((other) => other.number === call.number) === i);
		return { window: null, calls: once.slice(0, rows) };
	}

	async #came(device: string, wanted: string, result: BusResult, call: CalledLine | undefined): Promise<void> {
		const { outcome, at } = result;
		const there = outcome === 'acked' || outcome === 'sent-unconfirmed';
		await this.#hall.write(async (tx) => {
			await boardOutcome(tx.k, { hall: tx.hall, device }, { outcome, at, shown: there ? wanted : null });
			if (there && call)
				await addReceipt(tx.k, { hall: tx.hall, call: call.id, device, channel: 'board', at, outcome });
		});
		this.#options.onChanged();
	}
}

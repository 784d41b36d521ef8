import { addBoardCheck, newestBoardChecks } from '#db/board-checks.ts';
import type { Hall } from '../hall.ts';
import { today } from '../hall.ts';
import type { OpenBusLine } from '../hardware/hardware.ts';
import { Later } from '../later.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { freeAddress, lookedAt, switchesOf, textFor, verdictOf, type Check, type Place } from './check.ts';
import { Session } from './session.ts';
import type { CheckView, KeptResult, LineEntryView, LinesView, PlaceView, Seen } from './view.ts';

const RESULTS_SHOWN = 60;

/** The lines of this process, and the check of one of them that goes on: one person, one line at a time. */
export class Lines {
	readonly #hall: Hall;
	readonly #lines: readonly OpenBusLine[];
	readonly #onChanged: () => void;
	readonly #later: Later;
	#session: Session | null = null;
	#who: Who | null = null;
	/** what was written down of each board in this check */
	readonly #kept = new Map<string, string>();

	constructor(
		hall: Hall,
		lines: readonly OpenBusLine[],
		{ onChanged, onTrouble }: { onChanged: () => void; onTrouble: (error: unknown) => void }
	) {
		this.#hall = hall;
		this.#lines = lines;
		this.#onChanged = onChanged;
		this.#later = new Later(hall, { onWritten: onChanged, onTrouble });
	}

	async view(): Promise<LinesView> {
		return {
			here: true,
			lines: this.#lines.map(lineView),
			check: this.#session && this.#checkView(this.#session.check),
			results: await keptResults(this.#hall)
		};
	}

	/** Takes a line from the calls and asks its boards. */
	begin(who: Who, bus: string): Result<null> {
		const line = this.#lines.find(({ entry }) => entry.code === bus);
		if (!line) return refused('not-found');
		const loan = this.#session ? null : line.bus.borrow();
		if (!loan) return refused('line-in-check');
		this.#who = who;
		this.#kept.clear();
		this.#session = new Session(line, loan, {
			clock: this.#hall.clock,
			onChanged: (check) => {
				this.#keep(check);
				this.#onChanged();
			},
			onEnded: () => {
				this.#session = null;
			}
		});
		this.#onChanged();
		return done(null);
	}

	seen(what: Seen): Result<null> {
		return this.#granted(this.#session?.seen(what));
	}

	again(board: string): Result<null> {
		return this.#granted(this.#session?.again(board));
	}

	scan(upTo: number): Result<null> {
		return this.#granted(this.#session?.scan(upTo));
	}

	end(): Result<null> {
		this.#session?.end();
		this.#onChanged();
		return done(null);
	}

	/** Gives the line back and writes down what is still to be written. */
	async close(): Promise<void> {
		this.#session?.end();
		await this.#later.close();
	}

	#granted(ok: boolean | undefined): Result<null> {
		return ok === true ? done(null) : refused('check-not-there');
	}

	/** Writes down what has become known of a board. */
	#keep(check: Check): void {
		for (const place of check.places) {
			const verdict = verdictOf(place, check.places);
			const known = `${String(place.sign)} ${verdict}`;
			const settled = verdict !== 'open' && check.phase !== 'asking';
			if (!settled || this.#kept.get(place.board) === known) continue;
			this.#kept.set(place.board, known);
			this.#write(check.bus, place, verdict);
		}
	}

	#write(bus: string, { board, address, sign }: Place, verdict: KeptResult['verdict']): void {
		const at = this.#hall.clock.now();
		const staff = this.#who?.name ?? '';
		this.#later.add(async (tx) => {
			const about = { bus, board, address, sign, verdict };
			const line = { act: 'board.checked', actor: staff, ticket: null, window: null, queue: null };
			const id = await tx.note({ ...line, at, day: today(this.#hall), body: about });
			await addBoardCheck(tx.k, { hall: tx.hall, id, ...about, staff, at });
		});
	}

	#checkView(check: Check): CheckView {
		const place = lookedAt(check);
		const { text } = check.at;
		return {
			bus: check.bus,
			staff: this.#who?.name ?? '',
			phase: check.phase,
			places: check.places.map((one) => this.#placeView(one, check)),
			now: place && { board: place.board, text: textFor(place, text).lines.join(' '), turn: text === 0 ? 1 : 2 },
			found: [...check.found],
			scan: check.scan
		};
	}

	#placeView(place: Place, check: Check): PlaceView {
		const { board, driver, address, sign, identity, seen } = place;
		const name = this.#hall.setup.boards.get(board)?.name ?? { zh: board, en: board };
		const verdict = verdictOf(place, check.places);
		const free = verdict === 'double' || verdict === 'suspect' ? freeAddress(check) : null;
		const move = free === null ? null : { address: free, switches: switchesOf(free) };
		return { board, name, driver, address, sign, identity, seen: [...seen], verdict, move };
	}
}

function lineView({ entry, bus, boards }: OpenBusLine): LineEntryView {
	const { open, reason } = bus.line();
	const { wire } = entry;
	return {
		code: entry.code,
		wire: wire.kind === 'tcp' ? `${wire.host}:${String(wire.port)}` : 'path' in wire ? wire.path : wire.kind,
		...{ open, reason },
		boards: boards.map(({ entry: { code, name, driver, address } }) => ({ code, name, driver, address }))
	};
}

/** What was found out before, whichever process did. */
export async function keptResults(hall: Hall): Promise<KeptResult[]> {
	const rows = await newestBoardChecks(hall.read, hall.id, RESULTS_SHOWN);
	return rows.map(({ id, bus, board, address, sign, verdict, staff, at }) => ({
		...{ id, bus, board, address, sign, verdict, staff, at }
	}));
}

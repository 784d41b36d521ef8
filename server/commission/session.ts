import type { BoardDriver, Frame } from '#display/led/driver.ts';
import type { BusLoan } from '#printer/wire/bus-types.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { OpenBusLine } from '../hardware/hardware.ts';
import { lookedAt, newCheck, step, textFor, type Check, type CheckEvent, type Place } from './check.ts';
import { differ, signOf, signOfOne } from './signs.ts';
import type { Seen, Sign } from './view.ts';

/** Two boards of one address do not collide each time. */
const ASKED_TIMES = 4;
/** A scan does not wait as long as a call does: most addresses are empty. */
const SCAN_MS = 300;
/** A check that nobody goes on with gives the line back to the calls. */
const FORGOTTEN_MS = 10 * 60_000;

export interface SessionOptions {
	clock: Clock;
	onChanged(check: Check): void;
	/** it is over, the line is the calls' again */
	onEnded(): void;
}

/** One check of one line, while a person stands before the boards. The line shows no calls meanwhile. */
export class Session {
	readonly #line: OpenBusLine;
	readonly #loan: BusLoan;
	readonly #options: SessionOptions;
	#check: Check;
	#forgotten: Cancel = () => undefined;
	#work: Promise<void> = Promise.resolve();

	/** Begins by asking every address. */
	constructor(line: OpenBusLine, loan: BusLoan, options: SessionOptions) {
		this.#line = line;
		this.#loan = loan;
		this.#options = options;
		this.#check = newCheck(
			line.entry.code,
			line.boards.map(({ entry }) => ({ board: entry.code, driver: entry.driver, address: entry.address }))
		);
		this.#wait();
		this.#do(() => this.#askAll());
	}

	get check(): Check {
		return this.#check;
	}

	/** A person has looked. False when nothing stands there to be looked at. */
	seen(what: Seen): boolean {
		if (this.#check.phase !== 'looking' || lookedAt(this.#check) === null) return false;
		this.#take({ kind: 'seen', seen: what });
		this.#do(() => this.#showNext());
		return true;
	}

	/** One address once more, after a switch was changed. */
	again(board: string): boolean {
		if (this.#check.phase === 'over' || !this.#check.places.some((place) => place.board === board)) return false;
		this.#take({ kind: 'again', board });
		this.#do(() => this.#askAll());
		return true;
	}

	/** Asks addresses that are not in the hall file, with the pings of this line's drivers. */
	scan(upTo: number): boolean {
		if (this.#check.phase === 'over' || this.#check.scan !== null) return false;
		this.#take({ kind: 'scanning', at: 1, upTo });
		this.#do(() => this.#scanAll(upTo));
		return true;
	}

	/** Gives the line back: every board shows its call again. */
	end(): void {
		if (this.#check.phase === 'over') return;
		this.#forgotten();
		this.#take({ kind: 'ended' });
		this.#loan.give();
		this.#options.onEnded();
	}

	#take(event: CheckEvent): void {
		this.#check = step(this.#check, event);
		this.#wait();
		this.#options.onChanged(this.#check);
	}

	#wait(): void {
		this.#forgotten();
		if (this.#check.phase === 'over') return;
		this.#forgotten = this.#options.clock.after(FORGOTTEN_MS, () => {
			this.end();
		});
	}

	/** One thing after the other on the line. */
	#do(work: () => Promise<void>): void {
		this.#work = this.#work.then(work);
	}

	#over(): boolean {
		return this.#check.phase === 'over';
	}

	#driver(board: string): BoardDriver | undefined {
		return this.#line.boards.find(({ entry }) => entry.code === board)?.driver;
	}

	async #askAll(): Promise<void> {
		for (const place of this.#check.places) {
			const driver = this.#driver(place.board);
			if (place.sign !== null || !driver || this.#over()) continue;
			const { sign, identity } = await this.#ask(place, driver);
			if (!this.#over()) this.#take({ kind: 'asked', board: place.board, sign, identity });
		}
		await this.#showNext();
	}

	async #ask({ address }: Place, driver: BoardDriver): Promise<{ sign: Sign; identity: string | null }> {
		const [ping] = driver.ping(address);
		const identity = driver.identity?.(address);
		const signs: Sign[] = [];
		const values: (string | null)[] = [];
		for (let time = 0; time < ASKED_TIMES; time++) {
			if (ping) signs.push(signOfOne(ping, await this.#loan.ask(ping)));
			if (!identity) continue;
			const heard = await this.#loan.ask(identity.frame);
			signs.push(signOfOne(identity.frame, heard));
			values.push(identity.value(heard.bytes));
		}
		const value = values.find((one) => one !== null) ?? null;
		return differ(values) ? { sign: 'double', identity: value } : { sign: signOf(signs), identity: value };
	}

	/** Writes the text that is to be looked for. */
	async #showNext(): Promise<void> {
		const place = lookedAt(this.#check);
		if (!place || this.#over()) return;
		const driver = this.#driver(place.board);
		const text = textFor(place, this.#check.at.text);
		await this.#send(driver?.show(place.address, text).frames ?? []);
	}

	async #send(frames: readonly Frame[]): Promise<void> {
		for (const frame of frames) await this.#loan.ask(frame);
	}

	async #scanAll(upTo: number): Promise<void> {
		const drivers = new Map(this.#line.boards.map(({ entry, driver }) => [entry.driver, driver]));
		const known = new Set(this.#check.places.map(({ address }) => address));
		for (let address = 1; address <= upTo && !this.#over(); address++) {
			this.#take({ kind: 'scanning', at: address, upTo });
			if (!known.has(address)) await this.#scanOne(address, drivers);
		}
		if (!this.#over()) this.#take({ kind: 'scanned' });
	}

	async #scanOne(address: number, drivers: ReadonlyMap<string, BoardDriver>): Promise<void> {
		for (const [name, driver] of drivers) {
			const [ping] = driver.ping(address);
			if (!ping || this.#over()) continue;
			const sign = signOfOne(ping, await this.#loan.ask(ping, { timeoutMs: SCAN_MS }));
			// Two that answer together are mostly not readable; nor is the address free.
			if (sign === 'clean' || sign === 'double' || sign === 'unreadable')
				this.#take({ kind: 'found', driver: name, address });
		}
	}
}

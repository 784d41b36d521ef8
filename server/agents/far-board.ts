import { randomUUID } from 'node:crypto';
import type { BoardCaps, BoardContent, BoardDriver, Picture } from '#display/led/driver.ts';
import type { BusBoardState, BusLineState, BusResult } from '#printer/wire/bus-types.ts';
import { driverOf, type HungBoard } from '../hardware/boards.ts';
import type { Showing } from '../hardware/slots.ts';
import type { BoardEntry } from '../setup/schema.ts';
import type { Way } from './way.ts';

interface Current {
	show: string;
	content: BoardContent;
	showing: Showing;
	result: BusResult | undefined;
}

/** A board on a line of another machine: its agent gets contents, and tells what became of each. */
export class FarBoard implements HungBoard {
	readonly entry: BoardEntry;
	readonly #driver: BoardDriver;
	readonly #way: Way;
	#current: Current | undefined;
	#heardAt: number | null = null;

	constructor(entry: BoardEntry, way: Way) {
		this.entry = entry;
		this.#driver = driverOf(entry);
		this.#way = way;
	}

	get caps(): BoardCaps {
		return this.#driver.caps;
	}

	/** An agent's line speaks to whatever is shown something. */
	join(): void {
		this.#current = undefined;
	}

	leave(): void {
		this.#current = undefined;
		this.#way.say({ say: 'leave', board: this.entry.code });
	}

	picture(content: BoardContent): Omit<Picture, 'frames'> {
		const { alarm } = this.#driver;
		const shows = content.alert === true && alarm ? alarm : this.#driver;
		return shows.show(this.entry.address, content);
	}

	show(content: BoardContent, showing: Showing): void {
		this.#current = { show: randomUUID(), content, showing, result: undefined };
		if (this.#way.boot === undefined) this.#gone(this.#current);
		else this.#tell(this.#current, showing.priority);
	}

	state(): BusBoardState {
		const dead = this.#way.boot === undefined || this.#current?.result?.outcome === 'timeout';
		return { failures: dead ? 1 : 0, quarantined: dead, heardAt: this.#heardAt };
	}

	line(): BusLineState {
		const open = this.#way.boot !== undefined;
		return { open, since: this.#way.since, reason: open ? null : 'agent-gone' };
	}

	/** What became of a content, by its agent; of a former one it is of no interest any more. */
	took(show: string, result: BusResult): void {
		if (result.outcome === 'acked') this.#heardAt = result.at;
		if (this.#current?.show !== show) return;
		this.#current.result = result;
		this.#current.showing.onOutcome(result);
	}

	/** The agent is not there; what was acknowledged before still stands there. */
	lost(): void {
		if (this.#current && !this.#current.result) this.#gone(this.#current);
	}

	/** The agent is there, and is told what should stand on the board. */
	back(): void {
		if (this.#current) this.#tell(this.#current, 'refresh');
	}

	#gone(current: Current): void {
		current.showing.onOutcome({ outcome: 'timeout', reason: 'agent-gone', at: this.#way.clock.now() });
	}

	#tell({ show, content }: Current, priority: Showing['priority']): void {
		this.#way.say({ say: 'show', board: this.entry.code, show, content, priority });
	}
}

import type { KeyLine, KeyLineState } from '#printer/input/key-line.ts';
import type { ScanLine } from '#printer/input/scan-line.ts';
import type { LineLevel } from './protocol.ts';
import type { Way } from './way.ts';

/** A line of pads and evaluators on another machine: keys come by its agent, and what is said to a device goes that way. */
export class FarKeys implements KeyLine {
	readonly #code: string;
	readonly #way: Way;
	readonly #heard = new Map<number, number>();
	#level: LineLevel = { up: false, lost: 0 };

	constructor(code: string, way: Way) {
		this.#code = code;
		this.#way = way;
	}

	state(): KeyLineState {
		return { up: this.#way.boot !== undefined && this.#level.up, garbage: this.#level.lost, heard: this.#heard };
	}

	say(what: string, address: number): boolean {
		if (this.#way.boot === undefined) return false;
		this.#way.say({ say: 'tell-key', line: this.#code, what, address });
		return true;
	}

	/** How the line is there, by its agent. */
	is(level: LineLevel): void {
		this.#level = level;
	}

	/** A key was pressed there. */
	pressed(address: number): void {
		this.#heard.set(address, this.#way.clock.now());
	}

	close(): Promise<void> {
		return Promise.resolve();
	}
}

/** A scanner on another machine: how its line is there. What it reads comes by its agent, now or not at all. */
export class FarScanner implements ScanLine {
	readonly #way: Way;
	#level: LineLevel = { up: false, lost: 0 };

	constructor(way: Way) {
		this.#way = way;
	}

	state(): ReturnType<ScanLine['state']> {
		return { up: this.#way.boot !== undefined && this.#level.up, unread: this.#level.lost };
	}

	/** How it is there, by its agent. */
	is(level: LineLevel): void {
		this.#level = level;
	}

	close(): Promise<void> {
		return Promise.resolve();
	}
}

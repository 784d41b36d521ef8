import type { KeyLine, KeyLineState } from '#printer/input/key-line.ts';
import type { Way } from './way.ts';

/** A line of pads and evaluators on another machine: keys come by its agent, and what is said to a device goes that way. */
export class FarKeys implements KeyLine {
	readonly #code: string;
	readonly #way: Way;
	readonly #heard = new Map<number, number>();

	constructor(code: string, way: Way) {
		this.#code = code;
		this.#way = way;
	}

	state(): KeyLineState {
		return { up: this.#way.boot !== undefined, garbage: 0, heard: this.#heard };
	}

	say(what: string, address: number): boolean {
		if (this.#way.boot === undefined) return false;
		this.#way.say({ say: 'tell-key', line: this.#code, what, address });
		return true;
	}

	/** A key was pressed there. */
	pressed(address: number): void {
		this.#heard.set(address, this.#way.clock.now());
	}

	close(): Promise<void> {
		return Promise.resolve();
	}
}

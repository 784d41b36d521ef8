/** Whatever has a code in the hall file. */
interface Entry {
	code: string;
}

interface Slot<E, O> {
	entry: E;
	/** see `textOf` */
	text: string;
	/** absent while the device that was there before has not let go */
	one: O | undefined;
}

/**
 * Opened devices of one kind, kept at what the hall file says: what is unchanged stays open, what is gone or changed is
 * closed, and its port is opened again only when it is free.
 */
export class Fleet<E extends Entry, O> {
	readonly #open: (entry: E) => O;
	readonly #close: (one: O) => Promise<unknown>;
	readonly #known = new Map<string, Slot<E, O>>();
	readonly #closing = new Map<string, Promise<unknown>>();

	/** @param close resolves when the port is free */
	constructor(open: (entry: E) => O, close: (one: O) => Promise<unknown>) {
		this.#open = open;
		this.#close = close;
	}

	get(code: string): O | undefined {
		return this.#known.get(code)?.one;
	}

	all(): [code: string, one: O][] {
		return [...this.#known].flatMap(([code, { one }]): [string, O][] => (one === undefined ? [] : [[code, one]]));
	}

	follow(entries: readonly E[]): void {
		const wanted = new Map(entries.map((entry) => [entry.code, textOf(entry)]));
		for (const [code, slot] of [...this.#known]) if (wanted.get(code) !== slot.text) this.#end(code, slot);
		for (const entry of entries) if (!this.#known.has(entry.code)) this.#begin(entry);
	}

	/** Closes everything, and waits for what is closing. */
	async close(): Promise<void> {
		this.follow([]);
		await Promise.all(this.#closing.values());
	}

	#begin(entry: E): void {
		const { code } = entry;
		const slot: Slot<E, O> = { entry, text: textOf(entry), one: undefined };
		this.#known.set(code, slot);
		const open = (): void => {
			if (this.#known.get(code) === slot) slot.one = this.#open(entry);
		};
		const before = this.#closing.get(code);
		if (before) void before.then(open);
		else open();
	}

	#end(code: string, { one }: Slot<E, O>): void {
		this.#known.delete(code);
		if (one === undefined) return;
		const closing = this.#close(one)
			.catch(() => undefined)
			.then(() => {
				if (this.#closing.get(code) === closing) this.#closing.delete(code);
			});
		this.#closing.set(code, closing);
	}
}

/** What the server alone asks about: a device is not opened anew for another name. */
const NOT_OURS: readonly string[] = ['name', 'zone', 'group', 'shows', 'kiosk', 'window', 'desk'];

/** An entry as a text; another text is another device. */
function textOf(entry: object): string {
	return JSON.stringify(Object.entries(entry).filter(([key]) => !NOT_OURS.includes(key)));
}

import { within } from './timers.ts';
import type { Timers } from './timers.ts';
import type { Link, Wire } from './wire.ts';

export interface KeepOptions {
	timers: Timers;
	/** whatever arrives, split or glued as it comes */
	onBytes(bytes: Uint8Array): void;
	onUp?(): void;
	onDown?(why: Error): void;
	/** the first wait before a broken wire is opened again; doubled each time */
	firstMs?: number;
	/** the longest such wait */
	mostMs?: number;
}

/**
 * What became of bytes. `taken`: the system has them all. `down`: there was no link, nothing left. `lost`: the link
 * broke meanwhile, some may have left. `stalled`: not taken in time, some may have left; the link was given up.
 */
export type Written = 'taken' | 'down' | 'lost' | 'stalled';

/** Keeps a wire open: opens it at once and again after every end, with growing waits, until it is closed. */
export class KeptWire {
	readonly #wire: Wire;
	readonly #options: KeepOptions;
	readonly #firstMs: number;
	readonly #mostMs: number;
	#link: Link | undefined;
	#openedAt = 0;
	#closing = false;
	#opening: Promise<void> | undefined;
	#dropped: Promise<void> = Promise.resolve();
	#waitMs: number;
	#cancel: () => void = () => undefined;
	#why: Error = new Error('not opened yet');

	constructor(wire: Wire, options: KeepOptions) {
		this.#wire = wire;
		this.#options = options;
		this.#firstMs = options.firstMs ?? 250;
		this.#mostMs = options.mostMs ?? 5000;
		this.#waitMs = this.#firstMs;
		void this.#open();
	}

	get name(): string {
		return this.#wire.name;
	}

	get up(): boolean {
		return this.#link !== undefined;
	}

	/** why there is no link; the last reason when there is one */
	get why(): Error {
		return this.#why;
	}

	/** Writes when there is a link. Callers wait for one write before the next. */
	async write(bytes: Uint8Array, limitMs: number): Promise<Written> {
		const link = this.#link;
		if (!link) return 'down';
		const taken = link.write(bytes).then(
			() => 'taken' as const,
			(why: unknown) => {
				this.#lose(link, why);
				return 'lost' as const;
			}
		);
		const written = await within(this.#options.timers, limitMs, taken, 'stalled' as const);
		if (written === 'stalled') this.#drop(link, new Error(`${this.name}: takes nothing`));
		return written;
	}

	/** Tries now instead of after the wait; true when there is a link within `limitMs`. */
	async whenUp(limitMs: number): Promise<boolean> {
		if (!this.up) await within(this.#options.timers, limitMs, this.#open(), undefined);
		return this.up;
	}

	/** Gives up a link that looks open but is silent, and opens a fresh one. */
	renew(why: Error): void {
		if (this.#link) this.#drop(this.#link, why);
	}

	/** Ends it for good, after what was written has gone. */
	async close(): Promise<void> {
		this.#closing = true;
		this.#cancel();
		await this.#opening;
		const link = this.#link;
		this.#link = undefined;
		await link?.close();
	}

	#open(): Promise<void> {
		this.#cancel();
		this.#opening ??= this.#dropped.then(() => this.#tryOpen()).finally(() => (this.#opening = undefined));
		return this.#opening;
	}

	async #tryOpen(): Promise<void> {
		if (this.#closing || this.#link) return;
		try {
			this.#take(await this.#wire.open());
		} catch (error) {
			this.#failed(error instanceof Error ? error : new Error(String(error)));
		}
	}

	#take(link: Link): void {
		this.#link = link;
		this.#openedAt = this.#options.timers.now();
		link.onClosed((why) => {
			if (this.#link !== link) return;
			this.#failed(why ?? new Error('closed by the far end'));
		});
		link.onBytes((bytes) => {
			if (this.#link === link) this.#options.onBytes(bytes);
		});
		if (this.#link === link && !this.#closing) this.#options.onUp?.();
	}

	/**
	 * A link that refused bytes is of no use, though it has not said its end yet: who writes again and again would
	 * otherwise never leave it the time to say so.
	 */
	#lose(link: Link, why: unknown): void {
		if (this.#link !== link) return;
		this.#dropped = link.close().catch(() => undefined);
		this.#failed(why instanceof Error ? why : new Error(String(why)));
	}

	#failed(why: Error): void {
		const { timers } = this.#options;
		// A far end that accepts and hangs up at once is waited for like one that is not there.
		if (this.#link && timers.now() - this.#openedAt > this.#mostMs) this.#waitMs = this.#firstMs;
		this.#link = undefined;
		this.#why = why;
		if (this.#closing) return;
		this.#cancel = timers.after(this.#waitMs, () => void this.#open());
		this.#waitMs = Math.min(this.#waitMs * 2, this.#mostMs);
		this.#options.onDown?.(why);
	}

	/** Closes a link that is of no use any more; many printers accept the next one only after its end. */
	#drop(link: Link, why: Error): void {
		if (this.#link !== link) return;
		this.#link = undefined;
		this.#why = why;
		this.#dropped = link.close().catch(() => undefined);
		this.#options.onDown?.(why);
		void this.#open();
	}
}

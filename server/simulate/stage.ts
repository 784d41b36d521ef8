import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Database } from '#db/open.ts';
import { VirtualClock } from '../virtual-clock.ts';

/**
 * Where a day is played: scripts that act and sleep, one event after the other on a virtual clock. Time moves on only when
 * every script sleeps and nothing is being written or read, so the same day comes out however long the storage takes.
 */
export class Stage {
	readonly clock: VirtualClock;
	#awake = 0;
	#trouble: { error: unknown } | undefined;
	#database: Database | undefined;
	#onRest = (): void => undefined;

	/** @param start where the clock stands at first, ms */
	constructor(start: number) {
		this.clock = new VirtualClock(start, () => this.#settled());
	}

	/** The storage to wait for, as soon as there is one. */
	watch(database: Database): void {
		this.#database = database;
	}

	/** Starts a script at once; what it throws ends the day. */
	go(script: () => Promise<void>): void {
		void this.during(script).catch((error: unknown) => this.fail(error));
	}

	/** Time stands still while this goes on. */
	async during<T>(act: () => Promise<T>): Promise<T> {
		this.#awake += 1;
		try {
			return await act();
		} finally {
			this.#rests();
		}
	}

	/** Runs scripts side by side, begun in this order; resolves when the last has ended. */
	async together(scripts: readonly (() => Promise<void>)[]): Promise<void> {
		let left = scripts.length;
		if (left === 0) return;
		await this.#asleep((resume) => {
			for (const script of scripts) {
				this.go(async () => {
					await script();
					left -= 1;
					if (left === 0) this.clock.after(0, resume);
				});
			}
		});
	}

	/** The day cannot go on. */
	fail(error: unknown): void {
		this.#trouble ??= { error };
		this.#onRest();
	}

	sleep(ms: number): Promise<void> {
		return this.#asleep((wake) => void this.clock.after(ms, wake));
	}

	/** Sleeps until that moment; not at all when it has passed. */
	async until(at: number): Promise<void> {
		if (at > this.clock.now()) await this.sleep(at - this.clock.now());
	}

	/** Sleeps until woken by the function that `hand` is given, or until that moment. */
	wait(until: number, hand: (wake: () => void) => void): Promise<void> {
		return this.#asleep((resume) => {
			const cancel = this.clock.after(until - this.clock.now(), resume);
			hand(() => {
				cancel();
				// Whoever wakes somebody acts first, and of several that are woken each when the one before has acted.
				this.clock.after(0, resume);
			});
		});
	}

	/** Plays until `isOver`. Rejects with what a script threw. */
	async run(isOver: () => boolean): Promise<void> {
		while (!isOver() && this.#trouble === undefined && (await this.clock.step()));
		if (this.#trouble) throw this.#trouble.error;
	}

	#asleep(set: (resume: () => void) => void): Promise<void> {
		return new Promise((resolve) => {
			this.#rests();
			set(() => {
				this.#awake += 1;
				resolve();
			});
		});
	}

	#rests(): void {
		this.#awake -= 1;
		if (this.#awake === 0) this.#onRest();
	}

	/** Nothing goes on any more that needs no time. */
	async #settled(): Promise<void> {
		for (;;) {
			await setImmediate();
			if (this.#trouble !== undefined) return;
			// A server that is asked needs the processor more than who waits for it.
			if (this.#awake > 0) await new Promise<void>((resolve) => (this.#onRest = resolve));
			else if (this.#database?.busy() === true) await setTimeout(1);
			else return;
		}
	}
}

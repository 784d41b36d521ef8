/** Time as wires and printers see it, so that tests can be the clock. */
export interface Timers {
	/** milliseconds since 1970 */
	now(): number;
	/** Runs once after `ms`; the answer takes it back. */
	after(ms: number, run: () => void): () => void;
}

/** The machine's own time. */
export const systemTimers: Timers = {
	now: () => Date.now(),
	after: (ms, run) => {
		const timer = setTimeout(run, ms);
		return () => {
			clearTimeout(timer);
		};
	}
};

/** Resolves after `ms`. */
export function pause(timers: Timers, ms: number): Promise<void> {
	return new Promise((resolve) => timers.after(ms, resolve));
}

/** What the promise gives, or `late` when it is not settled within `ms`; it is not stopped. Rejects as it does. */
export async function within<T, L>(timers: Timers, ms: number, promise: Promise<T>, late: L): Promise<T | L> {
	let cancel = (): void => undefined;
	const limit = new Promise<L>((resolve) => {
		cancel = timers.after(ms, () => {
			resolve(late);
		});
	});
	try {
		return await Promise.race([promise, limit]);
	} finally {
		cancel();
	}
}

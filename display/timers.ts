/** Time as a page sees it: handed in, so that a test turns the clock by hand. */
export interface Timers {
	/** milliseconds since 1970 */
	now(): number;
	/** Acts once after so many milliseconds; the answer calls it off. */
	after(ms: number, act: () => void): () => void;
	/** Acts every so many milliseconds until called off. */
	every(ms: number, act: () => void): () => void;
}

/** The browser's own clock. */
export const browserTimers: Timers = {
	now: () => Date.now(),
	after(ms, act) {
		const id = setTimeout(act, ms);
		return () => {
			clearTimeout(id);
		};
	},
	every(ms, act) {
		const id = setInterval(act, ms);
		return () => {
			clearInterval(id);
		};
	}
};

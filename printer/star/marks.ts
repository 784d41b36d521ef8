/** The counter of ETB has five bits. */
const COUNTS = 32;

/**
 * A Star printer counts the ETB bytes ("marks") that it comes to, which is its only word "printed". The counter does not
 * say whose they are, and a job that broke off may still send its own. So behind a job stand more of them than may come
 * from jobs before it, and it is printed once the counter went further than those could take it. A job whose end was not
 * seen before the next one began is never told. Pure.
 */
export class Marks {
	/** the counter, when last told */
	#at: number | undefined;
	/** marks that were sent, and may still come */
	#open = 0;
	/** the job in work, and how many marks from now on mean that it is printed */
	#job: { id: string; need: number } | undefined;

	/** How many marks to put behind this job; none when "printed" could not be told. */
	begin(id: string): number {
		this.#job = undefined;
		if (this.#at === undefined) return 1;
		const before = this.#open;
		const toZero = COUNTS - this.#at;
		// A printer that is switched off begins at 0 again, which must not look like the end of a job.
		const confusing = toZero > before && toZero <= 2 * before + 1;
		const need = confusing ? toZero + 1 : before + 1;
		if (before + need >= COUNTS) return 0;
		this.#open += need;
		this.#job = { id, need };
		return need;
	}

	/** The counter as told; answers the job that is printed now. */
	told(at: number): string | undefined {
		const more = this.#at === undefined ? 0 : (at - this.#at + COUNTS) % COUNTS;
		this.#at = at;
		if (more > this.#open) {
			this.forget();
			return undefined;
		}
		this.#open -= more;
		if (!this.#job) return undefined;
		this.#job.need -= more;
		if (this.#job.need > 0) return undefined;
		const { id } = this.#job;
		this.#job = undefined;
		return id;
	}

	/** Nothing that was sent can come any more. */
	forget(): void {
		this.#open = 0;
		this.#job = undefined;
	}
}

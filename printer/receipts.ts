import { randomInt } from 'node:crypto';

/** Jobs whose late end is still worth telling. */
const LATE_JOBS = 50;
const DIGITS = 36;
const IDS = DIGITS ** 4;

/** The ids of jobs and what the printer said about them. */
export class Receipts {
	/** begins anywhere, so that an answer to a job of an earlier process is never taken for one of ours */
	#next = randomInt(IDS);
	#awaited = new Map<string, () => void>();
	#late = new Map<string, () => void>();

	/** A fresh id: four letters or digits. */
	id(): string {
		this.#next = (this.#next + 1) % IDS;
		return this.#next.toString(DIGITS).toUpperCase().padStart(4, '0');
	}

	/** Resolves when the job with this id is printed; perhaps never. */
	expect(id: string): Promise<'printed'> {
		return new Promise((resolve) => {
			this.#awaited.set(id, () => {
				resolve('printed');
			});
		});
	}

	/** Nobody waits any more; if the answer still comes, `tell` is called. */
	giveUp(id: string, tell?: () => void): void {
		this.#awaited.delete(id);
		if (!tell) return;
		this.#late.set(id, tell);
		const [oldest] = this.#late.keys();
		if (this.#late.size > LATE_JOBS && oldest !== undefined) this.#late.delete(oldest);
	}

	/** The printer said that this job is on paper. */
	printed(id: string): void {
		const tell = this.#awaited.get(id) ?? this.#late.get(id);
		this.#awaited.delete(id);
		this.#late.delete(id);
		tell?.();
	}

	clear(): void {
		this.#awaited.clear();
		this.#late.clear();
	}
}

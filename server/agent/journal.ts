import { randomUUID } from 'node:crypto';
import type { AgentEvent } from '../agents/protocol.ts';
import { JournalFile } from './journal-file.ts';
import type { JournalRecord } from './records.ts';

/** An event that the server has not heard yet. */
export interface Unheard {
	seq: number;
	at: number;
	/** it was before this run: how long ago is not known */
	old: boolean;
	event: AgentEvent;
}

export interface JournalOptions {
	path: string;
	now: () => number;
	/** the disk takes nothing, or takes it again */
	onTrouble: (error: Error | undefined) => void;
	/** the largest file before it is written anew, bytes */
	mostBytes?: number;
}

/** So many unheard events are kept; beyond them the oldest that says how something was then. What became of a slip stays. */
const MOST_UNHEARD = 2000;
const MOST_BYTES = 256 * 1024;
/** A run before may have told so many events that its disk did not take: their numbers are never used for others. */
const UNSEEN = 10_000;

/**
 * What an agent must not forget, on disk before it goes on: which jobs have begun, and what the server has not heard yet. A
 * disk that is full takes nothing from it while it runs: what could not be written is kept, and written when there is room.
 */
export class Journal {
	readonly #file: JournalFile;
	readonly #now: () => number;
	readonly #mostBytes: number;
	#epoch = '';
	#next = 1;
	/** jobs that have begun and not ended, and their printers */
	readonly #open = new Map<string, string>();
	#unheard: Unheard[] = [];
	/** printers in which a slip of an earlier run broke off */
	readonly torn: ReadonlySet<string>;

	constructor({ path, now, onTrouble, mostBytes = MOST_BYTES }: JournalOptions) {
		this.#now = now;
		this.#mostBytes = mostBytes;
		this.#file = new JournalFile(path, onTrouble);
		for (const record of this.#file.read()) this.#replay(record);
		this.#limit();
		if (this.#epoch === '') this.#begin();
		else this.#next += UNSEEN;
		this.#rewrite();
		this.torn = new Set(this.#open.values());
		// Nobody knows how far they came. It is said once, and the journal remembers that it was.
		const lost = { state: 'unsure', why: { state: 'agent-gone' } } as const;
		for (const [job, printer] of this.#open) {
			this.event({ kind: 'job', job, printer, result: { ...lost, substituted: [] } });
		}
	}

	/** its name: numbers of events count in it */
	get epoch(): string {
		return this.#epoch;
	}

	/** whether all that was to be written is on disk */
	get sound(): boolean {
		return this.#file.sound;
	}

	/** What the server has not heard, in order. */
	unheard(): readonly Unheard[] {
		return this.#unheard;
	}

	/** A job goes to its printer now. False when it has begun before. */
	begun(job: string, printer: string): boolean {
		if (this.#open.has(job)) return false;
		this.#open.set(job, printer);
		this.#write({ is: 'begun', job, printer });
		return true;
	}

	/** Something happened that the server is to hear. The end of a job ends it here too. */
	event(event: AgentEvent): void {
		const one = { seq: this.#next, at: this.#now(), event };
		this.#next += 1;
		this.#add({ ...one, old: false });
		this.#limit();
		this.#write({ is: 'event', ...one });
	}

	/** The server has dealt with all events up to this one. */
	heard(seq: number): void {
		this.#next = Math.max(this.#next, seq + 1);
		if (!this.#unheard.some((one) => one.seq <= seq)) return;
		this.#unheard = this.#unheard.filter((one) => one.seq > seq);
		this.#write({ is: 'heard', seq });
	}

	/** Tries again to write what the disk did not take. */
	retry(): void {
		this.#file.retry();
	}

	close(): void {
		this.#file.close();
	}

	/** A journal of its own from now on. */
	#begin(): void {
		this.#epoch = randomUUID();
		this.#file.append({ is: 'epoch', epoch: this.#epoch, next: this.#next });
	}

	#replay(record: JournalRecord): void {
		switch (record.is) {
			case 'epoch':
				this.#epoch = record.epoch;
				this.#next = record.next;
				return;
			case 'begun':
				this.#open.set(record.job, record.printer);
				return;
			case 'event':
				this.#next = record.seq + 1;
				this.#add({ seq: record.seq, at: record.at, event: record.event, old: true });
				return;
			case 'heard':
				this.#unheard = this.#unheard.filter((one) => one.seq > record.seq);
		}
	}

	#add(one: Unheard): void {
		if (one.event.kind === 'job') this.#open.delete(one.event.job);
		this.#unheard.push(one);
	}

	#limit(): void {
		while (this.#unheard.length > MOST_UNHEARD) {
			const oldest = this.#unheard.findIndex(({ event }) => event.kind !== 'job');
			if (oldest < 0) return;
			this.#unheard.splice(oldest, 1);
		}
	}

	#write(record: JournalRecord): void {
		this.#file.append(record);
		if (this.#file.bytes > this.#mostBytes) this.#rewrite();
	}

	/** All that still matters, in a new file; where the disk takes none, the old one goes on. */
	#rewrite(): void {
		this.#file.replace([
			{ is: 'epoch', epoch: this.#epoch, next: this.#next },
			...[...this.#open].map(([job, printer]) => ({ is: 'begun', job, printer }) as const),
			...this.#unheard.map(({ seq, at, event }) => ({ is: 'event', seq, at, event }) as const)
		]);
	}
}

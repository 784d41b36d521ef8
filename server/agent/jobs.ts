import type { PrintResult } from '#printer/printer.ts';
import type { AgentEvent, JobResult, ToAgent } from '../agents/protocol.ts';
import type { Drives } from './drives.ts';
import type { Journal } from './journal.ts';

type Job = ToAgent & { say: 'job' };

/** The slips that an agent was given. Each is begun at most once, and that it was is on disk before a byte leaves. */
export class Jobs {
	readonly #drives: Drives;
	readonly #journal: Journal;
	readonly #now: () => number;
	readonly #tell: (event: AgentEvent) => void;
	readonly #working = new Set<string>();
	#leaving = false;

	constructor(drives: Drives, journal: Journal, means: { now: () => number; tell: (event: AgentEvent) => void }) {
		this.#drives = drives;
		this.#journal = journal;
		this.#now = means.now;
		this.#tell = means.tell;
	}

	/** jobs that have begun and not ended */
	working(): string[] {
		return [...this.#working];
	}

	/** Nothing is begun any more. */
	leave(): void {
		this.#leaving = true;
	}

	take({ job, printer, lines }: Job): void {
		const one = this.#leaving ? undefined : this.#drives.printer(printer);
		if (!one) {
			const why = { state: 'unreachable', since: this.#now(), reason: 'not driven here' } as const;
			this.#tell({ kind: 'job', job, printer, result: { state: 'failed', why, substituted: [] } });
			return;
		}
		if (!this.#journal.begun(job, printer)) return;
		this.#working.add(job);
		const onLate = (): void => this.#ended(job, printer, { state: 'printed', why: null, substituted: [] });
		void one.print({ lines, onLate }).then(
			(result) => this.#ended(job, printer, told(result)),
			// A slip that cannot be composed: not one byte has left.
			() => this.#ended(job, printer, { state: 'failed', why: { state: 'error' }, substituted: [] })
		);
	}

	#ended(job: string, printer: string, result: JobResult): void {
		this.#working.delete(job);
		this.#tell({ kind: 'job', job, printer, result });
	}
}

function told(result: PrintResult): JobResult {
	return { state: result.state, why: 'why' in result ? result.why : null, substituted: result.substituted };
}

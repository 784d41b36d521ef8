import type { Clock } from '../clock.ts';
import type { JobResult, ToAgent } from './protocol.ts';

/** How far devices speak to the agent that drives them. */
export interface Way {
	readonly clock: Clock;
	/** the run of the agent that is linked; undefined while none is */
	readonly boot: string | undefined;
	/** since when it is linked, or is not */
	readonly since: number;
	/** says something; what is said while there is no link is lost */
	say(message: ToAgent): void;
}

/** One link as the transport has it. */
export interface Channel {
	say(message: ToAgent): void;
	end(): void;
}

/** What the hall does with what agents tell. */
export interface Takes {
	/** what became of a job that nobody waits for any more */
	late(job: string, printer: string, result: JobResult): Promise<void>;
	/** a key of a call pad; one that was pressed too long ago is not `fresh` */
	key(pressed: { line: string; address: number; key: number; fresh: boolean }): void;
	/** a code that is held before a scanner now */
	scan(scanner: string, text: string): void;
	onChanged(): void;
}

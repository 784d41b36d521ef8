import type { Clock } from '../clock.ts';
import type { ToAgent } from './protocol.ts';

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

/** Signs that somebody takes numbers for others, to be looked at by a person at the desk: nothing is refused for it. */
import type { TicketState } from '#db/schema.ts';

const MINUTE_MS = 60_000;

export interface Taken {
	takenAt: number;
	state: TicketState;
}

/** What became of a number that nobody came for. */
const WASTED: readonly TicketState[] = ['cancelled', 'missed', 'expired', 'void'];

/**
 * The longest run of wasted numbers taken one shortly after the other.
 * @param taken at one kiosk or desk, oldest first
 * @param minutes how far two of a run are apart at most
 * @returns none when there are fewer than `least`
 */
export function wastedRun<T extends Taken>(taken: readonly T[], least: number, minutes: number): T[] {
	let longest: T[] = [];
	let run: T[] = [];
	for (const one of taken.filter(({ state }) => WASTED.includes(state))) {
		const before = run.at(-1);
		const near = before && one.takenAt - before.takenAt <= minutes * MINUTE_MS;
		run = near ? [...run, one] : [one];
		if (run.length > longest.length) longest = run;
	}
	return longest.length >= least ? longest : [];
}

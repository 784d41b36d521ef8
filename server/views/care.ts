/** What goes with a number of somebody who needs more than its place in the order. */
import type { LegState } from '#db/schema.ts';
import type { Text } from '../views.ts';

export interface CareView {
	/** the kind of proof that was seen */
	proof: Text | null;
	companions: number;
	/** staff number of who accompanies the visitor */
	escort: string | null;
	/** has been brought to the window */
	reached: boolean;
}

/** Somebody who is accompanied, for the desk. */
export interface EscortLine {
	id: number;
	number: string;
	step: LegState;
	/** where it is called, or is to be */
	window: Text | null;
	escort: string;
	since: number;
}

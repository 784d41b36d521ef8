/** The balance of a service day: every number given has come to an end, and one can say which. */
import type { TicketState } from '#db/schema.ts';

export interface Counted {
	queue: string;
	/** the last number given */
	issued: number;
	/** numbers, by how they stand */
	states: Readonly<Partial<Record<TicketState, number>>>;
}

/** One queue's day: issued = ended + cancelled + missed + expired + void, or `balanced` is false. */
export interface Balance extends Record<Exclude<TicketState, 'live'>, number> {
	queue: string;
	issued: number;
	/** still open */
	live: number;
	/** numbers that were counted and are not there */
	lost: number;
	balanced: boolean;
}

export function balanceOf({ queue, issued, states }: Counted): Balance {
	const of = (state: TicketState): number => states[state] ?? 0;
	const counts = {
		ended: of('ended'),
		cancelled: of('cancelled'),
		missed: of('missed'),
		expired: of('expired'),
		void: of('void')
	};
	const live = of('live');
	const over = Object.values(counts).reduce((sum, n) => sum + n, 0);
	return { queue, issued, ...counts, live, lost: issued - over - live, balanced: issued === over };
}

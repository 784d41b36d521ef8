/** The balance of a service day: every number given has come to an end, and one can say which. */
import type { TicketState } from '#db/schema.ts';

export interface Counted {
	queue: string;
	/** the last number given */
	issued: number;
	/** numbers, by how they stand */
	states: Readonly<Partial<Record<TicketState, number>>>;
	/** numbers that kiosks keep for when they have no line, and those of them that came to nothing; on no ticket */
	leased?: { out: number; void: number };
}

/** One queue's day: issued = ended + cancelled + missed + expired + void, or `balanced` is false. */
export interface Balance extends Record<Exclude<TicketState, 'live'>, number> {
	queue: string;
	issued: number;
	/** still open */
	live: number;
	/** at kiosks, for when they have no line */
	leased: number;
	/** numbers that were counted and are not there */
	lost: number;
	balanced: boolean;
}

export function balanceOf({ queue, issued, states, leased = { out: 0, void: 0 } }: Counted): Balance {
	const of = (state: TicketState): number => states[state] ?? 0;
	const counts = {
		ended: of('ended'),
		cancelled: of('cancelled'),
		missed: of('missed'),
		expired: of('expired'),
		void: of('void') + leased.void
	};
	const live = of('live');
	const over = Object.values(counts).reduce((sum, n) => sum + n, 0);
	const lost = issued - over - live - leased.out;
	return { queue, issued, ...counts, live, leased: leased.out, lost, balanced: issued === over };
}

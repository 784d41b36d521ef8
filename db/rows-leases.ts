/** How a number of a lease stands: at the kiosk, on a ticket, or given back and void. */
export const LEASED_STATES = ['out', 'used', 'void'] as const;
export type LeasedState = (typeof LEASED_STATES)[number];

/** Why a leased number came to nothing. */
export const LEASE_ENDS = ['unused', 'never-reported', 'item-gone'] as const;
export type LeaseEnd = (typeof LEASE_ENDS)[number];

/** A block of numbers that a kiosk may give while it has no line. */
export interface LeaseRow {
	hall: number;
	/** number of the ledger line that granted it */
	id: number;
	/** the kiosk, as the hall file names it */
	device: string;
	/** random, of the browser that keeps it: two browsers at one kiosk have two leases */
	holder: string;
	/** the service day that the numbers are for */
	day: string;
	granted_at: number;
	/** no number is given from it afterwards */
	until: number;
	/** reported to its end, or closed with the day */
	ended_at: number | null;
}

export interface LeaseNumberRow {
	hall: number;
	lease: number;
	day: string;
	queue: string;
	/** 11 for A011 */
	n: number;
	/** A011 */
	number: string;
	/** unguessable; becomes the token of the ticket */
	token: string;
	state: LeasedState;
	/** the ticket that it became */
	ticket: number | null;
	reason: LeaseEnd | null;
}

/** When a kiosk was last on the line. */
export interface KioskSeenRow {
	hall: number;
	device: string;
	seen_at: number;
}

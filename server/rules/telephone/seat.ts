/**
 * How a member of staff stands to the telephone.
 *
 * READY: the next call may come. NOT READY: it may not, for a reason of the hall file. TALKING: on a call, set by the
 * telephone and by nobody's hand. WRAP-UP: the call is over and not yet summed up; the summary leads back to ready.
 * SIGNED OFF: not at the telephone. Who answers a call while signed off is at the telephone all the same.
 */
import type { PhoneState, SeatState } from '#db/schema.ts';
import type { RefusalCode } from '../refusal.ts';

export interface Seat {
	state: SeatState;
	reason: string | null;
	call: number | null;
}

/** What a call means for a seat. */
export interface SeatCall {
	id: number;
	state: PhoneState;
	/** staff number of who has it now, or had it last */
	talker: string | null;
	/** it is summed up already */
	wrapped: boolean;
}

/** The seat of a member of staff after something was heard of a call; undefined where it stays as it is. */
export function seatAfter(seat: Seat | undefined, staff: string, call: SeatCall): Seat | undefined {
	const live = call.state === 'talking' || call.state === 'held';
	const at: Seat = { state: 'wrap-up', reason: null, call: call.id };
	const talks = seat?.state === 'talking';
	if (live && call.talker === staff) return talks && seat.call === call.id ? undefined : { ...at, state: 'talking' };
	if (talks && seat.call === call.id) return call.wrapped ? { ...at, state: 'ready', call: null } : at;
	// Its end was heard of before its answer.
	const unseen = call.state === 'ended' && call.talker === staff && !call.wrapped && seat?.call !== call.id;
	return unseen && !talks && seat?.state !== 'signed-off' ? at : undefined;
}

/** What somebody wishes for the own seat. `open`: a call of the own that is over and not summed up. */
export function barredSeat(seat: Seat | undefined, to: SeatState, open: boolean): RefusalCode | undefined {
	if (to === 'talking' || to === 'wrap-up' || seat?.state === 'talking') return 'seat-busy';
	return to !== 'not-ready' && open ? 'summary-needed' : undefined;
}

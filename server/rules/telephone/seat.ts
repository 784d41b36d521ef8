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
	const isAt = seat?.state === 'talking' && seat.call === call.id;
	if (isLive(call) && call.talker === staff) return isAt ? undefined : { ...AT, state: 'talking', call: call.id };
	if (isAt) return call.wrapped ? { ...AT, state: 'ready', call: null } : { ...AT, call: call.id };
	return isUnseen(seat, staff, call) ? { ...AT, call: call.id } : undefined;
}

const AT = { state: 'wrap-up', reason: null } as const;

function isLive({ state }: SeatCall): boolean {
	return state === 'talking' || state === 'held';
}

/** The end of a call was heard of before its answer: it has to be summed up all the same. */
function isUnseen(seat: Seat | undefined, staff: string, call: SeatCall): boolean {
	const isOwn = call.state === 'ended' && call.talker === staff && !call.wrapped;
	const isFree = seat?.state !== 'talking' && seat?.state !== 'signed-off' && seat?.call !== call.id;
	return isOwn && isFree;
}

/** What somebody wishes for the own seat. `open`: a call of the own that is over and not summed up. */
export function barredSeat(seat: Seat | undefined, to: SeatState, open: boolean): RefusalCode | undefined {
	if (to === 'talking' || to === 'wrap-up' || seat?.state === 'talking') return 'seat-busy';
	return to !== 'not-ready' && open ? 'summary-needed' : undefined;
}

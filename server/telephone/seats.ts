import type { Tx } from '#db/group.ts';
import { unwrappedCalls } from '#db/phone-calls.ts';
import { moveSeat, seatOf, seatsOfCall } from '#db/phone-seats.ts';
import type { PhoneCallRow, PhoneSpanRow, SeatState } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { barredSeat, seatAfter, type Seat } from '../rules/telephone/seat.ts';
import { notePhone } from './held.ts';

/** Ready, not ready with a reason of the hall file, or signed off: as the person says. The rest is the telephone's (P-09). */
export function setSeat(
	hall: Hall,
	who: Who,
	wish: { state: SeatState; reason: string | null }
): Promise<Result<PhoneSpanRow>> {
	return hall.write(async (tx) => {
		const { staff } = who;
		if (staff === undefined) return refused('staff-unknown', who.name);
		const reason = wish.state === 'not-ready' ? wish.reason : null;
		const known = hall.setup.policies.telephone.notReady.some(({ code }) => code === reason);
		if (wish.state === 'not-ready' && !known) return refused('reason-needed', wish.reason ?? '');
		const seat = await seatOf(tx.k, tx.hall, staff);
		const open = await unwrappedCalls(tx.k, tx.hall, staff);
		const barred = barredSeat(seat, wish.state, open.length > 0);
		if (barred) return refused(barred, wish.state);
		if (seat?.state === wish.state && seat.reason === reason) return done(seat);
		return done(await move(tx, hall, who, { staff, seat: { state: wish.state, reason, call: null } }));
	});
}

/** After something was heard of a call: who talks, who has to sum up. */
export async function followSeats(tx: Tx, hall: Hall, who: Who, call: PhoneCallRow): Promise<void> {
	const { id, state, talker } = call;
	const at = (await seatsOfCall(tx.k, tx.hall, id)).map(({ staff }) => staff);
	for (const staff of new Set(talker === null ? at : [...at, talker])) {
		const seat = await seatOf(tx.k, tx.hall, staff);
		const next = seatAfter(seat, staff, { id, state, talker, wrapped: call.wrapped_at !== null });
		if (next) await move(tx, hall, who, { staff, seat: next });
	}
}

/** A call is summed up: whoever stood by it goes on to the next that is not, or is ready. */
export async function leaveCall(tx: Tx, hall: Hall, who: Who, call: PhoneCallRow): Promise<void> {
	for (const { staff, state } of await seatsOfCall(tx.k, tx.hall, call.id)) {
		if (state !== 'wrap-up') continue;
		const [next] = await unwrappedCalls(tx.k, tx.hall, staff);
		const seat: Seat = next
			? { state: 'wrap-up', reason: null, call: next.id }
			: { state: 'ready', reason: null, call: null };
		await move(tx, hall, who, { staff, seat });
	}
}

async function move(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ staff, seat }: { staff: string; seat: Seat }
): Promise<PhoneSpanRow> {
	const id = await notePhone(tx, hall, who, { act: 'seat', body: { staff, ...seat } });
	const row: PhoneSpanRow = { hall: tx.hall, id, staff, ...seat, from_at: hall.clock.now(), to_at: null };
	await moveSeat(tx.k, row);
	return row;
}

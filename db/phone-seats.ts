import { sql, type Kysely } from 'kysely';
import type { PhoneSpanRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

/** How somebody stands to the telephone now; undefined for who has never been there. */
export function seatOf(k: K, hall: number, staff: string): Promise<PhoneSpanRow | undefined> {
	return k
		.selectFrom('phone_span')
		.selectAll()
		.where('hall', '=', hall)
		.where('staff', '=', staff)
		.where('to_at', 'is', null)
		.executeTakeFirst();
}

/** Everybody who is at the telephone, by staff number. */
export function seatsNow(k: K, hall: number): Promise<PhoneSpanRow[]> {
	return k
		.selectFrom('phone_span')
		.selectAll()
		.where('hall', '=', hall)
		.where('to_at', 'is', null)
		.where('state', '<>', sql.lit('signed-off' as const))
		.orderBy('staff')
		.execute();
}

/** Whoever stands by a call: talking in it, or summing it up. */
export async function seatsOfCall(k: K, hall: number, call: number): Promise<PhoneSpanRow[]> {
	return (await seatsNow(k, hall)).filter((seat) => seat.call === call);
}

/** Ends how somebody stood so far, and begins another stretch. */
export async function moveSeat(k: K, next: PhoneSpanRow): Promise<void> {
	await k
		.updateTable('phone_span')
		.set({ to_at: next.from_at })
		.where('hall', '=', next.hall)
		.where('staff', '=', next.staff)
		.where('to_at', 'is', null)
		.execute();
	await k.insertInto('phone_span').values(next).execute();
}

/** The stretches that lie, wholly or in part, between two moments (ms); of one member of staff where one is named. */
export function seatSpans(
	k: K,
	of: { hall: number; fromAt: number; untilAt: number; staff?: string }
): Promise<PhoneSpanRow[]> {
	return k
		.selectFrom('phone_span')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('from_at', '<', of.untilAt)
		.where((e) => e.or([e('to_at', 'is', null), e('to_at', '>', of.fromAt)]))
		.$if(of.staff !== undefined, (query) => query.where('staff', '=', of.staff ?? ''))
		.orderBy('id')
		.execute();
}

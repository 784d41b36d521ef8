import { sql, type Kysely } from 'kysely';
import { type QueueDay } from './queue-days.ts';
import type { KioskSeenRow, LeaseNumberRow, LeaseRow, QueueDayRow, Tables } from './schema.ts';
import { statement } from './statement.ts';

type K = Kysely<Tables>;

const takeNumber = statement<QueueDay & { cap: number }, Pick<QueueDayRow, 'last_number'>>(
	['hall', 'queue', 'day', 'cap'],
	(k, { hall, queue, day, cap }) =>
		k
			.insertInto('queue_day')
			.values({ hall, queue, day, last_number: 1, waiting: 0 })
			.onConflict((c) =>
				c
					.columns(['hall', 'queue', 'day'])
					.doUpdateSet((e) => ({ last_number: e('queue_day.last_number', '+', 1) }))
					.where('queue_day.last_number', '<', cap)
			)
			.returning(['last_number'])
);

/** Takes the next number of the queue's day without anybody waiting for it yet; undefined when `cap` (≥ 1) is reached. */
export async function reserve(k: K, input: QueueDay & { cap: number }): Promise<number | undefined> {
	const [row] = await takeNumber.run(k, input);
	return row?.last_number;
}

export async function addLease(k: K, lease: LeaseRow, numbers: readonly LeaseNumberRow[]): Promise<void> {
	await k.insertInto('lease').values(lease).execute();
	for (const row of numbers) await k.insertInto('lease_number').values(row).execute();
}

export function getLease(k: K, hall: number, id: number): Promise<LeaseRow | undefined> {
	return k.selectFrom('lease').selectAll().where('hall', '=', hall).where('id', '=', id).executeTakeFirst();
}

/** The leases of a kiosk that have not ended, oldest first. */
export function liveLeases(k: K, hall: number, device: string): Promise<LeaseRow[]> {
	return k
		.selectFrom('lease')
		.selectAll()
		.where('hall', '=', hall)
		.where('device', '=', device)
		.where('ended_at', 'is', null)
		.orderBy('id')
		.execute();
}

/** The leases of a service day and of any before it that have not ended. */
export function leasesOpenUpTo(k: K, hall: number, day: string): Promise<LeaseRow[]> {
	return k
		.selectFrom('lease')
		.selectAll()
		.where('hall', '=', hall)
		.where('day', '<=', day)
		.where('ended_at', 'is', null)
		.orderBy('id')
		.execute();
}

export async function endLease(k: K, { hall, id }: LeaseRow, at: number): Promise<void> {
	await k.updateTable('lease').set({ ended_at: at }).where('hall', '=', hall).where('id', '=', id).execute();
}

/** The numbers of a lease, by queue and in order. */
export function numbersOfLease(k: K, hall: number, lease: number): Promise<LeaseNumberRow[]> {
	return k
		.selectFrom('lease_number')
		.selectAll()
		.where('hall', '=', hall)
		.where('lease', '=', lease)
		.orderBy('queue')
		.orderBy('n')
		.execute();
}

/** Writes what became of a leased number. */
export async function settleNumber(k: K, row: LeaseNumberRow): Promise<void> {
	const { state, ticket, reason } = row;
	await k
		.updateTable('lease_number')
		.set({ state, ticket, reason })
		.where('hall', '=', row.hall)
		.where('queue', '=', row.queue)
		.where('day', '=', row.day)
		.where('n', '=', row.n)
		.execute();
}

/** The leased numbers of a day that are on no ticket: those still at kiosks, and those that are void. */
export function leasedWithoutTicket(
	k: K,
	hall: number,
	day: string
): Promise<Pick<LeaseNumberRow, 'queue' | 'n' | 'number' | 'state' | 'reason'>[]> {
	return k
		.selectFrom('lease_number')
		.select(['queue', 'n', 'number', 'state', 'reason'])
		.where('hall', '=', hall)
		.where('day', '=', day)
		.where('state', '<>', sql.lit('used' as const))
		.orderBy('queue')
		.orderBy('n')
		.execute();
}

const seen = statement<KioskSeenRow, never>(['hall', 'device', 'seen_at'], (k, row) =>
	k
		.insertInto('kiosk_seen')
		.values(row)
		.onConflict((c) => c.columns(['hall', 'device']).doUpdateSet({ seen_at: row.seen_at }))
);

/** A kiosk is on the line. */
export async function kioskSeen(k: K, row: KioskSeenRow): Promise<void> {
	await seen.run(k, row);
}

/** When each kiosk was last on the line. */
export function kiosksSeen(k: K, hall: number): Promise<KioskSeenRow[]> {
	return k.selectFrom('kiosk_seen').selectAll().where('hall', '=', hall).orderBy('device').execute();
}

/** The entries of the hall file as rows. What is no more is kept with `active` 0, because old tickets name it. */
import type { Insertable, Kysely } from 'kysely';
import type { DeviceRow, HallRow, ItemRow, QueueRow, StaffRow, Tables, WindowRow, ZoneRow } from './schema.ts';

type K = Kysely<Tables>;

/** Every row that a hall file makes, in use or not. */
export interface SetupRows {
	zones: ZoneRow[];
	queues: QueueRow[];
	windows: WindowRow[];
	items: ItemRow[];
	devices: DeviceRow[];
	staff: StaffRow[];
}

export async function setupRows(k: K, hall: number): Promise<SetupRows> {
	return {
		zones: await k.selectFrom('zone').selectAll().where('hall', '=', hall).orderBy('code').execute(),
		queues: await k.selectFrom('queue').selectAll().where('hall', '=', hall).orderBy('code').execute(),
		windows: await k.selectFrom('window').selectAll().where('hall', '=', hall).orderBy('code').execute(),
		items: await k.selectFrom('item').selectAll().where('hall', '=', hall).orderBy('code').execute(),
		devices: await k.selectFrom('device').selectAll().where('hall', '=', hall).orderBy('code').execute(),
		staff: await k.selectFrom('staff').selectAll().where('hall', '=', hall).orderBy('no').execute()
	};
}

export async function getHall(k: K, hall: number): Promise<HallRow> {
	return k.selectFrom('hall').selectAll().where('id', '=', hall).executeTakeFirstOrThrow();
}

/** Remembers the hall file as it was applied. */
export async function saveHall(
	k: K,
	hall: Pick<HallRow, 'id' | 'name' | 'time_zone' | 'file' | 'applied_at'>
): Promise<void> {
	const { id, ...rest } = hall;
	await k.updateTable('hall').set(rest).where('id', '=', id).execute();
}

export async function saveZone(k: K, row: Insertable<ZoneRow>): Promise<void> {
	const { name, active } = row;
	await k
		.insertInto('zone')
		.values(row)
		.onConflict((oc) => oc.columns(['hall', 'code']).doUpdateSet({ name, active }))
		.execute();
}

export async function saveQueue(k: K, row: Insertable<QueueRow>): Promise<void> {
	const { zone, prefix, name, active } = row;
	await k
		.insertInto('queue')
		.values(row)
		.onConflict((oc) => oc.columns(['hall', 'code']).doUpdateSet({ zone, prefix, name, active }))
		.execute();
}

/** What happens at a window now is left alone. */
export async function saveWindowEntry(k: K, row: Insertable<WindowRow>): Promise<void> {
	const { zone, name, active } = row;
	await k
		.insertInto('window')
		.values(row)
		.onConflict((oc) => oc.columns(['hall', 'code']).doUpdateSet({ zone, name, active }))
		.execute();
}

export async function saveItem(k: K, row: Insertable<ItemRow>): Promise<void> {
	const { queue, name, active } = row;
	await k
		.insertInto('item')
		.values(row)
		.onConflict((oc) => oc.columns(['hall', 'code']).doUpdateSet({ queue, name, active }))
		.execute();
}

export async function saveDevice(k: K, row: Insertable<DeviceRow>): Promise<void> {
	const { kind, zone, active } = row;
	await k
		.insertInto('device')
		.values(row)
		.onConflict((oc) => oc.columns(['hall', 'code']).doUpdateSet({ kind, zone, active }))
		.execute();
}

/** Passwords and locks are left alone. */
export async function saveStaffEntry(k: K, row: Insertable<StaffRow>): Promise<void> {
	const { name, role, active } = row;
	await k
		.insertInto('staff')
		.values(row)
		.onConflict((oc) => oc.columns(['hall', 'no']).doUpdateSet({ name, role, active }))
		.execute();
}

/** The queues and items of everybody who is still in the hall. */
export function openLegs(k: K, hall: number): Promise<{ queue: string; item: string }[]> {
	return k
		.selectFrom('leg')
		.select(['queue', 'item'])
		.distinct()
		.where('hall', '=', hall)
		.where('state', '<>', 'ended')
		.orderBy('queue')
		.orderBy('item')
		.execute();
}

/** The queues that have given numbers on a day. */
export async function queuesWithNumbers(k: K, hall: number, day: string): Promise<Set<string>> {
	const rows = await k
		.selectFrom('queue_day')
		.select('queue')
		.where('hall', '=', hall)
		.where('day', '=', day)
		.where('last_number', '>', 0)
		.execute();
	return new Set(rows.map((row) => row.queue));
}

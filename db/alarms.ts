import type { Kysely } from 'kysely';
import type { AlarmKind, AlarmRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

export async function addAlarm(k: K, row: AlarmRow): Promise<void> {
	await k.insertInto('alarm').values(row).execute();
}

/** The live alarm of that kind about that thing. */
export function liveAlarm(k: K, hall: number, kind: AlarmKind, key: string): Promise<AlarmRow | undefined> {
	return k
		.selectFrom('alarm')
		.selectAll()
		.where('hall', '=', hall)
		.where('kind', '=', kind)
		.where('key', '=', key)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
}

/** Every live alarm, oldest first. */
export function liveAlarms(k: K, hall: number): Promise<AlarmRow[]> {
	return k
		.selectFrom('alarm')
		.selectAll()
		.where('hall', '=', hall)
		.where('ended_at', 'is', null)
		.orderBy('id')
		.execute();
}

export function getAlarm(k: K, hall: number, id: number): Promise<AlarmRow | undefined> {
	return k.selectFrom('alarm').selectAll().where('hall', '=', hall).where('id', '=', id).executeTakeFirst();
}

export async function saveAlarm(k: K, { hall, id, seen_by, seen_at, ended_at }: AlarmRow): Promise<void> {
	await k
		.updateTable('alarm')
		.set({ seen_by, seen_at, ended_at })
		.where('hall', '=', hall)
		.where('id', '=', id)
		.execute();
}

/** The alarms raised in a stretch of time, by kind: how many, how many were seen, and how long (ms) until then. */
export function countAlarms(
	k: K,
	hall: number,
	from: number,
	until: number
): Promise<Pick<AlarmRow, 'kind' | 'window' | 'raised_at' | 'seen_at' | 'ended_at'>[]> {
	return k
		.selectFrom('alarm')
		.select(['kind', 'window', 'raised_at', 'seen_at', 'ended_at'])
		.where('hall', '=', hall)
		.where('raised_at', '>=', from)
		.where('raised_at', '<', until)
		.orderBy('id')
		.execute();
}

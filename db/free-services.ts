import type { Kysely } from 'kysely';
import type { FreeServiceRow, ServiceSpanRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

/** Every free service that somebody has touched. */
export function freeServices(k: K, hall: number): Promise<FreeServiceRow[]> {
	return k.selectFrom('free_service').selectAll().where('hall', '=', hall).execute();
}

export function getFreeService(k: K, hall: number, service: string): Promise<FreeServiceRow | undefined> {
	return k
		.selectFrom('free_service')
		.selectAll()
		.where('hall', '=', hall)
		.where('service', '=', service)
		.executeTakeFirst();
}

export async function saveFreeService(k: K, row: FreeServiceRow): Promise<void> {
	const { state, waiting, by, since } = row;
	await k
		.insertInto('free_service')
		.values(row)
		.onConflict((c) => c.columns(['hall', 'service']).doUpdateSet({ state, waiting, by, since }))
		.execute();
}

/** Ends the state that a service is in, and begins the next. */
export async function turnSpan(k: K, row: ServiceSpanRow): Promise<void> {
	await k
		.updateTable('service_span')
		.set({ to_at: row.from_at })
		.where('hall', '=', row.hall)
		.where('service', '=', row.service)
		.where('to_at', 'is', null)
		.execute();
	await k.insertInto('service_span').values(row).execute();
}

/** The spans that touch a stretch of time, oldest first. */
export function serviceSpans(k: K, of: { hall: number; from: number; until: number }): Promise<ServiceSpanRow[]> {
	return k
		.selectFrom('service_span')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('from_at', '<', of.until)
		.where((e) => e.or([e('to_at', 'is', null), e('to_at', '>', of.from)]))
		.orderBy('id')
		.execute();
}

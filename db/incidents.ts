import { sql, type Kysely } from 'kysely';
import type { CaseRow, CaseState, IncidentRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

/** The partial indexes of cases speak of these very words. */
const word = (state: CaseState) => sql.lit(state);

/** Adds what an incident is beside its case, which must be there. */
export async function addIncident(k: K, row: IncidentRow): Promise<void> {
	await k.insertInto('incident').values(row).execute();
}

export function getIncident(k: K, hall: number, id: number): Promise<IncidentRow | undefined> {
	return k.selectFrom('incident').selectAll().where('hall', '=', hall).where('id', '=', id).executeTakeFirst();
}

export async function saveSeverity(k: K, { hall, id, severity }: IncidentRow): Promise<void> {
	await k.updateTable('incident').set({ severity }).where('hall', '=', hall).where('id', '=', id).execute();
}

/** An incident with the case it is. */
export type IncidentCase = IncidentRow &
	Pick<
		CaseRow,
		'day' | 'state' | 'stage' | 'outcome' | 'owner' | 'opened_at' | 'due_at' | 'escalated' | 'late' | 'window'
	>;

const columns = (k: K) =>
	k
		.selectFrom('incident')
		.innerJoin('case', (join) => join.onRef('case.hall', '=', 'incident.hall').onRef('case.id', '=', 'incident.id'))
		.selectAll('incident')
		.select(['case.day', 'case.state', 'case.stage', 'case.outcome', 'case.owner', 'case.opened_at'])
		.select(['case.due_at', 'case.escalated', 'case.late', 'case.window']);

/** Incidents that are not closed, then those of late; newest first, at most `most`. */
export async function recentIncidents(k: K, of: { hall: number; most: number }): Promise<IncidentCase[]> {
	const newest = columns(k).where('incident.hall', '=', of.hall).orderBy('incident.id', 'desc').limit(of.most);
	// Asked for by themselves: one that is open is never hidden behind newer ones that are over.
	const open = await newest.where('case.state', '=', word('open')).execute();
	const closed = await newest.where('case.state', '=', word('closed')).execute();
	return [...open, ...closed].slice(0, of.most);
}

/** The incidents reported on these days, oldest first. */
export function incidentsBetween(k: K, of: { hall: number; from: string; to: string }): Promise<IncidentCase[]> {
	return columns(k)
		.where('incident.hall', '=', of.hall)
		.where('case.day', '>=', of.from)
		.where('case.day', '<=', of.to)
		.orderBy('incident.id')
		.execute();
}

/** When each act was first done in these cases. */
export function firstActs(
	k: K,
	hall: number,
	ids: readonly number[]
): Promise<{ case: number; act: string; at: number }[]> {
	if (ids.length === 0) return Promise.resolve([]);
	return k
		.selectFrom('case_line')
		.innerJoin('ledger', (join) =>
			join.onRef('ledger.hall', '=', 'case_line.hall').onRef('ledger.seq', '=', 'case_line.line')
		)
		.select(({ fn }) => ['case_line.case', 'case_line.act', fn.min<number>('ledger.at').as('at')])
		.where('case_line.hall', '=', hall)
		.where('case_line.case', 'in', ids)
		.groupBy(['case_line.case', 'case_line.act'])
		.execute();
}

import type { Kysely } from 'kysely';
import type { CaseRow, PhoneNuisanceRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

export async function addNuisance(k: K, row: PhoneNuisanceRow): Promise<void> {
	await k.insertInto('phone_nuisance').values(row).execute();
}

/** A proposal with its case. */
export type NuisanceCase = PhoneNuisanceRow & Pick<CaseRow, 'state' | 'outcome' | 'opened_at' | 'closed_at' | 'owner'>;

export function getNuisance(k: K, hall: number, id: number): Promise<NuisanceCase | undefined> {
	return withCases(k).where('phone_nuisance.hall', '=', hall).where('phone_nuisance.case', '=', id).executeTakeFirst();
}

/** What was proposed of one caller, newest first. */
export function nuisanceOf(k: K, hall: number, caller: string): Promise<NuisanceCase[]> {
	return withCases(k)
		.where('phone_nuisance.hall', '=', hall)
		.where('phone_nuisance.caller', '=', caller)
		.orderBy('phone_nuisance.case', 'desc')
		.execute();
}

/** The newest proposals of the hall. */
export function newestNuisance(k: K, hall: number, most: number): Promise<NuisanceCase[]> {
	return withCases(k)
		.where('phone_nuisance.hall', '=', hall)
		.orderBy('phone_nuisance.case', 'desc')
		.limit(most)
		.execute();
}

/** Takes a block back before its time. */
export async function liftNuisance(
	k: K,
	{ hall, case: id }: Pick<PhoneNuisanceRow, 'hall' | 'case'>,
	by: Pick<PhoneNuisanceRow, 'lifted_by' | 'lifted_at'>
): Promise<void> {
	await k.updateTable('phone_nuisance').set(by).where('hall', '=', hall).where('case', '=', id).execute();
}

function withCases(k: K) {
	return k
		.selectFrom('phone_nuisance')
		.innerJoin('case', (join) =>
			join.onRef('case.hall', '=', 'phone_nuisance.hall').onRef('case.id', '=', 'phone_nuisance.case')
		)
		.selectAll('phone_nuisance')
		.select(['case.state', 'case.outcome', 'case.opened_at', 'case.closed_at', 'case.owner']);
}

import type { Kysely } from 'kysely';
import type { HelpRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

export async function addHelp(k: K, row: HelpRow): Promise<void> {
	await k.insertInto('help').values(row).execute();
}

export function getHelp(k: K, hall: number, id: number): Promise<HelpRow | undefined> {
	return k.selectFrom('help').selectAll().where('hall', '=', hall).where('case', '=', id).executeTakeFirst();
}

export function helpByToken(k: K, hall: number, token: string): Promise<HelpRow | undefined> {
	return k.selectFrom('help').selectAll().where('hall', '=', hall).where('token', '=', token).executeTakeFirst();
}

/** Every call that goes on, oldest first. */
export function liveHelp(k: K, hall: number): Promise<HelpRow[]> {
	return k
		.selectFrom('help')
		.selectAll()
		.where('hall', '=', hall)
		.where('ended_at', 'is', null)
		.orderBy('called_at')
		.execute();
}

export async function saveHelp(k: K, row: HelpRow): Promise<void> {
	const { what, coming_by, coming_at, there_at, ended_at } = row;
	const change = { what, coming_by, coming_at, there_at, ended_at };
	await k.updateTable('help').set(change).where('hall', '=', row.hall).where('case', '=', row.case).execute();
}

/** The calls of these days, both included. */
export function helpBetween(k: K, of: { hall: number; from: string; to: string }): Promise<HelpRow[]> {
	return k
		.selectFrom('help')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('day', '>=', of.from)
		.where('day', '<=', of.to)
		.orderBy('called_at')
		.execute();
}

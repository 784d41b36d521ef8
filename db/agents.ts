import type { Kysely } from 'kysely';
import type { AgentCodeRow, AgentKeyRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

export async function addAgentCode(k: K, code: AgentCodeRow): Promise<void> {
	await k.insertInto('agent_code').values(code).execute();
}

export function getAgentCode(k: K, hall: number, hash: string): Promise<AgentCodeRow | undefined> {
	return k.selectFrom('agent_code').selectAll().where('hall', '=', hall).where('hash', '=', hash).executeTakeFirst();
}

/** Forgets the codes that could no longer be used before `before`. */
export async function removeAgentCodes(k: K, hall: number, before: number): Promise<void> {
	await k.deleteFrom('agent_code').where('hall', '=', hall).where('expires_at', '<', before).execute();
}

export async function addAgentKey(k: K, key: AgentKeyRow): Promise<void> {
	await k.insertInto('agent_key').values(key).execute();
}

/** A key that is not revoked, by its hash. */
export function getAgentKey(k: K, hall: number, hash: string): Promise<AgentKeyRow | undefined> {
	return k
		.selectFrom('agent_key')
		.selectAll()
		.where('hall', '=', hall)
		.where('hash', '=', hash)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
}

/** Every key there ever was, oldest first. */
export function allAgentKeys(k: K, hall: number): Promise<AgentKeyRow[]> {
	return k.selectFrom('agent_key').selectAll().where('hall', '=', hall).orderBy('created_at').orderBy('id').execute();
}

/** Revokes the key of an agent. @returns its id; undefined when it has none */
export async function revokeAgentKey(
	k: K,
	of: { hall: number; agent: string; at: number }
): Promise<string | undefined> {
	const done = await k
		.updateTable('agent_key')
		.set({ revoked_at: of.at })
		.where('hall', '=', of.hall)
		.where('agent', '=', of.agent)
		.where('revoked_at', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return done?.id;
}

/** How far an agent has been heard, and when. */
export async function heardAgent(
	k: K,
	{ hall, id }: Pick<AgentKeyRow, 'hall' | 'id'>,
	heard: Pick<AgentKeyRow, 'seen_at' | 'epoch' | 'heard'>
): Promise<void> {
	await k.updateTable('agent_key').set(heard).where('hall', '=', hall).where('id', '=', id).execute();
}

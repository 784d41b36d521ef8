import type { Kysely } from 'kysely';
import type { AgentCodeRow, Tables } from './schema.ts';

/** Uses up what serves once, a link to sign in or the code of an agent; false when somebody was first. */
export async function useOnce(
	k: Kysely<Tables>,
	of: 'sign_in_link' | 'agent_code',
	{ hall, hash, used_at }: Pick<AgentCodeRow, 'hall' | 'hash' | 'used_at'>
): Promise<boolean> {
	const done = await k
		.updateTable(of)
		.set({ used_at })
		.where('hall', '=', hall)
		.where('hash', '=', hash)
		.where('used_at', 'is', null)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

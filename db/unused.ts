import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/** Whether nobody has used this database: it has no tables, or ours without a single hall. */
export async function isUnused(k: Kysely<Tables>): Promise<boolean> {
	const tables = await k.introspection.getTables();
	if (tables.length === 0) return true;
	if (!tables.some((table) => table.name === 'hall')) return false;
	return (await k.selectFrom('hall').select('id').limit(1).execute()).length === 0;
}

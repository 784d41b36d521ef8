import type { Kysely } from 'kysely';

/** A key may be that of one kiosk or screen of the hall file, and lets a browser be no other. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('api_key').addColumn('device', 'text').execute();
}

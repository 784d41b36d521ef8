import { json } from '@sveltejs/kit';
import { isMigrated } from '#db/migrate.ts';
import { newestLine } from '#db/ledger.ts';
import type { RequestHandler } from './$types';

/** The database answers and has this program's schema. */
export const GET: RequestHandler = async ({ locals }) => {
	const { hall, log } = locals.running;
	try {
		const migrated = await isMigrated(hall.database.write);
		const seq = await newestLine(hall.read, hall.id);
		return json({ ok: migrated, seq }, { status: migrated ? 200 : 503 });
	} catch (error) {
		log.error({ err: error }, 'not ready');
		return json({ ok: false }, { status: 503 });
	}
};

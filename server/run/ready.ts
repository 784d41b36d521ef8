import { newestLine } from '#db/ledger.ts';
import { isMigrated } from '#db/migrate.ts';
import type { Hall } from '../hall.ts';

/** Whether the database answers with this program's schema. Rejects when it does not answer. */
export async function readiness(hall: Hall): Promise<{ ok: boolean; seq: number }> {
	const ok = await isMigrated(hall.database.write);
	return { ok, seq: await newestLine(hall.read, hall.id) };
}

import { Migrator, type Migration } from 'kysely/migration';
import { sql, type Kysely } from 'kysely';
import * as hall from './migrations/0001-hall.ts';
import * as tickets from './migrations/0002-tickets.ts';
import * as plans from './migrations/0003-plans.ts';
import * as chain from './migrations/0004-chain.ts';
import * as legs from './migrations/0005-legs.ts';
import * as appointments from './migrations/0006-appointments.ts';
import * as forecast from './migrations/0007-forecast.ts';
import * as ratings from './migrations/0008-ratings.ts';
import * as windows from './migrations/0009-windows.ts';
import * as cases from './migrations/0010-cases.ts';
import * as matters from './migrations/0011-matters.ts';
import * as notices from './migrations/0012-notices.ts';
import * as greetings from './migrations/0013-greetings.ts';
import * as moreRatings from './migrations/0014-ratings.ts';
import * as knowledge from './migrations/0015-knowledge.ts';
import * as moreCases from './migrations/0016-cases.ts';
import * as complaints from './migrations/0017-complaints.ts';
import * as questions from './migrations/0018-questions.ts';
import * as incidents from './migrations/0019-incidents.ts';
import * as loans from './migrations/0020-loans.ts';
import * as telephone from './migrations/0021-telephone.ts';
import * as orders from './migrations/0022-orders.ts';
import * as house from './migrations/0023-house.ts';
import * as care from './migrations/0024-care.ts';
import * as help from './migrations/0025-help.ts';
import * as leases from './migrations/0026-leases.ts';
import * as receipts from './migrations/0027-receipts.ts';
import * as devices from './migrations/0028-devices.ts';
import * as agents from './migrations/0030-agents.ts';
import * as boardChecks from './migrations/0031-board-checks.ts';
import * as screensSeen from './migrations/0033-screens-seen.ts';
import * as deviceKeys from './migrations/0034-device-keys.ts';
import { untilUnlocked } from './lock.ts';
import type { Tables } from './schema.ts';

/** Numbered, forward only, the same for both engines. Named here, not found in a folder, so that a build holds them all. */
const MIGRATIONS: Record<string, Migration> = {
	'0001-hall': hall,
	'0002-tickets': tickets,
	'0003-plans': plans,
	'0004-chain': chain,
	'0005-legs': legs,
	'0006-appointments': appointments,
	'0007-forecast': forecast,
	'0008-ratings': ratings,
	'0009-windows': windows,
	'0010-cases': cases,
	'0011-matters': matters,
	'0012-notices': notices,
	'0013-greetings': greetings,
	'0014-ratings': moreRatings,
	'0015-knowledge': knowledge,
	'0016-cases': moreCases,
	'0017-complaints': complaints,
	'0018-questions': questions,
	'0019-incidents': incidents,
	'0020-loans': loans,
	'0021-telephone': telephone,
	'0022-orders': orders,
	'0023-house': house,
	'0024-care': care,
	'0025-help': help,
	'0026-leases': leases,
	'0027-receipts': receipts,
	'0028-devices': devices,
	'0030-agents': agents,
	'0031-board-checks': boardChecks,
	'0033-screens-seen': screensSeen,
	'0034-device-keys': deviceKeys
};

function migrator(db: Kysely<Tables>): Migrator {
	return new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
}

/** Brings the database to the newest schema. Throws with the migration's name where one fails; nothing is changed then. */
export function migrate(db: Kysely<Tables>): Promise<string[]> {
	return untilUnlocked(() => migrateOnce(db));
}

async function migrateOnce(db: Kysely<Tables>): Promise<string[]> {
	const { error, results } = await db.connection().execute(patiently);
	if (error !== undefined) {
		const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'unknown';
		throw new Error(`migration ${failed} failed`, { cause: error });
	}
	return (results ?? []).map((result) => result.migrationName);
}

/** Another process may be at it, for longer than a wish waits for a lock. */
async function patiently(one: Kysely<Tables>): ReturnType<Migrator['migrateToLatest']> {
	if (!one.getExecutor().adapter.supportsMultipleConnections) return migrator(one).migrateToLatest();
	await sql`set lock_timeout = 0`.execute(one);
	try {
		return await migrator(one).migrateToLatest();
	} finally {
		await sql`reset lock_timeout`.execute(one);
	}
}

/** Whether every migration of this program has run. */
export async function isMigrated(db: Kysely<Tables>): Promise<boolean> {
	const known = await migrator(db).getMigrations();
	return known.every((migration) => migration.executedAt !== undefined);
}

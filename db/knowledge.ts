import { sql, type Kysely } from 'kysely';
import type { KnowledgeAskedRow, KnowledgeRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

/** Conditions of the partial indexes, as they are written there. */
const LIVE = sql<boolean>`state in ('published', 'expired')`;
const OPEN = sql<boolean>`state in ('draft', 'review')`;

export async function addVersion(k: K, row: KnowledgeRow): Promise<void> {
	await k.insertInto('knowledge').values(row).execute();
}

/** A version as it is after an act. */
export async function saveVersion(k: K, row: KnowledgeRow): Promise<void> {
	const { hall, entry, version, ...rest } = row;
	await k
		.updateTable('knowledge')
		.set(rest)
		.where('hall', '=', hall)
		.where('entry', '=', entry)
		.where('version', '=', version)
		.execute();
}

export function versionByIntent(k: K, hall: number, intent: string): Promise<KnowledgeRow | undefined> {
	return k.selectFrom('knowledge').selectAll().where('hall', '=', hall).where('intent', '=', intent).executeTakeFirst();
}

/** Every version of an entry, newest first. */
export function versionsOf(k: K, hall: number, entry: number): Promise<KnowledgeRow[]> {
	return k
		.selectFrom('knowledge')
		.selectAll()
		.where('hall', '=', hall)
		.where('entry', '=', entry)
		.orderBy('version', 'desc')
		.execute();
}

/** The versions in force of some entries, in no order. */
export async function liveOf(k: K, hall: number, entries: readonly number[]): Promise<KnowledgeRow[]> {
	if (entries.length === 0) return [];
	return k
		.selectFrom('knowledge')
		.selectAll()
		.where('hall', '=', hall)
		.where('entry', 'in', entries)
		.where(LIVE)
		.execute();
}

/** The next so many entries in force after one of them, by number. */
export function liveAfter(k: K, of: { hall: number; entry: number; most: number }): Promise<KnowledgeRow[]> {
	return k
		.selectFrom('knowledge')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('entry', '>', of.entry)
		.where(LIVE)
		.orderBy('entry')
		.limit(of.most)
		.execute();
}

/** Whatever is being written or looked at, longest untouched first. */
export function openVersions(k: K, hall: number, most: number): Promise<KnowledgeRow[]> {
	return k
		.selectFrom('knowledge')
		.selectAll()
		.where('hall', '=', hall)
		.where(OPEN)
		.orderBy('changed_at')
		.limit(most)
		.execute();
}

/** What is in force and holds until before a day, soonest first. */
export function endingBefore(k: K, of: { hall: number; day: string; most: number }): Promise<KnowledgeRow[]> {
	return k
		.selectFrom('knowledge')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('state', '=', sql.lit('published' as const))
		.where('valid_until', '<', of.day)
		.orderBy('valid_until')
		.limit(of.most)
		.execute();
}

/** What has ended and was not renewed, longest ago first. */
export function expiredEntries(k: K, hall: number, most: number): Promise<KnowledgeRow[]> {
	return k
		.selectFrom('knowledge')
		.selectAll()
		.where('hall', '=', hall)
		.where(LIVE)
		.where('state', '=', sql.lit('expired' as const))
		.orderBy('valid_until')
		.limit(most)
		.execute();
}

/** Counts one question more. */
export async function countAsked(k: K, row: Omit<KnowledgeAskedRow, 'times'>): Promise<void> {
	await k
		.insertInto('knowledge_asked')
		.values({ ...row, times: 1 })
		.onConflict((conflict) =>
			conflict
				.columns(['hall', 'day', 'words'])
				.doUpdateSet({ found: row.found, times: sql`knowledge_asked.times + 1` })
		)
		.execute();
}

/** What was asked from one day to another, both included, at least `least` times; most often first. */
export function askedBetween(
	k: K,
	of: { hall: number; from: string; to: string; least: number; most: number }
): Promise<{ words: string; found: number; times: number }[]> {
	const times = sql<number>`sum(times)`;
	return k
		.selectFrom('knowledge_asked')
		.select(['words', sql<number>`max(found)`.as('found'), times.as('times')])
		.where('hall', '=', of.hall)
		.where('day', '>=', of.from)
		.where('day', '<=', of.to)
		.groupBy('words')
		.having(times, '>=', of.least)
		.orderBy(times, 'desc')
		.orderBy('words')
		.limit(of.most)
		.execute();
}

/** What was asked and never found on these days, both included, at least `least` times; most often first. */
export function missedBetween(
	k: K,
	of: { hall: number; from: string; to: string; least: number; most: number }
): Promise<{ words: string; times: number }[]> {
	const times = sql<number>`sum(times)`;
	return k
		.selectFrom('knowledge_asked')
		.select(['words', times.as('times')])
		.where('hall', '=', of.hall)
		.where('day', '>=', of.from)
		.where('day', '<=', of.to)
		.groupBy('words')
		.having(sql<number>`max(found)`, '=', 0)
		.having(times, '>=', of.least)
		.orderBy(times, 'desc')
		.orderBy('words')
		.limit(of.most)
		.execute();
}

/** How often something was asked on each day, found and not; early first. */
export function askedByDay(
	k: K,
	of: { hall: number; from: string; to: string }
): Promise<{ day: string; found: number; times: number }[]> {
	return k
		.selectFrom('knowledge_asked')
		.select(['day', 'found', sql<number>`sum(times)`.as('times')])
		.where('hall', '=', of.hall)
		.where('day', '>=', of.from)
		.where('day', '<=', of.to)
		.groupBy(['day', 'found'])
		.orderBy('day')
		.execute();
}

/** What stands on the public page, changed last first. */
export function publicEntries(k: K, hall: number, most: number): Promise<KnowledgeRow[]> {
	return k
		.selectFrom('knowledge')
		.selectAll()
		.where('hall', '=', hall)
		.where('state', '=', sql.lit('published' as const))
		.where('public', '=', sql.lit(1))
		.orderBy('changed_at', 'desc')
		.orderBy('entry', 'desc')
		.limit(most)
		.execute();
}

/** Whether there is anything to forget. */
export async function hasSeldom(k: K, of: { hall: number; before: string; least: number }): Promise<boolean> {
	const found = await k
		.selectFrom('knowledge_asked')
		.select('words')
		.where('hall', '=', of.hall)
		.where('day', '<', of.before)
		.where('times', '<', of.least)
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}

/** Forgets what was asked seldom on the days before one. */
export async function forgetSeldom(k: K, of: { hall: number; before: string; least: number }): Promise<void> {
	await k
		.deleteFrom('knowledge_asked')
		.where('hall', '=', of.hall)
		.where('day', '<', of.before)
		.where('times', '<', of.least)
		.execute();
}

import { createHash } from 'node:crypto';
import type { Tx } from '#db/group.ts';
import { versionsOf } from '#db/knowledge.ts';
import type { KnowledgeRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { knowledgeBar, type KnowledgeAct, type KnowledgePerson } from '../rules/knowledge.ts';
import { refused, type Refused } from '../result.ts';

/** Who acts, as the rule asks: a liaison speaks for the own department, others for the hall. */
export function personOf(hall: Hall, who: Who): KnowledgePerson {
	const department = who.role === 'liaison' ? (hall.setup.staff.get(who.staff ?? '')?.department ?? null) : null;
	return { name: who.staff ?? who.name, role: who.role, department, reviews: isAllowed(hall, who, 'knowledge:review') };
}

/** The version of an entry on which this person may act; else why not. */
export async function holdVersion(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ entry, version, act }: { entry: number; version: number; act: KnowledgeAct }
): Promise<{ row: KnowledgeRow; all: KnowledgeRow[] } | Refused> {
	const all = await versionsOf(tx.k, tx.hall, entry);
	const row = all.find((one) => one.version === version);
	if (!row) return refused('knowledge-unknown', `${String(entry)}.${String(version)}`);
	const bar = knowledgeBar(row, act, personOf(hall, who));
	return bar === undefined ? { row, all } : refused(bar, `${String(entry)}.${String(version)}`);
}

/** Writes what was done with a version: which words stood in it then can be proven by their hash; they are not told. */
export function noteVersion(
	tx: Tx,
	hall: Hall,
	actor: string,
	{
		act,
		row
	}: { act: string; row: Pick<KnowledgeRow, 'version' | 'kind' | 'state'> & { entry: number | null } & Texts }
): Promise<number> {
	const { entry, version, kind, state } = row;
	const line = { at: hall.clock.now(), day: today(hall), actor, ticket: null, window: null, queue: null };
	return tx.note({
		...line,
		act: `knowledge.${act}`,
		body: { ...(entry === null ? {} : { entry }), version, kind, state, hash: hashOf(row) }
	});
}

type Texts = Pick<KnowledgeRow, 'title_zh' | 'title_en' | 'body_zh' | 'body_en' | 'keywords'>;

/** SHA-256 of the texts, hex. */
function hashOf({ title_zh, title_en, body_zh, body_en, keywords }: Texts): string {
	const text = JSON.stringify([title_zh, title_en, body_zh, body_en, keywords]);
	return createHash('sha256').update(text).digest('hex');
}

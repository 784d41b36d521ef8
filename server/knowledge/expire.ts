import { liveAlarms } from '#db/alarms.ts';
import type { Tx } from '#db/group.ts';
import { endingBefore, forgetSeldom, hasSeldom, saveVersion } from '#db/knowledge.ts';
import type { KnowledgeRow } from '#db/schema.ts';
import { raiseAlarm, settleAlarm } from '../alarms/alarms.ts';
import { today, type Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import { addDays } from '../rules/day.ts';
import { noteVersion } from './held.ts';

const MOST = 100;

/** Entries that end soon call for somebody; those that have ended are flagged and call again. */
export async function watchKnowledge(hall: Hall): Promise<void> {
	const day = today(hall);
	const { warnDays } = hall.setup.policies.knowledge;
	const rows = await endingBefore(hall.read, { hall: hall.id, day: addDays(day, warnDays), most: MOST });
	const told = rows.length === 0 ? [] : await liveAlarms(hall.read, hall.id);
	const warned = new Set(told.filter(({ kind }) => kind === 'knowledge-ending').map(({ key }) => key));
	for (const row of rows) {
		if ((row.valid_until ?? day) < day) await hall.write((tx) => expire(tx, hall, row));
		else if (!warned.has(String(row.entry))) await hall.write((tx) => warn(tx, hall, row));
	}
}

/** What few people have asked is kept for some days only. */
export async function forgetAsked(hall: Hall): Promise<void> {
	const { keepDays, least } = hall.setup.policies.knowledge.asked;
	const seldom = { hall: hall.id, before: addDays(today(hall), -keepDays), least };
	if (await hasSeldom(hall.read, seldom)) await hall.write((tx) => forgetSeldom(tx.k, seldom));
}

async function warn(tx: Tx, hall: Hall, row: KnowledgeRow): Promise<void> {
	await raiseAlarm(tx, hall, { kind: 'knowledge-ending', key: String(row.entry), window: null, about: aboutOf(row) });
}

async function expire(tx: Tx, hall: Hall, row: KnowledgeRow): Promise<void> {
	const ended: KnowledgeRow = { ...row, state: 'expired', changed_at: hall.clock.now() };
	await noteVersion(tx, hall, SYSTEM.name, { act: 'expired', row: ended });
	await saveVersion(tx.k, ended);
	await settleAlarm(tx, hall, { kind: 'knowledge-ending', key: String(row.entry) });
	await raiseAlarm(tx, hall, { kind: 'knowledge-expired', key: String(row.entry), window: null, about: aboutOf(row) });
}

function aboutOf({ title_zh, valid_until }: KnowledgeRow): Record<string, string | null> {
	return { title: title_zh, until: valid_until };
}

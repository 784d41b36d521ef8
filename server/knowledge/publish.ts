import type { Tx } from '#db/group.ts';
import { saveVersion } from '#db/knowledge.ts';
import type { KnowledgeRow } from '#db/schema.ts';
import { settleAlarm } from '../alarms/alarms.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { stateAfter, type KnowledgeAct } from '../rules/knowledge.ts';
import { publicFaultsIn, type PublicRules } from '../rules/public-check.ts';
import { sensitiveIn } from '../rules/sensitive.ts';
import { barredWording } from '../wording/written.ts';
import { holdVersion, noteVersion } from './held.ts';

export interface VersionWish {
	entry: number;
	version: number;
}

/** Gives a draft to be looked at by another person. What must not get out, and how nobody is spoken to, is refused here. */
export function submitDraft(
	hall: Hall,
	who: Who,
	wish: VersionWish & { override: boolean }
): Promise<Result<KnowledgeRow>> {
	return take(hall, who, { ...wish, act: 'submit', name: 'submitted' }, async (tx, row) => {
		const unfit = unfitToPublish(hall, row);
		if (unfit) return unfit;
		const { title_zh, title_en, body_zh, body_en, ask_zh, ask_en } = row;
		const texts = [title_zh, title_en, body_zh, body_en, ask_zh, ask_en];
		const written = { kind: 'knowledge', texts, override: wish.override, window: null, ticket: null };
		const barred = await barredWording(tx, hall, who, written);
		return barred ?? { ...row, submitted_at: hall.clock.now(), remark: '' };
	});
}

/** Puts a version into force; the one before it is replaced. Never by who wrote it. */
export function approveVersion(hall: Hall, who: Who, wish: VersionWish): Promise<Result<KnowledgeRow>> {
	return take(hall, who, { ...wish, act: 'approve', name: 'published' }, async (tx, row, all) => {
		const unfit = unfitToPublish(hall, row);
		if (unfit) return unfit;
		const at = hall.clock.now();
		const before = all.find(({ state }) => state === 'published' || state === 'expired');
		if (before) await saveVersion(tx.k, { ...before, state: 'replaced', changed_at: at });
		await settleEnding(tx, hall, row.entry);
		return { ...row, reviewed_by: who.staff ?? who.name, reviewed_at: at };
	});
}

/** Gives it back to who wrote it, with what is to be mended. */
export function returnVersion(
	hall: Hall,
	who: Who,
	{ reason, ...wish }: VersionWish & { reason: string }
): Promise<Result<KnowledgeRow>> {
	return take(hall, who, { ...wish, act: 'return', name: 'returned' }, (_, row) => reasoned(row, reason));
}

/** Throws away what was never in force. */
export function discardVersion(hall: Hall, who: Who, wish: VersionWish): Promise<Result<KnowledgeRow>> {
	return take(hall, who, { ...wish, act: 'discard', name: 'discarded' }, (_, row) => row);
}

/** Takes an entry out of force; it stays to be read with its versions. */
export function retireVersion(
	hall: Hall,
	who: Who,
	{ reason, ...wish }: VersionWish & { reason: string }
): Promise<Result<KnowledgeRow>> {
	return take(hall, who, { ...wish, act: 'retire', name: 'retired' }, async (tx, row) => {
		await settleEnding(tx, hall, row.entry);
		return reasoned(row, reason);
	});
}

/** The entry needs nobody's care any more: it was renewed, or is gone. */
async function settleEnding(tx: Tx, hall: Hall, entry: number): Promise<void> {
	for (const kind of ['knowledge-ending', 'knowledge-expired'] as const) {
		await settleAlarm(tx, hall, { kind, key: String(entry) });
	}
}

function reasoned(row: KnowledgeRow, reason: string): KnowledgeRow | Refused {
	return reason.trim() === '' ? refused('text-needed', 'reason') : { ...row, remark: reason.trim() };
}

/** One act on one version: may it be done, what is it then, and a line that says so. */
function take(
	hall: Hall,
	who: Who,
	{ entry, version, act, name }: VersionWish & { act: KnowledgeAct; name: string },
	become: (
		tx: Tx,
		row: KnowledgeRow,
		all: readonly KnowledgeRow[]
	) => Promise<KnowledgeRow | Refused> | KnowledgeRow | Refused
): Promise<Result<KnowledgeRow>> {
	return hall.write(async (tx) => {
		const held = await holdVersion(tx, hall, who, { entry, version, act });
		if ('refusal' in held) return held;
		const next = await become(tx, held.row, held.all);
		if ('refusal' in next) return next;
		const row: KnowledgeRow = { ...next, state: stateAfter(act), changed_at: hall.clock.now() };
		await noteVersion(tx, hall, who.name, { act: name, row });
		await saveVersion(tx.k, row);
		return done(row);
	});
}

/** A number of a person or a mark of secrecy in it, told by its place and not by its words; or a day that is past. */
function unfitToPublish(hall: Hall, row: KnowledgeRow): Refused | undefined {
	const { title_zh, title_en, body_zh, body_en, ask_zh, ask_en, keywords, valid_until } = row;
	const fields = { title_zh, title_en, body_zh, body_en, ask_zh, ask_en, keywords };
	const look = row.public === 1 ? (text: string) => publicFaultsIn(text, publicRules(hall)) : sensitiveIn;
	for (const [field, text] of Object.entries(fields)) {
		const [first] = look(text);
		if (first)
			return refused('knowledge-sensitive', `${field} ${String(first.from + 1)}-${String(first.to)}: ${first.kind}`);
	}
	return valid_until !== null && valid_until < today(hall) ? refused('due-day-invalid', valid_until) : undefined;
}

/** What the hall lets stand on its public page: its own telephones, and none of the words it keeps back. */
function publicRules({ setup }: Hall): PublicRules {
	const { hall, desks, departments } = setup.file;
	const phones = [hall.phone, ...desks.map(({ phone }) => phone), ...departments.map(({ phone }) => phone)];
	return { phones: phones.filter((phone) => phone !== null), words: setup.policies.questions.keptBack };
}

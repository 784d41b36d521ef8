import { addVersion, saveVersion, versionByIntent, versionsOf } from '#db/knowledge.ts';
import type { Tx } from '#db/group.ts';
import type { KnowledgeKind, KnowledgeRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { isDay } from '../rules/day.ts';
import { isForeign } from '../rules/knowledge.ts';
import type { Text } from '../views.ts';
import { holdVersion, noteVersion, personOf } from './held.ts';

/** What somebody writes into an entry. */
export interface KnowledgeText {
	kind: KnowledgeKind;
	title: Text;
	body: Text;
	keywords: readonly string[];
	/** code of the hall file; null for the hall's own */
	department: string | null;
	authorised: boolean;
	ask: Text;
	/** codes of items */
	items: readonly string[];
	/** 统一口径: agreed for a difficult question, and offered before other answers */
	agreed: boolean;
	/** stands on the public page of questions */
	public: boolean;
	/** the last day on which it holds */
	validUntil: string | null;
}

export interface DraftWish extends KnowledgeText {
	/** the entry of which it is a new version; null for a new entry */
	entry: number | null;
	intent: string;
}

/** Begins an entry, or a new version of one; the version in force stays in force meanwhile. */
export function draftEntry(hall: Hall, who: Who, wish: DraftWish): Promise<Result<KnowledgeRow>> {
	return hall.write((tx) => draftIn(tx, hall, who, wish));
}

/** The same within a verb. */
export async function draftIn(tx: Tx, hall: Hall, who: Who, wish: DraftWish): Promise<Result<KnowledgeRow>> {
	const known = await versionByIntent(tx.k, tx.hall, wish.intent);
	if (known) return done(known);
	const fault = faultIn(hall, who, wish);
	if (fault) return fault;
	const versions = wish.entry === null ? [] : await versionsOf(tx.k, tx.hall, wish.entry);
	const barred = wish.entry === null ? undefined : newVersionBar(hall, who, versions, wish.entry);
	if (barred) return barred;
	const version = (versions[0]?.version ?? 0) + 1;
	const at = hall.clock.now();
	const writer = { written_by: who.staff ?? who.name, written_at: at, changed_at: at };
	const row = { ...NEW, ...columnsOf(wish), ...writer, hall: tx.hall, version, intent: wish.intent };
	const line = await noteVersion(tx, hall, who.name, { act: 'drafted', row: { ...row, entry: wish.entry } });
	const made: KnowledgeRow = { ...row, entry: wish.entry ?? line };
	await addVersion(tx.k, made);
	return done(made);
}

const NEW = { state: 'draft', submitted_at: null, reviewed_by: null, reviewed_at: null, remark: '' } as const;

/** Writes an own draft anew. */
export function rewriteDraft(
	hall: Hall,
	who: Who,
	{ entry, version, ...text }: KnowledgeText & { entry: number; version: number }
): Promise<Result<KnowledgeRow>> {
	return hall.write(async (tx) => {
		const held = await holdVersion(tx, hall, who, { entry, version, act: 'rewrite' });
		if ('refusal' in held) return held;
		const fault = faultIn(hall, who, text);
		if (fault) return fault;
		const row = { ...held.row, ...columnsOf(text), changed_at: hall.clock.now() };
		await noteVersion(tx, hall, who.name, { act: 'rewritten', row });
		await saveVersion(tx.k, row);
		return done(row);
	});
}

/** One version at a time is written, and of the own department only. */
function newVersionBar(hall: Hall, who: Who, versions: readonly KnowledgeRow[], entry: number): Refused | undefined {
	const [newest] = versions;
	if (!newest) return refused('knowledge-unknown', String(entry));
	if (isForeign(newest.department, personOf(hall, who))) return refused('knowledge-not-yours', newest.department ?? '');
	const open = versions.find(({ state }) => state === 'draft' || state === 'review');
	return open && refused('knowledge-open', `${String(entry)}.${String(open.version)}`);
}

function faultIn(hall: Hall, who: Who, text: KnowledgeText): Refused | undefined {
	const { department, title, body } = text;
	if (title.zh.trim() === '' || body.zh.trim() === '') return refused('text-needed', 'title.zh, body.zh');
	// What the desk may not answer, and what is no question, stands on no public page.
	if (text.public && !(text.kind === 'question' && text.authorised)) return refused('knowledge-not-public');
	const strange = strangeIn(hall, text);
	if (strange) return strange;
	return isForeign(department, personOf(hall, who)) ? refused('knowledge-not-yours', department ?? '') : undefined;
}

/** What the hall file does not have, and no day. */
function strangeIn(hall: Hall, { department, items, validUntil }: KnowledgeText): Refused | undefined {
	if (department !== null && !hall.setup.departments.has(department)) return refused('bad-request', 'department');
	const unknown = items.find((code) => !hall.setup.items.has(code));
	if (unknown !== undefined) return refused('item-unknown', unknown);
	return validUntil === null || isDay(validUntil) ? undefined : refused('due-day-invalid', validUntil);
}

type Columns = Pick<
	KnowledgeRow,
	| 'kind'
	| 'title_zh'
	| 'title_en'
	| 'body_zh'
	| 'body_en'
	| 'keywords'
	| 'department'
	| 'authorised'
	| 'ask_zh'
	| 'ask_en'
	| 'items'
	| 'agreed'
	| 'public'
	| 'valid_until'
>;

function columnsOf({ title, body, ask, ...text }: KnowledgeText): Columns {
	return {
		kind: text.kind,
		...{ title_zh: title.zh.trim(), title_en: title.en.trim() },
		...{ body_zh: body.zh.trim(), body_en: body.en.trim() },
		...{ ask_zh: ask.zh.trim(), ask_en: ask.en.trim() },
		keywords: JSON.stringify(text.keywords.map((word) => word.trim()).filter((word) => word !== '')),
		department: text.department,
		authorised: text.authorised ? 1 : 0,
		items: JSON.stringify(text.items),
		agreed: text.agreed ? 1 : 0,
		public: text.public ? 1 : 0,
		valid_until: text.validUntil
	};
}

import { getCase } from '#db/cases.ts';
import { liveOf, openVersions, versionsOf } from '#db/knowledge.ts';
import { questionsOfEntry } from '#db/questions.ts';
import type { KnowledgeRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { isForeign, knowledgeActs } from '../rules/knowledge.ts';
import type {
	KnowledgeDesk,
	KnowledgeEntryView,
	KnowledgeFound,
	KnowledgeHit,
	KnowledgeVersionView,
	Text
} from '../views.ts';
import { personOf } from './held.ts';
import { thingOf } from './things.ts';

const MOST_HITS = 10;
const MOST_OPEN = 200;
const EXTRACT = 60;
/** So much of the best score is near enough for an agreed answer to come first. */
const NEARLY = 0.7;
const NOTHING: Text = { zh: '', en: '' };

/** What is nearest to a question, of the entries in force and the hall file's things; nearest first (Q-01, K-02). */
export async function searchKnowledge(hall: Hall, who: Who, question: string): Promise<KnowledgeFound> {
	const found = await hall.knowledge.find(hall, question, MOST_HITS);
	const entries = found.flatMap(({ key }) => entryOf(key) ?? []);
	const live = new Map((await liveOf(hall.read, hall.id, entries)).map((row) => [row.entry, row]));
	const hits = found.flatMap(({ key }): KnowledgeHit[] => {
		const row = live.get(entryOf(key) ?? 0);
		if (row) return sees(who, row) ? [{ ...hitOf(hall, row), extract: extractFor(hall, who, row) }] : [];
		const thing = thingOf(hall, key);
		if (!thing) return [];
		const { kind, title, body, department } = thing;
		return [{ ...OPEN_TO_ALL, key, kind, title, department, extract: extractOf(body) }];
	});
	return { question, hits: inOrder(hits, new Map(found.map(({ key, score }) => [key, score]))) };
}

/** An agreed answer that is nearly as near as the nearest comes first; what no longer holds comes last. */
function inOrder(hits: KnowledgeHit[], scores: ReadonlyMap<string, number>): KnowledgeHit[] {
	const best = Math.max(0, ...scores.values());
	const rank = ({ key, agreed, expired }: KnowledgeHit): number => {
		if (expired) return 2;
		return agreed && (scores.get(key) ?? 0) >= best * NEARLY ? 0 : 1;
	};
	return hits.toSorted((one, other) => rank(one) - rank(other));
}

/** One thing opened; undefined when there is none of that key, or none in force for this reader. */
export async function knowledgeView(hall: Hall, who: Who, key: string): Promise<KnowledgeEntryView | undefined> {
	const entry = entryOf(key);
	if (entry === undefined) {
		const thing = thingOf(hall, key);
		return thing && { ...OPEN_TO_ALL, ...thing, key, validUntil: null, versions: [], renews: false, answers: [] };
	}
	const rows = await versionsOf(hall.read, hall.id, entry);
	const live = rows.find(({ state }) => state === 'published' || state === 'expired');
	const shown = live ?? (mayWrite(hall, who) ? rows[0] : undefined);
	if (!shown || !sees(who, shown)) return undefined;
	const answers = await answeredBy(hall, who, entry);
	return { ...entryView(hall, who, shown), ...historyView(hall, who, rows, shown), answers };
}

function entryView(
	hall: Hall,
	who: Who,
	row: KnowledgeRow
): Omit<KnowledgeEntryView, 'versions' | 'renews' | 'answers'> {
	const hit = hitOf(hall, row);
	const body = hit.authorised || readsAll(hall, who) ? bodyOf(row) : null;
	const items = codesOf(row.items).flatMap((code) => {
		const item = hall.setup.items.get(code);
		return item ? [{ code, name: item.name }] : [];
	});
	return { ...hit, body, items, validUntil: row.valid_until };
}

/** The versions of an entry, for who writes or looks at what was written. */
function historyView(
	hall: Hall,
	who: Who,
	rows: readonly KnowledgeRow[],
	shown: KnowledgeRow
): Pick<KnowledgeEntryView, 'versions' | 'renews'> {
	const writes = mayWrite(hall, who);
	const open = rows.some(({ state }) => state === 'draft' || state === 'review');
	return {
		versions: writes || who.role === 'auditor' ? rows.map((row) => versionView(hall, who, row)) : [],
		renews: writes && !open && !isForeign(shown.department, personOf(hall, who))
	};
}

/** The questions from which an entry was made, for whoever works on cases. */
async function answeredBy(hall: Hall, who: Who, entry: number): Promise<KnowledgeEntryView['answers']> {
	if (!isAllowed(hall, who, 'case:work')) return [];
	const rows = await questionsOfEntry(hall.read, hall.id, entry);
	const cases = await Promise.all(rows.map((row) => getCase(hall.read, hall.id, row.case)));
	return cases.flatMap((row) => (row ? [{ id: row.id, number: caseNumber(row) }] : []));
}

/** The page of the knowledge base for who works here. */
export async function knowledgeDesk(hall: Hall, who: Who): Promise<KnowledgeDesk> {
	const { hall: own, departments, items } = hall.setup.file;
	const writes = mayWrite(hall, who);
	return {
		hall: own.name,
		staff: { no: who.staff ?? '' },
		timeZone: hall.setup.timeZone,
		writes,
		open: writes ? await openViews(hall, who) : [],
		departments: departments.map(({ code, name }) => ({ code, name })),
		items: items.map(({ code, name }) => ({ code, name }))
	};
}

/** What is being written or looked at: of a liaison, what is of the own department. */
export async function openViews(hall: Hall, who: Who): Promise<KnowledgeVersionView[]> {
	const person = personOf(hall, who);
	const rows = await openVersions(hall.read, hall.id, MOST_OPEN);
	return rows
		.filter((row) => row.written_by === person.name || !isForeign(row.department, person))
		.map((row) => versionView(hall, who, row));
}

/** A version with all that stands in it, and what this reader may do with it. */
export function versionView(hall: Hall, who: Who, row: KnowledgeRow): KnowledgeVersionView {
	return {
		entry: row.entry,
		version: row.version,
		state: row.state,
		kind: row.kind,
		title: { zh: row.title_zh, en: row.title_en },
		body: { zh: row.body_zh, en: row.body_en },
		keywords: codesOf(row.keywords),
		department: row.department,
		authorised: row.authorised === 1,
		ask: { zh: row.ask_zh, en: row.ask_en },
		items: codesOf(row.items),
		agreed: row.agreed === 1,
		public: row.public === 1,
		validUntil: row.valid_until,
		writtenBy: row.written_by,
		writtenAt: row.written_at,
		submittedAt: row.submitted_at,
		reviewedBy: row.reviewed_by,
		reviewedAt: row.reviewed_at,
		remark: row.remark,
		acts: mayWrite(hall, who) ? knowledgeActs(row, personOf(hall, who)) : []
	};
}

const OPEN_TO_ALL = { authorised: true, ask: null, expired: false, agreed: false } as const;

/** The number in `entry:318`; undefined for a thing of the hall file. */
function entryOf(key: string): number | undefined {
	const [, digits] = /^entry:(\d{1,15})$/.exec(key) ?? [];
	return digits === undefined ? undefined : Number(digits);
}

function mayWrite(hall: Hall, who: Who): boolean {
	return isAllowed(hall, who, 'knowledge:write');
}

/** A kiosk tells no visitor what no longer holds. */
function sees(who: Who, { state }: KnowledgeRow): boolean {
	return state !== 'expired' || (who.role !== 'kiosk' && who.role !== 'visitor');
}

/** Who answers for what stands there reads it whole; others are told whom to ask. */
function readsAll(hall: Hall, who: Who): boolean {
	return who.role === 'auditor' || isAllowed(hall, who, 'knowledge:review');
}

/** The beginning of what it says, for who may read it. */
function extractFor(hall: Hall, who: Who, row: KnowledgeRow): Text {
	return row.authorised === 1 || readsAll(hall, who) ? extractOf(bodyOf(row)) : NOTHING;
}

function hitOf(hall: Hall, row: KnowledgeRow): Omit<KnowledgeHit, 'extract'> {
	const authorised = row.authorised === 1;
	const department = hall.setup.departments.get(row.department ?? '');
	return {
		key: `entry:${String(row.entry)}`,
		kind: row.kind,
		title: titleOf(row),
		department: department?.name ?? null,
		authorised,
		ask: authorised ? null : askOf(row, department),
		expired: row.state === 'expired',
		agreed: row.agreed === 1
	};
}

/** Whom to ask: as the entry says, else its department with its telephone. */
function askOf(row: KnowledgeRow, department: { name: Text; phone: string | null } | undefined): Text {
	if (row.ask_zh !== '') return { zh: row.ask_zh, en: row.ask_en === '' ? row.ask_zh : row.ask_en };
	const phone = department?.phone ?? '';
	const { zh, en } = department?.name ?? NOTHING;
	return { zh: `${zh} ${phone}`.trim(), en: `${en} ${phone}`.trim() };
}

function titleOf({ title_zh, title_en }: KnowledgeRow): Text {
	return { zh: title_zh, en: title_en === '' ? title_zh : title_en };
}

function bodyOf({ body_zh, body_en }: KnowledgeRow): Text {
	return { zh: body_zh, en: body_en === '' ? body_zh : body_en };
}

function extractOf({ zh, en }: Text): Text {
	const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);
	return { zh: cut(zh.replaceAll('\n', ' '), EXTRACT), en: cut(en.replaceAll('\n', ' '), EXTRACT * 2) };
}

function codesOf(list: string): string[] {
	return JSON.parse(list) as string[];
}

import { liveOf, publicEntries } from '#db/knowledge.ts';
import type { KnowledgeRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { dayOf } from '../rules/day.ts';
import type { FaqView } from '../views.ts';

const MOST = 100;
const MOST_FOUND = 20;
/** So many are looked through for those that are public. */
const LOOKED_AT = 60;

/** Q-07 The public page of questions: answers in force that were reviewed for it; those nearest to a question, or the newest. */
export async function faqView(hall: Hall, question: string): Promise<FaqView> {
	const asked = question.trim().slice(0, 100);
	const rows = asked === '' ? await publicEntries(hall.read, hall.id, MOST) : await nearestTo(hall, asked);
	return { question: asked, entries: rows.map((row) => entryOf(hall, row)) };
}

async function nearestTo(hall: Hall, question: string): Promise<KnowledgeRow[]> {
	const found = await hall.knowledge.find(hall, question, LOOKED_AT);
	const entries = found.flatMap(({ key }) => (key.startsWith(ENTRY) ? [Number(key.slice(ENTRY.length))] : []));
	const live = new Map((await liveOf(hall.read, hall.id, entries)).map((row) => [row.entry, row]));
	const rows = entries.flatMap((entry) => live.get(entry) ?? []);
	return rows.filter((row) => row.public === 1 && row.state === 'published').slice(0, MOST_FOUND);
}

const ENTRY = 'entry:';

function entryOf(hall: Hall, row: KnowledgeRow): FaqView['entries'][number] {
	const { entry, title_zh, title_en, body_zh, body_en, department, changed_at } = row;
	return {
		entry,
		question: { zh: title_zh, en: title_en === '' ? title_zh : title_en },
		answer: { zh: body_zh, en: body_en === '' ? body_zh : body_en },
		department: hall.setup.departments.get(department ?? '')?.name ?? null,
		day: dayOf(changed_at, hall.setup.timeZone)
	};
}

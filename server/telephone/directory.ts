import type { Hall } from '../hall.ts';
import { knowledgeView, searchKnowledge } from '../knowledge/view.ts';
import type { Who } from '../people/who.ts';
import { numbersIn } from '../rules/telephone/numbers.ts';
import type { DirectoryEntry } from '../views/telephone.ts';

/** What answers a question and has a telephone number, nearest first: the right number in seconds (P-03). */
export async function searchDirectory(hall: Hall, who: Who, question: string): Promise<DirectoryEntry[]> {
	const { hits } = await searchKnowledge(hall, who, question);
	const found = await Promise.all(hits.map(({ key }) => directoryEntry(hall, who, key)));
	return found.filter((one) => one !== undefined && one.numbers.length > 0).filter((one) => one !== undefined);
}

/** A thing of the knowledge base or the hall file with the numbers that stand in it, and those of whose it is. */
export async function directoryEntry(hall: Hall, who: Who, key: string): Promise<DirectoryEntry | undefined> {
	const entry = await knowledgeView(hall, who, key);
	if (!entry) return undefined;
	const { title, body, ask, department } = entry;
	const texts = [body?.zh, ask?.zh, phoneOf(hall, department?.zh ?? '')];
	const numbers = [...new Set(texts.flatMap((text) => numbersIn(text ?? '')))];
	return { key, kind: entry.kind, title, department, numbers };
}

function phoneOf(hall: Hall, name: string): string {
	return hall.setup.file.departments.find((one) => one.name.zh === name)?.phone ?? '';
}

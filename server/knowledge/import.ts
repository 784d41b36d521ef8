import { createHash } from 'node:crypto';
import { z } from 'zod';
import { KNOWLEDGE_KINDS } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import { rowsIn } from '../rules/table.ts';
import { submitDraft } from './publish.ts';
import { draftEntry, type KnowledgeText } from './write.ts';

/** What became of a file: how many entries wait for their review now, and what is wrong with which lines. */
export interface Imported {
	taken: number;
	faults: { line: number; fault: string }[];
}

const yes = z.union([
	z.boolean(),
	z.enum(['yes', 'no', '是', '否', '']).transform((word) => word === 'yes' || word === '是')
]);
const list = z.union([
	z.array(z.string()),
	z.string().transform((text) => text.split(/[;；、]/u).flatMap((one) => (one.trim() === '' ? [] : [one.trim()])))
]);
const words = (most: number): z.ZodDefault<z.ZodString> => z.string().max(most).default('');
const empty = z.string().nullable().default(null);

/** A line of the file; the columns of a spreadsheet have the same names. */
const entry = z.strictObject({
	kind: z.enum(KNOWLEDGE_KINDS),
	title: z.string().min(1).max(120),
	title_en: words(240),
	body: z.string().min(1).max(5000),
	body_en: words(10_000),
	keywords: list.default([]),
	department: empty,
	authorised: yes.default(true),
	ask: words(120),
	ask_en: words(240),
	items: list.default([]),
	agreed: yes.default(false),
	public: yes.default(false),
	valid_until: empty
});

/** Takes entries in from a file, JSON or comma-separated: each becomes a draft that waits for its review. The same line twice is one entry. */
export async function importEntries(hall: Hall, file: { text: string; json: boolean }): Promise<Imported> {
	const result: Imported = { taken: 0, faults: [] };
	for (const { line, value } of file.json ? listed(file.text) : tabled(file.text)) {
		const fault = await takeLine(hall, value);
		if (fault === undefined) result.taken += 1;
		else result.faults.push({ line, fault });
	}
	return result;
}

interface Line {
	line: number;
	value: unknown;
}

/** An empty cell is one that is not there. */
function tabled(text: string): Line[] {
	return rowsIn(text).map(({ line, values }) => ({
		line,
		value: Object.fromEntries(Object.entries(values).filter(([, cell]) => cell !== ''))
	}));
}

function listed(text: string): Line[] {
	return z
		.array(z.unknown())
		.parse(JSON.parse(text))
		.map((value, at) => ({ line: at + 1, value }));
}

/** What is wrong with a line; undefined when it was taken. */
async function takeLine(hall: Hall, value: unknown): Promise<string | undefined> {
	const read = entry.safeParse(value);
	if (!read.success) return read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
	const intent = `import-${createHash('sha256').update(JSON.stringify(read.data)).digest('hex').slice(0, 40)}`;
	const drafted = await draftEntry(hall, SYSTEM, { ...textOf(read.data), entry: null, intent });
	if (!drafted.ok) return told(drafted);
	if (drafted.value.state !== 'draft') return undefined;
	const { entry: id, version } = drafted.value;
	const sent = await submitDraft(hall, SYSTEM, { entry: id, version, override: false });
	return sent.ok ? undefined : told(sent);
}

function textOf(line: z.infer<typeof entry>): KnowledgeText {
	const { kind, keywords, department, authorised, items, agreed } = line;
	return {
		...{ kind, keywords, department, authorised, items, agreed, public: line.public, validUntil: line.valid_until },
		title: { zh: line.title, en: line.title_en },
		body: { zh: line.body, en: line.body_en },
		ask: { zh: line.ask, en: line.ask_en }
	};
}

function told({ refusal, detail }: { refusal: string; detail?: string }): string {
	return detail === undefined ? refusal : `${refusal}: ${detail}`;
}

import type { SlipLine } from './lines.ts';
import { largest, type SlipMaterial } from './ticket.ts';

/** What the guide of an item tells, in one language. */
export interface GuideFacts {
	hall: string;
	name: string;
	/** name and value: fee, times, windows, place, department, telephone, hours */
	facts: readonly (readonly [name: string, value: string])[];
	materials: readonly GuideMaterial[];
	/** law and article, a note of the hall: paragraphs with their headings */
	after: readonly (readonly [heading: string, text: string])[];
	/** address of its page */
	link: string;
	/** when it was printed, and what goes before it */
	at: string;
	reprint: boolean;
}

export interface GuideMaterial extends SlipMaterial {
	/** what is said below it: a note, where one gets it, where a sample lies */
	below: readonly string[];
}

export interface GuideWords {
	title: string;
	scan: string;
	reprint: string;
	materials: string;
	noMaterials: string;
	material(facts: { name: string; kind: string; copies: number }): string;
	optional: string;
}

/** 办事指南 for paper of so many columns: what to bring first of all, then what it costs, how long and where; its page as a QR (K-13). */
export function guideSlip(facts: GuideFacts, words: GuideWords, columns: number): SlipLine[] {
	return [
		{ type: 'text', text: facts.hall, align: 'center', bold: true },
		...(facts.reprint ? [largest(words.reprint, columns, { bold: true, align: 'center' })] : []),
		{ type: 'text', text: words.title, align: 'center' },
		largest(facts.name, columns, { bold: true, align: 'center' }),
		{ type: 'rule' },
		{ type: 'text', text: facts.materials.length > 0 ? words.materials : words.noMaterials, bold: true },
		...facts.materials.flatMap((one) => material(one, words)),
		{ type: 'rule' },
		...facts.facts.map(([left, right]): SlipLine => ({ type: 'pair', left, right })),
		...facts.after.flatMap(([heading, text]): SlipLine[] => [
			{ type: 'rule' },
			{ type: 'text', text: heading, bold: true },
			{ type: 'text', text }
		]),
		{ type: 'rule' },
		{ type: 'qr', data: facts.link },
		{ type: 'feed', lines: 1 },
		{ type: 'text', text: words.scan, align: 'center' },
		{ type: 'text', text: facts.at, align: 'center' }
	];
}

function material(one: GuideMaterial, words: GuideWords): SlipLine[] {
	const text = `· ${words.material(one)}${one.required ? '' : words.optional}`;
	const below = one.below.map((said): SlipLine => ({ type: 'text', text: `  ${said}`, indent: 3 }));
	return [{ type: 'text', text, indent: 3 }, ...below];
}

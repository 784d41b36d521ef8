import { LINK, lay, lists, says, type Design, type Parts } from './layout.ts';
import { GUIDE } from './layouts/guide.ts';
import type { SlipLine } from './lines.ts';
import type { SlipMaterial } from './ticket.ts';

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
	material(facts: SlipMaterial): string;
}

export const GUIDE_PARTS: Parts<GuideFacts, GuideWords> = {
	...LINK,
	hall: says(({ hall }) => hall),
	reprint: says(({ reprint }, w) => (reprint ? w.reprint : null)),
	caption: says((_, w) => w.title),
	name: says(({ name }) => name),
	materials: lists(({ materials }, w, bold) => [
		{ type: 'text', text: materials.length > 0 ? w.materials : w.noMaterials, bold },
		...materials.flatMap((one) => material(one, w))
	]),
	facts: lists(({ facts }, _, bold) => facts.map(([left, right]) => ({ type: 'pair', left, right, bold }))),
	after: lists(({ after }, _, bold) =>
		after.flatMap(([heading, text]): SlipLine[] => [
			{ type: 'rule' },
			{ type: 'text', text: heading, bold },
			{ type: 'text', text }
		])
	),
	scan: says((_, w) => w.scan),
	at: says(({ at }) => at)
};

/** 办事指南 for paper of so many columns: what to bring first of all, then what it costs, how long and where; its page as a QR (K-13). */
export function guideSlip(
	facts: GuideFacts,
	words: GuideWords,
	columns: number,
	design: Design = { blocks: GUIDE }
): SlipLine[] {
	return lay(GUIDE_PARTS, { facts, words, columns }, design);
}

function material(one: GuideMaterial, words: GuideWords): SlipLine[] {
	const text = `· ${words.material(one)}`;
	const below = one.below.map((said): SlipLine => ({ type: 'text', text: `  ${said}`, indent: 3 }));
	return [{ type: 'text', text, indent: 3 }, ...below];
}

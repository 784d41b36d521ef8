import { LINK, lay, lettered, lists, pairs, says, type Design, type Parts } from './layout.ts';
import { TICKET } from './layouts/ticket.ts';
import type { SlipLine } from './lines.ts';

/** What a ticket's slip tells, in one language, already in words where it is the hall's own text. */
export interface TicketFacts {
	number: string;
	hall: string;
	/** where to wait: the zone and its place, `一层东侧 社保医保分厅` */
	place: string;
	/** the windows that may call it, joined as the language does: `1、2、3` */
	windows: string;
	/** people before it, when it was taken */
	ahead: number;
	/** minutes, both ends multiples of five; null when nothing is known */
	wait: { from: number; to: number } | null;
	item: string;
	/** what follows under the same number, first first */
	steps: readonly { item: string; windows: string }[];
	materials: readonly SlipMaterial[];
	/** address of the visitor's own page */
	link: string;
	/** the hall's local time: `2026-08-18 09:30` */
	takenAt: string;
	/** name of the priority class; `confirm`: who must see a certificate */
	priority: { name: string; confirm: 'desk' | 'window' | null } | null;
	headStartMinutes: number;
	/** the same number printed again */
	reprint: boolean;
}

export interface SlipMaterial {
	name: string;
	/** `原件`, `original` */
	kind: string;
	/** 0 when it is not counted */
	copies: number;
	required: boolean;
}

/** The sentences on a slip, in one language. */
export interface SlipWords {
	yourNumber: string;
	waitAt(facts: { place: string }): string;
	windows(facts: { windows: string }): string;
	ahead(facts: { count: number }): string;
	expected(facts: { from: number; to: number }): string;
	expectedUnknown: string;
	item: string;
	steps: string;
	step(facts: { item: string; windows: string }): string;
	goTo: string;
	goToWindows(facts: { windows: string }): string;
	sameNumber: string;
	materials: string;
	noMaterials: string;
	material(facts: SlipMaterial): string;
	takenAt: string;
	reprint: string;
	reprintHint: string;
	priority(facts: { name: string }): string;
	priorityConfirm: Record<'desk' | 'window', string>;
	order(facts: { minutes: number }): string;
	scan: string;
	validToday: string;
}

export const TICKET_PARTS: Parts<TicketFacts, SlipWords> = {
	...LINK,
	hall: says(({ hall }) => hall),
	reprint: {
		takes: ['size', 'bold', 'align'],
		draw({ facts, words, columns }, block) {
			if (!facts.reprint) return [];
			const { align } = block;
			return [
				lettered(words.reprint, block, columns),
				lettered(words.reprintHint, { block: 'reprint', align }, columns)
			];
		}
	},
	'number-caption': says((_, w) => w.yourNumber),
	number: says(({ number }) => number),
	place: says(({ place }, w) => w.waitAt({ place })),
	windows: says(({ windows }, w) => w.windows({ windows })),
	ahead: says(({ ahead }, w) => w.ahead({ count: ahead })),
	expected: says(({ wait }, w) => (wait ? w.expected(wait) : w.expectedUnknown)),
	item: says(({ item }, w) => `${w.item}  ${item}`),
	steps: lists(({ steps }, w, bold) =>
		listed(
			w.steps,
			bold,
			steps.map((step) => w.step(step))
		)
	),
	priority: lists(({ priority }, w, bold) => (priority ? priorityLines(priority, w, bold) : [])),
	materials: lists(({ materials }, w, bold) => {
		const list = materials.map((one) => w.material(one));
		return list.length === 0 ? [{ type: 'text', text: w.noMaterials }] : listed(w.materials, bold, list);
	}),
	scan: says((_, w) => w.scan),
	'taken-at': pairs(({ takenAt }, w) => [w.takenAt, takenAt]),
	order: says(({ headStartMinutes }, w) => w.order({ minutes: headStartMinutes })),
	'valid-today': says((_, w) => w.validToday)
};

/** A ticket's slip for paper of so many columns: the number first, then where, how long, what for and with what. */
export function ticketSlip(
	facts: TicketFacts,
	words: SlipWords,
	columns: number,
	design: Design = { blocks: TICKET }
): SlipLine[] {
	return lay(TICKET_PARTS, { facts, words, columns }, design);
}

/** A heading and what stands below it; nothing where there is nothing. */
function listed(heading: string, bold: boolean, list: readonly string[]): SlipLine[] {
	if (list.length === 0) return [];
	const entries = list.map((text): SlipLine => ({ type: 'text', text: `· ${text}`, indent: 3 }));
	return [{ type: 'text', text: heading, bold }, ...entries];
}

function priorityLines(
	{ name, confirm }: NonNullable<TicketFacts['priority']>,
	words: SlipWords,
	bold: boolean
): SlipLine[] {
	const named: SlipLine = { type: 'text', text: words.priority({ name }), bold };
	return confirm === null ? [named] : [named, { type: 'text', text: words.priorityConfirm[confirm], bold: true }];
}

import type { Align, SlipLine } from './lines.ts';

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
	material(facts: { name: string; kind: string; copies: number }): string;
	optional: string;
	takenAt: string;
	reprint: string;
	reprintHint: string;
	priority(facts: { name: string }): string;
	priorityConfirm: Record<'desk' | 'window', string>;
	order(facts: { minutes: number }): string;
	scan: string;
	validToday: string;
}

/** The number as large as the paper carries it, but no larger than reads well from a chair. */
const LARGEST = 6;

/** A ticket's slip for paper of so many columns: the number first, then where, how long, what for and with what. */
export function ticketSlip(facts: TicketFacts, words: SlipWords, columns: number): SlipLine[] {
	const large = (text: string, bold: boolean, align: Align): SlipLine => largest(text, columns, { bold, align });
	const { wait } = facts;
	return [
		...head(facts, words, columns),
		large(words.waitAt({ place: facts.place }), true, 'center'),
		large(words.windows({ windows: facts.windows }), false, 'center'),
		{ type: 'rule' },
		large(words.ahead({ count: facts.ahead }), true, 'left'),
		large(wait ? words.expected(wait) : words.expectedUnknown, false, 'left'),
		{ type: 'rule' },
		...errand(facts, words),
		{ type: 'feed', lines: 1 },
		{ type: 'qr', data: facts.link },
		{ type: 'feed', lines: 1 },
		{ type: 'text', text: words.scan, align: 'center' },
		{ type: 'rule' },
		{ type: 'pair', left: words.takenAt, right: facts.takenAt },
		{ type: 'text', text: words.order({ minutes: facts.headStartMinutes }) },
		{ type: 'text', text: words.validToday }
	];
}

function head(facts: TicketFacts, words: SlipWords, columns: number): SlipLine[] {
	const scale = Math.max(1, Math.min(LARGEST, Math.floor(columns / facts.number.length)));
	const again: SlipLine[] = [
		largest(words.reprint, columns, { bold: true, align: 'center' }),
		{ type: 'text', text: words.reprintHint, align: 'center' }
	];
	return [
		{ type: 'text', text: facts.hall, align: 'center', bold: true },
		...(facts.reprint ? again : []),
		{ type: 'text', text: words.yourNumber, align: 'center' },
		{ type: 'text', text: facts.number, align: 'center', size: { wide: scale, high: scale } }
	];
}

/** Double size when it stays on one line, else only double height. */
export function largest(text: string, columns: number, style: { bold: boolean; align: Align }): SlipLine {
	return { type: 'text', text, size: { wide: widthOf(text) * 2 <= columns ? 2 : 1, high: 2 }, ...style };
}

/** Columns of plain text: a Chinese character takes two. */
export function widthOf(text: string): number {
	return [...text].reduce((sum, char) => sum + (char < '\u0080' ? 1 : 2), 0);
}

/** What one has come for, and what must be at hand. */
function errand({ item, steps, priority, materials }: TicketFacts, words: SlipWords): SlipLine[] {
	const lines: SlipLine[] = [{ type: 'text', text: `${words.item}  ${item}` }];
	if (steps.length > 0) lines.push({ type: 'text', text: words.steps, bold: true });
	for (const step of steps) lines.push({ type: 'text', text: `· ${words.step(step)}`, indent: 3 });
	if (priority) lines.push({ type: 'text', text: words.priority({ name: priority.name }) });
	if (priority?.confirm) lines.push({ type: 'text', text: words.priorityConfirm[priority.confirm], bold: true });
	if (materials.length === 0) return [...lines, { type: 'text', text: words.noMaterials }];
	const list = materials.map((one): SlipLine => {
		const text = words.material(one) + (one.required ? '' : words.optional);
		return { type: 'text', text: `· ${text}`, indent: 3 };
	});
	return [...lines, { type: 'text', text: words.materials, bold: true }, ...list];
}

/** The kinds of slips: what each may hold, what each must hold, and the layout it has where the hall says nothing. */
import { ACCEPTANCE_PARTS } from './acceptance.ts';
import { ANSWER_PARTS } from './answer.ts';
import { GUIDE_PARTS } from './guide.ts';
import { common, type Block, type Layout, type Setting, type SlipKind } from './layout.ts';
import { ACCEPTANCE } from './layouts/acceptance.ts';
import { ANSWER } from './layouts/answer.ts';
import { GUIDE } from './layouts/guide.ts';
import { NEXT } from './layouts/next.ts';
import { NOTICE } from './layouts/notice.ts';
import { RECEIPT } from './layouts/receipt.ts';
import { REFERRAL } from './layouts/referral.ts';
import { TICKET } from './layouts/ticket.ts';
import { NEXT_PARTS } from './next.ts';
import { NOTICE_PARTS } from './notice.ts';
import { RECEIPT_PARTS } from './receipt.ts';
import { REFERRAL_PARTS } from './referral.ts';
import { TICKET_PARTS } from './ticket.ts';

/** The layout of a kind where the hall has none of its own. */
export const BUILT_IN: Readonly<Record<SlipKind, Layout>> = {
	ticket: TICKET,
	next: NEXT,
	notice: NOTICE,
	acceptance: ACCEPTANCE,
	receipt: RECEIPT,
	guide: GUIDE,
	answer: ANSWER,
	referral: REFERRAL
};

type Traits = Readonly<Record<string, readonly Setting[]>>;

const traits = (parts: Readonly<Record<string, { takes: readonly Setting[] }>>): Traits =>
	Object.fromEntries(Object.entries({ ...parts, ...common({ blocks: [] }) }).map(([name, { takes }]) => [name, takes]));

/** The blocks that a kind knows, and what a layout may say of each. */
export const BLOCKS: Readonly<Record<SlipKind, Traits>> = {
	ticket: traits(TICKET_PARTS),
	next: traits(NEXT_PARTS),
	notice: traits(NOTICE_PARTS),
	acceptance: traits(ACCEPTANCE_PARTS),
	receipt: traits(RECEIPT_PARTS),
	guide: traits(GUIDE_PARTS),
	answer: traits(ANSWER_PARTS),
	referral: traits(REFERRAL_PARTS)
};

/** One of these is enough. */
type Choice = readonly string[];

const PAGE: Choice = ['qr', 'link'];
const AGAIN: Choice = ['reprint'];

/**
 * What no hall can leave out. Without number, page and 补打 a ticket cannot be called, followed or told from its copy; a
 * notice and an acceptance owe what the law asks of them: what is missing, all of it, until when, by which hall, when and
 * by whom, and what can be done against it (行政许可法 art. 32, 38).
 */
export const MUST: Readonly<Record<SlipKind, readonly Choice[]>> = {
	ticket: [['number'], PAGE, AGAIN],
	next: [['number'], ['windows', 'place'], PAGE, AGAIN],
	notice: [['hall'], ['title'], ['facts'], ['entries'], ['due'], ['after'], ['code'], PAGE, AGAIN],
	acceptance: [['hall'], ['title'], ['number'], ['item'], ['accepted'], ['promised'], ['legal'], PAGE, AGAIN],
	receipt: [['title'], ['number'], ['due'], ['code'], PAGE, AGAIN],
	guide: [['name'], ['materials'], ['facts'], PAGE, AGAIN],
	answer: [['hall'], ['answer'], AGAIN],
	referral: [['facts'], PAGE, AGAIN]
};

/** What a layout of that kind leaves out though it must be there. */
export function lacking(kind: SlipKind, layout: readonly Pick<Block, 'block'>[]): Choice[] {
	const there = new Set(layout.map(({ block }) => block));
	return MUST[kind].filter((choice) => !choice.some((name) => there.has(name)));
}

/** What a layout may say of a block of that name; undefined where the kind knows none. */
export function taken(kind: SlipKind, name: string): readonly Setting[] | undefined {
	return Object.hasOwn(BLOCKS[kind], name) ? BLOCKS[kind][name] : undefined;
}

/** What a block says of itself that blocks of its name do not take. */
export function untaken(kind: SlipKind, block: Readonly<Record<string, unknown>> & Pick<Block, 'block'>): string[] {
	const takes: readonly string[] | undefined = taken(kind, block.block);
	if (takes === undefined) return [];
	return Object.entries(block).flatMap(([name, value]) =>
		name === 'block' || value === undefined || value === null || takes.includes(name) ? [] : [name]
	);
}

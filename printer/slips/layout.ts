/**
 * A slip as data: which blocks stand on it, in which order and how large. Facts, a layout, words and columns become lines;
 * nothing else is asked, so what is seen in a preview is what a printer gets.
 *
 * *Block*: one thing on a slip, `{ block: 'number', size: 6, align: 'center' }`. *Layout*: the blocks of one kind of slip
 * from above to below. *Part*: what a block of that name draws. *Setting*: what a layout may say of a block.
 */
import type { DotRow } from '../images/rows.ts';
import { imageLine } from '../images/rows.ts';
import type { Align, SlipLine } from './lines.ts';

export const SLIP_KINDS = ['ticket', 'next', 'notice', 'acceptance', 'receipt', 'guide', 'answer', 'referral'] as const;
export type SlipKind = (typeof SLIP_KINDS)[number];

export const SETTINGS = ['size', 'bold', 'align', 'lines', 'module', 'width', 'text'] as const;
export type Setting = (typeof SETTINGS)[number];

/** `1` plain; `tall` twice as high; 2 to 8: as large as fits on one line, so many times at most and never lower than two. */
export type BlockSize = 'tall' | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface Block {
	block: string;
	size?: BlockSize | undefined;
	bold?: boolean | undefined;
	align?: Align | undefined;
	/** of a feed */
	lines?: number | undefined;
	/** of a QR: dots of one module; without it the size that reads well on this paper */
	module?: number | undefined;
	/** of the logo: millimetres at most */
	width?: number | undefined;
	/** of a text: what the hall says there, in the language of the slip */
	text?: string | undefined;
}

export type Layout = readonly Block[];

/** What a hall makes of a kind of slip. */
export interface Design {
	blocks: Layout;
	/** the hall's sign in so many dots across at most; null where there is none that can be read */
	logo?: ((dots: number) => readonly DotRow[]) | null;
	/** what the hall adds to every slip of this kind */
	note?: string | null;
}

/** What a part draws from. */
export interface Told<Facts, Words> {
	facts: Facts;
	words: Words;
	columns: number;
}

export interface Part<Facts, Words> {
	takes: readonly Setting[];
	draw(told: Told<Facts, Words>, block: Block): readonly SlipLine[];
}

export type Parts<Facts, Words> = Readonly<Record<string, Part<Facts, Words>>>;

const LETTERS = ['size', 'bold', 'align'] as const;
/** Dots of a plain character, and of a millimetre. */
const COLUMN_DOTS = 12;
const MILLIMETRE_DOTS = 8;

/** A part that says one sentence, or nothing where there is none to say. */
export function says<Facts, Words>(say: (facts: Facts, words: Words) => string | null): Part<Facts, Words> {
	return {
		takes: LETTERS,
		draw({ facts, words, columns }, block) {
			const text = say(facts, words);
			return text === null ? [] : text.split('\n').map((line) => lettered(line, block, columns));
		}
	};
}

/** A part that is a name and its value. */
export function pairs<Facts, Words>(pair: (facts: Facts, words: Words) => [string, string] | null): Part<Facts, Words> {
	return {
		takes: ['bold'],
		draw({ facts, words }, { bold }) {
			const [left, right] = pair(facts, words) ?? [];
			if (left === undefined || right === undefined) return [];
			return [{ type: 'pair', left, right, ...(bold === true ? { bold } : {}) }];
		}
	};
}

/** A part of several lines; `bold` is that of their headings. */
export function lists<Facts, Words>(
	list: (facts: Facts, words: Words, bold: boolean) => readonly SlipLine[]
): Part<Facts, Words> {
	return { takes: ['bold'], draw: ({ facts, words }, { bold }) => list(facts, words, bold ?? false) };
}

/** The two ways to a page: its QR, and its address as letters. */
export const LINK: Parts<{ link: string }, unknown> = {
	qr: {
		takes: ['module'],
		draw: ({ facts }, { module }) => [{ type: 'qr', data: facts.link, ...(module === undefined ? {} : { module }) }]
	},
	link: says(({ link }) => link)
};

/** What may stand on every slip. */
export function common({ logo, note }: Design): Parts<unknown, unknown> {
	return {
		logo: {
			takes: ['width', 'align'],
			draw({ columns }, { width, align }) {
				const dots = Math.min(columns * COLUMN_DOTS, (width ?? Infinity) * MILLIMETRE_DOTS);
				const rows = logo?.(dots) ?? [];
				return rows.length === 0 ? [] : [imageLine(rows, align)];
			}
		},
		rule: { takes: [], draw: () => [{ type: 'rule' }] },
		feed: { takes: ['lines'], draw: (_, { lines = 1 }) => [{ type: 'feed', lines }] },
		text: {
			takes: [...LETTERS, 'text'],
			draw: ({ columns }, block) => block.text?.split('\n').map((line) => lettered(line, block, columns)) ?? []
		},
		note: says(() => note ?? null)
	};
}

/** The lines of a slip. Two rules with nothing between them are one. */
export function lay<Facts, Words>(parts: Parts<Facts, Words>, told: Told<Facts, Words>, design: Design): SlipLine[] {
	const known = new Map(Object.entries<Part<Facts, Words>>({ ...common(design), ...parts }));
	const lines = design.blocks.flatMap((block) => known.get(block.block)?.draw(told, block) ?? []);
	return lines.filter((line, i) => line.type !== 'rule' || lines[i - 1]?.type !== 'rule');
}

/** A line of text as large as its block says, as far as it stays on one line of the paper. */
export function lettered(text: string, { size = 1, bold, align }: Block, columns: number): SlipLine {
	const style = { ...(bold === true ? { bold } : {}), ...(align === undefined ? {} : { align }) };
	if (size === 1) return { type: 'text', text, ...style };
	const wide = size === 'tall' ? 1 : Math.max(1, Math.min(size, Math.floor(columns / widthOf(text))));
	return { type: 'text', text, size: { wide, high: Math.max(2, wide) }, ...style };
}

/** Columns of plain text: a Chinese character takes two. */
function widthOf(text: string): number {
	return [...text].reduce((sum, char) => sum + (char < '\u0080' ? 1 : 2), 0);
}

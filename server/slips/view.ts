/** What the page of slips draws. Types only. */
import type { Text } from '#server/views.ts';

/** A block as the hall file has it; printer/slips/layout.ts says what each setting means. */
export interface HallBlock {
	block: string;
	size?: 'tall' | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | undefined;
	bold?: boolean | undefined;
	align?: 'left' | 'center' | 'right' | undefined;
	lines?: number | undefined;
	module?: number | undefined;
	width?: number | undefined;
	text?: Text | undefined;
}

export type SlipKindName = 'ticket' | 'next' | 'notice' | 'acceptance' | 'receipt' | 'guide' | 'answer' | 'referral';

/** Which facts a preview and a test slip are drawn with. */
export type SampleName = 'usual' | 'long' | 'reprint';

export interface SlipsView {
	hall: Text;
	timeZone: string;
	staff: { no: string };
	/** may change slips; who may not looks */
	edits: boolean;
	/** the state of the hall file that this is; goes back with a change */
	basis: number;
	sign: SignView;
	kinds: SlipKindView[];
	/** models of printers that a preview can be drawn for */
	models: { code: string; name: Text }[];
	printers: { code: string; name: Text; model: string; width: 58 | 80 }[];
}

/** The hall's sign: a file that is there, or why it cannot be printed. */
export interface SignView {
	file: string | null;
	fault: SignFault | null;
}

export type SignFault = 'missing' | 'wrong-kind' | 'broken' | 'too-large';

export interface SlipKindView {
	kind: SlipKindName;
	/** of the hall; null: the built-in one */
	blocks: HallBlock[] | null;
	builtIn: HallBlock[];
	note: Text | null;
	/** what may stand on it */
	parts: { block: string; takes: string[] }[];
	/** what must stand on it: one of each list */
	must: string[][];
}

/** A slip as it would come out. */
export interface SlipPreview {
	papers: PreviewPaper[];
	sign: SignView;
}

export interface PreviewPaper {
	width: 58 | 80;
	svg: string;
	/** from the first line to the knife */
	millimetres: number;
	/** characters that the printer's font lacks and that stand there as □ */
	replaced: string[];
}

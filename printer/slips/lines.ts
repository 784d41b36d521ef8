/** A slip as data: what stands on it, from above to below. No bytes, no words of its own. */
export type SlipLine =
	/** runs on over several lines when too long, broken at sense */
	| { type: 'text'; text: string; size?: Size; align?: Align; bold?: boolean; indent?: number }
	/** a name at the left, its value at the right; on two lines when they do not fit on one */
	| { type: 'pair'; left: string; right: string; bold?: boolean }
	/** a thin rule from edge to edge */
	| { type: 'rule' }
	/** `module`: dots of one module; without it the size that reads well on this paper */
	| { type: 'qr'; data: string; module?: number; level?: 'L' | 'M' | 'Q' | 'H' }
	/** dots, a row a string of hexadecimal figures: eight dots are two of them, the leftmost dot the highest bit */
	| { type: 'image'; rows: readonly string[]; align?: Align }
	| { type: 'feed'; lines: number };

export type Align = 'left' | 'center' | 'right';

/** How many times wider and higher than plain text, each 1 to 8. */
export interface Size {
	wide: number;
	high: number;
}

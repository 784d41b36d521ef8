import { LINK, lay, says, type Design, type Parts } from './layout.ts';
import { NEXT } from './layouts/next.ts';
import type { SlipLine } from './lines.ts';
import type { SlipWords } from './ticket.ts';

/** What a slip tells a visitor whom a window sends on, in one language. */
export interface NextFacts {
	number: string;
	hall: string;
	/** where to wait next */
	place: string;
	/** the windows that may call it, joined as the language does */
	windows: string;
	item: string;
	/** the hall's local time */
	at: string;
	/** address of the visitor's own page */
	link: string;
	/** the same slip printed again */
	reprint?: boolean;
}

export const NEXT_PARTS: Parts<NextFacts, SlipWords> = {
	...LINK,
	hall: says(({ hall }) => hall),
	reprint: says(({ reprint }, w) => (reprint === true ? w.reprint : null)),
	'go-to': says((_, w) => w.goTo),
	windows: says(({ windows }, w) => w.goToWindows({ windows })),
	place: says(({ place }, w) => w.waitAt({ place })),
	'number-caption': says((_, w) => w.yourNumber),
	number: says(({ number }) => number),
	'same-number': says((_, w) => w.sameNumber),
	item: says(({ item }, w) => `${w.item}  ${item}`),
	scan: says((_, w) => w.scan),
	at: says(({ at }) => at)
};

/** Where to go next: the window first, then the place; the number stays the same. */
export function nextSlip(
	facts: NextFacts,
	words: SlipWords,
	columns: number,
	design: Design = { blocks: NEXT }
): SlipLine[] {
	return lay(NEXT_PARTS, { facts, words, columns }, design);
}

import type { SlipLine } from './lines.ts';
import { largest, widthOf, type SlipWords } from './ticket.ts';

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
}

/** The window is the news, the number is known: it stays smaller than on its own slip. */
const LARGEST_WINDOW = 3;
const LARGEST_NUMBER = 4;

/** Where to go next: the window first, then the place; the number stays the same. */
export function nextSlip(facts: NextFacts, words: SlipWords, columns: number): SlipLine[] {
	return [
		{ type: 'text', text: facts.hall, align: 'center', bold: true },
		largest(words.goTo, columns, { bold: false, align: 'center' }),
		headline(words.goToWindows({ windows: facts.windows }), columns, LARGEST_WINDOW),
		largest(words.waitAt({ place: facts.place }), columns, { bold: false, align: 'center' }),
		{ type: 'rule' },
		{ type: 'text', text: words.yourNumber, align: 'center' },
		headline(facts.number, columns, LARGEST_NUMBER),
		{ type: 'text', text: words.sameNumber, align: 'center' },
		{ type: 'rule' },
		{ type: 'text', text: `${words.item}  ${facts.item}` },
		{ type: 'feed', lines: 1 },
		{ type: 'qr', data: facts.link },
		{ type: 'feed', lines: 1 },
		{ type: 'text', text: words.scan, align: 'center' },
		{ type: 'text', text: facts.at, align: 'center' }
	];
}

/** As large as fits on one line, at least twice as high as plain text. */
function headline(text: string, columns: number, most: number): SlipLine {
	const scale = Math.max(1, Math.min(most, Math.floor(columns / widthOf(text))));
	return { type: 'text', text, align: 'center', bold: true, size: { wide: scale, high: Math.max(2, scale) } };
}

import type { SlipLine } from './lines.ts';
import { largest, type SlipWords } from './ticket.ts';

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

/** Where to go next: the window first, then the place; the number stays the same. */
export function nextSlip(facts: NextFacts, words: SlipWords, columns: number): SlipLine[] {
	return [
		{ type: 'text', text: facts.hall, align: 'center', bold: true },
		largest(words.goTo({ windows: facts.windows }), columns, { bold: true, align: 'center' }),
		{ type: 'text', text: words.waitAt({ place: facts.place }), align: 'center' },
		{ type: 'rule' },
		{ type: 'text', text: words.yourNumber, align: 'center' },
		largest(facts.number, columns, { bold: true, align: 'center' }),
		{ type: 'text', text: words.sameNumber, align: 'center' },
		{ type: 'text', text: `${words.item}  ${facts.item}` },
		{ type: 'rule' },
		{ type: 'qr', data: facts.link },
		{ type: 'text', text: facts.at, align: 'center' }
	];
}

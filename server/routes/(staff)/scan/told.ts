import type { Problem } from '#display/ask.ts';
import type { DeskTicket } from '#server/views.ts';

/** What a code that was scanned is of, where it opens nothing on the page itself. */
export type CodeTold =
	/** nobody here knows it */
	| { kind: 'unknown' }
	/** a sheet is open, and what stands in it must not be lost */
	| { kind: 'sheet' }
	| { kind: 'refused'; code: Problem['code'] }
	| { kind: 'case'; code: string }
	| { kind: 'item'; item: string }
	/** checked in elsewhere than at a window */
	| { kind: 'appointment' }
	/** whoever came with a notice has this number now */
	| { kind: 'back'; number: string }
	/** `here`: it is before this window now; `action`: what this window can do with it */
	| { kind: 'ticket'; ticket: DeskTicket; here: boolean; action: 'resume' | 'return' | null };

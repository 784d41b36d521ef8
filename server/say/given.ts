/** What somebody tells the hall 诉求, at a kiosk, on a phone, at a desk or a window; and how a kind of it is taken in. */
import type { Tx } from '#db/group.ts';
import type { CaseRow, Contact, TicketRow } from '#db/schema.ts';
import type { Lang } from '#display/words/index.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import type { PersonalData } from '../personal/keep.ts';
import type { Result } from '../result.ts';

/** A complaint 投诉; what no window could solve 办不成事; a message 留言; a question 咨询; praise 表扬. In the order in which they are offered. */
export const SAY_KINDS = ['complaint', 'unsolved', 'question', 'message', 'praise'] as const;
export type SayKind = (typeof SAY_KINDS)[number];

export function isSayKind(word: string): word is SayKind {
	return SAY_KINDS.some((kind) => kind === word);
}

export const SAY_ORIGINS = ['kiosk', 'phone', 'desk', 'window'] as const;
export type SayOrigin = (typeof SAY_ORIGINS)[number];

/** What was said, read and checked. The kind seals the person with its case; `say` prints the receipt. */
export interface Given {
	/** in the visitor's own words, or as the desk wrote them down; never empty */
	text: string;
	lang: Lang;
	origin: SayOrigin;
	/** the ticket it is about, by its number of today or its token; null where none was named */
	ticket: TicketRow | null;
	/** the window it is about, or at which it was taken in */
	window: string | null;
	/** the staff number it is about, where one was named */
	concerned: string | null;
	/** code of the department, and of the desk at which it was taken in */
	department: string | null;
	desk: string | null;
	/** how the visitor wants to hear of it; `call` only with a telephone number */
	contact: Contact;
	/** name and telephone as far as they were given, readable; nothing for who stays anonymous */
	person: PersonalData;
	/** staff number of who took it in; null where the visitor wrote it */
	taker: string | null;
	intent: string;
}

/** A kind that can be said: opens its case within the verb, with `intent`, `contact`, `desk` and `department` as they were given. */
export interface Saying {
	kind: SayKind;
	open(tx: Tx, hall: Hall, who: Who, given: Given): Promise<Result<CaseRow>>;
}

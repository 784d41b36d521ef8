import type { Grade } from '#db/schema.ts';
import type { RefusalCode } from '../rules/refusal.ts';
import type { Text } from '../views.ts';

export type { Grade, Indicator, RatingReason } from '#db/schema.ts';

/** One service of a ticket, for the visitor who may rate it. */
export interface RatedService {
	leg: number;
	item: Text;
	/** where it was served, by its code */
	window: string | null;
	/** the last day on which it can be rated, YYYY-MM-DD */
	until: string;
	/** null while it can still be rated */
	grade: Grade | null;
}

/** The tablet at a window: who serves there, and the service it asks to be rated, if any. Never what anybody answered. */
export interface RateView {
	seq: number;
	hall: Text;
	window: { code: string; name: Text };
	/** staff number of who sits there now */
	staff: string | null;
	/** for how many working days a service can be rated, for the sentence about the slip */
	days: number;
	/** so long an ask stands there untouched */
	askSeconds: number;
	ask: {
		/** one-time, for the answer */
		token: string;
		number: string;
		item: Text;
		/** who served it */
		staff: string | null;
		/** until when (ms) it stands there untouched */
		until: number;
	} | null;
}

/** What the console is told of ratings: that the last service there was asked. Whether it was rated is the visitor's own. */
export interface AskedView {
	number: string;
	at: number;
}

/** The page of paper forms. */
export interface PapersView {
	hall: Text;
	staff: { no: string; role: string };
	/** the service day now */
	today: string;
	/** for how many working days a service can be rated */
	days: number;
	/** forms that one person has entered, oldest first; nothing of what stands on them */
	waiting: {
		leg: number;
		day: string;
		number: string;
		window: Text | null;
		enteredAt: number;
		/** this person entered it first, or is who served: another one confirms it */
		barred: boolean;
	}[];
}

/** A number of a day with its services, as a paper form names it. */
export interface PaperTicket {
	day: string;
	number: string;
	services: PaperService[];
}

export interface PaperService {
	leg: number;
	item: Text;
	window: Text | null;
	endedAt: number;
	/** why this person cannot enter a form of it; null when that is possible */
	barred: RefusalCode | null;
	/** one person has entered it: this will be the confirming entry */
	second: boolean;
}

/** What the public may know of a month's ratings. */
export interface RatingSummary {
	hall: Text;
	month: string;
	asked: number;
	rated: number;
	/** shares between 0 and 1; null where there is nothing to divide */
	answered: number | null;
	satisfied: number | null;
	/** how often each grade was given */
	grades: Record<string, number>;
	bad: { count: number; closed: number };
	/** null for a window with few ratings */
	windows: { code: string; name: Text; rated: number | null; answered: number | null; satisfied: number | null }[];
}

/** What a console draws of how its visitors are spoken to. */
import type { GreetingMark, LegOutcome, OpinionKind } from '#db/schema.ts';
import type { Text } from '../views.ts';

/** One of the three marks, as it stands now. */
export interface MarkView {
	/** the ticket that it can be set for now; null while there is none, or when it is set */
	ticket: number | null;
	/** when it was set for that service; null while it is not */
	at: number | null;
	/** until when it can be set, for a service that is over; null for one that goes on */
	until: number | null;
}

export interface TalkView {
	marks: Record<GreetingMark, MarkView>;
	/** how the last service at the window ended, while its visitor may still be there */
	last: { ticket: number; number: string; outcome: LegOutcome | null; until: number } | null;
	/** what decides which phrase fits, as far as the server knows it */
	about: TalkCircumstances;
	/** the clerk's own day at the window */
	own: { services: number; marks: Record<GreetingMark, number> };
	/** the service that an opinion is about: the current one, else the last one of the day here */
	opinionOf: { ticket: number; number: string } | null;
	/** the hall's time zone, for the time of the day */
	timeZone: string;
	/** working days until opinions are answered */
	answerWithin: number;
}

export interface TalkCircumstances {
	/** a festival of these days that one wishes well for */
	festival: Text | null;
	isBack: boolean;
	priority: boolean;
	elder: boolean;
	/** criticism or a complaint was taken from this visitor */
	complaint: boolean;
	/** the wait was long */
	waited: boolean;
	/** where it goes on: the windows that serve what follows */
	next: Text | null;
}

/** An opinion as the supervisor reads it. */
export interface OpinionView {
	id: number;
	kind: OpinionKind;
	/** the visitor's own words */
	text: string;
	/** name and telephone, masked; null for who stays anonymous. `opens`: whether the reader may see them whole */
	contact: { name: string | null; phone: string | null; opens: boolean } | null;
	number: string | null;
	window: Text | null;
	/** staff number of who served */
	staff: string | null;
	takenBy: string;
	at: number;
	/** the day until which it is answered, `YYYY-MM-DD` */
	due: string;
}

/** Calls for help. */
import type { HelpWish } from '#db/schema.ts';
import type { Text } from '../views.ts';

/** A call as whoever called sees it. */
export interface HelpView {
	seq: number;
	token: string;
	what: HelpWish;
	state: 'called' | 'coming' | 'there' | 'called-off';
	calledAt: number;
	/** staff number of who comes */
	comingBy: string | null;
	comingAt: number | null;
	endedAt: number | null;
}

/** A call that goes on, at a desk. */
export interface HelpLine {
	id: number;
	what: HelpWish;
	/** the kiosk or the zone from which it comes */
	place: Text;
	number: string | null;
	/** the language in which it was asked */
	lang: string;
	calledAt: number;
	comingBy: string | null;
	comingAt: number | null;
}

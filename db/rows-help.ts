/** What is wanted of who comes. */
export const HELP_WISHES = ['volunteer', 'sign-language', 'wheelchair', 'staff'] as const;
export type HelpWish = (typeof HELP_WISHES)[number];

/** A call for help, beside its case. */
export interface HelpRow {
	hall: number;
	case: number;
	/** the visitor's own way to it */
	token: string;
	what: HelpWish;
	/** the kiosk from which it came; null from a phone */
	device: string | null;
	zone: string | null;
	ticket: number | null;
	lang: string;
	/** service day */
	day: string;
	called_at: number;
	/** staff number of who goes, and since when */
	coming_by: string | null;
	coming_at: number | null;
	there_at: number | null;
	/** helped, or called off */
	ended_at: number | null;
}

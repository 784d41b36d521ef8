import type { Grade, PaperState, RatingOrigin } from './words.ts';

/** What a visitor thinks of one service 好差评: of one leg, once. Whose it is stands in the ticket only. */
export interface RatingRow {
	hall: number;
	leg: number;
	ticket: number;
	/** the service day of the leg */
	day: string;
	/** where it was served, and by whom */
	window: string | null;
	staff: string | null;
	/** of the whole */
	grade: Grade;
	at: number;
	origin: RatingOrigin;
	/** the further indicators; null where the visitor gave none */
	efficiency: Grade | null;
	competence: Grade | null;
	attitude: Grade | null;
	/** which set of indicators was asked; null where none was */
	indicator_set: number | null;
	/** JSON: words of RATING_REASONS, of a bad rating */
	reasons: string;
	/** the visitor's own words, without long figures */
	remark: string | null;
	/** the case that a bad rating opened */
	case_id: number | null;
}

/** That a service was asked to be rated: written with its end, by the system. Goes when the end is taken back. */
export interface RatingAskRow {
	hall: number;
	leg: number;
	ticket: number;
	day: string;
	window: string;
	staff: string | null;
	/** one-time, for the tablet at the window */
	token: string;
	asked_at: number;
	/** when the tablet at the window said that it shows it; when the visitor's own page did */
	window_shown_at: number | null;
	phone_shown_at: number | null;
}

/** A paper form: entered by one person, confirmed by another who enters it again without seeing the first. */
export interface RatingPaperRow {
	hall: number;
	id: number;
	leg: number;
	ticket: number;
	/** JSON: what stands on it, as the first person read it; emptied when both differ */
	form: string;
	state: PaperState;
	/** as in the ledger: staff:8001 */
	entered_by: string;
	entered_at: number;
	settled_by: string | null;
	settled_at: number | null;
}

import type { Grade } from './words.ts';

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
	grade: Grade;
	at: number;
	/** how it was given: `phone` */
	origin: string;
}

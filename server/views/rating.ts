import type { Grade } from '#db/schema.ts';
import type { Text } from '../views.ts';

/** One service of a ticket, for the visitor who may rate it. */
export interface RatedService {
	leg: number;
	item: Text;
	/** where it was served, by its code */
	window: string | null;
	/** null while it can still be rated */
	grade: Grade | null;
}

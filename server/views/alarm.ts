import type { AlarmKind } from '#db/schema.ts';
import type { Text } from '../views.ts';

/** Something that calls for somebody, for every page of the staff. */
export interface AlarmView {
	id: number;
	kind: AlarmKind;
	window: Text | null;
	/** what fills the sentence of its kind: numbers, minutes, staff numbers */
	about: Readonly<Record<string, string | number | null>>;
	raisedAt: number;
	/** staff number of who has seen it */
	seenBy: string | null;
	/** whether who reads this may say that it is seen */
	sees: boolean;
}

/** What the page draws on which visitors tell the hall something. */
import type { SayKind } from '../say/given.ts';

export type { SayKind };
import type { Text } from '../views.ts';

export interface SayView {
	hall: Text;
	/** what can be said here, in the order of the page */
	kinds: SayKind[];
	/** so many days names and telephones are kept after it is over, and at most */
	keepDays: { after: number; most: number };
	/** the letters before the numbers of this hall, for a keypad */
	prefixes: string[];
	/** telephone of the hall; null when none is known */
	phone: string | null;
	/** where the desk is; null in a hall without one */
	desk: Text | null;
}

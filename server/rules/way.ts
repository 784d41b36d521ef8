/**
 * The way of a ticket through several windows. What follows the current leg are its steps: the rest of a chain of items
 * 一票到底, and the way back to the window that has sent it elsewhere.
 */

export interface Step {
	item: string;
	queue: string;
	/** only this window, or only this person, calls it */
	window: string | null;
	staff: string | null;
	/** beside that of the class */
	headStartMinutes: number;
}

/** The steps of a ticket, from how they are stored. */
export function stepsIn(stored: string): Step[] {
	return JSON.parse(stored) as Step[];
}

/** An item's own step, called by any window that serves its queue. */
export function stepFor(item: { code: string; queue: string }): Step {
	return { item: item.code, queue: item.queue, window: null, staff: null, headStartMinutes: 0 };
}

/** What follows when somebody is sent to another place and comes back to this window afterwards, before all else. */
export function andBack(
	from: { item: string; queue: string; window: string },
	headStartMinutes: number,
	steps: readonly Step[]
): Step[] {
	return [{ ...from, staff: null, headStartMinutes }, ...steps];
}

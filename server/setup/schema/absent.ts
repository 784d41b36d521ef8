/** Who is called and does not come, and who stands aside: how long the way back keeps its advantage. */
import { z } from 'zod';

const count = z.int().min(0);
/** minutes by which somebody goes before */
const head = z.int().min(0).max(480);

export const noShow = z.strictObject({
	/** calls that must have reached the hall before a number counts as missed */
	recalls: z.int().min(1).default(3),
	/** between two of those calls, and after the last */
	everySeconds: count.default(20),
	/** the same for a visitor who needs assistance */
	assistedSeconds: count.default(60),
	/** only calls count that a screen, a voice, a board or the clerk's own voice has delivered */
	deliveredOnly: z.boolean().default(true),
	/** calls again by itself when the time between two calls is over */
	automatic: z.boolean().default(false),
	/** how long a missed number can come back */
	returnWithinMinutes: count.default(30),
	/** behind how many waiting numbers it comes back */
	returnBehind: count.default(2)
});

/** How long the way back keeps its advantage, and the head start that it has then. */
const parked = z.strictObject({ withinMinutes: count, headStartMinutes: head.default(0) });

export const parking = z.strictObject({
	'papers-missing': parked.prefault({ withinMinutes: 240 }),
	'papers-kept': parked.prefault({ withinMinutes: 30 }),
	'other-step': parked.prefault({ withinMinutes: 60, headStartMinutes: 25 })
});

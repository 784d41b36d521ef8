/** What a kiosk may do while it has no line to the server. */
import { z } from 'zod';

export const offline = z.strictObject({
	/** a small block of numbers that each kiosk keeps for then; none unless the hall asks for it */
	lease: z
		.strictObject({
			/** how many of each queue that the kiosk offers */
			numbers: z.int().min(0).max(50).default(0),
			/** so long after it was given, no number is given from it; a kiosk on the line then takes a new one */
			hours: z.int().min(1).max(24).default(12)
		})
		.prefault({}),
	/** a kiosk unheard for so long, in the hours of the hall, is told to the desk */
	awayMinutes: z.int().min(1).max(60).default(3)
});

/** 好差评: for how long a service can be rated, and by when a bad rating is answered. The grades are no policy. */
import { z } from 'zod';

export const ratings = z.strictObject({
	/** working days after the service in which it can be rated */
	windowDays: z.int().min(1).max(30).default(5),
	/** so long the tablet at the window asks, untouched */
	askSeconds: z.int().min(20).max(300).default(60),
	/** working days in which what a bad rating is about is put right; the cities' rules end at 15 */
	rectifyDays: z.int().min(1).max(15).default(5)
});

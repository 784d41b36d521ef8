/** What visitors tell the hall by themselves, at kiosks and on phones: how much of it is taken. */
import { z } from 'zod';

export const say = z.strictObject({
	/** all visitors together may say so much in a minute; one kiosk a quarter of it, staff as much as they hear */
	perMinute: z.int().min(4).max(600).default(20)
});

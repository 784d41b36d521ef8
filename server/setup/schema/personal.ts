import { z } from 'zod';

/** How long names, telephones and addresses are kept, sealed as they are. */
export const personal = z.strictObject({
	/** after what they were needed for is over */
	keepDaysAfter: z.int().min(0).max(3650).default(30),
	/** and at most, whatever becomes of it */
	keepDaysAtMost: z.int().min(1).max(3650).default(365)
});

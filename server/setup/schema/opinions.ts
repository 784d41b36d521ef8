import { z } from 'zod';

/** What visitors say of the service. */
export const opinions = z.strictObject({
	/** working days until who left a contact is answered */
	answerWithinWorkdays: z.int().min(1).default(5)
});

/** The knowledge base: when an entry that ends calls for somebody, and how long seldom questions are kept. */
import { z } from 'zod';

export const knowledge = z.strictObject({
	/** so many days before its last day an entry calls for its renewal */
	warnDays: z.int().min(0).max(365).default(14),
	asked: z
		.strictObject({
			/** what fewer people ask is shown to nobody: it might name one of them */
			least: z.int().min(2).max(100).default(3),
			/** and is forgotten after so many days */
			keepDays: z.int().min(1).max(366).default(31)
		})
		.prefault({})
});

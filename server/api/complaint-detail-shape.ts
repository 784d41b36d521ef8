/** The shape of what a complaint is about, as it stands in its case. */
import { z } from 'zod';
import {
	COMPLAINT_AGAINST,
	COMPLAINT_CLASSES,
	COMPLAINT_KINDS,
	COMPLAINT_ROUTES,
	UNSOLVED_CAUSES
} from '#db/schema.ts';
import { text } from './basic-shapes.ts';

const link = z.object({ id: z.int(), number: z.string() }).nullable();

export const complaintDetail = z
	.object({
		kind: z.enum(COMPLAINT_KINDS),
		class: z.enum(COMPLAINT_CLASSES).nullable(),
		against: z.enum(COMPLAINT_AGAINST).nullable(),
		route: z
			.enum(COMPLAINT_ROUTES)
			.meta({ description: 'who looks into it: the head of the hall, or the supervision office' }),
		origin: z.string(),
		takenBy: z.string(),
		department: text.nullable(),
		staff: z.string().nullable().meta({ description: 'staff number of whom it is about' }),
		cause: z.enum(UNSOLVED_CAUSES).nullable(),
		notice: z
			.object({ code: z.string(), what: z.string(), basis: z.string() })
			.nullable()
			.meta({ description: 'the negative answer that was given before' }),
		from: link.meta({ description: 'the complaint that it came from' }),
		became: link.meta({ description: 'the matter of petition that it became' }),
		sorts: z.boolean(),
		petitions: z.boolean(),
		exports: z.boolean()
	})
	.meta({ id: 'ComplaintDetail' });

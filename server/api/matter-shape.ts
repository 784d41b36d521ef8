import { z } from 'zod';
import { DELIVERY_STATES } from '#db/schema.ts';
import { text } from './basic-shapes.ts';

/** A matter as its owner sees it, inside a ticket. */
export const ownMatter = z
	.object({
		number: z.string(),
		item: text,
		state: z.enum(['working', 'extending', 'granted', 'denied', 'withdrawn']),
		told: z.boolean(),
		owner: z.string(),
		acceptedDay: z.string(),
		promisedDay: z.string(),
		dueDay: z.string(),
		extended: z.int(),
		overdue: z.boolean(),
		deemed: z.boolean(),
		texts: z.array(z.object({ act: z.string(), at: z.int(), text: z.string() })),
		delivery: z
			.object({ state: z.enum(DELIVERY_STATES), carrier: z.string().nullable(), waybill: z.string().nullable() })
			.nullable()
	})
	.meta({ id: 'Matter' });

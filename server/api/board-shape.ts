/** What a hall screen shows. */
import { z } from 'zod';
import { CALL_KINDS, WINDOW_STATES } from '#db/schema.ts';
import * as shape from './shapes.ts';
import { services } from './service-shapes.ts';
import { text } from './basic-shapes.ts';

const call = z
	.object({
		id: z.int().meta({ description: 'grows with every call of the hall' }),
		number: z.string(),
		window: z.string(),
		windowName: text,
		kind: z.enum(CALL_KINDS),
		at: z.int()
	})
	.meta({ id: 'Call' });

export const board = z
	.object({
		hall: text,
		zone: z.object({ code: z.string(), name: text }),
		timeZone: z.string(),
		seq: z.int(),
		head: shape.ledgerHead,
		calls: z.array(call).meta({ description: 'newest first' }),
		queues: z.array(shape.queue),
		windows: z.array(
			z.object({
				code: z.string(),
				name: text,
				state: z.enum(WINDOW_STATES),
				reason: text.nullable(),
				staff: z.string().nullable(),
				number: z.string().nullable(),
				serving: z.boolean()
			})
		),
		notices: z.array(text),
		services
	})
	.meta({ id: 'Board' });

/** The shapes of items and their slots in the API. */
import { z } from 'zod';
import { steps, text, wait } from './shapes.ts';

export const slot = z
	.object({
		at: z.int(),
		time: z.string().meta({ description: 'by the clock of the hall, `09:30`' }),
		free: z.int().meta({ description: 'places left' }),
		of: z.int()
	})
	.meta({ id: 'Slot' });

export const material = z.object({
	name: text,
	kind: z.enum(['original', 'copy', 'form', 'electronic']),
	copies: z.int(),
	required: z.boolean(),
	note: text.nullable()
});

export const item = z
	.object({
		code: z.string(),
		name: text,
		department: text,
		queue: z.string(),
		materials: z.array(material),
		fee: text,
		legalDays: z.int(),
		promisedDays: z.int(),
		windows: z.array(z.string()),
		steps,
		open: z.boolean().meta({ description: 'whether a number can be taken now' }),
		closedBecause: z.string().nullable().meta({ description: 'the code of the refusal it would be' }),
		ahead: z.int(),
		wait: wait.nullable(),
		nextOpening: z
			.object({ at: z.int(), day: z.string(), time: z.string() })
			.nullable()
			.meta({ description: 'when a number can be taken again; null while it can' }),
		hours: z.string(),
		identity: z.enum(['none', 'optional', 'required']),
		advice: z
			.object({ kind: z.enum(['long-queue', 'may-not-be-served']), wait, closes: z.string() })
			.nullable()
			.meta({ description: 'what to tell before a number is taken; it is given all the same' }),
		nextSlots: z.array(slot).nullable().meta({ description: 'the next free slots; null when it cannot be booked' })
	})
	.meta({ id: 'Item' });

/** The shape of a table of figures. */
import { z } from 'zod';
import { text } from './basic-shapes.ts';

export const figureTable = z.object({
	id: z.string(),
	title: text,
	note: text,
	columns: z.array(z.object({ name: text, kind: z.enum(['text', 'count', 'mean', 'minutes', 'share']) })),
	rows: z.array(z.array(z.union([z.string(), z.number(), text, z.null()])))
});

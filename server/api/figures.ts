import { z } from 'zod';
import { figures } from '../figures/figures.ts';
import { operation, type AnyOperation } from './operation.ts';
import { text } from './shapes.ts';

const answer = z
	.object({
		from: z.string(),
		to: z.string(),
		tables: z.array(
			z.object({
				id: z.string(),
				title: text,
				note: text,
				columns: z.array(z.object({ name: text, kind: z.enum(['text', 'count', 'mean', 'minutes', 'share']) })),
				rows: z.array(z.array(z.union([z.string(), z.number(), text, z.null()])))
			})
		)
	})
	.meta({ id: 'Figures' });

const read = operation({
	method: 'GET',
	path: '/figures/{from}/{to}',
	right: 'figures:read',
	summary: 'Everything that is counted, between two days, both included',
	body: null,
	answer,
	status: 200,
	run: ({ hall, params }) => figures(hall, params['from'] ?? '', params['to'] ?? '')
});

export const FIGURES: AnyOperation[] = [read];

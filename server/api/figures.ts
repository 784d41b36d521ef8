import { z } from 'zod';
import { figures } from '../figures/figures.ts';
import { figureTable } from './figure-shapes.ts';
import { operation, type AnyOperation } from './operation.ts';

const answer = z.object({ from: z.string(), to: z.string(), tables: z.array(figureTable) }).meta({ id: 'Figures' });

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

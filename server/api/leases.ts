import { z } from 'zod';
import { LANGS } from '#display/words/index.ts';
import { grantLease } from '../leases/grant.ts';
import { reportLease } from '../leases/report.ts';
import { code } from './basic-shapes.ts';
import { operation, type AnyOperation } from './operation.ts';
import { intent } from './shapes.ts';

const holder = z
	.string()
	.min(8)
	.max(64)
	.meta({ description: 'random, of the browser that keeps the lease: its own from then on' });

const stretch = z.object({ from: z.int(), until: z.int() });

const lease = z
	.object({
		id: z.int(),
		device: z.string(),
		day: z.string().meta({ description: 'the service day that the numbers are for' }),
		grantedAt: z.int(),
		until: z.int().meta({ description: 'no number is given from it afterwards' }),
		numbers: z.array(
			z.object({ queue: z.string(), n: z.int(), number: z.string(), token: z.string(), link: z.string() })
		),
		open: z.record(z.string(), z.array(stretch)).meta({ description: 'when each queue gives numbers on that day' })
	})
	.meta({ id: 'Lease' });

const used = z.strictObject({
	token: z.string().max(64),
	item: code,
	class: code.default('ordinary'),
	lang: z.enum(LANGS).default('zh-CN'),
	at: z.int().meta({ description: 'when it was given, by the clock of the server as far as it was known' }),
	intent: intent
		.nullable()
		.default(null)
		.meta({ description: 'of the wish that was not answered before; a number that came of it is void' })
});

const grant = operation({
	...({ method: 'POST', path: '/leases', right: 'kiosk:use', status: 201, answer: lease } as const),
	summary: 'A block of numbers for a kiosk to give while it has no line; asked again it is the same',
	body: z.strictObject({ device: code, holder }),
	run: ({ hall, who, body }) => grantLease(hall, who, body)
});

const report = operation({
	...({ method: 'POST', path: '/leases/{id}/report', right: 'kiosk:use', status: 200 } as const),
	summary: 'What became of the numbers of a lease: those that were given become tickets, each once',
	body: z.strictObject({ holder, used: z.array(used).max(500).default([]), ended: z.boolean().default(false) }),
	largest: 200_000,
	answer: z
		.object({
			ended: z.boolean(),
			numbers: z.array(z.object({ number: z.string(), outcome: z.enum(['ticket', 'void']) }))
		})
		.meta({ id: 'LeaseReport' }),
	run: ({ hall, who, params, body }) => reportLease(hall, who, { lease: Number(params['id']), ...body })
});

export const LEASES: AnyOperation[] = [grant, report];

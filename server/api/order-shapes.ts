/** The shapes of 12345 orders. */
import { z } from 'zod';
import { ORDER_FAULTS, ORDER_FIELDS } from '#server/rules/orders/read.ts';
import { text } from './basic-shapes.ts';
import { caseLine } from './case-shapes.ts';
import { caseHead } from './house-shapes.ts';

const orderObject = z.record(z.string().max(64), z.union([z.string().max(5000), z.number(), z.boolean(), z.null()]));

export const orderSheet = z.union([
	z.strictObject({
		file: z.base64().max(3_500_000).meta({ description: 'a file as it is: CSV in UTF-8 or GB18030, or a JSON list' }),
		json: z.boolean().default(false)
	}),
	z.strictObject({ csv: z.string().max(2_000_000).meta({ description: 'a sheet with a line of headings, RFC 4180' }) }),
	z.strictObject({
		orders: z
			.array(orderObject)
			.max(2000)
			.meta({
				description: `one object an order; its keys are ${ORDER_FIELDS.join(', ')} or the headings of the hall file`
			})
	})
]);

const taken = z.object({ line: z.int(), order: z.string(), case: z.string() });

export const orderReport = z
	.object({
		taken: z.array(taken.extend({ owner: z.string() })),
		known: z.array(taken).meta({ description: 'here already: nothing has changed' }),
		faults: z.array(z.object({ line: z.int(), field: z.enum(ORDER_FIELDS).nullable(), code: z.enum(ORDER_FAULTS) }))
	})
	.meta({ id: 'OrderReport' });

export const orderList = z
	.object({
		...caseHead,
		list: z.enum(['mine', 'received', 'open', 'overdue', 'closed']),
		cases: z.array(
			caseLine.extend({
				order: z.string().meta({ description: 'the number of the platform' }),
				receivedAt: z.int(),
				category: z.string(),
				departmentCode: z.string().nullable()
			})
		),
		counts: z.object({ mine: z.int(), received: z.int(), open: z.int(), overdue: z.int() }),
		departments: z.array(z.object({ code: z.string(), name: text })),
		imports: z.boolean()
	})
	.meta({ id: 'Orders' });

export const orderResults = z
	.array(
		z.object({
			order: z.string(),
			case: z.string(),
			receivedAt: z.int(),
			department: z.string().nullable(),
			state: z.enum(['open', 'answered', 'returned', 'refused', 'over']),
			dueAt: z.int().nullable(),
			returnedAt: z.int().nullable(),
			returnReason: z.string(),
			answeredAt: z.int().nullable(),
			answeredInTime: z.boolean().nullable(),
			answer: z.string(),
			refusedGround: z.string().nullable(),
			refusal: z.string(),
			heard: z.enum(['satisfied', 'mostly-satisfied', 'not-satisfied']).nullable(),
			sentBack: z.int()
		})
	)
	.meta({ id: 'OrderResults' });

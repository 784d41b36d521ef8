/** The shapes of complaints, of what could not be done, and of matters of petition. */
import { z } from 'zod';
import {
	CASE_STATES,
	COMPLAINT_AGAINST,
	COMPLAINT_CLASSES,
	COMPLAINT_KINDS,
	COMPLAINT_ROUTES,
	CONTACTS,
	UNSOLVED_CAUSES
} from '#db/schema.ts';
import { code, text } from './basic-shapes.ts';
import { caseLine } from './case-shapes.ts';
import { figureTable } from './figure-shapes.ts';
import { intent } from './shapes.ts';

const personal = (most: number): z.ZodDefault<z.ZodString> => z.string().max(most).default('');
const maybe = <T extends z.ZodType>(shape: T): z.ZodDefault<z.ZodNullable<T>> =>
	shape.nullable().default(null as never);
const words = z.string().max(2000);

/** What a complaint is about, as far as it is known. */
const about = {
	ticket: maybe(z.int()).meta({
		description: 'id of the number; where, by whom and in which matter it was served is known then'
	}),
	window: maybe(code),
	staff: maybe(code).meta({ description: 'staff number of whom it is about' }),
	department: maybe(code)
};

export const takeBody = z
	.strictObject({
		kind: z.enum(COMPLAINT_KINDS).default('complaint'),
		class: z.enum(COMPLAINT_CLASSES).default('other'),
		against: z.enum(COMPLAINT_AGAINST).default('hall'),
		...about,
		text: words.meta({ description: "the visitor's own words" }),
		urgent: z.boolean().default(false),
		name: personal(60).meta({ description: 'sealed; empty for who stays anonymous' }),
		phone: personal(40).meta({ description: 'sealed; empty for who stays anonymous' }),
		contact: z.enum(CONTACTS).default('page').meta({ description: 'how the visitor wants to hear of it' }),
		origin: z.enum(['desk', 'window', 'telephone']).default('desk'),
		resultDay: maybe(z.iso.date()).meta({ description: 'of what could not be done: the day of its result' }),
		told: z.boolean().default(false).meta({ description: 'the visitor has been told until when, and how to ask' }),
		same: maybe(z.int()).meta({
			description: 'the open case of the same matter: it is added to it, or joined to it where another visitor said so'
		}),
		intent
	})
	.meta({ id: 'TakeComplaint' });

export const taken = z
	.object({
		id: z.int(),
		number: z.string(),
		code: z.string().meta({ description: 'by which the visitor follows it, in fours' }),
		dueDay: z.string().nullable().meta({ description: 'until when there is a first word' }),
		answerDay: z.string().nullable().meta({ description: 'until when it is answered, as the visitor is told' })
	})
	.meta({ id: 'TakenComplaint' });

export const sameBody = z.strictObject({
	kind: z.enum(COMPLAINT_KINDS).default('complaint'),
	ticket: about.ticket,
	staff: about.staff,
	department: about.department,
	phone: personal(40),
	text: words.default('')
});

export const same = z.array(
	z
		.object({
			id: z.int(),
			number: z.string(),
			class: z.enum(COMPLAINT_CLASSES).nullable(),
			day: z.string(),
			state: z.enum(CASE_STATES),
			stage: z.string(),
			outcome: z.string().nullable(),
			about: z.string().nullable().meta({ description: 'only for who may see it' }),
			because: z.array(z.enum(['ticket', 'phone', 'staff', 'department']))
		})
		.meta({ id: 'SameComplaint' })
);

export const list = z
	.object({
		seq: z.int(),
		hall: text,
		staff: z.object({ no: z.string(), role: z.string(), oversees: z.boolean(), reads: z.boolean() }),
		timeZone: z.string(),
		asked: z.object({
			kind: z.enum(COMPLAINT_KINDS).nullable(),
			class: z.enum(COMPLAINT_CLASSES).nullable(),
			route: z.enum(COMPLAINT_ROUTES).nullable(),
			list: z.enum(['open', 'mine', 'overdue', 'closed', 'all']),
			before: z.int().nullable()
		}),
		cases: z.array(caseLine.extend({ class: z.enum(COMPLAINT_CLASSES).nullable(), route: z.enum(COMPLAINT_ROUTES) })),
		more: z.int().nullable().meta({ description: '`before` of the next page' }),
		digests: z.boolean()
	})
	.meta({ id: 'Complaints' });

export const sortBody = z.strictObject({
	class: maybe(z.enum(COMPLAINT_CLASSES)),
	against: maybe(z.enum(COMPLAINT_AGAINST)),
	department: maybe(code),
	cause: maybe(z.enum(UNSOLVED_CAUSES))
});

export const petitionBody = z.strictObject({
	text: words.meta({ description: 'what the visitor is told' }),
	override: z.boolean().default(false)
});

export const digest = z
	.object({
		span: z.enum(['week', 'month']),
		from: z.string(),
		to: z.string(),
		earlier: z.string().meta({ description: 'a day of the span before' }),
		later: z.string().nullable(),
		tables: z.array(figureTable)
	})
	.meta({ id: 'ComplaintDigest' });

export const file = z
	.object({
		hall: text,
		madeAt: z.int(),
		madeBy: z.string(),
		record: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
		timeline: z.array(
			z.object({
				line: z.int(),
				at: z.int(),
				act: z.string(),
				actor: z.string(),
				text: z.string(),
				hash: z.string().meta({ description: 'of the ledger line' })
			})
		),
		evidence: z.array(
			z.object({ line: z.int(), at: z.int(), hash: z.string(), facts: z.unknown(), holds: z.boolean() })
		),
		hash: z.string().meta({ description: 'SHA-256 of all of the above in its one form' })
	})
	.meta({ id: 'ComplaintFile' });

/** The shapes of cases, matters and deliveries. */
import { z } from 'zod';
import { CASE_STATES, CONTACTS, DELIVERY_STATES, TOLD_WAYS } from '#db/schema.ts';
import { OPENING_REASONS } from '#server/rules/mask.ts';
import { code, text } from './basic-shapes.ts';
import { complaintDetail } from './complaint-detail-shape.ts';

/** What somebody writes in a case. */
const words = z.string().max(2000);

export const actBody = z.strictObject({
	act: code.meta({ description: 'one of `acts` of GET /cases/{id}' }),
	text: words.default(''),
	days: z
		.int()
		.min(1)
		.max(60)
		.nullable()
		.default(null)
		.meta({ description: 'more working days, asked for or granted' }),
	override: z.boolean().default(false).meta({ description: 'sent as it is, whatever wording is found in it' })
});
const to = code.meta({ description: 'staff number, code of the desk or code of the department, as `place` says' });
export const offerBody = z.strictObject({
	to,
	place: z.enum(['staff', 'desk', 'department']).default('staff').meta({
		description: 'of a desk or a department, whoever accepts first becomes the owner'
	}),
	text: words.default('')
});
export const joinBody = z.strictObject({
	to: z.string().max(30).meta({ description: 'number or id of the case that goes on' })
});
export const tellBody = z.strictObject({ way: z.enum(TOLD_WAYS) });
export const receiptBody = z.strictObject({ window: code.nullable().default(null) });
export const textBody = z.strictObject({ text: words.default('') });
export const deliveryBody = z.strictObject({
	name: z.string().max(60),
	phone: z.string().max(30),
	address: z.string().max(200),
	consent: z.boolean().meta({ description: 'the visitor has agreed that it is kept for sending the result' })
});
export const acceptBody = z.strictObject({ delivery: deliveryBody.nullable().default(null) });
export const sentBody = z.strictObject({ carrier: z.string().max(60).default(''), waybill: z.string().max(60) });
export const openBody = z.strictObject({ reason: z.enum(OPENING_REASONS) });

const place = z.object({ place: z.enum(['desk', 'department']), code: z.string(), name: text });

export const caseLine = z.object({
	id: z.int(),
	number: z.string(),
	kind: z.string(),
	state: z.enum(CASE_STATES),
	stage: z.string(),
	outcome: z.string().nullable(),
	about: z.string(),
	owner: z.string().meta({ description: 'staff number of who answers for it; never empty' }),
	firstOwner: z.string().meta({ description: 'staff number of who was asked first; never changes' }),
	offeredTo: z.string().nullable().meta({ description: 'handed over to, and not yet accepted' }),
	offeredPlace: place
		.nullable()
		.meta({ description: 'desk or department it is handed to, and none of which has accepted' }),
	desk: text.nullable().meta({ description: 'the desk that it is with' }),
	department: text.nullable().meta({ description: 'the department that it is with' }),
	reopened: z.boolean().meta({ description: 'the visitor was not satisfied, and it was begun again' }),
	joinedTo: z.string().nullable().meta({ description: 'number of the case that goes on in its place' }),
	dueAt: z.int().nullable(),
	dueDay: z.string().nullable(),
	daysLeft: z.int().nullable().meta({ description: 'working days; below zero when it is past' }),
	overdue: z.boolean(),
	urgent: z.boolean(),
	late: z.boolean()
});

export const caseList = z
	.object({
		seq: z.int(),
		hall: text,
		staff: z.object({ no: z.string(), role: z.string(), oversees: z.boolean(), reads: z.boolean() }),
		timeZone: z.string(),
		list: z.enum(['mine', 'offered', 'department', 'overdue', 'all']),
		kind: z.string().nullable().meta({ description: 'the kind that the list is filtered by' }),
		kinds: z.array(z.string()),
		cases: z.array(caseLine),
		counts: z.object({ mine: z.int(), offered: z.int(), overdue: z.int(), department: z.int().nullable() })
	})
	.meta({ id: 'Cases' });

const masked = z
	.object({
		name: z.string().nullable(),
		phone: z.string().nullable(),
		address: z.string().nullable(),
		gone: z.boolean().meta({ description: 'deleted when its time was over' })
	})
	.nullable();

export const delivery = z
	.object({
		id: z.int(),
		state: z.enum(DELIVERY_STATES),
		carrier: z.string().nullable(),
		waybill: z.string().nullable(),
		askedAt: z.int(),
		askedBy: z.string(),
		person: masked.meta({ description: 'masked' }),
		allowed: z.array(z.enum(['sent', 'delivered', 'returned', 'cancel', 'open']))
	})
	.meta({ id: 'Delivery' });

export const oneCase = caseLine
	.extend({
		seq: z.int(),
		openedAt: z.int(),
		ticketNumber: z.string().nullable(),
		window: z.string().nullable(),
		day: z.string(),
		asked: z.int().nullable(),
		extended: z.int(),
		history: z.array(
			z.object({
				line: z.int(),
				at: z.int(),
				act: z.string(),
				actor: z.string(),
				text: z.string(),
				stage: z.string().nullable(),
				owner: z.string().nullable(),
				dueAt: z.int().nullable()
			})
		),
		evidence: z.array(
			z.object({ line: z.int(), at: z.int(), hash: z.string(), holds: z.boolean(), facts: z.unknown() })
		),
		acts: z.array(
			z.object({
				act: z.string(),
				text: z.enum(['needed', 'free', 'none']),
				days: z.int().nullable(),
				closes: z.boolean(),
				read: z.boolean()
			})
		),
		hands: z.array(z.enum(['offer', 'accept', 'decline', 'withdraw', 'take'])),
		candidates: z.array(z.object({ no: z.string(), role: z.string() })),
		places: z.array(place).meta({ description: 'desks and departments it can be handed to' }),
		visitor: z
			.object({
				code: z.string(),
				contact: z.enum(CONTACTS),
				told: z.object({ at: z.int(), way: z.enum(TOLD_WAYS) }).nullable()
			})
			.nullable()
			.meta({ description: 'null where the kind gives no code' }),
		joined: z.array(
			z.object({
				id: z.int(),
				number: z.string(),
				contact: z.enum(CONTACTS),
				told: z.boolean().meta({ description: 'since the newest answer' })
			})
		),
		can: z.array(z.enum(['join', 'tell', 'receipt'])),
		person: z
			.object({
				name: z.string().nullable(),
				phone: z.string().nullable(),
				address: z.string().nullable(),
				gone: z.boolean(),
				opens: z.boolean()
			})
			.nullable()
			.meta({ description: 'masked' }),
		complaint: complaintDetail.nullable(),
		matter: z
			.object({
				item: text,
				acceptedBy: z.string(),
				fromDay: z.string(),
				promisedDay: z.string(),
				legalDay: z.string(),
				deemed: z.boolean(),
				delivery: delivery.nullable()
			})
			.nullable()
	})
	.meta({ id: 'Case' });

export const person = z
	.object({ name: z.string().nullable(), phone: z.string().nullable(), address: z.string().nullable() })
	.meta({ id: 'OpenedPerson' });

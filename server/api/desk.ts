import { z } from 'zod';
import { CLAIM_STATES, LEG_STATES, PARK_KINDS, SLIP_STATES, TICKET_STATES } from '#db/schema.ts';
import { shownTicket } from '../desk/shown.ts';
import { operation, type AnyOperation } from './operation.ts';
import { text } from './shapes.ts';

const care = z.object({
	proof: text.nullable().meta({ description: 'the kind that was seen' }),
	companions: z.int(),
	escort: z.string().nullable().meta({ description: 'staff number of who accompanies the visitor' }),
	reached: z.boolean()
});

const foundTicket = z
	.object({
		id: z.int(),
		number: z.string(),
		state: z.enum(TICKET_STATES),
		step: z.enum(LEG_STATES),
		item: text,
		queue: z.object({ code: z.string(), name: text }),
		zone: text,
		window: text.nullable().meta({ description: 'where it is called or served, or was before it stepped aside' }),
		takenAt: z.int(),
		ahead: z.int().nullable(),
		class: z.string(),
		priority: text.nullable(),
		claim: z.enum(CLAIM_STATES),
		care: care.nullable(),
		accessible: z
			.array(z.object({ code: z.string(), name: text }))
			.meta({ description: 'windows that suit a wheelchair' }),
		steps: z.array(text).meta({ description: 'what follows' }),
		held: z.object({ kind: z.enum(['missed', ...PARK_KINDS]), until: z.int().nullable(), behind: z.int() }).nullable(),
		reason: z.string().nullable(),
		slip: z.object({ id: z.int(), state: z.enum(SLIP_STATES) }).nullable(),
		allowed: z.array(z.enum(['return', 'class', 'transfer', 'reprint', 'cancel', 'void', 'escort', 'reached']))
	})
	.meta({ id: 'FoundTicket' });

const find = operation({
	method: 'GET',
	path: '/numbers/{number}',
	right: 'ticket:find',
	summary: 'A number of today, and what the desk may do with it; `a1` finds A001, and so does the token on its slip',
	body: null,
	answer: foundTicket,
	status: 200,
	run: ({ hall, who, params }) => shownTicket(hall, who, params['number'] ?? '')
});

export const DESK: AnyOperation[] = [find];

import { z } from 'zod';
import { GREETING_MARKS, OPINION_KINDS } from '#db/schema.ts';
import { greet } from '../greetings/greet.ts';
import { caseOfOpinion } from '../opinions/case.ts';
import { openContact } from '../opinions/contact.ts';
import { takeOpinion } from '../opinions/take.ts';
import { opinionViews } from '../opinions/view.ts';
import { done, refused } from '../result.ts';
import { isDay } from '../rules/day.ts';
import { openBody, person } from './case-shapes.ts';
import { operation, type AnyOperation } from './operation.ts';
import { ownConsole, servedView } from './served.ts';
import * as shape from './shapes.ts';

const greetBody = z.strictObject({
	mark: z.enum(GREETING_MARKS).meta({ description: '来有迎声 welcomed, 问有答声 answered, 走有送声 seen off' })
});

const greeting = operation({
	method: 'POST',
	path: '/tickets/{id}/greet',
	right: 'ticket:serve',
	summary: 'Mark one of the three greetings of a service; the farewell also shortly after its end',
	body: greetBody,
	answer: shape.served,
	status: 200,
	async run({ hall, who, params, body: { mark } }) {
		const id = Number(params['id']);
		if (!Number.isSafeInteger(id)) return refused('ticket-unknown', params['id']);
		const greeted = await greet(hall, who, id, mark);
		return greeted.ok ? done(await servedView(hall, who, greeted.value)) : greeted;
	}
});

const personal = (most: number): z.ZodDefault<z.ZodString> => z.string().max(most).default('');
const kind = z.enum(OPINION_KINDS);

const opinionBody = z
	.strictObject({
		kind,
		text: z.string().max(2000).meta({ description: "the visitor's own words" }),
		ticket: z
			.int()
			.nullable()
			.default(null)
			.meta({ description: 'whose service it is about; null for an opinion of the hall' }),
		name: personal(60).meta({ description: 'sealed; empty for who stays anonymous' }),
		phone: personal(40).meta({ description: 'sealed; empty for who stays anonymous' }),
		intent: shape.intent
	})
	.meta({ id: 'TakeOpinion' });

const taking = operation({
	method: 'POST',
	path: '/opinions',
	right: 'opinion:take',
	summary: 'Take down what a visitor says of the service: opinion, criticism, praise, complaint',
	body: opinionBody,
	answer: z
		.object({
			id: z.int().meta({ description: 'by which the visitor can ask' }),
			kind,
			due: z.string().meta({ description: 'the day until which it is answered' }),
			case: z
				.object({ code: z.string(), day: z.string().nullable() })
				.nullable()
				.meta({ description: 'of a complaint: the code by which it is followed, in fours, and its own day' }),
			console: shape.console
		})
		.meta({ id: 'TakenOpinion' }),
	status: 201,
	async run({ hall, who, body }) {
		const taken = await takeOpinion(hall, who, body);
		if (!taken.ok) return taken;
		const { id, kind: of, due } = taken.value;
		const one = await caseOfOpinion(hall, taken.value);
		return done({ id, kind: of, due, case: one, console: await ownConsole(hall, who) });
	}
});

const opinion = z
	.object({
		id: z.int(),
		kind,
		text: z.string(),
		contact: z.object({ name: z.string().nullable(), phone: z.string().nullable(), opens: z.boolean() }).nullable(),
		number: z.string().nullable(),
		window: shape.text.nullable(),
		staff: z.string().nullable(),
		takenBy: z.string(),
		at: z.int(),
		due: z.string()
	})
	.meta({ id: 'Opinion', description: 'contact is masked' });

const reading = operation({
	method: 'GET',
	path: '/opinions/{from}/{to}',
	right: 'opinion:read',
	summary: 'The opinions of some days, newest first, without those about the reader',
	body: null,
	answer: z.array(opinion),
	status: 200,
	async run({ hall, who, params }) {
		const { from = '', to = '' } = params;
		return isDay(from) && isDay(to)
			? done(await opinionViews(hall, who, { from, to }))
			: refused('bad-request', 'from, to');
	}
});

const opening = operation({
	method: 'POST',
	path: '/opinions/{id}/open',
	right: 'personal:open',
	summary: 'Open whom an opinion is from, for a reason that stands in the ledger',
	body: openBody,
	answer: person,
	status: 200,
	run: ({ hall, who, params, body }) => openContact(hall, who, Number(params['id']), body.reason)
});

export const TALK: AnyOperation[] = [greeting, taking, reading, opening];

import { z } from 'zod';
import { PAPER_STATES } from '#db/schema.ts';
import { enterPaper } from '../ratings/paper.ts';
import { paperTicket, papersView } from '../ratings/paper-view.ts';
import { done } from '../result.ts';
import { operation, type AnyOperation } from './operation.ts';
import { given, opinionOf } from './rating-shapes.ts';
import { text } from './shapes.ts';

const waiting = operation({
	method: 'GET',
	path: '/ratings/papers',
	right: 'rating:paper',
	summary: 'Paper forms that one person has entered and another must enter again; not what stands on them',
	body: null,
	answer: z
		.object({
			hall: text,
			staff: z.object({ no: z.string(), role: z.string() }),
			today: z.string(),
			days: z.int(),
			waiting: z.array(
				z.object({
					leg: z.int(),
					day: z.string(),
					number: z.string(),
					window: text.nullable(),
					enteredAt: z.int(),
					barred: z.boolean().meta({ description: 'entered by whoever asks, or about them: for another person' })
				})
			)
		})
		.meta({ id: 'PaperForms' }),
	status: 200,
	async run({ hall, who }) {
		return done(await papersView(hall, who));
	}
});

const find = operation({
	method: 'GET',
	path: '/ratings/papers/{day}/{number}',
	right: 'rating:paper',
	summary: 'The services of a number of a day, as a paper form names it; not how they were rated',
	body: null,
	answer: z
		.object({
			day: z.string(),
			number: z.string(),
			services: z.array(
				z.object({
					leg: z.int(),
					item: text,
					window: text.nullable(),
					endedAt: z.int(),
					barred: z.string().nullable().meta({ description: 'code of the refusal an entry would meet' }),
					second: z.boolean().meta({ description: 'an entry would be the confirming one' })
				})
			)
		})
		.meta({ id: 'PaperTicket' }),
	status: 200,
	run: ({ hall, who, params }) => paperTicket(hall, who, { day: params['day'] ?? '', number: params['number'] ?? '' })
});

const enter = operation({
	method: 'POST',
	path: '/ratings/papers',
	right: 'rating:paper',
	summary: 'Enter a paper form: the first entry waits for that of another person, who does not see it',
	body: z.strictObject({ leg: z.int(), ...given }).meta({ id: 'EnterPaper' }),
	answer: z
		.object({
			leg: z.int(),
			state: z.enum(PAPER_STATES).meta({
				description: 'entered: waits for the second person; agreed: the service is rated; differs: begin anew'
			})
		})
		.meta({ id: 'PaperEntered' }),
	status: 201,
	run: ({ hall, who, body }) => enterPaper(hall, who, body.leg, opinionOf(body))
});

export const PAPERS: AnyOperation[] = [waiting, find, enter];

/** The shapes of notices, papers received and an elder's will in the API. */
import { z } from 'zod';
import { LANGS } from '#display/words/index.ts';
import { INTAKE_STATES, NOTICE_KINDS, NOTICE_STATES, SECOND_REASONS, WILL_MARKS } from '#db/schema.ts';
import { code, intent, served, text } from './shapes.ts';

const words = z.string().max(500);
const free = z.strictObject({
	text: words.min(1),
	basis: words.meta({ description: 'law and article; needed for whatever the list of the item does not have' })
});
const override = z
	.boolean()
	.default(false)
	.meta({ description: 'forbidden wording stays all the same; it is kept on record' });
const day = z.iso.date();
const digits = z.string().max(40).meta({ description: 'the twelve digits of a notice, in groups or not' });

export const noticeBody = z
	.strictObject({
		intent,
		materials: z
			.array(z.int().min(0))
			.max(50)
			.default([])
			.meta({ description: "which papers are missing, by their place in the item's list from 0" }),
		free: z.array(free).max(20).default([]),
		dueDay: day.nullable().default(null).meta({ description: 'until when to bring it; without it, by the hall file' }),
		earlier: digits.nullable().default(null).meta({ description: 'the code of a notice that the visitor shows' }),
		second: z
			.strictObject({ reason: z.enum(SECOND_REASONS), words })
			.nullable()
			.default(null)
			.meta({ description: 'why there is a second notice in the same matter; it goes to the supervisor' }),
		override
	})
	.meta({ id: 'GiveNotice' });

export const refuseBody = z
	.strictObject({
		intent,
		grounds: z.array(code).max(10).default([]).meta({ description: 'codes of `refusalGrounds` in the hall file' }),
		free: z.array(free).max(10).default([]),
		override
	})
	.meta({ id: 'RefuseApplication' });

export const negativeBody = z
	.strictObject({
		intent,
		what: words,
		basis: words,
		way: z.strictObject({
			kind: z.enum(['unsolved', 'window', 'office']),
			to: code.nullable().default(null).meta({ description: 'the window, for `window`' }),
			words: words.nullable().default(null).meta({ description: 'the other office, for `office`' })
		}),
		override
	})
	.meta({ id: 'AnswerNo' });

export const willBody = z.strictObject({
	mark: z.enum(WILL_MARKS).meta({ description: 'the visitor is an elder; asked in person: own wish, or not' })
});
export const cameBody = z.strictObject({
	came: z
		.array(z.int().min(0))
		.max(70)
		.meta({ description: 'lines of the notice that are here, from 0; all others are missing' })
});
export const backBody = z.strictObject({
	intent,
	lang: z.enum(LANGS).nullable().default(null),
	device: code.nullable().default(null).meta({ description: 'the kiosk; its printers print the slip' })
});
export const withdrawBody = z.strictObject({ reason: words });

export const noticed = served
	.extend({ notice: z.object({ code: z.string(), kind: z.enum(NOTICE_KINDS), dueDay: z.string().nullable() }) })
	.meta({ id: 'NoticedTicket' });

const line = z.object({
	name: text,
	kind: z.enum(['original', 'copy', 'form', 'electronic']).nullable(),
	copies: z.int(),
	note: text.nullable(),
	where: text.nullable(),
	sample: text.nullable(),
	basis: z.string().nullable(),
	came: z.boolean()
});

export const notice = z
	.object({
		code: z.string(),
		kind: z.enum(NOTICE_KINDS),
		state: z.enum(NOTICE_STATES),
		second: z.boolean(),
		day: z.string(),
		givenAt: z.int(),
		item: text,
		window: text,
		staff: z.string(),
		zone: z.object({ name: text, place: text }),
		lines: z.array(line),
		dueDay: z.string().nullable(),
		overdue: z.boolean(),
		grounds: z.array(z.object({ text, basis: text })),
		appeal: text.nullable(),
		answer: z
			.object({ what: z.string(), basis: z.string(), way: z.enum(['unsolved', 'window', 'office']), place: text })
			.nullable(),
		unsolved: z.array(z.string()).meta({ description: 'windows for what no window could solve' }),
		back: z
			.object({
				sameDay: z.boolean(),
				headStartMinutes: z.int(),
				closedBecause: z.string().nullable(),
				ticket: z.object({ number: z.string() }).nullable()
			})
			.nullable()
			.meta({ description: 'how one comes back with the papers; null when there is nothing to bring' }),
		link: z.string()
	})
	.meta({ id: 'Notice' });

export const papers = z
	.object({
		list: z.array(line.omit({ came: true, basis: true }).extend({ required: z.boolean() })),
		received: z
			.object({ at: z.int(), dueDay: z.string(), onSpot: z.boolean(), state: z.enum(INTAKE_STATES) })
			.nullable(),
		will: z.object({ state: z.enum(['none', 'ask', 'own', 'not-own']), asks: z.boolean() }),
		earlier: z
			.object({
				code: z.string(),
				day: z.string(),
				window: text,
				staff: z.string(),
				dueDay: z.string().nullable(),
				by: z.enum(['return', 'visitor', 'code']),
				lines: z.array(line),
				places: z.array(z.int().nullable())
			})
			.nullable()
			.meta({ description: 'the notice given before in the same matter' }),
		dueDay: z.string().meta({ description: 'until when a notice given now lasts' })
	})
	.meta({ id: 'Papers' });

export const openIntake = z
	.object({
		id: z.int(),
		ticket: z.int(),
		number: z.string(),
		item: z.object({ code: z.string(), name: text }),
		day: z.string(),
		dueDay: z.string().meta({ description: 'later, the application counts as accepted' }),
		onSpot: z.boolean(),
		soon: z.boolean(),
		here: z.boolean().meta({ description: 'whether the visitor is still in the house' })
	})
	.meta({ id: 'OpenIntake' });

export const withdrawn = z.object({ id: z.int(), state: z.enum(INTAKE_STATES) }).meta({ id: 'Intake' });

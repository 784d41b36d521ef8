/** The shapes of incidents, broadcasts and loans. */
import { z } from 'zod';
import { BROADCAST_ENDS, CASE_STATES, LOAN_STATES } from '#db/schema.ts';
import { code, text } from './basic-shapes.ts';
import { intent } from './shapes.ts';

const severity = z
	.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
	.meta({ description: '1 the gravest' });

export const reportBody = z
	.strictObject({
		what: code.meta({ description: 'a kind of the hall file: illness, fire, lost-child …' }),
		severity: severity.nullable().default(null).meta({ description: "the kind's own without it" }),
		zone: code.nullable().default(null),
		place: z.string().max(200).default('').meta({ description: 'where it is and what is seen; for staff only' }),
		noticedAt: z.int().nullable().default(null).meta({ description: 'when it was noticed, where not just now' }),
		intent
	})
	.meta({ id: 'ReportIncident' });

export const silentBody = z.strictObject({ intent });
export const gradeBody = z.strictObject({ severity });
export const contactBody = z.strictObject({ contact: code });

export const reported = z
	.object({
		id: z.int().meta({ description: 'of its case: see GET /cases/{id}' }),
		number: z.string(),
		stage: z.string(),
		owner: z.string(),
		urgent: z.boolean(),
		dueAt: z.int().nullable()
	})
	.meta({ id: 'ReportedIncident' });

/** To whoever presses the silent key nothing is told that an onlooker would understand. */
export const noted = z.object({ noted: z.literal(true), console: z.unknown() }).meta({ id: 'Noted' });

const incident = z
	.object({
		...{ id: z.int(), number: z.string(), what: z.string(), name: text, severity: z.int(), zone: text.nullable() },
		...{ place: z.string(), window: z.string().nullable(), silent: z.boolean(), state: z.enum(CASE_STATES) },
		...{ stage: z.string(), outcome: z.string().nullable(), owner: z.string(), noticedAt: z.int() },
		...{ reportedAt: z.int(), acknowledgedAt: z.int().nullable(), arrivedAt: z.int().nullable() },
		...{ endedAt: z.int().nullable(), dueAt: z.int().nullable() },
		levels: z.int().meta({ description: 'how many levels have been told while nobody came' })
	})
	.meta({ id: 'Incident' });

const live = z
	.object({
		...{ id: z.int(), code: z.string().nullable(), text, short: text, drill: z.boolean(), calm: z.boolean() },
		...{ startedAt: z.int(), startedBy: z.string() },
		asked: z.object({ by: z.string(), until: z.int() }).nullable().meta({ description: 'who wants it ended' }),
		allowed: z.array(z.enum(['ask', 'confirm', 'keep']))
	})
	.meta({ id: 'LiveBroadcast' });

export const incidents = z
	.object({
		seq: z.int(),
		hall: text,
		timeZone: z.string(),
		staff: z.object({ no: z.string(), role: z.string(), reports: z.boolean() }),
		kinds: z.array(z.object({ code: z.string(), name: text, severity: z.int() })),
		zones: z.array(z.object({ code: z.string(), name: text })),
		incidents: z.array(incident),
		contacts: z.array(z.object({ code: z.string(), name: text, phone: z.string() })),
		live: live.nullable(),
		reached: z
			.object({ shown: z.array(z.string()), spoken: z.array(z.string()), not: z.array(z.string()) })
			.nullable()
			.meta({
				description: 'the screens that have shown and said the live one, and those of the hall file that have not'
			}),
		texts: z.array(z.object({ code: z.string(), name: text, text, calm: z.boolean() })),
		recent: z.array(
			z.object({
				...{ id: z.int(), text, drill: z.boolean(), startedAt: z.int(), startedBy: z.string() },
				...{ endedAt: z.int().nullable(), endedBy: z.string().nullable(), askedBy: z.string().nullable() },
				...{ how: z.enum(BROADCAST_ENDS).nullable(), shown: z.int(), spoken: z.int() }
			})
		),
		starts: z.boolean()
	})
	.meta({ id: 'Incidents' });

export const broadcastBody = z
	.strictObject({
		code: code.nullable().default(null).meta({ description: 'a text of the hall file; without it, a free one' }),
		zh: z.string().max(200).default(''),
		en: z.string().max(400).default(''),
		drill: z.boolean().default(false).meta({ description: '演练' }),
		incident: z.int().nullable().default(null),
		override: z.boolean().default(false),
		confirmed: z.literal(true).meta({ description: 'it goes to every screen, voice and board at once' }),
		intent
	})
	.meta({ id: 'StartBroadcast' });

export const broadcast = live;

export const nowOnAir = z
	.object({
		broadcast: z.object({ id: z.int(), text, drill: z.boolean(), calm: z.boolean(), startedAt: z.int() }).nullable()
	})
	.meta({ id: 'OnAir' });

export const lendBody = z
	.strictObject({
		good: code,
		desk: code,
		ticket: z.int().nullable().default(null).meta({ description: 'a ticket of today' }),
		tag: z.string().max(20).default('').meta({ description: 'a tag kept as a deposit, where there is no ticket' }),
		phone: z.string().max(40).default('').meta({ description: 'sealed; may be left out' }),
		intent
	})
	.meta({ id: 'Lend' });

export const returnLoanBody = z.strictObject({ as: z.enum(['returned', 'damaged', 'lost']).default('returned') });

export const stockBody = z.strictObject({
	good: code,
	desk: code,
	count: z.int().min(0).max(999).meta({ description: 'so many are at the desk now, those that are lent not counted' })
});

const loan = z
	.object({
		...{ id: z.int(), good: z.string(), name: text, desk: z.string(), state: z.enum(LOAN_STATES) },
		...{ number: z.string().nullable(), tag: z.string().nullable(), lentAt: z.int(), lentBy: z.string() },
		...{ dueAt: z.int(), overdue: z.boolean(), phone: z.string().nullable().meta({ description: 'masked' }) }
	})
	.meta({ id: 'Loan' });

export const oneLoan = loan;

export const loans = z
	.object({
		goods: z.array(
			z.object({
				...{ code: z.string(), name: text, desk: z.string(), count: z.int(), left: z.int() },
				contents: z.array(
					z.object({ name: text, expires: z.string().nullable(), state: z.enum(['good', 'ending', 'over']) })
				)
			})
		),
		out: z.array(loan)
	})
	.meta({ id: 'Loans' });

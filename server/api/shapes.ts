/** The shapes of the API's bodies, for checking what comes in and for describing what goes out. */
import { z } from 'zod';
import { LANGS } from '#display/words/index.ts';
import { CLAIM_STATES, LEG_STATES, PARK_KINDS, SLIP_STATES, TICKET_STATES, WINDOW_STATES } from '#db/schema.ts';
import { code, text } from './basic-shapes.ts';
import { ownMatter } from './matter-shape.ts';
import { ratedServices } from './rating-shapes.ts';

export { code, text } from './basic-shapes.ts';

const note = z.string().max(500);

export const wait = z
	.object({ from: z.int(), to: z.int() })
	.meta({ id: 'Wait', description: 'minutes, multiples of five; eight in ten wait less than `to`' });

export const ledgerHead = z
	.object({ seq: z.int(), mark: z.string() })
	.meta({ id: 'LedgerHead', description: 'the newest line of the ledger and the beginning of its hash' });
export const intent = z
	.string()
	.min(8)
	.max(64)
	.meta({ description: 'your own id of this wish; sent again it gives the same answer' });

/** Checked, hashed for its day, never kept. */
export const person = z
	.string()
	.max(40)
	.nullable()
	.default(null)
	.meta({ description: 'number of an identity card, passport or permit, where the item asks for it; never kept' });

/** A card that the kiosk's own reader has read; its number is known to the server alone, for some minutes. */
export const card = z
	.string()
	.max(64)
	.nullable()
	.default(null)
	.meta({ description: 'instead of `person`: what the reader of the kiosk gave for the card that was laid on it' });

/** Which notice on personal data was read before a number was given; kept with the record that a number was given. */
export const told = z
	.string()
	.max(16)
	.regex(/^[\d.-]+$/)
	.nullable()
	.default(null)
	.meta({ description: 'version of the notice on personal data that was shown before' });

export const issueBody = z
	.strictObject({
		item: code.meta({ description: 'code of the item, see GET /items' }),
		class: code.default('ordinary').meta({ description: 'priority class; `ordinary` without one' }),
		seen: z
			.boolean()
			.default(false)
			.meta({ description: 'a member of staff has seen that the class is right; needs `ticket:confirm`' }),
		intent,
		lang: z.enum(LANGS).default('zh-CN'),
		device: code.nullable().default(null).meta({ description: 'the kiosk it is asked from, as in the hall file' }),
		person,
		card,
		told
	})
	.meta({ id: 'IssueTicket' });

export const steps = z
	.array(z.object({ item: text, windows: z.array(z.string()) }))
	.meta({ description: 'what follows under the same number' });

export const ticket = z
	.object({
		id: z.int(),
		token: z.string(),
		number: z.string(),
		state: z.enum(TICKET_STATES),
		step: z.enum(LEG_STATES),
		day: z.string(),
		takenAt: z.int(),
		item: text,
		queue: z.string(),
		zone: z.object({ code: z.string(), name: text, place: text }),
		windows: z.array(z.string()),
		ordinal: z.int().meta({ description: '1 until a window has sent it on' }),
		steps,
		held: z
			.object({ kind: z.enum(['missed', ...PARK_KINDS]), until: z.int().nullable(), behind: z.int() })
			.nullable()
			.meta({ description: 'on hold or parked: until when the way back keeps its advantage' }),
		window: z.object({ code: z.string(), name: text }).nullable(),
		calls: z.int(),
		ahead: z.int(),
		wait: wait.nullable(),
		waitReason: z
			.enum(['window-closed', 'others-first', 'slower'])
			.nullable()
			.meta({ description: 'why the wait is longer than was told first' }),
		priority: z.object({ code: z.string(), name: text, policy: z.enum(['self', 'desk', 'window']) }).nullable(),
		slotAt: z.int().nullable().meta({ description: 'the slot of the appointment it keeps' }),
		claim: z.enum(CLAIM_STATES),
		slip: z.enum(SLIP_STATES).nullable(),
		services: ratedServices,
		matters: z.array(ownMatter).meta({ description: 'what was accepted and is followed up' }),
		link: z.string(),
		head: ledgerHead.nullable()
	})
	.meta({ id: 'Ticket' });

export const console = z.unknown().meta({ description: 'the whole window console, for the page that asked' });

export const served = z
	.object({
		id: z.int(),
		number: z.string(),
		state: z.enum(TICKET_STATES),
		step: z.enum(LEG_STATES),
		queue: z.string(),
		item: z.string(),
		window: z.string().nullable(),
		staff: z.string().nullable(),
		calls: z.int(),
		calledAt: z.int().nullable(),
		startedAt: z.int().nullable(),
		endedAt: z.int().nullable(),
		console
	})
	.meta({ id: 'ServedTicket' });

export const window = z
	.object({
		code: z.string(),
		zone: z.string(),
		name: text,
		state: z.enum(WINDOW_STATES),
		reason: z.string().nullable(),
		staff: z.string().nullable(),
		number: z.string().nullable(),
		queues: z.array(z.string())
	})
	.meta({ id: 'Window' });

export const queue = z
	.object({
		code: z.string(),
		name: text,
		prefix: z.string(),
		waiting: z.int(),
		wait: wait.nullable(),
		next: z.array(z.string()).meta({ description: 'the numbers whose turn comes next' })
	})
	.meta({ id: 'Queue' });

export const changedWindow = z
	.object({
		code: z.string(),
		state: z.enum(WINDOW_STATES),
		reason: z.string().nullable(),
		staff: z.string().nullable(),
		since: z.int(),
		console
	})
	.meta({ id: 'ChangedWindow' });

export const empty = z.strictObject({});
export const openBody = z.strictObject({ staff: code.nullable().default(null) });
export const nextBody = z.strictObject({
	ticket: z.int().nullable().default(null).meta({ description: 'a chosen ticket, out of order; needs a reason' }),
	reason: note.default('')
});
export const cancelBody = z.strictObject({
	token: z.string().max(64).nullable().default(null),
	reason: note.nullable().default(null)
});
export const returnBody = z.strictObject({
	token: z
		.string()
		.max(64)
		.nullable()
		.default(null)
		.meta({ description: "the owner's proof; staff and kiosks need none" })
});
export const missBody = z.strictObject({
	looked: z.boolean().default(false).meta({ description: 'somebody has looked for a visitor who needs help' })
});
export const claimBody = z.strictObject({
	class: code.meta({ description: 'priority class, or `ordinary`' }),
	seen: z.boolean().default(false).meta({ description: 'a member of staff has seen the person or the papers' }),
	reason: note.nullable().default(null),
	proof: code
		.nullable()
		.default(null)
		.meta({ description: 'the kind of proof that was seen, as the hall file names it' }),
	companions: z.int().min(0).max(9).nullable().default(null)
});
export const escortBody = z.strictObject({
	window: code.nullable().default(null).meta({ description: 'the number is sent there, and keeps its time' }),
	staff: code.nullable().default(null).meta({ description: 'who accompanies; else whoever asks' })
});
export const reasonBody = z.strictObject({ reason: note });
export const finishBody = z.strictObject({ outcome: z.enum(['done', 'noticed', 'refused']).default('done') });
export const parkBody = z.strictObject({
	kind: z.enum(PARK_KINDS).default('papers-missing'),
	reason: note.nullable().default(null)
});
export const resumeBody = z.strictObject({ window: code.nullable().default(null) });
export const transferBody = z.strictObject({
	queue: code.nullable().default(null),
	window: code.nullable().default(null),
	staff: code.nullable().default(null).meta({ description: 'staff number: whoever sits there, wherever that is' }),
	back: z.boolean().default(false).meta({ description: 'comes back to this window afterwards, with a head start' }),
	reason: note.nullable().default(null)
});
export const voidBody = z.strictObject({ reason: note.min(1) });

export const problem = z
	.object({
		type: z.string(),
		title: z.string(),
		status: z.int(),
		detail: z.string(),
		code: z.string(),
		zh: z.string(),
		en: z.string()
	})
	.meta({ id: 'Problem', description: 'RFC 9457; `code` is stable, the rest is for people' });

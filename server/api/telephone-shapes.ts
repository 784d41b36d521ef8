/** The shapes of the telephone: what a telephone system tells, and what is done with a call. */
import { z } from 'zod';
import { STAFF_LANGS } from '#display/words/index.ts';
import {
	CASE_STATES,
	MESSAGE_STATES,
	MESSAGE_WAYS,
	PHONE_ACTS,
	PHONE_EVENTS,
	PHONE_STATES,
	PHONE_SYSTEMS,
	SEAT_STATES
} from '#db/schema.ts';
import { CHECKS } from '../telephone/acts.ts';
import { code, text } from './basic-shapes.ts';

const words = z.string().max(2000);
const number = z.string().max(40);
const intent = z.string().min(8).max(64).meta({ description: 'your own id of this wish' });

const event = z
	.strictObject({
		call: z.string().min(1).max(120).meta({ description: "the telephone system's own id of the call" }),
		event: z.enum(PHONE_EVENTS),
		at: z.int().min(0).meta({ description: 'milliseconds since 1970 UTC, by the clock of the telephone system' }),
		line: number.nullable().default(null).meta({ description: 'code or number of a line, as in the hall file' }),
		caller: number.nullable().default(null).meta({ description: 'the number of who calls; null for a hidden one' }),
		staff: code
			.nullable()
			.default(null)
			.meta({ description: 'staff number of who answered, or to whom it was handed on' }),
		extension: number.nullable().default(null).meta({ description: 'the same by telephone, as in the hall file' })
	})
	.meta({ id: 'PhoneEvent' });

export const eventsBody = z.strictObject({ events: z.array(event).min(1).max(100) });
export const numberBody = z.strictObject({ number });

/** What a telephone system learns of its calls: nothing that it has not told. */
export const heard = z.object({
	calls: z.array(z.object({ id: z.int(), call: z.string(), state: z.enum(PHONE_STATES), late: z.boolean() }))
});
export const blocked = z
	.object({ blocked: z.boolean(), until: z.int().nullable().meta({ description: 'when it ends by itself, ms' }) })
	.meta({ id: 'PhoneBlocked' });

export const seatBody = z.strictObject({
	state: z.enum(['ready', 'not-ready', 'signed-off']),
	reason: code.nullable().default(null).meta({ description: 'a reason of the hall file, for `not-ready`' })
});
export const handBody = z.strictObject({
	line: code.nullable().default(null),
	caller: number.nullable().default(null),
	rangSeconds: z.int().min(0).max(600).default(0),
	intent
});
export const summaryBody = z.strictObject({ class: code, text: words.default('') });
export const referBody = z.strictObject({ key: z.string().max(80), number });
export const transferBody = z.strictObject({
	to: code.meta({ description: 'staff number' }),
	consent: z.boolean().meta({ description: 'the reason was told, and the caller agreed' })
});
export const checkBody = z.strictObject({
	checked: z.array(z.enum(CHECKS)).max(CHECKS.length).meta({ description: 'what was asked, never what was answered' }),
	agrees: z.boolean()
});
const caseBody = {
	about: z.string().min(1).max(200),
	text: words.default(''),
	name: z.string().max(60).default(''),
	phone: number.default(''),
	ownNumber: z.boolean().default(false).meta({ description: 'keep the number that the call came from' }),
	consent: z.boolean().default(false).meta({ description: 'the caller agrees that name and number are kept' })
};
export const callBackBody = z.strictObject({
	...caseBody,
	failed: code.nullable().default(null).meta({ description: 'staff number to which a transfer has failed' })
});
export const intakeBody = z.strictObject({ ...caseBody, kind: code, intent });
export const recordBody = z.strictObject({ code: z.string().max(40) });
export const nuisanceBody = z.strictObject({ text: words, calls: z.array(z.int()).max(50).default([]) });
export const answerBody = z.strictObject({
	way: z.enum(MESSAGE_WAYS),
	to: z.string().max(254).default('').meta({ description: 'empty: the number that the call came from' }),
	text: words,
	consent: z.boolean(),
	override: z.boolean().default(false),
	intent
});
export const printBody = z.strictObject({
	text: words,
	lang: z.enum(STAFF_LANGS).default('zh-CN'),
	override: z.boolean().default(false)
});

const when = z.int().nullable();
const line = {
	id: z.int(),
	line: text.nullable(),
	caller: z.string().nullable().meta({ description: 'masked' }),
	state: z.enum(PHONE_STATES),
	rangAt: z.int(),
	answeredAt: when,
	endedAt: when,
	talker: z.string().nullable()
};
const phoneLine = z.object(line).meta({ id: 'PhoneLine' });
const act = z.object({
	act: z.enum(PHONE_ACTS),
	at: z.int(),
	staff: z.string(),
	case: z.string().nullable(),
	about: z.string()
});
const earlier = z.object({ id: z.int(), at: z.int(), state: z.enum(PHONE_STATES), class: z.string().nullable() });

const call = z
	.object({
		...line,
		system: z.enum(PHONE_SYSTEMS),
		late: z.boolean(),
		holds: z.int(),
		heldMs: z.int(),
		heldSince: when,
		checked: z.boolean(),
		acts: z.array(act),
		earlier: z.array(earlier)
	})
	.meta({ id: 'PhoneCall' });

const named = z.object({ code: z.string(), name: text });
const callBack = z.object({
	id: z.int(),
	number: z.string(),
	about: z.string(),
	owner: z.string(),
	dueAt: when,
	overdue: z.boolean(),
	attempts: z.int(),
	mine: z.boolean()
});
const message = z.object({
	id: z.int(),
	way: z.enum(MESSAGE_WAYS),
	to: z.string().nullable(),
	state: z.enum(MESSAGE_STATES),
	attempts: z.int(),
	nextAt: when,
	reason: z.string().nullable(),
	at: z.int(),
	staff: z.string()
});
const nuisance = z.object({
	id: z.int(),
	number: z.string(),
	phone: z.string().nullable(),
	proposedBy: z.string(),
	proposedAt: z.int(),
	calls: z.int(),
	about: z.string(),
	outcome: z.string().nullable(),
	days: z.int(),
	blockedUntil: when,
	lifted: z.boolean()
});

export const telephone = z
	.object({
		seq: z.int(),
		hall: text,
		timeZone: z.string(),
		staff: z.object({ no: z.string(), role: z.string(), oversees: z.boolean() }),
		byHand: z.boolean(),
		lines: z.array(named),
		lateMs: z.int(),
		holdMs: z.int(),
		recorded: z.boolean(),
		seat: z.object({ state: z.enum(SEAT_STATES), reason: text.nullable(), since: z.int() }),
		targets: z.array(z.object({ staff: z.string(), state: z.enum(SEAT_STATES).nullable() })),
		seats: z.array(z.object({ staff: z.string(), state: z.enum(SEAT_STATES), since: z.int() })),
		ringing: z.array(phoneLine),
		current: call.nullable(),
		unwrapped: z.array(phoneLine),
		missed: z.array(phoneLine),
		callBacks: z.array(callBack),
		messages: z.array(message),
		nuisance: z.array(nuisance).nullable(),
		classes: z.array(z.object({ code: z.string(), name: text, leads: z.string() })),
		reasons: z.array(named),
		media: z.object({ name: text, phone: z.string(), place: text.nullable() }).nullable(),
		sends: z.boolean(),
		takes: z.array(z.string()).meta({ description: 'kinds of cases that a call can be turned into' }),
		today: z.object({ calls: z.int(), late: z.int(), times: z.record(z.enum(SEAT_STATES), z.int()) })
	})
	.meta({ id: 'Telephone' });

export const directory = z.array(
	z
		.object({
			key: z.string(),
			kind: z.string(),
			title: text,
			department: text.nullable(),
			numbers: z.array(z.string())
		})
		.meta({ id: 'DirectoryEntry' })
);
export const callersRecord = z
	.object({
		number: z.string(),
		kind: z.string(),
		stage: z.string(),
		state: z.enum(CASE_STATES),
		outcome: z.string().nullable(),
		openedAt: z.int(),
		item: text.nullable(),
		window: z.string().nullable(),
		owner: z.string(),
		dueDay: z.string().nullable()
	})
	.meta({ id: 'CallersRecord' });
export const ownNumber = z.object({ number: z.string() });

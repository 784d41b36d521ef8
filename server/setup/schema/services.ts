/** Places, queues, windows, items and people. */
import { z } from 'zod';
import { ROLES } from '#db/schema.ts';
import { textOf } from '#display/words/index.ts';
import { IDENTITY_DEMANDS } from '#server/rules/identity.ts';
import { code, fault, line, maybe, prefix, spans, staffNumber, text, windowCode } from './formats.ts';
import { hours } from './hall.ts';
import { zoneVoice } from './voice.ts';

export const named = z.strictObject({ code, name: text });

/** Why a window is paused, and for how long that is usual. */
export const pauseReason = z.strictObject({ code, name: text, minutes: maybe(z.int().min(1).max(480)) });

export const department = z.strictObject({
	code,
	name: text,
	phone: maybe(line),
	/** where its own house is, when it answers, and how one gets there: for who has to be sent there */
	address: maybe(text),
	hours: maybe(text),
	way: maybe(text)
});

export const zone = z.strictObject({
	code,
	name: text,
	/** how to get there: floor and side */
	place: text,
	/** how this zone is spoken to, where it differs from the hall */
	voice: zoneVoice.prefault({})
});

export const desk = z.strictObject({
	code,
	name: text,
	/** where it stands; the main desk sees every zone */
	zone: code,
	main: z.boolean().default(false),
	phone: maybe(line)
});

export const queue = z.strictObject({
	code,
	zone: code,
	name: text,
	prefix,
	/** what one service takes while nothing is known from experience */
	plannedMinutes: z.number().min(0.5).max(480),
	/** numbers a day; without it the policy's */
	cap: maybe(z.int().min(1).max(9999)),
	/** instead of the hall's opening times; holidays hold for both */
	hours: maybe(hours),
	/** the free service whose visitors wait in it */
	service: maybe(code)
});

const served = z.union([
	code.transform((name) => ({ queue: name, headStartMinutes: 0 })),
	z.strictObject({ queue: code, headStartMinutes: z.int().min(-480).max(480).default(0) })
]);

export const window = z
	.strictObject({
		code: windowCode,
		zone: code,
		name: maybe(text),
		/** what it serves, with its preference as a head start */
		queues: z.array(served).min(1),
		/** low counter, hearing loop, room for a wheelchair */
		accessible: z.boolean().default(false),
		/** AB岗: the window that does its work while it is not open */
		standIn: maybe(windowCode),
		/** the printers beside it, for slips that send a visitor on; without them the screen and the phone tell it */
		printerGroup: maybe(code)
	})
	.transform((one) => ({ ...one, name: one.name ?? textOf(({ common }) => common.windowNo({ code: one.code })) }));

/** A paper that many items ask for, described once. */
export const material = z.strictObject({
	code,
	name: text,
	/** where one gets it */
	where: maybe(text),
	/** where one finds a filled-in sample of it */
	sample: maybe(text)
});

const itemMaterial = z
	.strictObject({
		/** a code of `materials`, or else a `name` of its own */
		material: maybe(code),
		name: maybe(text),
		kind: z.enum(['original', 'copy', 'form', 'electronic']).default('original'),
		copies: z.int().min(1).max(20).default(1),
		required: z.boolean().default(true),
		note: maybe(text),
		/** instead of those of the material */
		where: maybe(text),
		sample: maybe(text)
	})
	.refine((one) => (one.material === null) !== (one.name === null), { error: fault('material-or-name') });

const days = z.int().min(0).max(3650);

/** How an item can be booked beforehand. */
const bookable = z.strictObject({
	slotMinutes: z.int().min(5).max(480),
	/** places kept in each slot */
	perSlot: z.int().min(1).max(500),
	/** 0: for today only */
	daysAhead: z.int().min(0).max(180),
	/** only in these times of the day; without it, whenever the queue is open */
	times: maybe(spans)
});

export const item = z
	.strictObject({
		code,
		name: text,
		queue: code,
		department: code,
		/** codes of `themes` */
		themes: z.array(code).default([]),
		/** 一票到底: the items that follow by themselves when this one is done, under the same number */
		chain: z.array(code).max(8).default([]),
		materials: z.array(itemMaterial).min(1),
		fee: text.default(textOf(({ common }) => common.free)),
		/** working days; 0 with `instant` */
		legalDays: days,
		promisedDays: days,
		/** 即办件: done while the visitor waits */
		instant: z.boolean().default(false),
		/** 可网办: can be done without coming */
		online: z.boolean().default(false),
		/** law and article */
		basis: text,
		note: maybe(text),
		/** without it, nobody can book */
		appointments: maybe(bookable),
		/** 实名取号: whether a number is given only to who says who he is */
		identity: z.enum(IDENTITY_DEMANDS).default('none'),
		/** numbers a person may take; without it the policy's */
		perPersonAndDay: maybe(z.int().min(1).max(50)),
		/** an elder is asked in person whether it is the own wish (老年人权益保障法 art. 55) */
		trueWill: z.boolean().default(false)
	})
	.refine((one) => one.perPersonAndDay === null || one.identity !== 'none', {
		error: fault('limit-needs-identity'),
		path: ['perPersonAndDay']
	})
	.refine((one) => one.promisedDays <= one.legalDays, { error: fault('promised-over-legal'), path: ['promisedDays'] });

export const staff = z.strictObject({
	no: staffNumber,
	/** only colleagues see it; the public knows the number */
	name: line,
	role: z.enum(ROLES).exclude(['kiosk', 'display', 'telephone']),
	/** where a clerk may sit; without it, anywhere */
	windows: maybe(z.array(windowCode).min(1)),
	/** for a liaison */
	department: maybe(code),
	/** for a guide */
	desk: maybe(code)
});

export const notice = z.strictObject({
	/** one zone; without it, every screen */
	zone: maybe(code),
	text
});

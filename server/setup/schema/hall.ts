/** The hall itself: who it is, when it is open, by which policies it runs. */
import { z } from 'zod';
import { TEXT_KEYS } from '#display/words/langs.ts';
import { WEEKDAYS } from '#server/rules/day.ts';
import { cases } from './cases.ts';
import { complaints } from './complaints.ts';
import { code, day, fault, line, maybe, spans, text } from './formats.ts';
import { incidents } from './incidents.ts';
import { questions } from './questions.ts';
import { inspection } from './inspection.ts';
import { knowledge } from './knowledge.ts';
import { notice } from './notice.ts';
import { opinions } from './opinions.ts';
import { offline } from './offline.ts';
import { orders } from './orders.ts';
import { personal } from './personal.ts';
import { ratings } from './ratings.ts';
import { noShow, parking } from './absent.ts';
import { say } from './say.ts';
import { telephonePolicy } from './telephone.ts';
import { voice } from './voice.ts';

function isTimeZone(name: string): boolean {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
	} catch {
		return false;
	}
}

export const hall = z.strictObject({
	code,
	name: text,
	/** IANA name: `Asia/Shanghai` */
	timeZone: z.string().refine(isTimeZone, { error: fault('bad-time-zone') }),
	address: maybe(text),
	phone: maybe(line),
	/** which languages its pages for visitors offer; Chinese is always one of them */
	languages: z
		.array(z.enum(TEXT_KEYS))
		.refine((list) => list.includes('zh'), { error: fault('no-chinese') })
		.default([...TEXT_KEYS])
});

const closed = spans.prefault([]);

/** Opening times of a week; a weekday that is not named is closed. */
export const hours = z.strictObject({
	monday: closed,
	tuesday: closed,
	wednesday: closed,
	thursday: closed,
	friday: closed,
	saturday: closed,
	sunday: closed
});

/** Days on which the hall is closed whatever the weekday; `until` makes it a run of days, both ends included. */
export const holiday = z
	.strictObject({ date: day, until: maybe(day), name: text })
	.refine((one) => one.until === null || one.until >= one.date, { error: fault('until-before-date'), path: ['until'] });

/** 调休: a day worked although it is a weekend, by the opening times of the weekday `as`. */
export const workday = z.strictObject({ date: day, as: z.enum(WEEKDAYS).default('monday'), name: maybe(text) });

const count = z.int().min(0);
const some = z.int().min(1);

/** minutes by which somebody goes before */
const head = z.int().min(0).max(480);

const issuing = z.strictObject({
	/** numbers are given so long before the doors open */
	openEarlyMinutes: count.default(0),
	/** and no more so long before they close */
	closeEarlyMinutes: count.default(0),
	/** whether numbers are given between two spans of one day, at lunch */
	duringBreaks: z.boolean().default(false)
});

const appointments = z.strictObject({
	/** one may come so long before the slot; it is counted from the slot all the same */
	earlyMinutes: count.default(60),
	/** and so long after it; then the place is gone and an ordinary number is given */
	lateMinutes: count.default(30),
	/** by how much who keeps a slot goes before others */
	headStartMinutes: z.int().min(0).max(480).default(15),
	/** bookings that visitors may make in one minute, all together */
	bookingsPerMinute: some.default(60)
});

const limits = z.strictObject({
	/** numbers one person may take for one item, where the item asks who it is; null: as many as wished, one after the other */
	perPersonAndDay: maybe(some),
	/** from such a wait on the visitor is asked whether a number is still wanted */
	longQueueMinutes: count.default(60),
	/** so many numbers or appointments of one person in a day are shown to the desk */
	hoardFrom: z.int().min(2).default(3),
	/** so many wasted numbers of one kiosk, taken within `hoardMinutes` of each other, as well */
	hoardWasted: z.int().min(2).default(3),
	hoardMinutes: some.default(10),
	/** wrong codes one kiosk may try in a minute */
	wrongCodesPerMinute: some.default(5)
});

/** Honesty before closing time: the forecast says who can still be served. */
const closing = z.strictObject({
	/** tells who may not be served any more */
	warn: z.boolean().default(true),
	/** gives no number to who surely will not */
	stop: z.boolean().default(true),
	/** whether a number taken before the break is served after it */
	throughBreaks: z.boolean().default(true)
});

/** A reason why something may not be granted, ready to be chosen, with the law it rests on. */
export const refusalGround = z.strictObject({ code, text, basis: text });

/** From when on a window calls for somebody. */
const windows = z.strictObject({
	/** open while people wait, or after a call, and nothing is done */
	idleMinutes: some.default(5),
	/** at one visitor */
	serviceMinutes: some.default(60),
	/** beyond the planned end of a pause */
	pauseGraceMinutes: count.default(5),
	/** finishing what belongs to the last visitor */
	wrapUpMinutes: some.default(5),
	/** neither a post nor its stand-in is open in opening hours */
	coverMinutes: some.default(10)
});

const gate = z.enum(['open', 'enrolled']);

const access = z.strictObject({
	/** open: any browser in the house may be a kiosk or a screen; enrolled: only one that was let in with its key */
	kiosk: gate.default('enrolled'),
	display: gate.default('enrolled')
});

export const policies = z.strictObject({
	/** The sample hall ignores its opening hours so that a newcomer can try it at night; a real hall leaves this out. */
	demo: maybe(z.enum(['always-open'])),
	/** by how many minutes a priority class goes before, unless the class says otherwise */
	headStartMinutes: head.default(25),
	/** the same for who was sent elsewhere and comes back to the window */
	backHeadStartMinutes: head.default(25),
	noShow: noShow.prefault({}),
	parking: parking.prefault({}),
	/** the service day ends by itself so long after the last queue has closed; left out, at midnight */
	dayEndsAfterMinutes: maybe(count),
	issuing: issuing.prefault({}),
	/** so long a clerk can take back the last act */
	undoSeconds: count.default(10),
	/** without a touch the kiosk returns to its start */
	kioskIdleSeconds: z.int().min(10).default(60),
	voice: voice.prefault({}),
	/** how many calls a hall screen lists */
	recentCalls: z.int().min(1).max(30).default(8),
	access: access.prefault({}),
	/** cap of every queue without its own */
	ticketsPerQueueAndDay: z.int().min(1).max(9999).default(9999),
	appointments: appointments.prefault({}),
	limits: limits.prefault({}),
	closing: closing.prefault({}),
	notice: notice.prefault({}),
	cases: cases.prefault({}),
	complaints: complaints.prefault({}),
	personal: personal.prefault({}),
	windows: windows.prefault({}),
	/** scanners that type like a keyboard stand at windows or desks: each key there waits 65 ms for the next */
	typingScanners: z.boolean().default(false),
	opinions: opinions.prefault({}),
	ratings: ratings.prefault({}),
	knowledge: knowledge.prefault({}),
	questions: questions.prefault({}),
	say: say.prefault({}),
	incidents: incidents.prefault({}),
	offline: offline.prefault({}),
	orders: orders.prefault({}),
	inspection: inspection.prefault({}),
	telephone: telephonePolicy.prefault({})
});

/** A priority class 老弱病残孕军 and how it is granted. */
export const priorityClass = z.strictObject({
	code: code.refine((word) => word !== 'ordinary', { error: fault('reserved-code') }),
	name: text,
	/** self: the visitor's word is enough; desk, window: confirmed there */
	policy: z.enum(['self', 'desk', 'window']),
	headStartMinutes: maybe(head),
	/** needs more time to come: longer between calls, and a look by somebody before a no-show */
	assisted: z.boolean().default(false),
	/** of elders: their own will is asked for where an item says so */
	elder: z.boolean().default(false),
	legalBasis: maybe(text),
	/** kinds of proof that are accepted; only the kind is kept, never a number */
	proofs: z.array(z.strictObject({ code, name: text })).prefault([])
});

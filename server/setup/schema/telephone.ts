/** The telephone: how calls are answered, and from where they are heard of. */
import { z } from 'zod';
import { code, line, maybe, staffNumber, text } from './formats.ts';

/** What a class of calls leads to, beside being counted. */
const LEADS = ['nothing', 'referral', 'message', 'complaint', 'contradiction', 'media', 'nuisance'] as const;

const phoneClass = z.strictObject({ code, name: text, leads: z.enum(LEADS).default('nothing') });

/** The common classes of calls (N2 19). */
const CLASSES: z.input<typeof phoneClass>[] = [
	{ code: 'consult', name: { zh: '业务咨询', en: 'Question' } },
	{ code: 'appointment', name: { zh: '预约', en: 'Appointment' } },
	{ code: 'progress', name: { zh: '办件进度', en: 'Progress' } },
	{ code: 'complaint', name: { zh: '投诉', en: 'Complaint' }, leads: 'complaint' },
	{ code: 'praise', name: { zh: '表扬', en: 'Praise' } },
	{ code: 'suggestion', name: { zh: '意见建议', en: 'Suggestion' }, leads: 'message' },
	{ code: 'wrong-number', name: { zh: '打错或不归本厅', en: 'Wrong number' }, leads: 'referral' },
	{ code: 'media', name: { zh: '媒体来电', en: 'Media' }, leads: 'media' },
	{ code: 'contradictory', name: { zh: '政策规定不一致', en: 'Contradictory rules' }, leads: 'contradiction' },
	{ code: 'nuisance', name: { zh: '骚扰', en: 'Nuisance' }, leads: 'nuisance' },
	{ code: 'other', name: { zh: '其他', en: 'Other' } }
];

const reason = z.strictObject({ code, name: text });

const REASONS: z.input<typeof reason>[] = [
	{ code: 'visitor', name: { zh: '接待来宾', en: 'A visitor is here' } },
	{ code: 'break', name: { zh: '休息', en: 'Break' } },
	{ code: 'training', name: { zh: '培训', en: 'Training' } }
];

export const telephonePolicy = z.strictObject({
	/** a call is answered within so many seconds, or three rings; later, the greeting begins with an apology */
	lateSeconds: z.int().min(1).max(120).default(10),
	/** who waits so long on the line is spoken to again */
	holdSeconds: z.int().min(5).max(600).default(30),
	/** the share of calls that is answered at all */
	connectShare: z.number().min(0).max(1).default(0.95),
	/** callers are told at the start that the call is recorded */
	recorded: z.boolean().default(false),
	classes: z.array(phoneClass).min(1).prefault(CLASSES),
	notReady: z.array(reason).min(1).prefault(REASONS),
	/** to whom journalists are led */
	mediaOffice: maybe(z.strictObject({ name: text, phone: line, place: maybe(text) })),
	nuisance: z
		.strictObject({
			/** for so long a confirmed nuisance caller is held back; never for good */
			blockDays: z.int().min(1).max(30).default(7),
			/** calls that must be shown as the reason */
			leastCalls: z.int().min(1).max(20).default(2),
			/** numbers that always ring, beside the hall's and its departments' own */
			never: z.array(line).prefault(['12345'])
		})
		.prefault({}),
	/** minutes after each failure until an answer is sent again; then it is given up */
	retryMinutes: z.array(z.int().min(1).max(1440)).max(10).prefault([1, 5, 30, 120])
});

/** A line that people dial. */
const phoneLine = z.strictObject({
	code,
	name: text,
	/** as the telephone system names what was dialled */
	number: line
});

/** A telephone system that is asked by Asterisk's manager interface. Its secret stands in a file of the data folder. */
const ami = z.strictObject({
	kind: z.literal('ami'),
	host: line,
	port: z.int().min(1).max(65535).default(5038),
	user: line
});

/** A message gateway: answers are posted to it, signed with the secret in a file of the data folder. */
const webhook = z.strictObject({ kind: z.literal('webhook'), url: z.url({ protocol: /^https?$/ }) });

export const telephone = z.strictObject({
	lines: z.array(phoneLine).default([]),
	/** whose telephone it is */
	extensions: z.array(z.strictObject({ extension: line, staff: staffNumber })).default([]),
	system: maybe(ami),
	messages: maybe(webhook)
});

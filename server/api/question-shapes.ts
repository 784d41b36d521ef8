/** The shapes of questions, messages, referrals and the public page. */
import { z } from 'zod';
import { CONTACTS, QUESTION_CHANNELS } from '#db/schema.ts';
import { LANGS } from '#display/words/index.ts';
import { REFERRAL_FIELDS } from '#server/rules/referral.ts';
import { code, text } from './basic-shapes.ts';
import { caseLine, oneCase } from './case-shapes.ts';
import { intent } from './shapes.ts';

const lang = z.enum(LANGS).default('zh-CN');
const override = z.boolean().default(false);
const list = z.enum(['unsent', 'waiting', 'tell', 'done']).meta({ id: 'QuestionList' });
const department = z.object({ code: z.string(), name: text });

export const askBody = z
	.strictObject({
		kind: z.enum(['question', 'message']).default('question'),
		text: z.string().max(2000),
		words: z.string().max(100).default('').meta({ description: 'what was searched and not found' }),
		department: code.nullable().default(null),
		item: code.nullable().default(null),
		contact: z.enum(CONTACTS).default('page'),
		name: z.string().max(60).default(''),
		phone: z.string().max(30).default(''),
		ticket: z.int().nullable().default(null),
		telephone: z.boolean().default(false).meta({ description: 'it came by telephone' }),
		print: z.boolean().default(true).meta({ description: 'a receipt with code and deadline comes out' }),
		lang,
		intent
	})
	.meta({ id: 'QuestionAsked' });

export const sendBody = z.strictObject({ department: code, text: z.string().max(1000).default('') });
export const notOursBody = z.strictObject({
	department: code.nullable().default(null).meta({ description: 'whose it is; null: back to who was asked first' }),
	text: z.string().max(1000).default('')
});

const written = z.strictObject(
	Object.fromEntries(REFERRAL_FIELDS.map((field) => [field, z.string().max(1000).optional()]))
) as z.ZodType<Partial<Record<(typeof REFERRAL_FIELDS)[number], string>>>;

const referral = {
	key: z.string().max(60).nullable().default(null).meta({ description: 'what the search gave: `item:card-new`' }),
	title: z.string().max(120).default(''),
	written: written
		.default({})
		.meta({ description: 'in place of what is known; place and way must be known in the end' }),
	print: z.boolean().default(true),
	lang,
	override,
	intent
};
export const referralBody = z.strictObject(referral).meta({ id: 'ReferralWish' });
export const referBody = z
	.strictObject({ ...referral, text: z.string().max(1000).default('') })
	.meta({ id: 'QuestionReferred' });

const facts = z.array(z.object({ field: z.enum(REFERRAL_FIELDS), text }));
export const referralView = z
	.object({ token: z.string(), link: z.string(), title: text, facts, at: z.int(), staff: z.string().nullable() })
	.meta({ id: 'Referral' });
export const referralDraft = z
	.object({ title: text, place: text, who: text, phone: text, hours: text, way: text, bring: text, more: text })
	.meta({ id: 'ReferralDraft' });

const line = z.object({ ...caseLine.shape, list, call: z.boolean(), attempts: z.int() }).meta({ id: 'QuestionLine' });

export const view = z
	.object({
		seq: z.int(),
		hall: text,
		timeZone: z.string(),
		staff: z.object({ no: z.string(), role: z.string(), department: department.nullable() }),
		lines: z.array(line),
		counts: z.object({ unsent: z.int(), waiting: z.int(), tell: z.int(), done: z.int() }),
		departments: z.array(department),
		ending: z.array(z.object({ entry: z.int(), title: text, until: z.string(), ended: z.boolean() })),
		writes: z.boolean()
	})
	.meta({ id: 'Questions' });

export const one = z
	.object({
		case: oneCase,
		list,
		channel: z.enum(QUESTION_CHANNELS),
		words: z.string(),
		text: z.string(),
		department: z.string().nullable(),
		attempts: z.int(),
		answer: z.string().nullable(),
		entry: z.int().nullable(),
		referrals: z.array(referralView),
		may: z.object({ send: z.boolean(), notOurs: z.boolean(), refer: z.boolean(), draft: z.boolean() })
	})
	.meta({ id: 'Question' });

export const asked = z
	.object({ id: z.int(), number: z.string(), code: z.string(), dueDay: z.string().nullable(), link: z.string() })
	.meta({ id: 'QuestionKept' });

export const faq = z
	.object({
		question: z.string(),
		entries: z.array(
			z.object({ entry: z.int(), question: text, answer: text, department: text.nullable(), day: z.string() })
		)
	})
	.meta({ id: 'Faq' });

const counted = z.array(z.object({ words: z.string(), times: z.int() }));
export const topics = z
	.object({ span: z.enum(['week', 'month']), from: z.string(), to: z.string(), asked: counted, silent: counted })
	.meta({ id: 'KnowledgeTopics' });

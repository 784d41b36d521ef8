/** The shapes of the knowledge base. */
import { z } from 'zod';
import { KNOWLEDGE_KINDS, KNOWLEDGE_STATES } from '#db/schema.ts';
import { KNOWLEDGE_ACTS } from '#server/rules/knowledge.ts';
import { code, text } from './basic-shapes.ts';
import { intent } from './shapes.ts';

const short = z.strictObject({ zh: z.string().max(120), en: z.string().max(240).default('') });
const long = z.strictObject({ zh: z.string().max(5000), en: z.string().max(10_000).default('') });
const kind = z.enum(KNOWLEDGE_KINDS);
const sort = z.enum([...KNOWLEDGE_KINDS, 'item', 'zone', 'desk']).meta({ id: 'KnowledgeSort' });

const written = {
	kind,
	title: short,
	body: long,
	keywords: z.array(z.string().max(60)).max(40).default([]).meta({ description: 'what else it is called' }),
	department: code.nullable().default(null),
	authorised: z.boolean().default(true).meta({ description: '授权: the desk may answer with it' }),
	ask: short.prefault({ zh: '' }).meta({ description: 'whom to ask instead; empty: the department' }),
	items: z.array(code).max(40).default([]),
	agreed: z.boolean().default(false).meta({ description: '统一口径: agreed, and offered before other answers' }),
	public: z.boolean().default(false).meta({ description: 'stands on the public page of questions' }),
	validUntil: z.string().max(10).nullable().default(null).meta({ description: 'the last day on which it holds' })
};

export const textBody = z.strictObject(written).meta({ id: 'KnowledgeText' });
export const draftBody = z
	.strictObject({
		...written,
		entry: z.int().nullable().default(null).meta({ description: 'of which it is a new version; null: a new entry' }),
		intent
	})
	.meta({ id: 'KnowledgeDraft' });
export const submitBody = z.strictObject({
	override: z.boolean().default(false).meta({ description: 'it goes out although forbidden wording was found in it' })
});
export const reasonBody = z.strictObject({ reason: z.string().max(500) });
export const askedBody = z.strictObject({ question: z.string().max(200) });

const hit = {
	key: z.string(),
	kind: sort,
	title: text,
	department: text.nullable(),
	authorised: z.boolean(),
	ask: text.nullable(),
	expired: z.boolean(),
	agreed: z.boolean()
};

export const found = z
	.object({ question: z.string(), hits: z.array(z.object({ ...hit, extract: text }).meta({ id: 'KnowledgeHit' })) })
	.meta({ id: 'KnowledgeFound', description: 'nearest first; what has expired comes last' });

export const version = z
	.object({
		entry: z.int(),
		version: z.int(),
		state: z.enum(KNOWLEDGE_STATES),
		kind,
		title: text,
		body: text,
		keywords: z.array(z.string()),
		department: z.string().nullable(),
		authorised: z.boolean(),
		ask: text,
		items: z.array(z.string()),
		agreed: z.boolean(),
		public: z.boolean(),
		validUntil: z.string().nullable(),
		writtenBy: z.string(),
		writtenAt: z.int(),
		submittedAt: z.int().nullable(),
		reviewedBy: z.string().nullable(),
		reviewedAt: z.int().nullable(),
		remark: z.string(),
		acts: z.array(z.enum(KNOWLEDGE_ACTS)).meta({ description: 'what you may do with it now' })
	})
	.meta({ id: 'KnowledgeVersion' });

export const entry = z
	.object({
		...hit,
		body: text.nullable().meta({ description: 'null where the desk may not answer with it' }),
		items: z.array(z.object({ code: z.string(), name: text })),
		validUntil: z.string().nullable(),
		versions: z.array(version),
		renews: z.boolean(),
		answers: z
			.array(z.object({ id: z.int(), number: z.string() }))
			.meta({ description: 'the questions that it answers' })
	})
	.meta({ id: 'KnowledgeEntry' });

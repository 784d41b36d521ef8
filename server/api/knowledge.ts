import { z } from 'zod';
import type { KnowledgeRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { countQuestion } from '../knowledge/asked.ts';
import {
	approveVersion,
	discardVersion,
	retireVersion,
	returnVersion,
	submitDraft,
	type VersionWish
} from '../knowledge/publish.ts';
import { knowledgeView, openViews, searchKnowledge, versionView } from '../knowledge/view.ts';
import { draftEntry, rewriteDraft } from '../knowledge/write.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import type { KnowledgeAct } from '../rules/knowledge.ts';
import type { Right } from '../rules/rights.ts';
import * as shape from './knowledge-shapes.ts';
import { operation, type AnyOperation, type Asked } from './operation.ts';
import { empty } from './shapes.ts';

const search = operation({
	method: 'GET',
	path: '/knowledge/search/{question}',
	right: 'knowledge:read',
	summary: 'What is nearest to a question: by words, pinyin, first letters, English, and with a slip; at most ten',
	body: null,
	answer: shape.found,
	status: 200,
	run: async ({ hall, who, params }) => done(await searchKnowledge(hall, who, params['question'] ?? ''))
});

const asked = operation({
	method: 'POST',
	path: '/knowledge/asked',
	right: 'knowledge:read',
	summary: 'Count a question that somebody had, when the search has ended; nobody is named',
	body: shape.askedBody,
	answer: z.object({ found: z.boolean() }).meta({ id: 'KnowledgeAsked' }),
	status: 200,
	run: async ({ hall, body }) => done({ found: await countQuestion(hall, body.question) })
});

const open = operation({
	method: 'GET',
	path: '/knowledge/open',
	right: 'knowledge:write',
	summary: 'What is being written or reviewed, longest untouched first',
	body: null,
	answer: z.array(shape.version),
	status: 200,
	run: async ({ hall, who }) => done(await openViews(hall, who))
});

const read = operation({
	method: 'GET',
	path: '/knowledge/{key}',
	right: 'knowledge:read',
	summary: 'One entry, or one thing of the hall file, by the key that the search gave',
	body: null,
	answer: shape.entry,
	status: 200,
	async run({ hall, who, params }) {
		const view = await knowledgeView(hall, who, params['key'] ?? '');
		return view ? done(view) : refused('knowledge-unknown', params['key']);
	}
});

const draft = operation({
	method: 'POST',
	path: '/knowledge',
	right: 'knowledge:write',
	summary: 'Begin an entry, or a new version of one',
	body: shape.draftBody,
	answer: shape.version,
	status: 201,
	run: async ({ hall, who, body }) => viewed(hall, who, await draftEntry(hall, who, body))
});

const RIGHTS: Record<KnowledgeAct, Right> = {
	rewrite: 'knowledge:write',
	submit: 'knowledge:write',
	approve: 'knowledge:review',
	return: 'knowledge:review',
	discard: 'knowledge:write',
	retire: 'knowledge:review'
};

export const KNOWLEDGE: AnyOperation[] = [
	search,
	asked,
	open,
	read,
	draft,
	act('rewrite', 'Write an own draft anew', shape.textBody, (hall, who, wish) => rewriteDraft(hall, who, wish)),
	act('submit', 'Give an own draft to be reviewed by another person', shape.submitBody, submitDraft),
	act('approve', 'Put what another person has written into force', empty, approveVersion),
	act('return', 'Send it back to who wrote it, with what is to be mended', shape.reasonBody, returnVersion),
	act('discard', 'Throw away what was never in force', empty, discardVersion),
	act('retire', 'Take an entry out of force', shape.reasonBody, retireVersion)
];

function act<Body>(
	name: KnowledgeAct,
	summary: string,
	body: z.ZodType<Body>,
	verb: (hall: Hall, who: Who, wish: VersionWish & Body) => Promise<Result<KnowledgeRow>>
): AnyOperation {
	return operation({
		method: 'POST',
		path: `/knowledge/{entry}/{version}/${name}`,
		right: RIGHTS[name],
		summary,
		body,
		answer: shape.version,
		status: 200,
		async run({ hall, who, params, body: wish }: Asked<Body>) {
			const [entry, version] = [Number(params['entry']), Number(params['version'])];
			if (!Number.isSafeInteger(entry) || !Number.isSafeInteger(version)) return refused('knowledge-unknown');
			return viewed(hall, who, await verb(hall, who, { ...wish, entry, version }));
		}
	});
}

function viewed(hall: Hall, who: Who, result: Result<KnowledgeRow>): Result<unknown> {
	return result.ok ? done(versionView(hall, who, result.value)) : result;
}

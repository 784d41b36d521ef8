import { z } from 'zod';
import type { CaseRow, KnowledgeRow, QuestionChannel, ReferralRow } from '#db/schema.ts';
import { followLink } from '../follow/view.ts';
import type { Hall } from '../hall.ts';
import { isTopicSpan, topics } from '../knowledge/topics.ts';
import { versionView } from '../knowledge/view.ts';
import type { Who } from '../people/who.ts';
import { askQuestion } from '../questions/ask.ts';
import { draftFrom } from '../questions/draft.ts';
import { faqView } from '../questions/faq.ts';
import { referQuestion } from '../questions/refer.ts';
import { notOurs, sendQuestion } from '../questions/send.ts';
import { questionsView, questionView } from '../questions/view.ts';
import { referralFor } from '../referrals/facts.ts';
import { giveReferral } from '../referrals/give.ts';
import { referralView, viewOf } from '../referrals/view.ts';
import { done, refused, type Result } from '../result.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { dayOf } from '../rules/day.ts';
import { codeText } from '../rules/visitor-code.ts';
import * as knowledge from './knowledge-shapes.ts';
import { operation, type AnyOperation, type Asked } from './operation.ts';
import * as shape from './question-shapes.ts';
import { empty } from './shapes.ts';

const list = operation({
	method: 'GET',
	path: '/questions',
	right: 'case:see',
	summary: 'Questions and messages: of a liaison those of the own department, else of the hall; open ones first',
	body: null,
	answer: shape.view,
	status: 200,
	run: async ({ hall, who }) => done(await questionsView(hall, who))
});

const read = operation({
	method: 'GET',
	path: '/questions/{id}',
	right: 'case:see',
	summary: 'One question or message with its case, its referrals and what may be done with it',
	body: null,
	answer: shape.one,
	status: 200,
	async run({ hall, who, params }) {
		const id = Number(params['id']);
		const view = Number.isSafeInteger(id) ? await questionView(hall, who, id) : undefined;
		return view ? done(view) : refused('case-unknown', params['id']);
	}
});

const ask = operation({
	method: 'POST',
	path: '/questions',
	right: 'case:work',
	summary: 'Keep what could not be answered at once, or a message: with owner, deadline and code',
	body: shape.askBody,
	answer: shape.asked,
	status: 201,
	async run({ hall, who, body: { name, phone, telephone, print, ...wish } }) {
		const channel = telephone ? 'telephone' : channelOf(who);
		const receipt = print ? receiptAt(hall, who) : null;
		const kept = await askQuestion(hall, who, { ...wish, channel, receipt, person: { name, phone } });
		return kept.ok ? done(keptView(hall, kept.value)) : kept;
	}
});

const draft = operation({
	method: 'POST',
	path: '/questions/{id}/draft',
	right: 'knowledge:write',
	summary: 'Make a draft entry of a question and its answer; another person reviews it',
	body: empty,
	answer: knowledge.version,
	status: 200,
	async run({ hall, who, params }) {
		const made: Result<KnowledgeRow> = await draftFrom(hall, who, Number(params['id']));
		return made.ok ? done(versionView(hall, who, made.value)) : made;
	}
});

const known = operation({
	method: 'GET',
	path: '/referrals/known/{key}',
	right: 'case:work',
	summary: 'What is known of where a thing is had, by the key that the search gave',
	body: null,
	answer: shape.referralDraft,
	status: 200,
	async run({ hall, who, params }) {
		const facts = await referralFor(hall, who, params['key'] ?? '');
		return facts ? done(facts) : refused('knowledge-unknown', params['key']);
	}
});

const refer = operation({
	method: 'POST',
	path: '/referrals',
	right: 'case:work',
	summary: 'Tell a visitor where to go: a slip and a page for the phone; place and way are needed',
	body: shape.referralBody,
	answer: shape.referralView,
	status: 201,
	async run({ hall, who, body }) {
		const given: Result<ReferralRow> = await giveReferral(hall, who, body);
		return given.ok ? done(viewOf(hall, given.value)) : given;
	}
});

const referral = operation({
	method: 'GET',
	path: '/referrals/{token}',
	right: null,
	summary: 'A referral, for whoever has its token',
	body: null,
	answer: shape.referralView,
	status: 200,
	async run({ hall, params }) {
		const view = await referralView(hall, params['token'] ?? '');
		return view ? done(view) : refused('referral-unknown');
	}
});

const faq = operation({
	method: 'GET',
	path: '/faq',
	right: null,
	summary: 'The public page of questions, newest first',
	body: null,
	answer: shape.faq,
	status: 200,
	run: async ({ hall }) => done(await faqView(hall, ''))
});

const faqSearch = operation({
	method: 'GET',
	path: '/faq/{question}',
	right: null,
	summary: 'Of the public questions those nearest to one',
	body: null,
	answer: shape.faq,
	status: 200,
	run: async ({ hall, params }) => done(await faqView(hall, params['question'] ?? ''))
});

const hot = operation({
	method: 'GET',
	path: '/knowledge/topics/{span}',
	right: 'knowledge:write',
	summary: 'What was asked most in the last `week` or `month`, and what the base has no answer to',
	body: null,
	answer: shape.topics,
	status: 200,
	async run({ hall, params }) {
		const span = params['span'] ?? '';
		return isTopicSpan(span) ? done(await topics(hall, span)) : refused('bad-request', span);
	}
});

export const QUESTIONS: AnyOperation[] = [
	list,
	read,
	ask,
	act('send', 'Send a question to the liaison of a department', shape.sendBody, sendQuestion),
	act('not-ours', 'Not of our department: on to whose it is, or back', shape.notOursBody, notOurs),
	act('refer', 'Cannot be answered: where it is, and how to get there', shape.referBody, referQuestion),
	draft,
	known,
	refer,
	referral,
	faq,
	faqSearch,
	hot
];

function act<Body>(
	name: string,
	summary: string,
	body: z.ZodType<Body>,
	verb: (hall: Hall, who: Who, id: number, body: Body) => Promise<Result<CaseRow>>
): AnyOperation {
	return operation({
		method: 'POST',
		path: `/questions/{id}/${name}`,
		right: 'case:work',
		summary,
		body,
		answer: shape.one.nullable(),
		status: 200,
		async run({ hall, who, params, body: wish }: Asked<Body>) {
			const id = Number(params['id']);
			if (!Number.isSafeInteger(id)) return refused('case-unknown', params['id']);
			const result = await verb(hall, who, id, wish);
			return result.ok ? done((await questionView(hall, who, id)) ?? null) : result;
		}
	});
}

function channelOf(who: Who): QuestionChannel {
	if (who.window !== undefined) return 'window';
	return who.role === 'kiosk' ? 'kiosk' : 'desk';
}

/** Beside the own window, else at the own desk. */
function receiptAt(hall: Hall, who: Who): { window: string | null; zone: string | null } {
	const code = hall.setup.staff.get(who.staff ?? '')?.desk;
	const desk = hall.setup.file.desks.find((one) => one.code === code);
	return { window: who.window ?? null, zone: desk?.zone ?? null };
}

/** What the visitor is told at once. */
function keptView(hall: Hall, row: CaseRow): z.infer<typeof shape.asked> {
	const code = row.code ?? '';
	const dueDay = row.due_at === null ? null : dayOf(row.due_at, hall.setup.timeZone);
	return { id: row.id, number: caseNumber(row), code: codeText(code), dueDay, link: followLink(hall, code) };
}

import type { z } from 'zod';
import { actOnCase } from '../cases/act.ts';
import { acceptCase, declineCase, offerCase, takeOverCase, withdrawOffer } from '../cases/hand.ts';
import { openPerson } from '../cases/person.ts';
import { caseView, casesView, isCaseList } from '../cases/view.ts';
import type { CaseRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import type { Right } from '../rules/rights.ts';
import * as shape from './case-shapes.ts';
import { operation, type AnyOperation, type Asked } from './operation.ts';
import { empty } from './shapes.ts';

const list = operation({
	method: 'GET',
	path: '/cases/list/{list}',
	right: 'case:see',
	summary: 'Cases: `mine`, `offered`, `overdue` or `all`, earliest due first, at most two hundred',
	body: null,
	answer: shape.caseList,
	status: 200,
	async run({ hall, who, params }) {
		const asked = params['list'] ?? '';
		return isCaseList(asked) ? done(await casesView(hall, who, asked)) : refused('bad-request', asked);
	}
});

const read = operation({
	method: 'GET',
	path: '/cases/{id}',
	right: 'case:see',
	summary: 'One case with its history, its evidence and what may be done with it',
	body: null,
	answer: shape.oneCase,
	status: 200,
	async run({ hall, who, params }) {
		const id = Number(params['id']);
		const view = Number.isSafeInteger(id) ? await caseView(hall, who, id) : undefined;
		return view ? done(view) : refused('case-unknown', params['id']);
	}
});

const open = operation({
	method: 'POST',
	path: '/cases/{id}/open',
	right: 'personal:open',
	summary: 'Open whom a case is from, for a reason that stands in the ledger',
	body: shape.openBody,
	answer: shape.person,
	status: 200,
	run: ({ hall, who, params, body }) => openPerson(hall, who, Number(params['id']), body.reason)
});

export const CASES: AnyOperation[] = [
	list,
	read,
	open,
	act({ name: 'act', summary: 'Move a case on as its stage allows', body: shape.actBody, verb: actOnCase }),
	act({ name: 'offer', summary: 'Hand a case over; it must be accepted', body: shape.offerBody, verb: offerCase }),
	act({ name: 'accept', summary: 'Accept what was handed over', body: empty, verb: acceptCase }),
	act({
		name: 'decline',
		summary: 'Send back what was handed over',
		body: shape.textBody,
		verb: (hall, who, id, { text }) => declineCase(hall, who, id, text)
	}),
	act({ name: 'withdraw', summary: 'Take a hand-over back', body: empty, verb: withdrawOffer }),
	act({
		name: 'take',
		right: 'case:oversee',
		summary: 'Step in: own a case from now on',
		body: shape.textBody,
		verb: (hall, who, id, { text }) => takeOverCase(hall, who, id, text)
	})
];

interface Act<Body> {
	name: string;
	right?: Right;
	summary: string;
	body: z.ZodType<Body>;
	verb: (hall: Hall, who: Who, id: number, body: Body) => Promise<Result<CaseRow>>;
}

function act<Body>({ name, right = 'case:work', summary, body, verb }: Act<Body>): AnyOperation {
	return operation({
		method: 'POST',
		path: `/cases/{id}/${name}`,
		right,
		summary,
		body,
		answer: shape.oneCase.nullable(),
		status: 200,
		async run({ hall, who, params, body: wish }: Asked<Body>) {
			const id = Number(params['id']);
			if (!Number.isSafeInteger(id)) return refused('case-unknown', params['id']);
			const result = await verb(hall, who, id, wish);
			return result.ok ? done((await caseView(hall, who, id)) ?? null) : result;
		}
	});
}

import type { z } from 'zod';
import { actOnCase } from '../cases/act.ts';
import { acceptCase, declineCase, offerCase, takeOverCase, withdrawOffer } from '../cases/hand.ts';
import { openPerson } from '../cases/person.ts';
import { joinCase, tellCase } from '../cases/join.ts';
import { casesView, isCaseKind, isCaseList } from '../cases/lists.ts';
import { caseView } from '../cases/view.ts';
import { reprintReceipt } from '../follow/reprint.ts';
import type { CaseRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { idOfCaseNumber } from '../rules/cases/kinds.ts';
import type { CasePlace } from '../rules/cases/given.ts';
import type { Right } from '../rules/rights.ts';
import * as shape from './case-shapes.ts';
import type { CasesView } from '../views.ts';
import { operation, type AnyOperation, type Asked } from './operation.ts';
import { empty } from './shapes.ts';

const list = operation({
	method: 'GET',
	path: '/cases/list/{list}',
	right: 'case:see',
	summary: 'Cases: `mine`, `offered`, `department`, `overdue` or `all`, earliest due first, at most two hundred',
	body: null,
	answer: shape.caseList,
	status: 200,
	run: ({ hall, who, params }) => listed(hall, who, params['list'] ?? '', null)
});

const listOfKind = operation({
	method: 'GET',
	path: '/cases/list/{list}/{kind}',
	right: 'case:see',
	summary: 'The same, of one kind of case only',
	body: null,
	answer: shape.caseList,
	status: 200,
	run: ({ hall, who, params }) => listed(hall, who, params['list'] ?? '', params['kind'] ?? '')
});

async function listed(hall: Hall, who: Who, list: string, kind: string | null): Promise<Result<CasesView>> {
	if (!isCaseList(list)) return refused('bad-request', list);
	if (kind !== null && !isCaseKind(kind)) return refused('bad-request', kind);
	return done(await casesView(hall, who, list, kind));
}

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
	listOfKind,
	read,
	open,
	act({ name: 'act', summary: 'Move a case on as its stage allows', body: shape.actBody, verb: actOnCase }),
	act({
		name: 'offer',
		summary: 'Hand a case over to a person, a desk or a department; it must be accepted',
		body: shape.offerBody,
		verb: (hall, who, id, { to, place, text }) =>
			offerCase(hall, who, id, { to: place === 'staff' ? to : placeOf(place, to), text })
	}),
	act({
		name: 'join',
		summary: 'Join a case to another about the same matter; its code goes on to show that one',
		body: shape.joinBody,
		verb: (hall, who, id, { to }) => joinCase(hall, who, id, { to: idOfCaseNumber(to) ?? Number(to) })
	}),
	act({ name: 'told', summary: 'Note that the visitor has been told, and how', body: shape.tellBody, verb: tellCase }),
	act({
		name: 'receipt',
		summary: "Print the visitor's receipt again: code, deadline and how to ask",
		body: shape.receiptBody,
		verb: reprintReceipt
	}),
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

function placeOf(place: 'desk' | 'department', code: string): CasePlace {
	return place === 'desk' ? { desk: code } : { department: code };
}

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

import { z } from 'zod';
import { escort, reached } from '../care/care.ts';
import type { Hall } from '../hall.ts';
import { shownNumber } from '../identity/view.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { recall } from '../tickets/call.ts';
import { settleClaim } from '../tickets/claim.ts';
import { cancel, voidTicket } from '../tickets/end.ts';
import type { Held } from '../tickets/held.ts';
import { issueTicket } from '../tickets/issue.ts';
import { calledOut, miss } from '../tickets/miss.ts';
import { comeBack, finish, park, resume, start } from '../tickets/serve.ts';
import { transfer } from '../tickets/transfer.ts';
import { undo } from '../tickets/undo.ts';
import { issuedFacts, ticketView } from '../tickets/view.ts';
import type { Right } from '../rules/rights.ts';
import { operation, type AnyOperation, type Asked } from './operation.ts';
import { servedView } from './served.ts';
import * as shape from './shapes.ts';

const issue = operation({
	method: 'POST',
	path: '/tickets',
	right: 'ticket:issue',
	summary: 'Take a number',
	body: shape.issueBody,
	answer: shape.ticket,
	status: 201,
	async run({ hall, who, body }) {
		if (body.seen && !isAllowed(hall, who, 'ticket:confirm')) return refused('not-allowed', 'ticket:confirm');
		const person = shownNumber(hall, body);
		if (!person.ok) return person;
		const issued = await issueTicket(hall, who, { ...body, person: person.value });
		if (issued.ok && body.card !== null) hall.cards.used(body.card);
		return issued.ok ? done(issuedFacts(hall, issued.value)) : issued;
	}
});

const read = operation({
	method: 'GET',
	path: '/tickets/{token}',
	right: null,
	summary: 'One ticket, for its owner',
	body: null,
	answer: shape.ticket,
	status: 200,
	async run({ hall, params }) {
		const view = await ticketView(hall, params['token'] ?? '');
		return view ? done(view) : refused('ticket-unknown');
	}
});

const SERVE = 'ticket:serve';

export const TICKETS: AnyOperation[] = [
	issue,
	read,
	act({ name: 'cancel', right: 'ticket:cancel', summary: 'Give a number back', body: shape.cancelBody, verb: cancel }),
	act({ name: 'recall', right: SERVE, summary: 'Call again', body: shape.empty, verb: recall }),
	act({ name: 'start', right: SERVE, summary: 'The visitor has come', body: shape.empty, verb: start }),
	act({
		name: 'finish',
		right: SERVE,
		summary: 'The service is over',
		body: shape.finishBody,
		verb: (hall, who, id, { outcome }) => finish(hall, who, id, outcome)
	}),
	act({ name: 'miss', right: SERVE, summary: 'The visitor has not come', body: shape.missBody, verb: miss }),
	act({ name: 'called-out', right: SERVE, summary: 'The clerk has called it out', body: shape.empty, verb: calledOut }),
	act({ name: 'park', right: SERVE, summary: 'The visitor steps aside', body: shape.parkBody, verb: park }),
	act({
		name: 'resume',
		right: SERVE,
		summary: 'A parked visitor is back',
		body: shape.resumeBody,
		verb: (hall, who, id, { window }) => resume(hall, who, id, window)
	}),
	act({
		name: 'return',
		right: 'ticket:return',
		summary: 'Back into the order',
		body: shape.returnBody,
		verb: comeBack
	}),
	act({
		name: 'class',
		right: 'ticket:confirm',
		summary: 'Confirm or change the priority',
		body: shape.claimBody,
		verb: settleClaim
	}),
	act({
		name: 'escort',
		right: 'ticket:escort',
		summary: 'Accompany a visitor, to a window that suits',
		body: shape.escortBody,
		verb: escort
	}),
	act({ name: 'reached', right: 'ticket:escort', summary: 'Brought to the window', body: shape.empty, verb: reached }),
	act({
		name: 'transfer',
		right: 'ticket:transfer',
		summary: 'On to another queue or window',
		body: shape.transferBody,
		verb: transfer
	}),
	act({ name: 'undo', right: SERVE, summary: 'Take back the last act', body: shape.empty, verb: undo }),
	act({
		name: 'void',
		right: 'ticket:cancel-any',
		summary: 'Misprint, with its reason',
		body: shape.voidBody,
		verb: (hall, who, id, { reason }) => voidTicket(hall, who, id, reason)
	})
];

interface Act<Body> {
	name: string;
	right: Right;
	summary: string;
	body: z.ZodType<Body>;
	verb: (hall: Hall, who: Who, id: number, body: Body) => Promise<Result<Held>>;
}

function act<Body>({ name, right, summary, body, verb }: Act<Body>): AnyOperation {
	return operation({
		method: 'POST',
		path: `/tickets/{id}/${name}`,
		right,
		summary,
		body,
		answer: shape.served,
		status: 200,
		async run({ hall, who, params, body: wish }: Asked<Body>) {
			const id = Number(params['id']);
			if (!Number.isSafeInteger(id)) return refused('ticket-unknown', params['id']);
			const result = await verb(hall, who, id, wish);
			return result.ok ? done(await servedView(hall, who, result.value)) : result;
		}
	});
}

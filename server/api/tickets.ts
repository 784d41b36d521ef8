import { z } from 'zod';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { recall } from '../tickets/call.ts';
import { cancel, voidTicket } from '../tickets/end.ts';
import type { Held } from '../tickets/held.ts';
import { issueTicket } from '../tickets/issue.ts';
import { comeBack, finish, miss, park, resume, start } from '../tickets/serve.ts';
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
		const issued = await issueTicket(hall, who, body);
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

const cancelled = act('cancel', 'ticket:cancel', 'Give a number back', shape.cancelBody, (hall, who, id, body) =>
	cancel(hall, who, id, body)
);

export const TICKETS: AnyOperation[] = [
	issue,
	read,
	cancelled,
	act('recall', 'ticket:serve', 'Call again', shape.empty, recall),
	act('start', 'ticket:serve', 'The visitor has come', shape.empty, start),
	act('finish', 'ticket:serve', 'The service is over', shape.finishBody, (hall, who, id, { outcome }) =>
		finish(hall, who, id, outcome)
	),
	act('miss', 'ticket:serve', 'The visitor has not come', shape.empty, miss),
	act('park', 'ticket:serve', 'The visitor steps aside', shape.parkBody, park),
	act('resume', 'ticket:serve', 'A parked visitor is back', shape.resumeBody, (hall, who, id, { window }) =>
		resume(hall, who, id, window)
	),
	act('return', 'ticket:return', 'Back into the order', shape.empty, comeBack),
	act('transfer', 'ticket:transfer', 'On to another queue or window', shape.transferBody, transfer),
	act('undo', 'ticket:serve', 'Take back the last act', shape.empty, undo),
	act('void', 'ticket:cancel-any', 'Misprint, with its reason', shape.voidBody, (hall, who, id, { reason }) =>
		voidTicket(hall, who, id, reason)
	)
];

type Verb<Body> = (hall: Hall, who: Who, id: number, body: Body) => Promise<Result<Held>>;

function act<Body>(name: string, right: Right, summary: string, body: z.ZodType<Body>, verb: Verb<Body>): AnyOperation {
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

import { z } from 'zod';
import type { Hall } from '../hall.ts';
import { markWill } from '../intake/will.ts';
import { receive, withdrawIntake } from '../intake/receive.ts';
import { papersCame, returnWith } from '../notices/back.ts';
import { intakesAt, papersOfTicket } from '../notices/console.ts';
import { giveNotice, type Noticed } from '../notices/give.ts';
import { answerNo, refuse } from '../notices/refuse.ts';
import { noticeView } from '../notices/view.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import type { Held } from '../tickets/held.ts';
import { ticketView } from '../tickets/view.ts';
import * as shape from './notice-shapes.ts';
import { operation, type AnyOperation, type Asked } from './operation.ts';
import { servedView } from './served.ts';
import { empty, served, ticket } from './shapes.ts';

const SERVE = 'ticket:serve';

const read = operation({
	method: 'GET',
	path: '/notices/{code}',
	right: null,
	summary: 'What was told in writing, for whoever has its code; it says nothing of a person',
	body: null,
	answer: shape.notice,
	status: 200,
	run: ({ hall, who, params }) => noticeView(hall, who, params['code'] ?? '')
});

const back = operation({
	method: 'POST',
	path: '/notices/{code}/return',
	right: null,
	summary: 'Come back with what was missing: a number with the place of the first visit, once',
	body: shape.backBody,
	answer: ticket,
	status: 201,
	async run({ hall, who, params, body }) {
		// Only who may be a kiosk has one print.
		const device = isAllowed(hall, who, 'kiosk:use') ? body.device : null;
		const slip = isAllowed(hall, who, 'ticket:issue');
		const issued = await returnWith(hall, who, { ...body, code: params['code'] ?? '', device, slip });
		return issued.ok ? done(await ticketView(hall, issued.value.ticket.token)) : issued;
	}
});

const papers = operation({
	method: 'GET',
	path: '/tickets/{id}/papers',
	right: SERVE,
	summary: 'What a ticket needs, what was taken in, and what was told before',
	body: null,
	answer: shape.papers,
	status: 200,
	run: ({ hall, who, params }) => onTicket(params, (id) => papersOfTicket(hall, who, id))
});

const intakes = operation({
	method: 'GET',
	path: '/intakes',
	right: SERVE,
	summary: 'Papers received whose visitors have still to be told what is missing',
	body: null,
	answer: z.array(shape.openIntake),
	status: 200,
	run: async ({ hall, who }) => done(await intakesAt(hall, who.role === 'clerk' ? (who.window ?? null) : null))
});

const withdraw = operation({
	method: 'POST',
	path: '/intakes/{id}/withdraw',
	right: SERVE,
	summary: 'The applicant takes the papers back: the clock stands',
	body: shape.withdrawBody,
	answer: shape.withdrawn,
	status: 200,
	async run({ hall, who, params, body }) {
		const id = Number(params['id']);
		if (!Number.isSafeInteger(id)) return refused('intake-unknown', params['id']);
		const row = await withdrawIntake(hall, who, id, body.reason);
		return row.ok ? done({ id: row.value.id, state: row.value.state }) : row;
	}
});

export const NOTICES: AnyOperation[] = [
	told({
		name: 'notice',
		summary: 'Tell everything that is missing, once and in writing',
		body: shape.noticeBody,
		verb: giveNotice
	}),
	told({ name: 'refuse', summary: 'Refuse by law, in writing', body: shape.refuseBody, verb: refuse }),
	told({
		name: 'negative',
		summary: 'Any other no, with its basis and a way onward',
		body: shape.negativeBody,
		verb: answerNo
	}),
	act('receive', 'Papers received: the clock of the law begins', empty, receive),
	act('true-will', 'An elder was asked in person for the own wish', shape.willBody, (hall, who, id, { mark }) =>
		markWill(hall, who, id, mark)
	),
	act('papers', 'What of a notice has come', shape.cameBody, (hall, who, id, { came }) =>
		papersCame(hall, who, id, came)
	),
	papers,
	read,
	back,
	intakes,
	withdraw
];

type Verb<Body, Done> = (hall: Hall, who: Who, id: number, body: Body) => Promise<Result<Done>>;

interface Told<Body> {
	name: string;
	summary: string;
	body: z.ZodType<Body>;
	verb: Verb<Body, Noticed>;
}

function told<Body>({ name, summary, body, verb }: Told<Body>): AnyOperation {
	return operation({
		method: 'POST',
		path: `/tickets/{id}/${name}`,
		right: SERVE,
		summary,
		body,
		answer: shape.noticed,
		status: 200,
		async run({ hall, who, params, body: wish }: Asked<Body>) {
			const given = await onTicket(params, (id) => verb(hall, who, id, wish));
			if (!given.ok) return given;
			const { code, kind, due_day: dueDay } = given.value.notice;
			return done({ ...(await servedView(hall, who, given.value)), notice: { code, kind, dueDay } });
		}
	});
}

function act<Body>(name: string, summary: string, body: z.ZodType<Body>, verb: Verb<Body, Held>): AnyOperation {
	return operation({
		method: 'POST',
		path: `/tickets/{id}/${name}`,
		right: SERVE,
		summary,
		body,
		answer: served,
		status: 200,
		async run({ hall, who, params, body: wish }: Asked<Body>) {
			const result = await onTicket(params, (id) => verb(hall, who, id, wish));
			return result.ok ? done(await servedView(hall, who, result.value)) : result;
		}
	});
}

function onTicket<T>(
	params: Readonly<Record<string, string>>,
	verb: (id: number) => Promise<Result<T>>
): Promise<Result<T>> {
	const id = Number(params['id']);
	return Number.isSafeInteger(id) ? verb(id) : Promise.resolve(refused('ticket-unknown', params['id']));
}

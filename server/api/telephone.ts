import type { z } from 'zod';
import type { Hall } from '../hall.ts';
import { printAnswer } from '../messages/print.ts';
import { sendAgain, sendAnswer } from '../messages/queue.ts';
import { isBlocked, liftBlock } from '../nuisance/blocked.ts';
import { proposeNuisance } from '../nuisance/propose.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import type { Right } from '../rules/rights.ts';
import { checkIdentity, openNumber, refer, transfer } from '../telephone/acts.ts';
import { openCallBack } from '../telephone/cases.ts';
import { searchDirectory } from '../telephone/directory.ts';
import { hearEvents } from '../telephone/events.ts';
import { beginByHand, tellByHand } from '../telephone/hand.ts';
import { takeIntake } from '../telephone/intake.ts';
import { callersRecord } from '../telephone/records.ts';
import { setSeat } from '../telephone/seats.ts';
import { telephoneView } from '../telephone/view.ts';
import { sumUp } from '../telephone/wrap.ts';
import { operation, type AnyOperation, type Asked } from './operation.ts';
import { empty } from './shapes.ts';
import * as shape from './telephone-shapes.ts';

const events = operation({
	method: 'POST',
	path: '/telephone/events',
	right: 'telephone:report',
	summary: 'What a telephone system tells of its calls; late, twice or out of order it comes to the same record',
	body: shape.eventsBody,
	answer: shape.heard,
	status: 200,
	async run({ hall, who, body }) {
		const heard = await hearEvents(hall, who, 'api', body.events);
		if (!heard.ok) return heard;
		return done({ calls: heard.value.map(({ id, ref, state, late }) => ({ id, call: ref, state, late: late === 1 })) });
	}
});

const blocked = operation({
	method: 'POST',
	path: '/telephone/blocked',
	right: 'telephone:report',
	summary: 'Whether a number is held back now, as a confirmed nuisance, and until when; asked before a call rings',
	body: shape.numberBody,
	answer: shape.blocked,
	status: 200,
	run: async ({ hall, body }) => done(await isBlocked(hall, body.number))
});

const page = operation({
	method: 'GET',
	path: '/telephone',
	right: 'telephone:work',
	summary: 'The telephone as one person sees it: what rings, the own call, what waits to be done',
	body: null,
	answer: shape.telephone,
	status: 200,
	run: async ({ hall, who }) => done(await telephoneView(hall, who))
});

const directory = operation({
	method: 'GET',
	path: '/telephone/directory/{question}',
	right: 'telephone:work',
	summary: 'What answers a question and has a telephone number',
	body: null,
	answer: shape.directory,
	status: 200,
	run: async ({ hall, who, params }) => done(await searchDirectory(hall, who, params['question'] ?? ''))
});

const record = operation({
	method: 'POST',
	path: '/telephone/calls/{id}/record',
	right: 'telephone:work',
	summary: 'How a matter or case of the caller stands; only after who calls was checked in this call',
	body: shape.recordBody,
	answer: shape.callersRecord,
	status: 200,
	run: ({ hall, who, params, body }) => callersRecord(hall, who, idOf(params), body.code)
});

const number = operation({
	method: 'POST',
	path: '/telephone/calls/{id}/number',
	right: 'personal:open',
	summary: 'Open the number that a call came from, to call back; that it was opened stands in the ledger',
	body: empty,
	answer: shape.ownNumber,
	status: 200,
	run: ({ hall, who, params }) => openNumber(hall, who, idOf(params))
});

const lift = operation({
	method: 'POST',
	path: '/telephone/blocks/{id}/lift',
	right: 'telephone:oversee',
	summary: 'Take a block back before its time',
	body: empty,
	answer: shape.blocked,
	status: 200,
	run: ({ hall, who, params }) => liftBlock(hall, who, idOf(params))
});

export const TELEPHONE: AnyOperation[] = [
	events,
	blocked,
	page,
	directory,
	record,
	number,
	lift,
	act('/telephone/seat', 'Ready, not ready, signed off', shape.seatBody, ({ hall, who, body }) =>
		setSeat(hall, who, body)
	),
	act('/telephone/calls', 'Type a call by hand that was just answered', shape.handBody, ({ hall, who, body }) =>
		beginByHand(hall, who, body)
	),
	inCall('hold', 'Hold a call typed by hand', empty, (hall, who, id) => tellByHand(hall, who, id, 'held')),
	inCall('resume', 'Take it up again', empty, (hall, who, id) => tellByHand(hall, who, id, 'resumed')),
	inCall('end', 'End it', empty, (hall, who, id) => tellByHand(hall, who, id, 'ended')),
	inCall('refer', 'The right number was told', shape.referBody, refer),
	inCall('transfer', 'Hand the caller on, who has agreed', shape.transferBody, transfer),
	inCall('check', 'Who calls was checked', shape.checkBody, checkIdentity),
	inCall('call-back', 'Promise a call-back; also of a missed call', shape.callBackBody, openCallBack),
	inCall('case', 'Take down a message or a complaint', shape.intakeBody, takeIntake),
	inCall('nuisance', 'Propose to hold a nuisance caller back', shape.nuisanceBody, proposeNuisance),
	inCall('answer', "Send a long answer by the hall's gateway", shape.answerBody, sendAnswer),
	inCall('print', 'Print a long answer, for who comes by', shape.printBody, printAnswer),
	inCall('summary', 'Sum a call up after its end', shape.summaryBody, sumUp),
	act('/telephone/messages/{id}/again', 'Send once more what was given up', empty, ({ hall, who, params }) =>
		sendAgain(hall, who, idOf(params))
	)
];

function idOf(params: Readonly<Record<string, string>>): number {
	const id = Number(params['id']);
	return Number.isSafeInteger(id) ? id : 0;
}

/** An operation of the page of the telephone, answered with the page anew. */
function act<Body>(
	path: string,
	summary: string,
	body: z.ZodType<Body>,
	verb: (asked: Asked<Body>) => Promise<Result<unknown>>
): AnyOperation {
	const right: Right = 'telephone:work';
	return operation({
		...{ method: 'POST', path, right, summary, body, answer: shape.telephone, status: 200 },
		async run(asked: Asked<Body>) {
			if (asked.params['id'] !== undefined && idOf(asked.params) === 0)
				return refused('call-unknown', asked.params['id']);
			const result = await verb(asked);
			return result.ok ? done(await telephoneView(asked.hall, asked.who)) : result;
		}
	});
}

function inCall<Body>(
	name: string,
	summary: string,
	body: z.ZodType<Body>,
	verb: (hall: Hall, who: Who, id: number, body: Body) => Promise<Result<unknown>>
): AnyOperation {
	return act(`/telephone/calls/{id}/${name}`, summary, body, ({ hall, who, params, body: wish }) =>
		verb(hall, who, idOf(params), wish)
	);
}

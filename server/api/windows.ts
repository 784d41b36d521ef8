import { z } from 'zod';
import type { WindowRow } from '#db/schema.ts';
import { windowLines } from '../calls/board.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { callChosen, callNext } from '../tickets/call.ts';
import { consoleView } from '../windows/view.ts';
import { releaseWindow } from '../windows/release.ts';
import { offerWindow } from '../windows/seat.ts';
import { closeWindow, openWindow, pauseWindow, wrapUp } from '../windows/state.ts';
import { say } from '../windows/text.ts';
import { operation, type AnyOperation, type Asked } from './operation.ts';
import { ownConsole, servedView } from './served.ts';
import * as shape from './shapes.ts';

const pauseBody = z.strictObject({
	reason: shape.code,
	minutes: z.int().min(1).max(480).nullable().default(null).meta({ description: 'how long it is planned to last' })
});
const offerBody = z.strictObject({
	to: shape.code.nullable().meta({ description: 'staff number; null takes the offer back' })
});
const textBody = z.strictObject({
	text: z.string().max(1000),
	override: z.boolean().default(false).meta({ description: 'it goes out although its wording is forbidden' })
});

const list = operation({
	method: 'GET',
	path: '/windows',
	right: 'queue:read',
	summary: 'All windows',
	body: null,
	answer: z.array(shape.window),
	status: 200,
	async run({ hall }) {
		const codes = hall.setup.file.windows.map((window) => window.code);
		const lines = await windowLines(hall, codes);
		return done(
			lines.map(({ code, name, state, staff, number }) => ({
				code,
				zone: hall.setup.windows.get(code)?.zone ?? '',
				name,
				state,
				reason: hall.counters.get(code)?.reason ?? null,
				staff,
				number,
				queues: hall.setup.queuesOf(code).map((one) => one.queue)
			}))
		);
	}
});

const console = operation({
	method: 'GET',
	path: '/windows/{code}',
	right: 'window:work',
	summary: 'The console of one window',
	body: null,
	answer: z.unknown(),
	status: 200,
	async run({ hall, who, params }) {
		const view = await consoleView(hall, who, params['code'] ?? '');
		return view ? done(view) : refused('window-unknown', params['code']);
	}
});

const next = operation({
	method: 'POST',
	path: '/windows/{code}/next',
	right: 'ticket:serve',
	summary: 'Call the next ticket, or a chosen one with its reason',
	body: shape.nextBody,
	answer: shape.served,
	status: 200,
	async run({ hall, who, params, body }) {
		const window = params['code'] ?? '';
		const called =
			body.ticket === null
				? await callNext(hall, who, window)
				: await callChosen(hall, who, { window, ticket: body.ticket, reason: body.reason });
		return called.ok ? done(await servedView(hall, who, called.value)) : called;
	}
});

const saying = operation({
	method: 'POST',
	path: '/windows/{code}/text',
	right: 'window:work',
	summary: 'Write to the visitor on the screen that faces him; an empty text wipes it',
	body: textBody,
	answer: z.object({ text: z.string(), console: shape.console }),
	status: 200,
	async run({ hall, who, params, body }) {
		const said = await say(hall, who, params['code'] ?? '', body);
		return said.ok ? done({ ...said.value, console: await ownConsole(hall, who) }) : said;
	}
});

export const WINDOWS: AnyOperation[] = [
	list,
	console,
	next,
	change('open', 'Open, or go on after a pause', shape.openBody, (hall, who, code, { staff }) =>
		openWindow(hall, who, code, staff)
	),
	change('pause', 'Pause with a reason', pauseBody, pauseWindow),
	change('wrap-up', 'Finish what belongs to the last visitor; nobody is called meanwhile', shape.empty, wrapUp),
	change('offer', 'Offer the seat to a colleague, or take the offer back', offerBody, (hall, who, code, { to }) =>
		offerWindow(hall, who, code, to)
	),
	saying,
	change('close', 'Close', shape.empty, (hall, who, code) => closeWindow(hall, who, code)),
	{
		...change('release', 'Free a window whose clerk has gone', shape.reasonBody, (hall, who, code, { reason }) =>
			releaseWindow(hall, who, code, reason)
		),
		right: 'window:release'
	}
];

type Verb<Body> = (hall: Hall, who: Who, code: string, body: Body) => Promise<Result<WindowRow>>;

function change<Body>(name: string, summary: string, body: z.ZodType<Body>, verb: Verb<Body>): AnyOperation {
	return operation({
		method: 'POST',
		path: `/windows/{code}/${name}`,
		right: 'window:work',
		summary,
		body,
		answer: shape.changedWindow,
		status: 200,
		async run({ hall, who, params, body: wish }: Asked<Body>) {
			const changed = await verb(hall, who, params['code'] ?? '', wish);
			if (!changed.ok) return changed;
			const { code, state, reason, staff, since } = changed.value;
			return done({ code, state, reason, staff, since, console: await ownConsole(hall, who) });
		}
	});
}

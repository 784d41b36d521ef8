import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#db/schema.ts';
import type { ProblemDocument } from '#server/api/problem.ts';
import { ENGINES } from './db.ts';
import { noonHall } from './fixtures/live-hall.ts';
import { act, callNext, newIntent, open, runHall, take, type Running } from './running.ts';
import { faultsIn, actsIn, rowsOf } from './tables.ts';

/* Whatever is asked wrongly is refused with a document that a program and a person can read, and nothing has changed. */

const ROLES = ['kiosk', 'clerk', 'supervisor', 'display'] as const satisfies Role[];
type Asker = (typeof ROLES)[number] | 'visitor';
type Hall = Running<(typeof ROLES)[number]>;

/** `sale` is closed today, `few` gives two numbers a day. */
const HALL = noonHall((file) => {
	const all = ['00:00-24:00'];
	const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
	file.set('hours', file.createNode(Object.fromEntries(days.map((day) => [day, all]))));
	file.set('holidays', file.createNode([]));
	file.set('workdays', file.createNode([]));
	file.deleteIn(['policies', 'demo']);
	file.setIn(['queues', 1, 'hours'], file.createNode({}));
	const few = { code: 'few', zone: 'east', name: { zh: '少', en: 'Few' }, prefix: 'F', plannedMinutes: 5, cap: 2 };
	file.addIn(['queues'], file.createNode(few));
	file.addIn(['windows', 0, 'queues'], 'few');
	const item = file.getIn(['items', 0], true) as { toJS(document: unknown): object };
	file.addIn(['items'], file.createNode({ ...item.toJS(file), code: 'few', queue: 'few' }));
});

/** What is there before anything is asked wrongly. */
interface Stood {
	waiting: number;
	called: number;
	token: string;
}

/** The refusal is status and code: `409 wrong-state`. */
type Wrong = [what: string, by: Asker, path: string | ((stood: Stood) => string), body: unknown, refusal: string];

const issue = (what: string, wish: unknown, refusal: string): Wrong => {
	const isWish = typeof wish === 'object' && wish && !Array.isArray(wish);
	return [what, 'kiosk', '/tickets', isWish ? { item: 'enrol', intent: 'a-new-intent', ...wish } : wish, refusal];
};
const onWaiting = (what: string, action: string, body: object, refusal: string): Wrong => [
	what,
	'clerk',
	({ waiting }) => `/tickets/${String(waiting)}/${action}`,
	body,
	refusal
];
const onCalled = (what: string, action: string, body: object, refusal: string): Wrong => [
	what,
	'clerk',
	({ called }) => `/tickets/${String(called)}/${action}`,
	body,
	refusal
];
const atWindow = (what: string, path: string, body: object, refusal: string): Wrong => [
	what,
	'clerk',
	`/windows/${path}`,
	body,
	refusal
];
/** A question: nothing is sent. */
const reading = (what: string, by: Asker, path: Wrong[2], refusal: string): Wrong => [
	what,
	by,
	path,
	undefined,
	refusal
];

const WRONG: Wrong[] = [
	issue('an unknown item', { item: 'nothing' }, '404 item-unknown'),
	issue('an unknown class', { class: 'king' }, '404 class-unknown'),
	issue('a queue that is closed today', { item: 'sale' }, '409 queue-closed'),
	issue('a queue that is full', { item: 'few' }, '409 queue-full'),
	issue('an intent that is too short', { intent: 'short' }, '400 bad-request'),
	issue('an intent that is too long', { intent: 'x'.repeat(65) }, '400 bad-request'),
	issue('a number for a text', { item: 7 }, '400 bad-request'),
	issue('nothing for a text', { item: null }, '400 bad-request'),
	issue('an unknown language', { lang: 'fr' }, '400 bad-request'),
	issue('a field nobody knows', { priority: true }, '400 bad-request'),
	issue('a list', [], '400 bad-request'),
	issue('a bare text', 'enrol', '400 bad-request'),
	issue('null', null, '400 bad-request'),
	onWaiting('the start of one who waits', 'start', {}, '409 wrong-state'),
	onWaiting('the recall of one who waits', 'recall', {}, '409 wrong-state'),
	onWaiting('the end of one who waits', 'finish', {}, '409 wrong-state'),
	onWaiting('an end nobody knows', 'finish', { outcome: 'magic' }, '400 bad-request'),
	onWaiting('a no-show of one who waits', 'miss', {}, '409 wrong-state'),
	onWaiting('parking one who waits', 'park', {}, '409 wrong-state'),
	onWaiting('taking up one who is not parked', 'resume', { window: '2' }, '409 wrong-state'),
	onWaiting('the return of one who is here', 'return', {}, '409 wrong-state'),
	onWaiting('taking back nothing', 'undo', {}, '409 nothing-to-undo'),
	onWaiting('a transfer to where it is', 'transfer', { queue: 'social' }, '409 target-same'),
	onWaiting('a transfer to an unknown queue', 'transfer', { queue: 'nowhere' }, '404 queue-unknown'),
	onWaiting('a transfer to an unknown window', 'transfer', { window: '99' }, '404 window-unknown'),
	onWaiting('a transfer to nowhere', 'transfer', {}, '404 queue-unknown'),
	onWaiting('a cancellation by staff without a reason', 'cancel', {}, '400 reason-needed'),
	onWaiting('a misprint without a reason', 'void', { reason: '' }, '400 bad-request'),
	onWaiting('a misprint with a blank reason', 'void', { reason: '  ' }, '400 reason-needed'),
	onWaiting('a reason without end', 'cancel', { reason: 'x'.repeat(501) }, '400 bad-request'),
	onCalled('a misprint of one who is called', 'void', { reason: 'torn' }, '409 wrong-state'),
	onCalled('the end of one who has not come', 'finish', {}, '409 wrong-state'),
	[
		'a cancellation by a stranger',
		'kiosk',
		({ waiting }) => `/tickets/${String(waiting)}/cancel`,
		{},
		'404 ticket-unknown'
	],
	[
		'a cancellation with another’s token',
		'visitor',
		({ waiting }) => `/tickets/${String(waiting)}/cancel`,
		{ token: 'x' },
		'404 ticket-unknown'
	],
	['a ticket nobody has', 'clerk', '/tickets/999999/start', {}, '404 ticket-unknown'],
	['a ticket that is no number', 'clerk', '/tickets/abc/start', {}, '404 ticket-unknown'],
	['a ticket beyond all numbers', 'clerk', '/tickets/1e99/start', {}, '404 ticket-unknown'],
	reading('a token nobody has', 'visitor', '/tickets/nobody', '404 ticket-unknown'),
	reading('a token cut short', 'visitor', ({ token }) => `/tickets/${token.slice(0, -1)}`, '404 ticket-unknown'),
	atWindow('an unknown window', '99/open', {}, '404 window-unknown'),
	atWindow('a call at an unknown window', '99/next', {}, '404 window-unknown'),
	atWindow('a call at a closed window', '3/next', {}, '409 window-not-open'),
	atWindow('a call at a window that has somebody', '1/next', {}, '409 window-busy'),
	atWindow('a chosen call without a reason', '2/next', { ticket: 1 }, '400 reason-needed'),
	atWindow('a chosen call of nobody', '2/next', { ticket: 999999, reason: 'ill' }, '404 ticket-unknown'),
	atWindow('a chosen call of half a ticket', '2/next', { ticket: 1.5, reason: 'ill' }, '400 bad-request'),
	atWindow('opening for somebody unknown', '3/open', { staff: '7777' }, '404 staff-unknown'),
	atWindow('opening for somebody who sits elsewhere', '3/open', { staff: '1001' }, '409 staff-busy'),
	atWindow('opening where somebody sits', '1/open', { staff: '1003' }, '409 window-taken'),
	atWindow('a pause without a reason', '2/pause', {}, '400 bad-request'),
	atWindow('a pause for a reason nobody knows', '2/pause', { reason: 'boredom' }, '400 reason-needed'),
	atWindow('a pause of a closed window', '3/pause', { reason: 'lunch' }, '409 window-not-open'),
	atWindow('a pause before somebody’s face', '1/pause', { reason: 'lunch' }, '409 window-busy'),
	atWindow('closing before somebody’s face', '1/close', {}, '409 window-busy'),
	['a slip nobody has', 'clerk', '/slips/999999/reprint', {}, '404 slip-unknown'],
	['a slip that is no number', 'clerk', '/slips/abc/reprint', {}, '404 slip-unknown'],
	reading('a zone nobody has', 'display', '/zones/north/board', '404 not-found'),
	reading('a window nobody has', 'clerk', '/windows/99', '404 window-unknown'),
	reading('a path nobody has', 'clerk', '/nothing/at/all', '404 not-found'),
	reading('a method that a path does not have', 'clerk', '/tickets', '404 not-found'),
	['no key where one is needed', 'visitor', '/windows/1/next', {}, '401 signed-out'],
	['a key that may not', 'display', '/windows/1/next', {}, '403 not-allowed']
];

const CHINESE = /[\u4e00-\u9fff]/;

/** One problem document, complete and in both languages. */
function expectProblem(response: Response, document: ProblemDocument, refusal: string): void {
	expect(`${String(response.status)} ${document.code}`).toBe(refusal);
	expect(document.status).toBe(response.status);
	expect(response.headers.get('content-type')).toBe('application/problem+json');
	expect(response.headers.get('cache-control')).toBe('no-store');
	expect(document.type).toBe(`urn:guidedesk:problem:${document.code}`);
	expect(document.zh).toMatch(CHINESE);
	expect(document.en).toMatch(/^[A-Z][^\u4e00-\u9fff]+\.$/);
	expect(document.title).toBe(document.zh);
	expect(typeof document.detail).toBe('string');
	if (response.status === 401) expect(response.headers.get('www-authenticate')).toBe('Bearer');
}

describe.each(ENGINES)('asked wrongly on %s', { timeout: 60_000 }, (engine) => {
	let hall: Hall;
	let stood: Stood;
	beforeAll(async () => {
		hall = await runHall(engine, HALL, ROLES);
		const kiosk = hall.as('kiosk');
		await open(hall.as('clerk'), 1, 2);
		for (let i = 0; i < 2; i += 1) await take(kiosk, 'few');
		const [first, second] = [await take(kiosk, 'enrol', { class: 'elder' }), await take(kiosk, 'enrol')];
		const called = await hall
			.as('clerk')
			.ask<{ id: number }>('POST', '/windows/1/next', { ticket: first.id, reason: 'test' });
		stood = { waiting: second.id, called: called.body.id, token: second.token };
	});
	afterAll(() => hall.end());

	/** Asks as a program does: a question when there is nothing to send. */
	function send(
		by: Asker,
		path: string,
		init: { method?: string; body?: string; headers?: Record<string, string> } = {}
	): Promise<Response> {
		const key: Record<string, string> = by === 'visitor' ? {} : { authorization: `Bearer ${hall.keys[by]}` };
		return fetch(`${hall.server.url}/api/v1${path}`, {
			method: init.body === undefined ? 'GET' : 'POST',
			...init,
			headers: { 'content-type': 'application/json', ...key, ...init.headers }
		});
	}

	/** Everything that a wrong wish could have changed; slips go on being printed meanwhile. */
	async function tables(): Promise<object> {
		const read = (table: string, order: string): Promise<unknown[]> =>
			rowsOf(hall.database, `select * from ${table} order by ${order}`);
		return {
			tickets: await read('ticket', 'id'),
			legs: await read('leg', 'id'),
			calls: await read('call', 'id'),
			windows: await read('"window"', 'code'),
			counts: await read('queue_day', 'queue'),
			lines: (await read('ledger', 'seq')).filter((line) => (line as { actor: string }).actor !== 'system')
		};
	}

	test('is a problem document, and nothing has changed', async () => {
		const before = await tables();
		for (const [what, by, path, body, refusal] of WRONG) {
			const where = typeof path === 'string' ? path : path(stood);
			const response = await send(by, where, body === undefined ? {} : { body: JSON.stringify(body) });
			const document = (await response.json()) as ProblemDocument;
			try {
				expectProblem(response, document, refusal);
			} catch (error) {
				throw new Error(`${what} (${where}): ${JSON.stringify(document)}`, { cause: error });
			}
		}
		expect(await tables()).toEqual(before);
		expect(await faultsIn(hall.database)).toEqual([]);
	});

	test('in the language that was asked for', async () => {
		const response = await send('clerk', '/tickets/999999/start', {
			body: '{}',
			headers: { 'accept-language': 'en-GB, zh;q=0.5' }
		});
		const document = (await response.json()) as ProblemDocument;
		expect(document.title).toBe(document.en);
	});

	test.each(['{', '', '{"item":"enrol",}', '\u0000', '{"item":"enrol"'.repeat(3), '[]['])(
		'not JSON: %j',
		async (body) => {
			const acts = await actsIn(hall.database);
			const response = await send('kiosk', '/tickets', { body });
			expectProblem(response, (await response.json()) as ProblemDocument, '400 bad-request');
			expect(await actsIn(hall.database)).toBe(acts);
			expect(await rowsOf(hall.database, 'select id from ticket')).toHaveLength(4);
		}
	);

	test('JSON that means harm to an object is only unknown fields', async () => {
		const body = '{"item":"enrol","intent":"proto-intent-1","__proto__":{"admin":true},"constructor":{"prototype":{}}}';
		const response = await send('kiosk', '/tickets', { body });
		expectProblem(response, (await response.json()) as ProblemDocument, '400 bad-request');
	});

	test.each(['Bearer nonsense', 'Bearer ', 'Basic dXNlcjpwYXNz', 'gd_x'])('a wrong key: %s', async (authorization) => {
		const response = await send('visitor', '/queues', { headers: { authorization } });
		expectProblem(response, (await response.json()) as ProblemDocument, '401 wrong-credentials');
	});

	test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('a method nobody has: %s', async (method) => {
		const response = await send('clerk', '/tickets', { method });
		expectProblem(response, (await response.json()) as ProblemDocument, '404 not-found');
	});

	test.each([
		[70_000, 'told beforehand'],
		[700_000, 'told beforehand'],
		[70_000, 'in pieces'],
		[700_000, 'in pieces']
	])('a body of %i bytes, %s', async (size, how) => {
		const body = JSON.stringify({ item: 'enrol', intent: newIntent(), device: 'x'.repeat(size) });
		const answer = await post(hall.server.port, hall.keys.kiosk, body, how === 'in pieces');
		expect(answer).toMatchObject({ status: 413, type: 'application/problem+json', document: { code: 'too-large' } });
		expect((await take(hall.as('kiosk'), 'enrol')).number).toMatch(/^A\d{3}$/);
	});

	test('the bench refuses what it does not know', async () => {
		const ask = (body: string): Promise<Response> =>
			fetch(`${hall.server.url}/dev/devices/fault`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', authorization: `Bearer ${hall.keys.supervisor}` },
				body
			});
		expect((await ask('{')).status).toBe(400);
		expect((await ask('null')).status).toBe(400);
		expect((await ask('{"device":"nothing","fault":"paper-out","on":true}')).status).toBe(404);
		expect((await ask('{"device":"printer-1","fault":"rust","on":true}')).status).toBe(404);
		expect((await ask('{"device":"board-1","fault":"paper-out","on":true}')).status).toBe(404);
	});

	test('the hall works on', async () => {
		expect((await act(hall.as('clerk'), stood.called, 'start')).status).toBe(200);
		expect((await act(hall.as('clerk'), stood.called, 'finish')).status).toBe(200);
		expect((await callNext(hall.as('clerk'), 1)).status).toBe(200);
		expect(hall.server.output()).not.toMatch(/"level":50/);
	});
});

interface Answered {
	status: number | undefined;
	type: string | undefined;
	document: ProblemDocument;
}

/** A POST whose length is told beforehand or not. */
function post(port: number, key: string, body: string, inPieces: boolean): Promise<Answered> {
	const headers: Record<string, string | number> = {
		'content-type': 'application/json',
		authorization: `Bearer ${key}`,
		...(inPieces ? {} : { 'content-length': Buffer.byteLength(body) })
	};
	return new Promise((resolve, reject) => {
		const asking = request(
			{ port, host: '127.0.0.1', path: '/api/v1/tickets', method: 'POST', headers },
			(response) => {
				let text = '';
				response.on('data', (bytes: Buffer) => (text += bytes.toString()));
				response.on('end', () => {
					const type = response.headers['content-type'];
					resolve({ status: response.statusCode, type, document: JSON.parse(text) as ProblemDocument });
				});
			}
		);
		asking.on('error', reject);
		for (let at = 0; at < body.length; at += 10_000) asking.write(body.slice(at, at + 10_000));
		asking.end();
	});
}

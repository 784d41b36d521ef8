import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES, type Role } from '#db/schema.ts';
import { OPERATIONS } from '#server/api/list.ts';
import type { ProblemDocument } from '#server/api/problem.ts';
import type { Room } from '#server/realtime/events.ts';
import { may, type Right } from '#server/rules/rights.ts';
import { noonHall } from './fixtures/live-hall.ts';
import { signIn } from './form.ts';
import { act, callNext, open, runHall, take, type Running } from './running.ts';
import { linkOf } from './server.ts';
import { faultsIn, actsIn } from './tables.ts';
import { ask, line } from './watcher.ts';

/* Who may do what, asked of the running server: every operation, page and room, by every role and by nobody. */

/** Some thousand questions, one after the other, on a machine that does everything else at the same time. */
const PATIENCE_MS = 180_000;

type Asker = Role | 'visitor';
const ASKERS: readonly Asker[] = [...ROLES, 'visitor'];

/** Pages and what they need; null where everybody may. */
const PAGES: [method: 'GET' | 'POST', path: string, right: Right | null][] = [
	['GET', '/', null],
	['GET', '/sign-in', null],
	['GET', '/health', null],
	['GET', '/ready', null],
	['GET', '/metrics', null],
	['GET', '/api/v1/openapi.json', null],
	['GET', '/book', null],
	['GET', '/kiosk', 'kiosk:use'],
	['GET', '/speech', 'kiosk:use'],
	['POST', '/speech?kiosk=none', 'kiosk:use'],
	['GET', '/kiosk/find', 'kiosk:use'],
	['GET', '/i/enrol', null],
	['GET', '/kiosk/directory', 'kiosk:use'],
	['GET', '/kiosk/manifest.webmanifest', 'kiosk:use'],
	['GET', '/display/east', 'screen:watch'],
	['GET', '/display/window/1', 'screen:watch'],
	['GET', '/rate/1', 'rating:show'],
	['GET', '/ratings', 'rating:paper'],
	['GET', '/display/window/1/text', 'screen:watch'],
	['GET', '/supervise/figures', 'figures:read'],
	['GET', '/dev/devices', 'device:bench'],
	['GET', '/cases', 'case:see'],
	['GET', '/orders', 'case:see'],
	['GET', '/orders/results', 'case:read-any'],
	['GET', '/tasks', 'case:see'],
	['GET', '/notes', 'note:see'],
	['GET', '/rounds', 'inspection:read'],
	['GET', '/devices', 'device:read'],
	['GET', '/voice', 'device:bench'],
	['GET', '/devices/lines', 'device:commission'],
	['POST', '/devices/lines/check', 'device:commission'],
	['GET', '/voice/sample?in=zh&sample=0', 'device:bench'],
	['GET', '/complaints', 'case:see'],
	['GET', '/questions', 'case:see'],
	['GET', '/faq', null],
	['GET', '/incidents', 'incident:see'],
	['GET', '/say', null],
	['GET', '/c', null],
	['GET', '/knowledge', 'knowledge:read'],
	['GET', '/desk', 'desk:work'],
	['GET', '/telephone', 'telephone:work'],
	['GET', '/slips', 'slip:see'],
	['GET', '/supervise', 'day:read'],
	['GET', '/supervise/opinions', 'opinion:read'],
	['POST', '/dev/devices/fault', 'device:bench'],
	['POST', '/dev/devices/power', 'device:bench'],
	['POST', '/dev/devices/key', 'device:bench'],
	['POST', '/dev/devices/scan', 'device:bench']
];

/** Pages that a member of staff works at: who is nobody is sent to sign in. */
const SIGNED_IN = [
	'/cases',
	'/orders',
	'/tasks',
	'/notes',
	'/rounds',
	'/voice',
	'/devices/lines',
	'/devices',
	'/complaints',
	'/incidents',
	'/questions',
	'/incidents',
	'/knowledge',
	'/desk',
	'/telephone',
	'/ratings',
	'/slips',
	'/supervise',
	'/supervise/figures',
	'/supervise/opinions'
];

/** A key of each room that is there, and what it needs. */
const ROOMS: [room: Room, key: string, right: Right | null][] = [
	['zone', 'east', 'screen:watch'],
	['window-screen', '1', 'screen:watch'],
	['text-screen', '1', 'screen:watch'],
	['console', '1', 'window:work'],
	['kiosk', 'kiosk-1', 'kiosk:use'],
	['devices', '', 'device:bench'],
	['lines', '', 'device:commission'],
	['watch', '', 'device:read'],
	['cases', 'mine', 'case:see'],
	['orders', 'mine', 'case:see'],
	['tasks', 'own', 'case:see'],
	['notes', '', 'note:see'],
	['cases', 'mine matter', 'case:see'],
	['complaints', 'list=open', 'case:see'],
	['questions', '', 'case:see'],
	['incidents', '', 'incident:see'],
	['desk', 'main', 'desk:work'],
	['supervise', '', 'day:read'],
	['rate', '1', 'rating:show'],
	['telephone', '', 'telephone:work'],
	['ticket', 'nobody', null]
];

function keyOf(hall: Running, by: Asker): string | undefined {
	return by === 'visitor' ? undefined : hall.keys[by];
}

function headersOf(hall: Running, by: Asker): Record<string, string> {
	const key = keyOf(hall, by);
	return { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) };
}

/** How each operation is answered to each asker: `granted` for whatever else than a missing right. */
async function operations(hall: Running): Promise<Record<string, string>> {
	const found: Record<string, string> = {};
	for (const { method, path } of OPERATIONS) {
		const where = path
			.replace('/zones/{code}', '/zones/east')
			.replace('{code}', '99')
			.replace('{id}', '999999')
			.replace('{number}', 'none')
			.replace('{day}', '2026-01-01');
		// The end of the day needs nothing that could be missing: only a word too many keeps it from being done.
		const body = path.startsWith('/days/today') ? '{"nonsense":true}' : '{}';
		for (const by of ASKERS) {
			const response = await fetch(`${hall.server.url}/api/v1${where.replace('{token}', 'nobody')}`, {
				method,
				headers: headersOf(hall, by),
				body: method === 'POST' ? body : null
			});
			const { code } = (await response.json()) as Partial<ProblemDocument>;
			const barred = code === 'signed-out' || code === 'not-allowed';
			found[`${by} ${method} ${path}`] = barred ? `${String(response.status)} ${code}` : 'granted';
		}
	}
	return found;
}

async function pages(hall: Running): Promise<Record<string, string>> {
	const found: Record<string, string> = {};
	for (const [method, path] of PAGES) {
		for (const by of ASKERS) {
			const body = method === 'POST' ? '{"device":"none","board":"none","fault":"none","on":true}' : null;
			const response = await fetch(hall.server.url + path, {
				method,
				headers: headersOf(hall, by),
				body,
				redirect: 'manual'
			});
			await response.arrayBuffer();
			// Nothing is sent with a POST, so it finds nothing to do, or nothing that it understands.
			const granted = method === 'GET' ? [200] : [400, 404];
			found[`${by} ${path}`] = granted.includes(response.status) ? 'granted' : String(response.status);
		}
	}
	return found;
}

async function rooms(hall: Running): Promise<Record<string, string>> {
	const found: Record<string, string> = {};
	for (const by of ASKERS) {
		const socket = await line(hall.server.url, keyOf(hall, by));
		for (const [room, key] of ROOMS) {
			const answer = await ask(socket, room, key);
			const code = answer.ok ? 'granted' : answer.code;
			found[`${by} ${room}`] = code === 'not-found' ? 'granted' : code;
		}
		socket.disconnect();
	}
	return found;
}

type Allowed = (by: Asker, right: Right) => boolean;

/** The same three, as the table of rights says. */
function expected(allowed: Allowed): { operations: object; pages: object; rooms: object } {
	const each = <T>(
		all: readonly T[],
		name: (one: T) => string,
		right: (one: T) => Right | null,
		barred: (by: Asker, name: string) => string
	): object =>
		Object.fromEntries(
			all.flatMap((one) =>
				ASKERS.map((by) => {
					const needed = right(one);
					return [`${by} ${name(one)}`, needed === null || allowed(by, needed) ? 'granted' : barred(by, name(one))];
				})
			)
		);
	const code = (by: Asker): string => (by === 'visitor' ? 'signed-out' : 'not-allowed');
	return {
		operations: each(
			OPERATIONS,
			(one) => `${one.method} ${one.path}`,
			(one) => one.right,
			(by) => `${by === 'visitor' ? '401' : '403'} ${code(by)}`
		),
		pages: each(
			PAGES,
			(one) => one[1],
			(one) => one[2],
			(by, path) => (by === 'visitor' && SIGNED_IN.includes(path) ? '303' : '403')
		),
		rooms: each(
			ROOMS,
			(one) => one[0],
			(one) => one[2],
			code
		)
	};
}

describe('a hall whose kiosks and screens are enrolled', { timeout: PATIENCE_MS }, () => {
	let hall: Running;
	beforeAll(async () => {
		const file = noonHall((hallFile) => {
			hallFile.deleteIn(['policies', 'demo']);
			hallFile.setIn(['policies', 'access'], { kiosk: 'enrolled', display: 'enrolled' });
		});
		hall = await runHall('sqlite', file, ROLES);
	});
	afterAll(() => hall.end());

	test('answers every operation, page and room exactly as the table of rights says, and changes nothing', async () => {
		const acts = await actsIn(hall.database);
		const wanted = expected((by, right) => may(by, right));
		expect(await operations(hall)).toEqual(wanted.operations);
		expect(await pages(hall)).toEqual(wanted.pages);
		expect(await rooms(hall)).toEqual(wanted.rooms);
		expect(await actsIn(hall.database)).toBe(acts);
	});

	test('a room that nobody has is not found, however it is named', async () => {
		const socket = await line(hall.server.url, hall.keys.administrator);
		for (const room of ['hall', '', '__proto__', 'constructor', 'zone:east'] as string[]) {
			expect(await ask(socket, room as Room, 'east')).toEqual({ ok: false, code: 'not-found' });
		}
		expect(await ask(socket, 'zone', 'north')).toEqual({ ok: false, code: 'not-found' });
		socket.disconnect();
		expect(hall.server.output()).not.toMatch(/"level":50/);
	});

	test('pictures beside the calls are for screens: nobody else learns which there are', async () => {
		const asked = (['visitor', 'display'] as const).map((by) =>
			fetch(`${hall.server.url}/media/nothing.png`, { headers: headersOf(hall, by) })
		);
		expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([403, 404]);
	});

	test('a line with a key nobody has is a visitor’s', async () => {
		const socket = await line(hall.server.url, 'gd_nonsense');
		expect(await ask(socket, 'zone', 'east')).toEqual({ ok: false, code: 'signed-out' });
		socket.disconnect();
	});
});

describe('a demonstration hall, open to any browser in the house', { timeout: PATIENCE_MS }, () => {
	let hall: Running;
	beforeAll(async () => {
		hall = await runHall('sqlite', noonHall(), ROLES);
	});
	afterAll(() => hall.end());

	test('lets everybody be a kiosk and a screen, and work the bench, and no more', async () => {
		const open = (right: Right): boolean => may('kiosk', right) || may('display', right);
		// A rating is the visitor's own: no open door lets a member of staff give one.
		const wanted = expected(
			(by, right) =>
				may(by, right) ||
				right === 'device:bench' ||
				(open(right) && (by === 'visitor' || !right.startsWith('rating:')))
		);
		expect(await operations(hall)).toEqual(wanted.operations);
		expect(await pages(hall)).toEqual(wanted.pages);
		expect(await rooms(hall)).toEqual(wanted.rooms);
	});

	test('a clerk with a session works at the own window only, until signing out', async () => {
		const { url } = hall.server;
		const link = new URL(linkOf(hall.server, 'clerk'), url).searchParams.get('link') ?? '';
		const signed = await signIn(url, { link, password: 'correct horse', window: '1' });
		expect(signed).toMatchObject({ status: 303, location: '/window' });
		const mine = async (
			method: string,
			path: string,
			body: object = {}
		): Promise<{ status: number; code: string | undefined }> => {
			const headers = { 'content-type': 'application/json', cookie: signed.cookie };
			const response = await fetch(url + path, {
				method,
				headers,
				redirect: 'manual',
				body: method === 'GET' ? null : JSON.stringify(body)
			});
			const text = await response.text();
			return {
				status: response.status,
				code: text.startsWith('{') ? (JSON.parse(text) as { code?: string }).code : undefined
			};
		};
		expect(await mine('GET', '/window')).toMatchObject({ status: 200 });
		expect(await mine('POST', '/api/v1/windows/1/open')).toMatchObject({ status: 200 });
		expect(await mine('POST', '/api/v1/windows/2/open')).toMatchObject({ status: 403, code: 'not-allowed' });
		expect(await mine('POST', '/api/v1/windows/2/next')).toMatchObject({ status: 403, code: 'not-allowed' });
		await open(hall.as('clerk'), 2);
		const ticket = await take(hall.as('kiosk'), 'enrol');
		expect((await callNext(hall.as('clerk'), 2)).body.id).toBe(ticket.id);
		for (const step of ['recall', 'start', 'miss', 'park', 'undo', 'transfer', 'cancel']) {
			const wish = step === 'transfer' ? { queue: 'homes' } : step === 'cancel' ? { reason: 'no' } : {};
			const answer = await mine('POST', `/api/v1/tickets/${String(ticket.id)}/${step}`, wish);
			expect([step, answer.status >= 400, ['not-your-ticket', 'nothing-to-undo'].includes(answer.code ?? '')]).toEqual([
				step,
				true,
				true
			]);
		}
		expect((await act(hall.as('clerk'), ticket.id, 'start')).status).toBe(200);
		const out = await fetch(`${url}/sign-out`, {
			method: 'POST',
			headers: { cookie: signed.cookie, origin: url, 'content-type': 'application/x-www-form-urlencoded' },
			redirect: 'manual'
		});
		expect(out.status).toBe(303);
		expect(await mine('GET', '/window')).toMatchObject({ status: 303 });
		expect(await mine('POST', '/api/v1/windows/1/next')).toMatchObject({ status: 401, code: 'signed-out' });
		expect(await faultsIn(hall.database)).toEqual([]);
	});

	test('a form from another site is not taken', async () => {
		const { url } = hall.server;
		const answer = await fetch(`${url}/sign-in`, {
			method: 'POST',
			headers: { origin: 'http://evil.test' },
			body: new URLSearchParams({ staff: '1001', password: 'x' })
		});
		expect(answer.status).toBe(403);
	});
});

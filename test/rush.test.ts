import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { BoardView, TicketView } from '#server/views.ts';
import { Line, post } from '#test/bench/http.ts';
import { emptyDatabase, ENGINES } from './db.ts';
import { rushHall } from './fixtures/rush-hall.ts';
import { act, callNext, DATABASE_TROUBLE, newIntent, open, patiently, runHall, take } from './running.ts';
import type { Running, Served } from './running.ts';
import { startServer } from './server.ts';
import { faultsIn, rowsOf } from './tables.ts';
import { watch } from './watcher.ts';

/* A hall at eight in the morning: everybody at once, over real HTTP, and the tables read back afterwards. */

const CLIENTS = 32;
const WINDOWS = 24;
const TICKETS = 200;
/** The machine may be busy with every other test at the same time. */
const PATIENCE_MS = 120_000;
const SOON = { timeout: 30_000, interval: 50 };
const ITEMS = ['item-a', 'item-b', 'item-c', 'item-d', 'item-e', 'item-f'] as const;
const ALL_WINDOWS = Array.from({ length: WINDOWS }, (_, i) => i + 1);

type Hall = Running<'kiosk' | 'clerk'>;

/** One server keeps nobody waiting; two may keep each other. */
const triesOf = (ports: readonly number[]): number => (ports.length > 1 ? 20 : 1);

/** All tickets at once, each client with its share on a line of its own. */
async function issueAll(hall: Hall, ports: readonly number[], total: number): Promise<TicketView[]> {
	const issued: TicketView[] = [];
	let next = 0;
	const client = async (port: number): Promise<void> => {
		const line = await Line.open(port);
		while (next < total) {
			const item = ITEMS[next % ITEMS.length];
			next += 1;
			const wish = post('/api/v1/tickets', hall.keys.kiosk, { item, intent: newIntent() });
			const { status, body } = await patiently(() => line.ask(wish), triesOf(ports));
			expect([status, body]).toEqual([201, expect.any(String)]);
			issued.push(JSON.parse(body) as TicketView);
		}
		line.close();
	};
	await Promise.all(Array.from({ length: CLIENTS }, (_, i) => client(ports[i % ports.length] ?? 0)));
	return issued;
}

/** Windows that call, start and finish until so many tickets were called between them. */
async function callAll(hall: Hall, ports: readonly number[], total: number): Promise<number[]> {
	const called: number[] = [];
	const work = async (window: number): Promise<void> => {
		const line = await Line.open(ports[window % ports.length] ?? 0);
		const ask = (path: string): Promise<{ status: number; body: string }> =>
			patiently(() => line.ask(post(`/api/v1/${path}`, hall.keys.clerk, {})), triesOf(ports));
		while (called.length < total) {
			const { status, body } = await ask(`windows/${String(window)}/next`);
			const ticket = JSON.parse(body) as Served;
			if (status === 200) {
				called.push(ticket.id);
				expect(ticket.window).toBe(String(window));
				expect((await ask(`tickets/${String(ticket.id)}/start`)).status).toBe(200);
				expect((await ask(`tickets/${String(ticket.id)}/finish`)).status).toBe(200);
			} else {
				expect(ticket.code).toBe('nobody-waiting');
				await new Promise((resolve) => setTimeout(resolve, 20));
			}
		}
		line.close();
	};
	await Promise.all(Array.from({ length: WINDOWS }, (_, i) => work(i + 1)));
	return called;
}

/**
 * A board without its number and without the head of the ledger, which moves with lines that change no zone: two servers
 * need not share them. With as many calls as a snapshot has.
 */
function drawn(view: BoardView): object {
	return { ...view, seq: 0, head: null, calls: view.calls.slice(0, 8) };
}

/** Starts and finishes called tickets, which frees their windows. */
async function serve(hall: Hall, called: readonly number[]): Promise<void> {
	const clerk = hall.as('clerk');
	for (const step of ['start', 'finish'] as const) await Promise.all(called.map((id) => act(clerk, id, step)));
}

/** What everybody was told is what stands in the tables, each ticket issued once and called once. */
async function expectRight(hall: Hall, issued: readonly TicketView[], called: readonly number[]): Promise<void> {
	expect(await faultsIn(hall.database)).toEqual([]);
	expect(new Set(issued.map((one) => one.id)).size).toBe(issued.length);
	expect(new Set(issued.map((one) => `${one.queue} ${one.number}`)).size).toBe(issued.length);
	const rows = await rowsOf<{ id: number; number: string }>(hall.database, 'select id, number from ticket order by id');
	const told = new Map(issued.map((one) => [one.id, one.number]));
	const stored = rows.filter(({ id }) => told.has(id));
	expect(new Map(stored.map(({ id, number }) => [id, number]))).toEqual(told);
	expect(called.toSorted((a, b) => a - b)).toEqual([...told.keys()].toSorted((a, b) => a - b));
}

describe.each(ENGINES)('a rush on %s', { timeout: PATIENCE_MS }, (engine) => {
	let hall: Hall;
	beforeAll(async () => {
		hall = await runHall(engine, rushHall(WINDOWS), ['kiosk', 'clerk']);
		await open(hall.as('clerk'), ...ALL_WINDOWS);
	});
	afterAll(() => hall.end());

	test('200 tickets from 32 clients, while 24 windows call: none twice, no gap', async () => {
		const ports = [hall.server.port];
		const [issued, called] = await Promise.all([issueAll(hall, ports, TICKETS), callAll(hall, ports, TICKETS)]);
		expect(issued).toHaveLength(TICKETS);
		await expectRight(hall, issued, called);
	});

	test('all windows at once on half as many waiting: every number goes to one of them, the others hear so', async () => {
		const waiting = await Promise.all(Array.from({ length: WINDOWS / 2 }, () => take(hall.as('kiosk'), 'item-a')));
		const answers = await Promise.all(ALL_WINDOWS.map((window) => callNext(hall.as('clerk'), window)));
		const called = answers.filter(({ status }) => status === 200).map(({ body }) => body.id);
		expect(called.toSorted((a, b) => a - b)).toEqual(waiting.map(({ id }) => id).toSorted((a, b) => a - b));
		const refused = answers.filter(({ status }) => status !== 200).map(({ body }) => body.code);
		expect(refused).toEqual(Array.from({ length: WINDOWS / 2 }, () => 'nobody-waiting'));
		await serve(hall, called);
		expect(await faultsIn(hall.database)).toEqual([]);
	});

	test('one window asked thirty times at once calls one ticket', async () => {
		await Promise.all(Array.from({ length: 5 }, () => take(hall.as('kiosk'), 'item-a')));
		const answers = await Promise.all(Array.from({ length: 30 }, () => callNext(hall.as('clerk'), 1)));
		const codes = answers.map(({ status, body }) => (status === 200 ? 'called' : body.code));
		expect(codes.toSorted()).toEqual([
			...Array.from({ length: 1 }, () => 'called'),
			...Array.from({ length: 29 }, () => 'window-busy')
		]);
		await serve(
			hall,
			answers.flatMap(({ status, body }) => (status === 200 ? [body.id] : []))
		);
		expect(await callAll(hall, [hall.server.port], 4)).toHaveLength(4);
		expect(await faultsIn(hall.database)).toEqual([]);
	});

	test('one wish sent forty times at once is one ticket, whatever else it says', async () => {
		const intent = newIntent();
		const wish = (i: number): object => ({ item: ITEMS[i % 2], intent });
		const answers = await Promise.all(
			Array.from({ length: 40 }, (_, i) => hall.as('kiosk').ask<TicketView>('POST', '/tickets', wish(i)))
		);
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
		expect(new Set(answers.map(({ body }) => `${String(body.id)} ${body.number} ${body.token}`)).size).toBe(1);
		expect(await rowsOf(hall.database, `select id from ticket where intent = '${intent}'`)).toHaveLength(1);
		expect(await callAll(hall, [hall.server.port], 1)).toEqual([answers[0]?.body.id]);
		expect(await faultsIn(hall.database)).toEqual([]);
	});

	if (engine === 'sqlite') return; // one process owns the file

	test('two servers issue and call: one line of history, and the screens of either see every call', async () => {
		const other = await hall.another();
		const screens = await Promise.all(['east', 'west'].map((zone) => watch(other.url, 'zone', zone)));
		const ports = [hall.server.port, other.port];
		const [issued, called] = await Promise.all([issueAll(hall, ports, TICKETS), callAll(hall, ports, TICKETS)]);
		await expectRight(hall, issued, called);
		await vi.waitFor(() => {
			const shown = screens.flatMap((screen) => screen.changes.flatMap((change) => change.calls.map(({ id }) => id)));
			expect(new Set(shown).size).toBe(shown.length);
			expect(shown).toHaveLength(TICKETS);
		}, SOON);
		expect(screens.map(({ gaps }) => gaps)).toEqual([0, 0]);
		for (const server of [hall.server, other]) expect(server.output()).not.toMatch(DATABASE_TROUBLE);
		for (const screen of screens) {
			const there = await watch(hall.server.url, 'zone', screen.view().zone.code);
			await vi.waitFor(() => {
				expect(drawn(screen.view())).toEqual(drawn(there.view()));
			}, SOON);
			there.close();
			screen.close();
		}
	});

	test('one wish sent to both servers at once is one ticket', async () => {
		const other = await hall.another();
		const ports = [hall.server.port, other.port, hall.server.port, other.port];
		const lines = await Promise.all(ports.map((port) => Line.open(port)));
		for (let round = 0; round < 20; round += 1) {
			const wish = post('/api/v1/tickets', hall.keys.kiosk, { item: 'item-a', intent: newIntent() });
			const answers = await Promise.all(lines.map((line) => patiently(() => line.ask(wish))));
			expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
			expect(new Set(answers.map(({ body }) => (JSON.parse(body) as TicketView).id)).size).toBe(1);
		}
		for (const line of lines) line.close();
		expect(await faultsIn(hall.database)).toEqual([]);
	});
});

describe.runIf(ENGINES.includes('postgres'))('two servers started at the same moment', { timeout: PATIENCE_MS }, () => {
	test('make one hall of an empty database', async () => {
		const database = await emptyDatabase('postgres');
		const servers = await Promise.all([startServer(database), startServer(database)]);
		const ready = await Promise.all(
			servers.map(async ({ url }) => (await fetch(`${url}/ready`)).json() as Promise<unknown>)
		);
		expect(ready).toMatchObject([{ ok: true }, { ok: true }]);
		expect(await rowsOf(database, 'select id from hall')).toHaveLength(1);
		expect(await faultsIn(database)).toEqual([]);
		await Promise.all(servers.map((server) => server.stop()));
		await database.drop();
	});
});

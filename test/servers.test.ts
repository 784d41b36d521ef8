import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TicketView } from '#server/views.ts';
import { api, type Answer, type Api } from './api.ts';
import { ENGINES } from './db.ts';
import { rushHall } from './fixtures/rush-hall.ts';
import { DATABASE_TROUBLE, newIntent, open, patiently, runHall, type Running, type Served } from './running.ts';
import { faultsIn, rowsOf } from './tables.ts';

/* Three servers of one hall on PostgreSQL, and everything that can be done to a ticket, all at the same time. */

const WINDOWS = 6;
const CLIENTS = 9;
const ACTS_A_CLIENT = 100;
const ITEMS = ['item-a', 'item-b', 'item-c'] as const;
const PATIENCE_MS = 180_000;

/** A row of numbers that is the same in every run: what happens when is left to the race, not to chance. */
type Pick = (below: number) => number;

function numbersFrom(seed: number): Pick {
	let state = seed;
	return (below) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * below);
	};
}

const ON_TICKET: [path: string, body: object][] = [
	['start', {}],
	['start', {}],
	['finish', {}],
	['finish', { outcome: 'noticed' }],
	['miss', {}],
	['recall', {}],
	['called-out', {}],
	['park', { kind: 'papers-missing' }],
	['park', { kind: 'papers-kept' }],
	['resume', {}],
	['return', {}],
	['transfer', { queue: 'q-b', back: true }],
	['transfer', { window: '2' }],
	['class', { class: 'elder', seen: true, reason: 'seen' }],
	['cancel', { reason: 'left' }],
	['undo', {}]
];

describe.runIf(ENGINES.includes('postgres'))('three servers of one hall', { timeout: PATIENCE_MS }, () => {
	let hall: Running<'supervisor'>;
	const known: number[] = [];
	const codes = new Map<string, number>();
	beforeAll(async () => {
		hall = await runHall('postgres', rushHall(WINDOWS), ['supervisor']);
		await open(hall.as('supervisor'), ...Array.from({ length: WINDOWS }, (_, i) => i + 1));
	}, PATIENCE_MS);
	afterAll(() => hall.end());

	const takeOne = async (server: Api, pick: Pick): Promise<void> => {
		const wish = { item: ITEMS[pick(3)], class: pick(4) === 0 ? 'elder' : 'ordinary', intent: newIntent() };
		const taken = await patiently(() => server.ask<TicketView>('POST', '/tickets', wish));
		expect(taken.status).toBe(201);
		known.push(taken.body.id);
	};

	const atWindow = (pick: Pick): [string, object] => {
		const window = String(pick(WINDOWS) + 1);
		const chance = pick(20);
		if (chance === 0) return [`/windows/${window}/release`, { reason: 'gone' }];
		return [`/windows/${window}/${chance < 3 ? 'open' : 'next'}`, {}];
	};

	/** The newest ones are those on whom several act at once. */
	const onTicket = (pick: Pick): [string, object] => {
		const [path, body] = ON_TICKET[pick(ON_TICKET.length)] ?? ['undo', {}];
		return [`/tickets/${String(known.at(-1 - pick(8)) ?? 1)}/${path}`, body];
	};

	const one = async (server: Api, pick: Pick): Promise<void> => {
		const chance = pick(10);
		if (chance < 2) return takeOne(server, pick);
		const asked = chance < 5 ? atWindow(pick) : onTicket(pick);
		const answer = await patiently(() => server.ask<Served>('POST', ...asked));
		expect([200, 400, 403, 404, 409]).toContain(answer.status);
		const code = answer.status === 200 ? 'done' : (answer.body.code ?? '');
		codes.set(code, (codes.get(code) ?? 0) + 1);
	};

	test('T-01 T-02 T-04 whatever is done at the same moment, the tables hold together', async () => {
		const servers = [hall.server, await hall.another(), await hall.another()];
		const client = async (n: number): Promise<void> => {
			const pick = numbersFrom(n + 1);
			const server = api(servers[n % servers.length]?.url ?? '', hall.keys.supervisor);
			for (let i = 0; i < ACTS_A_CLIENT; i += 1) await one(server, pick);
		};
		await Promise.all(Array.from({ length: CLIENTS }, (_, n) => client(n)));
		expect(await faultsIn(hall.database)).toEqual([]);
		expect(codes.get('done')).toBeGreaterThan(CLIENTS * 10);
		expect(codes.has('internal')).toBe(false);
		for (const server of servers) expect(server.output()).not.toMatch(DATABASE_TROUBLE);
		const twice = await rowsOf(
			hall.database,
			'select queue, day, n from ticket group by queue, day, n having count(*) > 1'
		);
		expect(twice).toEqual([]);
	});

	test('T-01 ended on all of them at once, the day is closed once and balances', async () => {
		const servers = [hall.server, await hall.another()];
		const end = (url: string): Promise<Answer<unknown>> =>
			patiently(() => api(url, hall.keys.supervisor).ask('POST', '/days/today/end', {}));
		const ended = await Promise.all(servers.map(({ url }) => end(url)));
		expect(ended.map(({ status }) => status)).toEqual([200, 200]);
		const balance = await hall
			.as('supervisor')
			.ask<{ queues: { balanced: boolean }[]; open: object[] }>('GET', '/days/today/balance');
		expect([balance.body.open, balance.body.queues.every((queue) => queue.balanced)]).toEqual([[], true]);
		const lines = await rowsOf(hall.database, "select seq from ledger where act = 'day.closed'");
		expect(lines).toHaveLength(1);
		expect(await faultsIn(hall.database)).toEqual([]);
	});
});

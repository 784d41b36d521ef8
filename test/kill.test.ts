import { describe, expect, test, vi } from 'vitest';
import type { BoardView, TicketView } from '#server/views.ts';
import { Line, post } from '#test/bench/http.ts';
import { ENGINES } from './db.ts';
import { rushHall } from './fixtures/rush-hall.ts';
import { callNext, newIntent, open, runHall, take, type Running } from './running.ts';
import { faultsIn, rowsOf } from './tables.ts';
import { watch } from './watcher.ts';

/* The plug is pulled: the process ends in the middle of whatever it does, and is started again. */

const CLIENTS = 16;
const ITEMS = ['item-a', 'item-b', 'item-c'];
const SOON = { timeout: 20_000, interval: 50 };

type Hall = Running<'kiosk' | 'clerk'>;

/** What clients have asked for, and what they were told before the line broke. */
interface Asked {
	item: string;
	intent: string;
	told: TicketView | undefined;
}

/** Clients take numbers one after the other until the server dies under them. */
async function issueUntilDeath(hall: Hall, atLeast: number): Promise<Asked[]> {
	const asked: Asked[] = [];
	let answered = 0;
	let enough = (): void => undefined;
	const some = new Promise<void>((resolve) => (enough = resolve));
	const client = async (index: number): Promise<void> => {
		const line = await Line.open(hall.server.port);
		for (;;) {
			const wish: Asked = { item: ITEMS[index % ITEMS.length] ?? '', intent: newIntent(), told: undefined };
			asked.push(wish);
			const request = post('/api/v1/tickets', hall.keys.kiosk, { item: wish.item, intent: wish.intent });
			const answer = await line.ask(request).catch(() => undefined);
			if (!answer) return;
			expect(answer.status).toBe(201);
			wish.told = JSON.parse(answer.body) as TicketView;
			answered += 1;
			if (answered >= atLeast) enough();
		}
	};
	const clients = Promise.all(Array.from({ length: CLIENTS }, (_, i) => client(i)));
	await some;
	await hall.server.kill();
	await clients;
	return asked;
}

/** The last number given in each queue. */
async function lastNumbers(hall: Hall): Promise<Map<string, number>> {
	const rows = await rowsOf<{ queue: string; n: number }>(
		hall.database,
		'select queue, max(n) as n from ticket group by queue'
	);
	return new Map(rows.map(({ queue, n }) => [queue, n]));
}

describe.each(ENGINES)('killed on %s', { timeout: 120_000 }, (engine) => {
	test('while issuing, three times over: every answered number is there, none twice, no gap, and it goes on', async () => {
		const hall: Hall = await runHall(engine, rushHall(3), ['kiosk', 'clerk']);
		const told: TicketView[] = [];
		for (const atLeast of [1, 40, 120]) {
			const asked = await issueUntilDeath(hall, atLeast);
			expect(await faultsIn(hall.database)).toEqual([]);
			await hall.again('kill');
			// PostgreSQL may still have been about to commit what it was asked last.
			const last = await lastNumbers(hall);
			for (const item of ITEMS) {
				const next = await take(hall.as('kiosk'), item);
				expect(Number(next.number.slice(1))).toBe((last.get(next.queue) ?? 0) + 1);
				told.push(next);
			}
			// Who was told nothing asks once more and has one number, whether the first wish was committed or not.
			for (const wish of asked) {
				const again = await take(hall.as('kiosk'), wish.item, { intent: wish.intent });
				if (wish.told)
					expect([again.id, again.number, again.token]).toEqual([wish.told.id, wish.told.number, wish.told.token]);
				told.push(again);
			}
		}
		const rows = await rowsOf<{ id: number; number: string }>(hall.database, 'select id, number from ticket');
		expect(new Map(rows.map(({ id, number }) => [id, number]))).toEqual(
			new Map(told.map(({ id, number }) => [id, number]))
		);
		expect(told).toHaveLength(rows.length);
		expect(await faultsIn(hall.database)).toEqual([]);
		await hall.end();
	});

	test('right after a call: the call is on the board, is said, and its window goes on with it', async () => {
		const hall: Hall = await runHall(engine, rushHall(3), ['kiosk', 'clerk']);
		await open(hall.as('clerk'), 1);
		const ticket = await take(hall.as('kiosk'), 'item-a');
		const called = await callNext(hall.as('clerk'), 1);
		await hall.again('kill');
		expect(called.body.id).toBe(ticket.id);
		const { body: board } = await hall.as().ask<BoardView>('GET', '/zones/east/board');
		expect(board.calls[0]).toMatchObject({ number: ticket.number, window: '1' });
		expect(board.windows.find(({ code }) => code === '1')).toMatchObject({ state: 'open', number: ticket.number });
		const screen = await watch(hall.server.url, 'zone', 'east');
		await vi.waitFor(() => {
			expect(screen.announced).toMatchObject([{ id: board.calls[0]?.id, zone: 'east' }]);
		}, SOON);
		screen.close();
		const clerk = hall.as('clerk');
		expect((await callNext(clerk, 1)).body.code).toBe('window-busy');
		expect((await clerk.ask('POST', `/tickets/${String(ticket.id)}/start`, {})).status).toBe(200);
		await hall.end();
	});
});

import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Engine } from '#db/dialect.ts';
import type { SlipRow } from '#db/schema.ts';
import { virtualOnbonCard } from '#display/led/virtual/onbon-card.ts';
import { printerModel } from '#printer/models/models.ts';
import { virtualPrinter } from '#printer/virtual/virtual.ts';
import type { TicketView } from '#server/views.ts';
import { ENGINES } from './db.ts';
import { noonHall } from './fixtures/live-hall.ts';
import { act, callNext, open, runHall, runOnAll, take, type OnAll, type Running } from './running.ts';
import { faultsIn, rowsOf } from './tables.ts';
import { watch } from './watcher.ts';

/* Paper and boards of a running hall: what comes out, what does when something is wrong, and never twice by itself. */

type Hall = Running<'kiosk' | 'clerk' | 'guide'>;
const SOON = { timeout: 60_000, interval: 150 };

type Slip = Pick<SlipRow, 'id' | 'state' | 'printer' | 'reason' | 'attempts' | 'reprint_of'>;

/** The slips of a ticket, first first. */
function slipsOf(hall: Hall, ticket: number): Promise<Slip[]> {
	const columns = 'id, state, printer, reason, attempts, reprint_of';
	return rowsOf<Slip>(hall.database, `select ${columns} from slip where ticket = ${String(ticket)} order by id`);
}

async function untilSlip(hall: Hall, ticket: number, slip: Partial<Slip>): Promise<void> {
	await vi.waitFor(async () => expect((await slipsOf(hall, ticket)).at(-1)).toMatchObject(slip), SOON);
}

/** What a virtual printer's newest paper says, its characters in a row. */
async function newestPaper(hall: Hall, printer: string): Promise<string> {
	const bench = await watch(hall.server.url, 'devices', '', hall.keys.guide);
	const svg = bench.view().printers.find(({ code }) => code === printer)?.papers[0]?.svg ?? '';
	bench.close();
	return [...svg.matchAll(/>([^<]+)<\/text>/g)].map((found) => found[1]).join('');
}

async function told(hall: Hall, ticket: TicketView): Promise<TicketView> {
	return (await hall.as().ask<TicketView>('GET', `/tickets/${ticket.token}`)).body;
}

/** Waits until the server knows how its two printers are. */
async function untilKnown(hall: Hall, states: [string, string]): Promise<void> {
	const bench = await watch(hall.server.url, 'devices', '', hall.keys.guide);
	await vi.waitFor(() => expect(bench.view().printers.map(({ state }) => state)).toEqual(states), SOON);
	bench.close();
}

/** The sale of a home goes on to an enrolment; window 3 has printers beside it. */
function chainHall(): string {
	return noonHall((file) => {
		file.setIn(['items', 1, 'chain'], ['enrol']);
		file.setIn(['windows', 2, 'printerGroup'], 'main');
	});
}

/** Ends every fault; devices are opened a moment after the server answers. */
async function well(hall: Hall): Promise<void> {
	await vi.waitFor(() => hall.fault('printer-1', 'slow', false), SOON);
	for (const printer of ['printer-1', 'printer-2']) {
		for (const fault of ['paper-out', 'cover-open', 'unplugged', 'slow']) await hall.fault(printer, fault, false);
	}
	await untilKnown(hall, ['ready', 'ready']);
}

/** Only the first printer works, and it takes its time. */
async function slowAlone(hall: Hall): Promise<void> {
	await well(hall);
	await hall.fault('printer-2', 'cover-open', true);
	await hall.fault('printer-1', 'slow', true);
	await untilKnown(hall, ['ready', 'cover-open']);
}

/** Takes a number where nothing can print, and waits for what becomes of its slip. */
async function giveUp(engine: Engine): Promise<void> {
	const hall: Hall = await runHall(engine, noonHall(), ['kiosk', 'clerk', 'guide']);
	await well(hall);
	await hall.fault('printer-1', 'paper-out', true);
	await hall.fault('printer-2', 'unplugged', true);
	await untilKnown(hall, ['paper-out', 'unreachable']);
	const ticket = await take(hall.as('kiosk'), 'enrol');
	await untilSlip(hall, ticket.id, { state: 'failed' });
	const lived = `select (changed_at - created_at) / 1000 as seconds from slip where ticket = ${String(ticket.id)}`;
	const [slip] = await rowsOf<{ seconds: number }>(hall.database, lived);
	expect(slip?.seconds).toBeGreaterThan(15);
	expect(slip?.seconds).toBeLessThan(35);
	expect((await slipsOf(hall, ticket.id))[0]?.reason).toMatch(/^(paper-out|unreachable)$/);
	expect(await told(hall, ticket)).toMatchObject({ number: ticket.number, state: 'live', slip: 'failed' });
	await well(hall);
	const next = await take(hall.as('kiosk'), 'enrol');
	await untilSlip(hall, next.id, { state: 'printed' });
	expect(await slipsOf(hall, ticket.id)).toMatchObject([{ state: 'failed' }]);
	await hall.end();
}

describe('paper, on both engines', { timeout: 180_000 }, () => {
	let halls: OnAll<'kiosk' | 'clerk' | 'guide'>;
	/** takes its time, so it goes on beside the others, in halls of its own */
	let givingUp: Promise<unknown>;
	beforeAll(async () => {
		givingUp = Promise.all(ENGINES.map(giveUp));
		givingUp.catch(() => undefined);
		halls = await runOnAll(chainHall(), ['kiosk', 'clerk', 'guide']);
		await halls.each(well);
	}, 120_000);
	afterAll(() => halls.end());

	test('a slip is printed and its ticket says so; again by a person it has the same number, marked', () =>
		halls.each(async (hall) => {
			const ticket = await take(hall.as('kiosk'), 'enrol');
			expect(ticket.slip).toBe('queued');
			await untilSlip(hall, ticket.id, { state: 'printed', attempts: 1, reprint_of: null });
			expect((await told(hall, ticket)).slip).toBe('printed');
			const [first] = await slipsOf(hall, ticket.id);
			const paper = await newestPaper(hall, first?.printer ?? '');
			expect(paper).toContain(ticket.number);
			expect(paper).not.toContain('补打');
			const again = await hall
				.as('clerk')
				.ask<{ id: number; state: string }>('POST', `/slips/${String(ticket.id)}/reprint`, {});
			expect(again).toMatchObject({ status: 201, body: { state: 'queued' } });
			await untilSlip(hall, ticket.id, { id: again.body.id, state: 'printed', reprint_of: ticket.id });
			const second = (await slipsOf(hall, ticket.id)).at(-1);
			const copy = await newestPaper(hall, second?.printer ?? '');
			expect(copy).toContain(ticket.number);
			expect(copy).toContain('补打');
			expect((await slipsOf(hall, ticket.id))[0]).toEqual(first);
		}));

	test('K-11 paper for who speaks Arabic is English: a printer has no Arabic letters', () =>
		halls.each(async (hall) => {
			const ticket = await take(hall.as('kiosk'), 'enrol', { lang: 'ar' });
			await untilSlip(hall, ticket.id, { state: 'printed' });
			const [slip] = await slipsOf(hall, ticket.id);
			const paper = await newestPaper(hall, slip?.printer ?? '');
			// The paper's characters in a row have no blanks.
			expect(paper).toContain('Yournumber');
			expect(paper).not.toMatch(/[\p{Script=Arabic}\u2066-\u2069]/u);
		}));

	test('W-10 a window that ends one item of a chain prints where to go next, with the number unchanged', () =>
		halls.each(async (hall) => {
			const ticket = await take(hall.as('kiosk'), 'sale');
			expect(ticket.steps).toEqual([{ item: { zh: '参保登记', en: 'Enrolment' }, windows: ['1', '2'] }]);
			await open(hall.as('clerk'), 3);
			await callNext(hall.as('clerk'), 3);
			await act(hall.as('clerk'), ticket.id, 'start');
			const { body } = await act(hall.as('clerk'), ticket.id, 'finish');
			expect(body).toMatchObject({ number: ticket.number, state: 'live', step: 'waiting', window: null });
			await untilSlip(hall, ticket.id, { state: 'printed', attempts: 1 });
			const slip = (await slipsOf(hall, ticket.id)).at(-1);
			const paper = await newestPaper(hall, slip?.printer ?? '');
			const said = ['接下来请到', '1、2号窗口', '一楼', ticket.number, '号码不变', '参保登记'];
			const at = said.map((words) => paper.indexOf(words));
			expect(at, paper).not.toContain(-1);
			expect(at).toEqual(at.toSorted((a, b) => a - b));
			const phone = await told(hall, ticket);
			expect(phone).toMatchObject({ ordinal: 2, windows: ['1', '2'], steps: [], slip: 'printed' });
			await hall.as('kiosk').ask('POST', `/tickets/${String(ticket.id)}/cancel`, { token: ticket.token });
		}));

	test('without paper in one printer the other of the group takes over', () =>
		halls.each(async (hall) => {
			await well(hall);
			await hall.fault('printer-1', 'paper-out', true);
			const tickets = [await take(hall.as('kiosk'), 'enrol'), await take(hall.as('kiosk'), 'enrol')];
			for (const { id } of tickets) await untilSlip(hall, id, { state: 'printed', printer: 'printer-2' });
			await well(hall);
		}));

	test('pulled out while printing: nobody knows, so a person is asked and nothing comes out twice by itself', () =>
		halls.each(async (hall) => {
			await slowAlone(hall);
			const ticket = await take(hall.as('kiosk'), 'enrol');
			await untilSlip(hall, ticket.id, { state: 'sent', printer: 'printer-1' });
			// The driver asks how the printer is before the first byte of the slip goes out, which then takes nine seconds.
			await new Promise((resolve) => setTimeout(resolve, 3000));
			await hall.fault('printer-1', 'unplugged', true);
			await untilSlip(hall, ticket.id, { state: 'unsure', attempts: 1 });
			expect((await told(hall, ticket)).slip).toBe('unsure');
			await well(hall);
			const next = await take(hall.as('kiosk'), 'enrol');
			await untilSlip(hall, next.id, { state: 'printed' });
			expect(await slipsOf(hall, ticket.id)).toMatchObject([{ attempts: 1, printer: 'printer-1' }]);
			expect((await slipsOf(hall, ticket.id))[0]?.state).toMatch(/^(unsure|printed)$/);
		}));

	test('killed while a slip is in work: it is unsure afterwards, and the next one is printed', () =>
		halls.each(async (hall) => {
			await slowAlone(hall);
			const ticket = await take(hall.as('kiosk'), 'enrol');
			await untilSlip(hall, ticket.id, { state: 'sent', reason: null });
			await hall.again('kill');
			await untilSlip(hall, ticket.id, { state: 'unsure', reason: 'server-restarted', attempts: 1 });
			const next = await take(hall.as('kiosk'), 'enrol');
			await untilSlip(hall, next.id, { state: 'printed' });
			expect(await slipsOf(hall, ticket.id)).toHaveLength(1);
			expect(await faultsIn(hall.database)).toEqual([]);
		}));

	test('no printer at all: the slip is given up in time, the number stays, and with paper the next one comes', async () => {
		await givingUp;
	});
});

/** A card on the network, as a program here. */
interface FarCard {
	port: number;
	shown(): string[];
	close(): Promise<void>;
}

async function farCard(address: number): Promise<FarCard> {
	const card = virtualOnbonCard(address);
	const sockets = new Set<Socket>();
	const server: Server = createServer((socket) => {
		sockets.add(socket);
		socket.on('error', () => undefined);
		socket.on('data', (bytes) => {
			for (const answer of card.receive(bytes, Date.now())) socket.write(answer.bytes);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		shown: () => card.shown(Date.now()),
		close() {
			for (const socket of sockets) socket.destroy();
			return new Promise((resolve) => server.close(() => resolve()));
		}
	};
}

describe('devices on the network', { timeout: 180_000 }, () => {
	test('a printer and a board over TCP have the number, and the call has its receipt', async () => {
		const paper = virtualPrinter({ model: printerModel('epson', 80), speed: 2000 });
		const card = await farCard(1);
		const port = await paper.listen();
		const file = noonHall((draft) => {
			const wire = { kind: 'tcp', host: '127.0.0.1' };
			const printer = {
				code: 'net-1',
				name: { zh: '网口', en: 'Network' },
				group: 'main',
				model: 'epson',
				width: 80,
				wire: { ...wire, port }
			};
			draft.setIn(['devices', 'printers'], draft.createNode([printer]));
			draft.setIn(['devices', 'buses'], draft.createNode([{ code: 'line-1', wire: { ...wire, port: card.port } }]));
			draft.deleteIn(['devices', 'boards', 1]);
		});
		const hall: Hall = await runHall('sqlite', file, ['kiosk', 'clerk', 'guide']);
		const { url } = hall.server;
		expect((await fetch(`${url}/dev/devices`)).status).toBe(404);
		await open(hall.as('clerk'), 1);
		const ticket = await take(hall.as('kiosk'), 'enrol');
		await untilSlip(hall, ticket.id, { state: 'printed', printer: 'net-1', attempts: 1 });
		expect(paper.papers().map(({ text }) => text.includes(ticket.number))).toEqual([true]);
		expect(paper.papers()[0]?.qrs).toEqual([`${url}/t/${ticket.token}`]);
		const console = await watch(url, 'console', '1', hall.keys.clerk);
		await callNext(hall.as('clerk'), 1);
		await vi.waitFor(() => expect(card.shown().join(' ')).toContain(ticket.number), SOON);
		await vi.waitFor(() => expect(console.view().current?.receipts.boards).toBe(1), SOON);
		expect(await rowsOf(hall.database, 'select device, outcome from board')).toEqual([
			{ device: 'board-1', outcome: 'acked' }
		]);
		await act(hall.as('clerk'), ticket.id, 'start');
		await act(hall.as('clerk'), ticket.id, 'finish');
		await vi.waitFor(() => expect(card.shown().join(' ')).not.toContain(ticket.number), SOON);
		console.close();
		await hall.end();
		await paper.close();
		await card.close();
	});
});

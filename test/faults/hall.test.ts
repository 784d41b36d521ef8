import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SlipState } from '#db/schema.ts';
import { printerModel } from '#printer/models/models.ts';
import { virtualPrinter, type VirtualPrinter } from '#printer/virtual/virtual.ts';
import { systemClock } from '#server/clock.ts';
import { serveLine, type ServedLine } from '#server/simulators/line.ts';
import type { TicketView } from '#server/views.ts';
import { ENGINES } from '../db.ts';
import { noonHall } from '../fixtures/live-hall.ts';
import { ownPort } from '../ports.ts';
import { runHall, take, type Running } from '../running.ts';
import { faultsIn, rowsOf } from '../tables.ts';
import { watch, type Watcher } from '../watcher.ts';

/*
 * The fault matrix in a running hall with one printer on the network: what the visitor at the kiosk and the desk are told,
 * that the number stays, and that nothing comes out twice.
 */

/** A blink is no alarm. */
const CALLED = { timeout: 50_000, interval: 200 };
const SOON = { timeout: 25_000, interval: 50 };
/** Lines of the slip that are on paper when the fault comes. */
const LINES_BEFORE = 4;

interface Row {
	start: () => void;
	mend: () => void;
	/** what the ticket says of its slip while it is so */
	slip: SlipState;
	/** the printer's state, as the desk has it */
	desk: string;
	/** what the kiosk's page is told keeps slips from coming; null: they come */
	kiosk: string | null;
}

describe('a hall with one printer', { timeout: 120_000 }, () => {
	let far: VirtualPrinter;
	let line: ServedLine;
	let hall: Running<'kiosk' | 'clerk' | 'guide'>;
	let kiosk: Watcher<'kiosk'>;
	let desk: Watcher<'devices'>;
	const told: string[] = [];
	beforeAll(async () => {
		const model = printerModel('epson', 80);
		far = virtualPrinter({ model, speed: 1000, keep: 100 });
		const place = { kind: 'tcp', host: '127.0.0.1', port: await ownPort() } as const;
		line = await serveLine({ devices: [], attach: far.attach.bind(far) }, place, { clock: systemClock, seed: 1 });
		const wire = { kind: 'tcp', host: '127.0.0.1', port: Number(line.at.split(':')[1]) };
		const entry = {
			code: 'net-1',
			name: { zh: '网口', en: 'Network' },
			group: 'main',
			model: 'epson',
			width: 80,
			wire
		};
		const file = noonHall((draft) => draft.setIn(['devices', 'printers'], draft.createNode([entry])));
		hall = await runHall(ENGINES[0] ?? 'sqlite', file, ['kiosk', 'clerk', 'guide']);
		kiosk = await watch(hall.server.url, 'kiosk', 'kiosk-1');
		desk = await watch(hall.server.url, 'devices', '', hall.keys.guide);
		await untilDesk('ready');
	});
	afterAll(async () => {
		kiosk.close();
		desk.close();
		await hall.end();
		await line.close();
		await far.close();
	});

	const deskState = (): string | undefined => desk.view().printers.find(({ code }) => code === 'net-1')?.state;
	const untilDesk = (state: string): Promise<void> => vi.waitFor(() => expect(deskState()).toBe(state), SOON);
	const slipOf = async ({ token }: TicketView): Promise<TicketView> =>
		(await hall.as().ask<TicketView>('GET', `/tickets/${token}`)).body;
	const untilSlip = (ticket: TicketView, states: RegExp): Promise<void> =>
		vi.waitFor(async () => expect((await slipOf(ticket)).slip).toMatch(states), SOON);
	/** how many pieces of paper have this number on them, whole or torn */
	const papersOf = ({ number }: TicketView): number =>
		far.papers().filter(({ text }) => text.split('\n').some((row) => row.trim() === number)).length;

	const own = (fault: 'paper-out' | 'cover-open' | 'cutter' | 'hot', state: string, words: string): Row => ({
		start: () => {
			far.setFault(fault, true);
		},
		mend: () => {
			far.setFault(fault, false);
		},
		slip: 'unsure',
		desk: state,
		kiosk: words
	});
	const cable = (fault: string, on: boolean): void => {
		line.cable.setFault(fault, on);
	};
	const ROWS: Record<string, Row> = {
		'no paper in the middle': own('paper-out', 'paper-out', 'paper-out'),
		'cover opened in the middle': own('cover-open', 'cover-open', 'cover-open'),
		'cutter stuck in the middle': own('cutter', 'cutter-jam', 'trouble'),
		'head too hot in the middle': own('hot', 'overheated', 'trouble'),
		'cable pulled in the middle': {
			start: () => cable('unplugged', true),
			mend: () => cable('unplugged', false),
			...{ slip: 'unsure', desk: 'unreachable', kiosk: 'gone' }
		},
		'printer rebooted in the middle': {
			start: () => {
				far.reboot({ keepLink: true });
				cable('unplugged', true);
			},
			mend: () => cable('unplugged', false),
			...{ slip: 'unsure', desk: 'unreachable', kiosk: 'gone' }
		},
		'garbage in the middle': {
			start: () => far.say(Uint8Array.of(0xff, 0x37, 0x22, 0x41, 0x10, 0xc1)),
			mend: () => undefined,
			...{ slip: 'printed', desk: 'ready', kiosk: null }
		},
		'answers in single bytes': {
			start: () => cable('split', true),
			mend: () => cable('split', false),
			...{ slip: 'printed', desk: 'ready', kiosk: null }
		}
	};

	test.for(Object.entries(ROWS))('%s', async ([, row]) => {
		await untilDesk('ready');
		far.after({ lines: LINES_BEFORE }, row.start);
		const ticket = await take(hall.as('kiosk'), 'enrol');
		await untilSlip(ticket, new RegExp(`^${row.slip}$`));
		await untilDesk(row.desk);
		await vi.waitFor(() => expect(kiosk.view().printer).toBe(row.kiosk), SOON);
		expect(kiosk.view().paper).toBe(row.kiosk === null ? 'ready' : 'out');
		expect(await slipOf(ticket)).toMatchObject({ number: ticket.number, state: 'live' });
		row.mend();
		await untilDesk('ready');
		const next = await take(hall.as('kiosk'), 'enrol');
		await untilSlip(next, /^printed$/);
		expect([papersOf(next), papersOf(ticket) <= 1]).toEqual([1, true]);
		const { slip } = await slipOf(ticket);
		if (slip === 'printed') expect(papersOf(ticket)).toBe(1);
		told.push(ticket.number, next.number);
	});

	test('the desk is called for what stays wrong, with its cause, and no more once it is mended', async () => {
		const alarms = (): Promise<object[]> =>
			rowsOf(hall.database, 'select kind, about from alarm where ended_at is null order by kind');
		const about = JSON.stringify({ zh: 'main', en: 'main', cause: 'cover-open' });
		await untilDesk('ready');
		far.setFault('cover-open', true);
		await vi.waitFor(async () => expect(await alarms()).toEqual([{ kind: 'printers-none', about }]), CALLED);
		far.setFault('cover-open', false);
		await vi.waitFor(async () => expect(await alarms()).toEqual([]), CALLED);
	});

	test('the server was killed in the middle: the slip is unsure, and the next one is whole', async () => {
		far.setFault('slow', true);
		const printing = new Promise<void>((resolve) => far.after({ lines: LINES_BEFORE }, resolve));
		const ticket = await take(hall.as('kiosk'), 'enrol');
		await printing;
		await hall.again('kill');
		far.setFault('slow', false);
		await untilSlip(ticket, /^unsure$/);
		const next = await take(hall.as('kiosk'), 'enrol');
		await untilSlip(next, /^printed$/);
		expect([papersOf(next), papersOf(ticket) <= 1]).toEqual([1, true]);
		told.push(ticket.number, next.number);
	});

	test('no number was lost and none given twice, whatever happened to its paper', async () => {
		expect(new Set(told).size).toBe(told.length);
		const serials = told.map((number) => Number(number.slice(1)));
		expect(serials).toEqual(Array.from(serials, (_, i) => i + 1));
		expect(await faultsIn(hall.database)).toEqual([]);
	});
});

import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientToServer, ServerToClient } from '#server/realtime/events.ts';
import type { BoardView, ZoneChange } from '#server/views.ts';
import { virtualClock, type VirtualClock } from '#test/fakes/clock.ts';
import { board, call } from '#test/fixtures/screens.ts';
import { kioskView } from '#test/fixtures/kiosk.ts';
import { hallSocket } from './line.svelte.ts';
import { Live } from './live.svelte.ts';

type Hall = Server<ClientToServer, ServerToClient>;
const until = { timeout: 15_000, interval: 20 };

let http: HttpServer;
let hall: Hall;
let clock: VirtualClock;
let view: BoardView;
let refuse: string | null;
let asked: string[];
let stops: (() => void)[];

function open(port = 0): Promise<number> {
	http = createServer();
	hall = new Server(http, { transports: ['websocket'] });
	hall.on('connection', (socket) => {
		socket.on('room:watched', (room, key, answer) => {
			asked.push(`${room} ${key}`);
			answer(refuse === null ? { ok: true, view } : { ok: false, code: refuse });
		});
	});
	return new Promise((listening) =>
		http.listen(port, '127.0.0.1', () => listening((http.address() as AddressInfo).port))
	);
}

/** The far end goes away, as a restarted server does. */
async function close(): Promise<void> {
	await hall.close();
}

function watch(port: number): Live<'zone'> {
	const live = new Live('zone', 'insurance', board({ seq: 1 }), {
		socket: () => hallSocket(`http://127.0.0.1:${String(port)}`),
		timers: clock
	});
	stops.push(live.start());
	return live;
}

function change(after: number, seq: number, over: Partial<ZoneChange> = {}): ZoneChange {
	return {
		zone: 'insurance',
		after,
		seq,
		calls: [],
		undone: [],
		queues: [],
		windows: [],
		services: null,
		head: view.head,
		...over
	};
}

beforeEach(() => {
	clock = virtualClock();
	view = board();
	refuse = null;
	asked = [];
	stops = [];
});

afterEach(async () => {
	for (const stop of stops) stop();
	await close();
});

describe('a page on the line', () => {
	it('takes a snapshot when it is connected', async () => {
		const live = watch(await open());
		expect(live.stale).toBe(false);
		await vi.waitFor(() => expect(live.view.seq).toBe(812), until);
		expect(live.connected).toBe(true);
		expect(asked).toEqual(['zone insurance']);
	});

	it('lays changes onto its view in their order', async () => {
		const live = watch(await open());
		await vi.waitFor(() => expect(live.view.seq).toBe(812), until);
		const line = { ...board().queues[0], waiting: 99 } as BoardView['queues'][number];
		hall.emit('zone:changed', change(812, 815, { calls: [call(815, 'A030', '4', 0)], queues: [line] }));
		await vi.waitFor(() => expect(live.view.seq).toBe(815), until);
		expect(live.view.calls[0]?.number).toBe('A030');
		expect(live.view.queues[0]?.waiting).toBe(99);
		expect(live.view.queues).toHaveLength(board().queues.length);
		expect(asked).toHaveLength(1);
	});

	it('D-01 asks for a snapshot when a change was missed', async () => {
		const live = watch(await open());
		await vi.waitFor(() => expect(live.view.seq).toBe(812), until);
		view = board({ seq: 830 });
		hall.emit('zone:changed', change(825, 830));
		await vi.waitFor(() => expect(live.view.seq).toBe(830), until);
		expect(asked).toHaveLength(2);
	});

	it('lets old changes and those of other zones pass', async () => {
		const live = watch(await open());
		await vi.waitFor(() => expect(live.view.seq).toBe(812), until);
		hall.emit('zone:changed', change(700, 710));
		hall.emit('zone:changed', { ...change(812, 813), zone: 'police' });
		hall.emit('zone:changed', change(812, 814));
		await vi.waitFor(() => expect(live.view.seq).toBe(814), until);
		expect(asked).toHaveLength(1);
	});

	it('lays on a change that reaches back before its snapshot', async () => {
		const live = watch(await open());
		await vi.waitFor(() => expect(live.view.seq).toBe(812), until);
		hall.emit('zone:changed', change(800, 816, { calls: [call(812, 'A026', '3', 4), call(816, 'A027', '5', 0)] }));
		await vi.waitFor(() => expect(live.view.seq).toBe(816), until);
		expect(live.view.calls.map(({ id }) => id).slice(0, 3)).toEqual([816, 812, 811]);
		expect(asked).toHaveLength(1);
	});

	it('D-05 comes back by itself after a restart of the server, with a new snapshot', async () => {
		const port = await open();
		const live = watch(port);
		await vi.waitFor(() => expect(live.view.seq).toBe(812), until);
		await close();
		await vi.waitFor(() => expect(live.stale).toBe(true), until);
		expect(live.view.seq).toBe(812);
		view = board({ seq: 3 });
		await open(port);
		await vi.waitFor(async () => {
			await clock.advance(1000);
			expect(live.view.seq).toBe(3);
		}, until);
		expect(live.stale).toBe(false);
	});

	it('comes back after the server has sent it away', async () => {
		const live = watch(await open());
		await vi.waitFor(() => expect(live.view.seq).toBe(812), until);
		hall.disconnectSockets(true);
		await vi.waitFor(() => expect(live.connected).toBe(false), until);
		await vi.waitFor(async () => {
			await clock.advance(1000);
			expect(asked).toHaveLength(2);
		}, until);
		await vi.waitFor(() => expect(live.connected).toBe(true), until);
	});

	it('is stale after six seconds without a beat, and lays the line again when it seems dead', async () => {
		const live = watch(await open());
		await vi.waitFor(() => expect(live.view.seq).toBe(812), until);
		await clock.advance(6000);
		expect(live.stale).toBe(false);
		await clock.advance(1000);
		expect(live.stale).toBe(true);
		await clock.advance(6000);
		await vi.waitFor(() => expect(asked.length).toBeGreaterThan(1), until);
		await vi.waitFor(() => expect(live.stale).toBe(false), until);
	});

	it('stays fresh by the beat, and knows the clock of the hall from it', async () => {
		const live = watch(await open());
		await vi.waitFor(() => expect(live.view.seq).toBe(812), until);
		await clock.advance(5000);
		hall.emit('hall:beat', clock.now() + 90_000, 812);
		await vi.waitFor(() => expect(live.skew).toBe(90_000), until);
		await clock.advance(5000);
		expect(live.stale).toBe(false);
	});

	it('says why it may not watch, and what it had stays', async () => {
		refuse = 'signed-out';
		const live = watch(await open());
		await vi.waitFor(() => expect(live.refused).toBe('signed-out'), until);
		expect(live.view.seq).toBe(1);
		refuse = null;
		live.refresh();
		await vi.waitFor(() => expect(live.refused).toBeNull(), until);
	});

	it('takes a snapshot again when the hall file was applied anew', async () => {
		const live = watch(await open());
		await vi.waitFor(() => expect(live.view.seq).toBe(812), until);
		view = board({ seq: 900 });
		hall.emit('hall:applied');
		await vi.waitFor(() => expect(live.view.seq).toBe(900), until);
	});

	it('leaves nothing behind when the page goes', async () => {
		const live = watch(await open());
		await vi.waitFor(() => expect(live.connected).toBe(true), until);
		for (const stop of stops.splice(0)) stop();
		expect(live.connected).toBe(false);
		expect(live.socket).toBeNull();
		expect(clock.pending()).toBe(0);
		await vi.waitFor(() => expect(hall.of('/').sockets.size).toBe(0), until);
	});
});

describe('a kiosk on the line', () => {
	it('K-03 has people ahead, wait and paper of its items renewed', async () => {
		const port = await open();
		const first = kioskView({ seq: 5 });
		view = first as unknown as BoardView;
		const live = new Live('kiosk', first.device, first, {
			socket: () => hallSocket(`http://127.0.0.1:${String(port)}`),
			timers: clock
		});
		stops.push(live.start());
		await vi.waitFor(() => expect(asked).toEqual(['kiosk kiosk-main-1']), until);
		hall.emit('kiosk:changed', {
			seq: 9,
			paper: 'out',
			printer: 'paper-out',
			services: [],
			queues: { 'insurance-queue-0': { ahead: 77, wait: null, advice: null } }
		});
		await vi.waitFor(() => expect(live.view.paper).toBe('out'), until);
		const items = live.view.zones[0]?.items ?? [];
		expect(items[0]).toMatchObject({ ahead: 77, wait: null, code: 'insurance-1' });
		expect(items[1]?.ahead).toBe(5);
	});
});

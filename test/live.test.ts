import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { changed } from '#display/changes.ts';
import { hallSocket } from '#display/line.svelte.ts';
import { Live } from '#display/live.svelte.ts';
import { parseWav } from '#display/voice/wav.ts';
import type { Announcement, Room, Watched } from '#server/realtime/events.ts';
import { markOf } from '#server/ledger/mark.ts';
import type { BoardView, LedgerHead } from '#server/views.ts';
import { ENGINES } from './db.ts';
import { noonHall } from './fixtures/live-hall.ts';
import { act, callNext, open, runHall, take, type Running } from './running.ts';
import { faultsIn, rowsOf } from './tables.ts';
import { ask, line, watch, type Watcher } from './watcher.ts';

/* What pages are told: a snapshot, then numbered changes, and the right picture again after whatever was missed. */

type Hall = Running<'kiosk' | 'clerk' | 'guide' | 'supervisor'>;
const SOON = { timeout: 20_000, interval: 30 };

/** A board without what may differ: a snapshot has as many calls as the hall shows, a page keeps some more. */
function drawn(view: BoardView): object {
	return { ...headless(view), calls: view.calls.slice(0, 8) };
}

/** A view without the head of the ledger, which moves with every line of the hall, and here when something changes. */
function headless(view: { head: unknown }): object {
	return { ...view, head: null };
}

/** Fails unless that is a line of the hall's ledger, with its hash. */
async function expectHead({ database }: Hall, head: LedgerHead | null): Promise<void> {
	const query = `select hash from ledger where seq = ${String(head?.seq)}`;
	const [line] = await rowsOf<{ hash: string }>(database, query);
	expect(line && markOf(line.hash)).toBe(head?.mark);
}

/** A view without its number: what concerns nobody here may have been counted meanwhile. */
function unnumbered(view: { seq: number }): object {
	return { ...view, seq: 0 };
}

describe.each(ENGINES)('the live line on %s', { timeout: 60_000 }, (engine) => {
	let hall: Hall;
	beforeAll(async () => {
		const file = noonHall((draft) => draft.setIn(['policies', 'undoSeconds'], 60));
		hall = await runHall(engine, file, ['kiosk', 'clerk', 'guide', 'supervisor']);
		await open(hall.as('clerk'), 1, 2, 3);
	});
	afterAll(() => hall.end());

	/** What a watcher has made of its changes is what a snapshot says now. */
	async function same<R extends Room>(
		watcher: Watcher<R>,
		room: R,
		of: (view: Watched[R]['view']) => object
	): Promise<void> {
		const fresh = await watch(hall.server.url, room, watcher.key, hall.keys.clerk);
		await vi.waitFor(() => expect(of(watcher.view())).toEqual(of(fresh.view())), SOON);
		fresh.close();
	}

	/** Serves whoever is called anywhere, so that every window is free again. */
	async function clear(): Promise<void> {
		const clerk = hall.as('clerk');
		for (const { id, state } of await rowsOf<{ id: number; state: string }>(
			hall.database,
			"select ticket as id, state from leg where state in ('called', 'serving')"
		)) {
			if (state === 'called') await act(clerk, id, 'start');
			await act(clerk, id, 'finish');
		}
	}

	test('numbers every change after the one before, and beats', async () => {
		const screen = await watch(hall.server.url, 'zone', 'east');
		let last = screen.view().seq;
		for (let i = 0; i < 3; i += 1) {
			const ticket = await take(hall.as('kiosk'), 'enrol');
			expect((await callNext(hall.as('clerk'), 1)).body.id).toBe(ticket.id);
			await act(hall.as('clerk'), ticket.id, 'start');
			await act(hall.as('clerk'), ticket.id, 'finish');
		}
		await vi.waitFor(() => expect(screen.view().windows[0]).toMatchObject({ number: null, state: 'open' }), SOON);
		await vi.waitFor(() => expect(screen.changes.length).toBeGreaterThanOrEqual(3), SOON);
		// A change that was on its way when the snapshot was made is in it.
		for (const change of screen.changes.filter(({ seq }) => seq > last)) {
			expect(change.after).toBe(last);
			expect(change.seq).toBeGreaterThan(last);
			last = change.seq;
		}
		// The newest beat may be older than the last change.
		await vi.waitFor(() => {
			expect(screen.beats.length).toBeGreaterThanOrEqual(2);
			expect(screen.beats.at(-1)?.seq).toBeGreaterThanOrEqual(last);
			expect(Math.abs((screen.beats.at(-1)?.at ?? 0) - Date.now())).toBeLessThan(5000);
		}, SOON);
		screen.close();
	});

	test('a change that was missed is seen by the next one', async () => {
		const screen = await watch(hall.server.url, 'zone', 'east');
		const snapshot = screen.view();
		for (let i = 1; i <= 3; i += 1) {
			await take(hall.as('kiosk'), 'enrol');
			await vi.waitFor(() => expect(screen.changes).toHaveLength(i), SOON);
		}
		const [first, , third] = screen.changes;
		if (!first || !third) throw new Error('three changes');
		const after = changed.zone(snapshot, first);
		expect(after).not.toBe('gap');
		expect(changed.zone(after as BoardView, third)).toBe('gap');
		screen.close();
	});

	test('two calls in one moment are both shown and both announced, each with a clip that can be played', async () => {
		await clear();
		const screen = await watch(hall.server.url, 'zone', 'east');
		const earlier = new Set(screen.view().calls.map(({ id }) => id));
		const announced = (): Announcement[] => screen.announced.filter(({ id }) => !earlier.has(id));
		await Promise.all([take(hall.as('kiosk'), 'enrol'), take(hall.as('kiosk'), 'enrol')]);
		const called = await Promise.all([callNext(hall.as('clerk'), 1), callNext(hall.as('clerk'), 2)]);
		const numbers = called.map(({ body }) => body.number).toSorted();
		await vi.waitFor(() => expect(announced()).toHaveLength(2), SOON);
		const shown = screen.view().calls.slice(0, 2);
		expect(shown.map(({ number }) => number).toSorted()).toEqual(numbers);
		expect(announced().map(({ id }) => id)).toEqual(shown.map(({ id }) => id).toReversed());
		for (const { id, text, audio, seconds, zone } of announced()) {
			const call = shown.find((one) => one.id === id);
			expect([zone, text.includes(call?.number ?? '?'), text.includes(call?.windowName.zh ?? '?')]).toEqual([
				'east',
				true,
				true
			]);
			const response = await fetch(hall.server.url + audio);
			expect([response.status, response.headers.get('content-type')]).toEqual([200, 'audio/wav']);
			const wav = parseWav(new Uint8Array(await response.arrayBuffer()));
			if (!wav.ok) throw new Error(wav.fault);
			expect(wav.sound.samples.length / wav.sound.rate).toBeCloseTo(seconds, 1);
			expect(seconds).toBeGreaterThan(2);
		}
		expect((await fetch(`${hall.server.url}/clips/${'0'.repeat(32)}.wav`)).status).toBe(404);
		screen.close();
	});

	test('a call reaches its owner’s phone, the screen above its window and the console at once', async () => {
		await clear();
		const ticket = await take(hall.as('kiosk'), 'sale');
		const { url } = hall.server;
		const [phone, screen, console] = [
			await watch(url, 'ticket', ticket.token),
			await watch(url, 'window-screen', '3'),
			await watch(url, 'console', '3', hall.keys.clerk)
		];
		expect(phone.view()).toMatchObject({ number: ticket.number, step: 'waiting', ahead: 0, window: null });
		expect((await callNext(hall.as('clerk'), 3)).body.id).toBe(ticket.id);
		await vi.waitFor(() => {
			expect(phone.view()).toMatchObject({ step: 'called', window: { code: '3' }, calls: 1 });
			expect(screen.view().window).toMatchObject({ number: ticket.number, serving: false });
			expect(screen.view().calledAt).toBeGreaterThan(ticket.takenAt);
			expect(console.view().current).toMatchObject({ id: ticket.id, step: 'called' });
			expect(console.view().current?.allowed).toContain('start');
		}, SOON);
		await act(hall.as('clerk'), ticket.id, 'recall');
		await vi.waitFor(() => expect(phone.view().calls).toBe(2), SOON);
		await act(hall.as('clerk'), ticket.id, 'start');
		await act(hall.as('clerk'), ticket.id, 'finish');
		await vi.waitFor(() => {
			expect(phone.view()).toMatchObject({ state: 'ended', window: null });
			expect(console.view().current).toBeNull();
			expect(screen.view().window.number).toBeNull();
		}, SOON);
		for (const one of [phone, screen, console]) one.close();
	});

	test('a call that was taken back leaves the screens', async () => {
		await clear();
		const screen = await watch(hall.server.url, 'zone', 'west');
		const before = screen.view().calls;
		const ticket = await take(hall.as('kiosk'), 'sale', { class: 'service' });
		expect((await callNext(hall.as('clerk'), 3)).body.id).toBe(ticket.id);
		await vi.waitFor(() => expect(screen.view().calls[0]?.number).toBe(ticket.number), SOON);
		expect((await act(hall.as('clerk'), ticket.id, 'undo')).status).toBe(200);
		await vi.waitFor(() => {
			expect(screen.view().calls).toEqual(before);
			expect(screen.view().queues[0]?.next[0]).toBe(ticket.number);
		}, SOON);
		screen.close();
	});

	test('receipts of a call are counted once a device, and only from the zone of the call', async () => {
		await clear();
		const { url } = hall.server;
		await take(hall.as('kiosk'), 'sale');
		const console = await watch(url, 'console', '3', hall.keys.clerk);
		const called = await callNext(hall.as('clerk'), 3);
		const [call] = await rowsOf<{ id: number }>(hall.database, 'select max(id) as id from call');
		const id = call?.id ?? 0;
		const [west, east, nowhere] = [await line(url), await line(url), await line(url)];
		await ask(west, 'zone', 'west');
		await ask(east, 'zone', 'east');
		nowhere.emit('call:received', id, 'screen-none', 'shown');
		east.emit('call:received', id, 'screen-east', 'shown');
		for (const device of ['screen-1', 'screen-2', 'screen-1']) west.emit('call:received', id, device, 'shown');
		west.emit('call:received', id, 'screen-1', 'spoken');
		west.emit('call:received', id + 1000, 'screen-1', 'shown');
		await vi.waitFor(() => expect(console.view().current?.receipts).toMatchObject({ shown: 2, spoken: 1 }), SOON);
		expect(
			await rowsOf(
				hall.database,
				`select device, channel from receipt where call = ${String(id)} and channel <> 'board' order by device, channel`
			)
		).toEqual([
			{ device: 'screen-1', channel: 'shown' },
			{ device: 'screen-1', channel: 'spoken' },
			{ device: 'screen-2', channel: 'shown' }
		]);
		expect(console.view().current?.id).toBe(called.body.id);
		for (const socket of [west, east, nowhere]) socket.disconnect();
		console.close();
	});

	test('a desk and the supervisor see what is done elsewhere, each only what is theirs', async () => {
		await clear();
		const { url } = hall.server;
		const desk = await watch(url, 'desk', 'main', hall.keys.guide);
		const boss = await watch(url, 'supervise', '', hall.keys.supervisor);
		expect([desk.view().staff.audits, boss.view().allowed]).toEqual([false, ['release', 'end']]);
		const claim = await take(hall.as('kiosk'), 'sale', { class: 'service' });
		await vi.waitFor(() => expect(desk.view().claims.map(({ id }) => id)).toContain(claim.id), SOON);
		expect((await callNext(hall.as('clerk'), 3)).body.id).toBe(claim.id);
		await vi.waitFor(() => {
			const window = boss.view().windows.find(({ code }) => code === '3');
			expect(window).toMatchObject({ state: 'open', current: { number: claim.number, step: 'called' } });
		}, SOON);
		await act(hall.as('clerk'), claim.id, 'park', { kind: 'papers-kept' });
		await vi.waitFor(() => expect(desk.view().held.map(({ id }) => id)).toContain(claim.id), SOON);
		await hall.as('guide').ask('POST', `/tickets/${String(claim.id)}/class`, { class: 'service', seen: true });
		await vi.waitFor(() => expect(desk.view().claims.map(({ id }) => id)).not.toContain(claim.id), SOON);
		expect((await act(hall.as('clerk'), claim.id, 'cancel', { reason: 'left' })).status).toBe(200);
		await vi.waitFor(() => expect(desk.view().held.map(({ id }) => id)).not.toContain(claim.id), SOON);
		for (const one of [desk, boss]) one.close();
	});

	test('a screen that may not speak is told to the desk, until its line ends', async () => {
		const { url } = hall.server;
		const bench = await watch(url, 'devices', '', hall.keys.guide);
		const socket = await line(url);
		socket.emit('screen:reported', 'screen-dumb', 'refused');
		await ask(socket, 'zone', 'east');
		socket.emit('screen:reported', 'screen-east', 'refused');
		await vi.waitFor(() => {
			expect(bench.view().screens).toMatchObject([
				{ device: 'screen-east', zone: 'east', connected: true, sound: 'refused' }
			]);
		}, SOON);
		socket.disconnect();
		await vi.waitFor(
			() => expect(bench.view().screens).toMatchObject([{ device: 'screen-east', connected: false }]),
			SOON
		);
		bench.close();
	});

	test('a kiosk hears at once that no paper will come out, and that it will again', async () => {
		const kiosk = await watch(hall.server.url, 'kiosk', 'kiosk-1');
		await vi.waitFor(() => expect(kiosk.view().paper).toBe('ready'), SOON);
		await hall.fault('printer-1', 'paper-out', true);
		await hall.fault('printer-2', 'cover-open', true);
		await vi.waitFor(() => expect(kiosk.view().paper).toBe('out'), SOON);
		await hall.fault('printer-2', 'cover-open', false);
		await hall.fault('printer-2', 'near-end', true);
		await vi.waitFor(() => expect(kiosk.view().paper).toBe('low'), SOON);
		await hall.fault('printer-2', 'near-end', false);
		await vi.waitFor(() => expect(kiosk.view().paper).toBe('ready'), SOON);
		await hall.fault('printer-1', 'paper-out', false);
		const { body } = await hall.as().ask<{ code: string }[]>('GET', '/items');
		expect(body.map(({ code }) => code)).toEqual(['enrol', 'sale']);
		kiosk.close();
	});

	test(
		'after a random run of everything, changes laid on a snapshot are the snapshot of now',
		{ timeout: 120_000 },
		async () => {
			const { url } = hall.server;
			const token = (await take(hall.as('kiosk'), 'enrol')).token;
			const east = await watch(url, 'zone', 'east');
			const west = await watch(url, 'zone', 'west');
			const screen = await watch(url, 'window-screen', '2');
			const console = await watch(url, 'console', '2', hall.keys.clerk);
			const phone = await watch(url, 'ticket', token);
			const kiosk = await watch(url, 'kiosk', 'kiosk-1');
			await randomRun(hall, 150);
			for (const zone of [east, west]) await same(zone, 'zone', drawn);
			await same(screen, 'window-screen', unnumbered);
			await same(console, 'console', unnumbered);
			await same(phone, 'ticket', headless);
			for (const { head } of [east.view(), west.view(), phone.view()]) await expectHead(hall, head);
			await same(kiosk, 'kiosk', unnumbered);
			expect([east.gaps, west.gaps]).toEqual([0, 0]);
			for (const one of [east, west, screen, console, phone, kiosk]) one.close();
			expect(hall.server.output()).not.toMatch(/"level":50/);
			expect(
				await faultsIn(hall.database).then((faults) => faults.filter((one) => !one.startsWith('a leg called twice')))
			).toEqual([]);
		}
	);

	test('a page whose server is restarted says so, comes back by itself and is right', async () => {
		const { body: board } = await hall.as('kiosk').ask<BoardView>('GET', '/zones/east/board');
		const page = new Live('zone', 'east', board, { socket: () => hallSocket(hall.server.url) });
		const stop = page.start();
		await vi.waitFor(() => expect(page.connected).toBe(true), SOON);
		await clear();
		await hall.again('stop');
		await vi.waitFor(() => expect(page.connected).toBe(true), SOON);
		expect(page.stale).toBe(false);
		const ticket = await take(hall.as('kiosk'), 'enrol', { class: 'service' });
		await vi.waitFor(() => expect(page.view.queues[0]?.next[0]).toBe(ticket.number), SOON);
		await hall.server.kill();
		await vi.waitFor(() => expect(page.stale).toBe(true), SOON);
		expect(page.view.queues[0]?.next[0]).toBe(ticket.number);
		await hall.again('kill');
		expect((await callNext(hall.as('clerk'), 1)).body.number).toBe(ticket.number);
		await vi.waitFor(() => {
			expect(page.stale).toBe(false);
			expect(page.view.calls[0]).toMatchObject({ number: ticket.number, window: '1' });
		}, SOON);
		stop();
	});
});

/** Clerks, kiosks and visitors do this and that, several at a time; what is refused is refused. */
async function randomRun(hall: Hall, steps: number): Promise<void> {
	let seed = 11;
	const dice = (sides: number): number => (seed = (seed * 48_271) % 0x7fffffff) % sides;
	const one = <T>(list: readonly T[]): T => list[dice(list.length)] as T;
	const known: number[] = [];
	const clerk = hall.as('clerk');
	const verbs: (() => Promise<unknown>)[] = [
		async () =>
			known.push(
				(await take(hall.as('kiosk'), one(['enrol', 'sale']), { class: one(['ordinary', 'elder', 'service']) })).id
			),
		async () => known.push((await take(hall.as('kiosk'), one(['enrol', 'sale']))).id),
		() => callNext(clerk, one([1, 2, 3])),
		() => callNext(clerk, one([1, 2, 3])),
		...(
			['recall', 'start', 'start', 'finish', 'finish', 'miss', 'park', 'resume', 'return', 'undo', 'undo'] as const
		).map((action) => () => act(clerk, one(known.slice(-12)), action)),
		() => act(clerk, one(known.slice(-6)), 'transfer', { queue: one(['social', 'homes']) }),
		() => act(clerk, one(known.slice(-6)), 'transfer', { window: one(['1', '2', '3']) }),
		() => act(clerk, one(known), 'cancel', { reason: 'left' }),
		() => act(clerk, one(known), 'void', { reason: 'torn' }),
		() => clerk.ask('POST', `/windows/${one(['1', '2', '3'])}/pause`, { reason: 'lunch' }),
		() => clerk.ask('POST', `/windows/${one(['1', '2', '3'])}/close`, {}),
		() => clerk.ask('POST', `/windows/${one(['1', '2', '3'])}/open`, {}),
		() => clerk.ask('POST', `/windows/${one(['1', '2', '3'])}/open`, {})
	];
	for (let i = 0; i < 8; i += 1) known.push((await take(hall.as('kiosk'), one(['enrol', 'sale']))).id);
	for (let step = 0; step < steps; step += 3) await Promise.all([one(verbs)(), one(verbs)(), one(verbs)()]);
}

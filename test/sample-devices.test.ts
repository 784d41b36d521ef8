import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { LinesView } from '#server/commission/view.ts';
import type { DevicesView } from '#server/devices/view.ts';
import { runHall, type Running } from './running.ts';
import { ROOT } from './server.ts';
import { ask, line, watch } from './watcher.ts';

/* The sample hall as a newcomer finds it: every kind of device is there and well, and the bench plays with each. */

const SOON = { timeout: 30_000, interval: 100 };

describe('devices of the sample hall', { timeout: 90_000 }, () => {
	let hall: Running<'guide' | 'supervisor' | 'clerk'>;
	beforeAll(async () => {
		const file = readFileSync(join(ROOT, 'hall.yaml'), 'utf8');
		hall = await runHall('sqlite', file, ['guide', 'supervisor', 'clerk']);
	}, 120_000);
	afterAll(() => hall.end());

	async function devices(): Promise<DevicesView> {
		const bench = await watch(hall.server.url, 'devices', '', hall.keys.guide);
		const view = bench.view();
		bench.close();
		return view;
	}
	async function lines(): Promise<LinesView> {
		const page = await watch(hall.server.url, 'lines', '', hall.keys.supervisor);
		const view = page.view();
		page.close();
		return view;
	}
	const post = async (path: string, body: object, key = hall.keys.supervisor): Promise<[number, unknown]> => {
		const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
		const answer = await fetch(`${hall.server.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
		const text = await answer.text();
		return [answer.status, answer.ok || answer.status === 409 ? JSON.parse(text) : text];
	};
	const window28 = async (): Promise<string> => {
		const page = await watch(hall.server.url, 'console', '28', hall.keys.clerk);
		const { window } = page.view();
		page.close();
		return window.state;
	};

	test('an agent that nobody enrolled makes no alarm, a framed board is acknowledged, inputs are plugged in', async () => {
		await vi.waitFor(async () => {
			const { boards, agents, keyLines, scanners } = await devices();
			expect(boards.filter(({ outcome }) => outcome !== 'acked').map(({ code }) => code)).toEqual([]);
			expect(boards.find(({ driver }) => driver === 'frame')?.shown?.[0]).not.toBe('');
			expect(agents).toMatchObject([{ state: 'never' }]);
			expect([keyLines, scanners]).toMatchObject([[{ up: true, virtual: true }], [{ up: true, virtual: true }]]);
		}, SOON);
		const desk = await watch(hall.server.url, 'desk', 'police', hall.keys.guide);
		expect(desk.view().alarms).toEqual([]);
		desk.close();
	});

	test('a key of a pad does what it does at its window, and one that may not is told; faults are switched by line', async () => {
		expect(await post('/dev/devices/key', { device: 'pad-28', key: 10 })).toEqual([200, { ok: true }]);
		await vi.waitFor(async () => {
			const [pad] = (await devices()).keyLines[0]?.devices ?? [];
			expect(pad).toMatchObject({ code: 'pad-28', presses: 1, refused: expect.any(String) as string });
		}, SOON);
		expect(await window28()).toBe('closed');
		await post('/dev/devices/fault', { device: 'keys-police', fault: 'cut', on: true });
		await post('/dev/devices/key', { device: 'pad-28', key: 16 });
		await post('/dev/devices/fault', { device: 'keys-police', fault: 'cut', on: false });
		await post('/dev/devices/key', { device: 'pad-28', key: 16 });
		await vi.waitFor(async () => expect(await window28()).toBe('open'), SOON);
		const [known] = (await devices()).keyLines;
		expect(known?.faults).toEqual([]);
		expect(known?.devices[0]?.presses, 'half a frame is no press').toBe(2);
		expect((await post('/dev/devices/key', { device: 'pad-99', key: 1 }))[0]).toBe(404);
		expect((await post('/dev/devices/key', { device: 'pad-28', key: 'A' }))[0]).toBe(400);
		expect((await post('/dev/devices/fault', { device: 'keys-police', fault: 'paper-out', on: true }))[0]).toBe(404);
	});

	test('a code held before a scanner is heard at its kiosk, and counted', async () => {
		const heard: string[] = [];
		const socket = await line(hall.server.url);
		socket.on('code:scanned', (text) => heard.push(text));
		await ask(socket, 'kiosk', 'kiosk-1');
		expect(await post('/dev/devices/scan', { device: 'scanner-1', text: '扫码A017' })).toEqual([200, { ok: true }]);
		await vi.waitFor(() => expect(heard).toEqual(['扫码A017']), SOON);
		socket.close();
		expect((await devices()).scanners).toMatchObject([{ scans: 1, unread: 0 }]);
		expect((await post('/dev/devices/scan', { device: 'scanner-1', text: '' }))[0]).toBe(400);
		expect((await post('/dev/devices/scan', { device: 'pad-28', text: 'A' }))[0]).toBe(404);
	});

	test('a line of boards is looked through by hand: what comes out of turn is refused, the result is kept', async () => {
		const turn = (body: object): Promise<[number, unknown]> => post('/devices/lines/check', body);
		expect((await turn({ do: 'dance' }))[0]).toBe(400);
		expect((await turn({ do: 'scan', upTo: 256 }))[0]).toBe(400);
		expect((await turn({ do: 'seen', seen: 'one' }))[0]).toBe(409);
		expect((await turn({ do: 'begin', bus: 'nowhere' }))[0]).toBe(409);
		expect((await post('/devices/lines/check', { do: 'begin', bus: 'bus-property' }, hall.keys.guide))[0]).toBe(403);
		expect(await turn({ do: 'begin', bus: 'bus-property' })).toEqual([200, { ok: true }]);
		expect((await turn({ do: 'begin', bus: 'bus-police' }))[0]).toBe(409);
		for (const nth of [1, 2]) {
			await vi.waitFor(async () => {
				expect((await lines()).check).toMatchObject({ phase: 'looking', now: { board: 'board-13', turn: nth } });
			}, SOON);
			expect((await turn({ do: 'seen', seen: 'one' }))[0]).toBe(200);
		}
		await vi.waitFor(async () => expect((await lines()).check?.now).toBeNull(), SOON);
		expect((await turn({ do: 'again', board: 'board-14' }))[0]).toBe(409);
		expect(await turn({ do: 'end' })).toEqual([200, { ok: true }]);
		await vi.waitFor(async () => {
			const { check, results } = await lines();
			expect([check, results]).toMatchObject([null, [{ board: 'board-13', verdict: 'alone' }]]);
		}, SOON);
	});
});

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { TcpPort } from '#printer/virtual/ports.ts';
import { VirtualScanner } from '#printer/virtual/scanner.ts';
import { serialWire } from '#printer/wire/serial.ts';
import { systemTimers } from '#printer/wire/timers.ts';
import type { DevicesView } from '#server/devices/view.ts';
import { ptyPair, type Pty } from './fakes/pty.ts';
import { noonHall } from './fixtures/live-hall.ts';
import { runHall, type Running } from './running.ts';
import { has } from './tools.ts';
import { watch } from './watcher.ts';

/* A real server with scanners on real lines: what is held before one is on the page of its place, and on no other. */

const SOON = { timeout: 20_000, interval: 30 };
const TOKEN = `3f.${'aB-_'.repeat(5)}xy`;

describe.skipIf(!has('socat'))('K-06 a code held before a scanner', { timeout: 60_000 }, () => {
	const [serial, network] = [new VirtualScanner('serial', systemTimers), new VirtualScanner('network', systemTimers)];
	const box = new TcpPort((link) => network.attach(link));
	const heard: string[] = [];
	let hall: Running<'kiosk' | 'clerk' | 'guide'>;
	let pty: Pty;
	let closes: (() => void)[];
	let devices: () => DevicesView;

	beforeAll(async () => {
		pty = await ptyPair();
		const port = await box.listen(0);
		const file = noonHall((doc) => {
			const at = (place: object, wire: object): object => ({ ...place, wire });
			const scanners = [
				// On a busy machine the second half of a code comes late, and is not another code.
				at({ code: 'scanner-1', kiosk: 'kiosk-1', silenceMs: 2000 }, { kind: 'serial', path: pty.near }),
				at({ code: 'scanner-2', window: '1' }, { kind: 'tcp', host: '127.0.0.1', port }),
				at({ code: 'scanner-3', desk: 'main' }, { kind: 'virtual' })
			];
			doc.setIn(['devices', 'scanners'], doc.createNode(scanners));
		});
		hall = await runHall('sqlite', file, ['kiosk', 'clerk', 'guide']);
		const { url } = hall.server;
		const pages = [
			await watch(url, 'kiosk', 'kiosk-1', hall.keys.kiosk),
			await watch(url, 'console', '1', hall.keys.clerk),
			await watch(url, 'console', '2', hall.keys.clerk),
			await watch(url, 'desk', 'main', hall.keys.guide)
		];
		for (const [i, page] of ['kiosk', 'window 1', 'window 2', 'desk'].entries())
			pages[i]?.socket.on('code:scanned', (text) => heard.push(`${page}: ${text}`));
		const bench = await watch(url, 'devices', '', hall.keys.guide);
		devices = () => bench.view();
		closes = [...pages, bench].map((page) => () => page.close());
	});
	afterAll(async () => {
		for (const close of closes) close();
		await hall.end();
		await box.close();
		await pty.close();
	});

	const isUp = (code: string, up: boolean): Promise<void> =>
		vi.waitFor(() => expect(devices().scanners.find((one) => one.code === code)?.up).toBe(up), SOON);
	const plugged = async (): Promise<void> => {
		serial.attach(await serialWire({ path: pty.far, baud: 9600 }).open());
		await isUp('scanner-1', true);
	};

	test('at a kiosk, on a serial port: split, without an end, two at once; pulled out and back', async () => {
		await plugged();
		serial.setFault('split', true);
		serial.setFault('no-end', true);
		serial.scan(Buffer.from(`http://10.0.0.5:3000/a/${TOKEN}`));
		await vi.waitFor(() => expect(heard).toEqual([`kiosk: http://10.0.0.5:3000/a/${TOKEN}`]), SOON);
		serial.setFault('split', false);
		serial.setFault('no-end', false);
		serial.scan(Buffer.from('12345678\r\n87654321'));
		await vi.waitFor(() => expect(heard.slice(1)).toEqual(['kiosk: 12345678', 'kiosk: 87654321']), SOON);
		await pty.unplug();
		await isUp('scanner-1', false);
		await pty.plug();
		await plugged();
		serial.scan(Buffer.from('000000005724'));
		await vi.waitFor(() => expect(heard.splice(0).at(-1)).toBe('kiosk: 000000005724'), SOON);
	});

	test('at a window, on a network box: its console hears of it, the next one does not', async () => {
		await isUp('scanner-2', true);
		network.scan(Buffer.from('A001'));
		await vi.waitFor(() => expect(heard.splice(0)).toEqual(['window 1: A001']), SOON);
	});
});

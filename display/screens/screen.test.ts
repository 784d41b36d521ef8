import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Server } from 'socket.io';
import type { Announcement, ClientToServer, ServerToClient } from '#server/realtime/events.ts';
import { board, call } from '#test/fixtures/screens.ts';
import { hallSocket } from '../line.svelte.ts';
import type { Played } from '../voice/audio.ts';
import { HallScreen } from './screen.svelte.ts';

const received: string[] = [];
const reported: string[] = [];
const view = board({
	calls: [
		{ ...call(8, 'A001', '3', 0), at: Date.now() },
		{ ...call(2, 'A000', '3', 0), at: 1000 }
	]
});
const played: string[] = [];

let server: Server<ClientToServer, ServerToClient>;
let stop: () => void = () => undefined;

function opened(mood: Played): HallScreen {
	const { port } = server.httpServer.address() as AddressInfo;
	const screen = new HallScreen([view], {
		speaks: true,
		device: () => 'east-2',
		socket: () => hallSocket(`http://127.0.0.1:${String(port)}`),
		audio: () => ({
			play: async (address) => {
				played.push(address);
				return Promise.resolve(mood);
			}
		})
	});
	stop = screen.start();
	return screen;
}

const announcement = (id: number, zone: string): Announcement => ({
	id,
	zone,
	text: '',
	audio: `/clip/${String(id)}.wav`,
	seconds: 1,
	volume: 1,
	priority: 0,
	at: Date.now(),
	until: Date.now() + 60_000
});

beforeEach(async () => {
	for (const list of [received, reported, played]) list.splice(0);
	const http = createServer();
	server = new Server(http);
	server.on('connection', (socket) => {
		// As the gateway does: a line that has not said what it shows is not heard.
		let zone = '';
		socket.on('room:watched', (_room, key, answer) => {
			zone = key;
			answer({ ok: true, view });
		});
		socket.on('call:received', (id, device, channel) => {
			if (zone !== '') received.push(`${String(id)} ${device} ${channel}`);
		});
		socket.on('screen:reported', (device, sound) => reported.push(`${device} ${sound}`));
	});
	await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
	stop();
	await server.close();
});

test('D-05 a call is told as shown once, however often it is drawn', async () => {
	const screen = opened('ended');
	screen.shown(8);
	screen.shown(8);
	await vi.waitFor(() => expect(reported).not.toHaveLength(0), 5000);
	expect(received).toEqual(['8 east-2 shown']);
});

test('a call of long ago, or one that is not there, is not told as shown', async () => {
	const screen = opened('ended');
	screen.shown(2);
	screen.shown(77);
	await vi.waitFor(() => expect(reported).not.toHaveLength(0), 5000);
	expect(received).toEqual([]);
});

test('D-02 an announcement for this zone is spoken and told, one for another zone is not', async () => {
	const screen = opened('ended');
	await vi.waitFor(() => expect(screen.live.connected && screen.voice.sound).toBe('on'), 5000);
	server.emit('call:announced', announcement(9, 'elsewhere'));
	server.emit('call:announced', announcement(8, view.zone.code));
	await vi.waitFor(() => expect(received).toEqual(['8 east-2 spoken']), 5000);
	expect(played).not.toContain('/clip/9.wav');
});

test('D-05 a screen without sound says so, and says it again after a break of the line', async () => {
	const screen = opened('refused');
	await vi.waitFor(() => expect(reported).toContain('east-2 refused'), 5000);
	await vi.waitFor(() => expect(screen.live.connected).toBe(true), 5000);
	const before = reported.length;
	server.disconnectSockets(true);
	await vi.waitFor(() => expect(reported.length).toBeGreaterThan(before), 8000);
	expect(screen.voice.sound).toBe('refused');
}, 15_000);

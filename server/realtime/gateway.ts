import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { Hall } from '../hall.ts';
import type { ClientToServer, Room, ServerToClient, Snapshot, SocketData, Watched } from './events.ts';
import type { Who } from '../people/who.ts';
import type { ScreenReport } from '../views.ts';
import { hearScreens, screenNamed } from './screens.ts';

export type Io = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
export type HallSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/** A page that hears no beat for some seconds says that it is stale. */
const BEAT_MS = 2000;
/** The largest message of a page: a receipt, a report. */
const LARGEST_MESSAGE = 10_000;

export interface GatewayOptions {
	/** who is on the line, from the headers and the `auth` of its handshake */
	identify: (headers: NodeJS.Dict<string | string[]>, auth: unknown) => Promise<Who>;
	/** the code of the refusal when a room may not be watched, or is none */
	barred: (room: Room, key: string, who: Who) => string | undefined;
	/** the room's snapshot, or the code of the refusal */
	snapshot: <R extends Room>(room: R, key: string, who: Who) => Promise<Snapshot<Watched[R]['view']>>;
	onWatched: (socket: HallSocket, room: Room, key: string) => void;
	/** a page of that kiosk is on the line */
	onKiosk: (device: string) => void;
	onReceived: (receipt: Received) => void;
	onReported: (socket: HallSocket, device: string, sound: 'on' | 'refused' | 'failed') => void;
	onTold: (socket: HallSocket, device: string, report: ScreenReport) => void;
	onBroadcastReceived: (receipt: BroadcastReceived) => void;
	/** number of the last line that went out */
	seq: () => number;
	onTrouble: (error: unknown) => void;
}

/** A screen says that it showed or spoke a call of its zone. */
export interface Received {
	call: number;
	device: string;
	channel: 'shown' | 'spoken';
	zone: string;
}

/** A screen says that it showed or spoke what is told to the whole hall. */
export interface BroadcastReceived {
	broadcast: number;
	device: string;
	channel: 'shown' | 'spoken';
}

/** The name of a room on the line. */
export function roomName(room: Room, key: string): string {
	return `${room}:${key}`;
}

/** socket.io on an http server that never listens; the entry forwards its requests. */
export function openGateway(http: HttpServer, hall: Hall, options: GatewayOptions): Io {
	const io: Io = new Server(http, {
		path: '/socket.io',
		serveClient: false,
		maxHttpBufferSize: LARGEST_MESSAGE,
		pingInterval: 5000,
		pingTimeout: 5000
	});
	io.use((socket, next) => {
		options.identify(socket.handshake.headers, socket.handshake.auth).then(
			(who) => {
				socket.data.who = who;
				next();
			},
			(error: unknown) => {
				options.onTrouble(error);
				next(new Error('database-busy'));
			}
		);
	});
	io.on('connection', (socket) => listen(socket, options));
	hall.clock.every(BEAT_MS, () => io.emit('hall:beat', hall.clock.now(), options.seq()));
	return io;
}

/** What comes over the line is only said to be of its type. */
const CHANNELS: readonly string[] = ['shown', 'spoken'];
const SOUNDS: readonly string[] = ['on', 'refused', 'failed'];

function listen(socket: HallSocket, options: GatewayOptions): void {
	// A screen asks for its zone and reports in one breath: the report waits until it is known what zone it is.
	let watched: Promise<unknown> = Promise.resolve();
	socket.on('room:watched', (room, key, answer) => {
		if (typeof answer !== 'function' || typeof key !== 'string') return;
		watched = watch(socket, room, key, options).then(answer, (error: unknown) => {
			options.onTrouble(error);
			answer({ ok: false, code: 'database-busy' });
		});
	});
	socket.on('call:received', (call, device, channel) => {
		const name = screenNamed(socket, device);
		if (!Number.isSafeInteger(call) || name === undefined || !CHANNELS.includes(channel)) return;
		void watched.then(() => {
			const { zone } = socket.data;
			if (zone !== undefined) options.onReceived({ call, device: name, channel, zone });
		});
	});
	socket.on('screen:reported', (device, sound) => {
		const name = screenNamed(socket, device);
		if (name === undefined || !SOUNDS.includes(sound)) return;
		void watched.then(() => {
			if (socket.data.zone !== undefined) options.onReported(socket, name, sound);
		});
	});
	socket.on('kiosk:reported', (device) => {
		if (typeof device !== 'string' || options.barred('kiosk', device, socket.data.who) !== undefined) return;
		options.onKiosk(device);
	});
	hearScreens(socket, () => watched, options);
}

async function watch(
	socket: HallSocket,
	room: Room,
	key: string,
	options: GatewayOptions
): Promise<Snapshot<Watched[Room]['view']>> {
	const barred = options.barred(room, key, socket.data.who);
	if (barred !== undefined) return { ok: false, code: barred };
	// Joined before the snapshot is made: a change in between comes twice rather than never.
	await socket.join(roomName(room, key));
	const snapshot = await options.snapshot(room, key, socket.data.who);
	if (snapshot.ok) options.onWatched(socket, room, key);
	else await socket.leave(roomName(room, key));
	return snapshot;
}

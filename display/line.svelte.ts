import { io, type Socket } from 'socket.io-client';
import type { BroadcastView } from '#server/views.ts';
import type { ClientToServer, ServerToClient } from '#server/realtime/events.ts';
import { browserTimers, type Timers } from './timers.ts';

export type HallSocket = Socket<ServerToClient, ClientToServer>;

/** No beat for so long, and what stands on the page may be old. The server beats every two seconds. */
const STALE_MS = 6000;
/** A line that claims to be up and says nothing for so long is dropped and laid again. */
const DEAD_MS = 12_000;
const AGAIN_MS = 2000;

/** A socket to this server that is not connected yet: websocket only, tries again for ever. */
export function hallSocket(url = ''): HallSocket {
	return io(url, {
		autoConnect: false,
		transports: ['websocket'],
		forceNew: true,
		reconnectionDelay: 500,
		reconnectionDelayMax: 3000,
		timeout: 5000
	});
}

export interface LiveOptions {
	socket?: () => HallSocket;
	timers?: Timers;
}

/**
 * A page's line to the server: whether it is up, and what is told to the whole hall. What else is watched over it is of `Live`.
 *
 *     const line = new Line();
 *     onMount(() => line.start());   // start() returns its own stop
 *     <Emergency broadcast={line.broadcast} />
 *
 * Nothing is opened before `start()`, so a page can make one while it is rendered on the server.
 */
export class Line {
	connected = $state(false);
	/** the server's clock minus ours, milliseconds: a wall clock adds it */
	skew = $state(0);
	/** what is told to the whole hall now; it stays while the line is down */
	broadcast: BroadcastView | null = $state.raw(null);
	socket: HallSocket | null = null;

	#open: () => HallSocket;
	#timers: Timers;
	#silent = $state(false);
	#dropped = $state(false);
	#heardAt = 0;
	#callOff: (() => void)[] = [];

	constructor(options: LiveOptions = {}) {
		this.#open = options.socket ?? hallSocket;
		this.#timers = options.timers ?? browserTimers;
	}

	/** Whether what is shown may be old: the line is down, or no beat came for six seconds. */
	get stale(): boolean {
		return this.#dropped || this.#silent;
	}

	/** When the server was last heard, by its own clock: since then what is shown may be old. */
	get heardAt(): number {
		return this.#heardAt + this.skew;
	}

	/** Opens the line and keeps it open until the returned function is called. */
	start(): () => void {
		const socket = this.#open();
		this.socket = socket;
		this.#heard();
		this.listen(socket);
		this.#callOff.push(
			this.#timers.every(1000, () => {
				this.#checkSilence(socket);
			})
		);
		socket.connect();
		return () => {
			this.#stop(socket);
		};
	}

	/** What is heard on it. */
	protected listen(socket: HallSocket): void {
		socket.on('connect', () => {
			this.connected = true;
			this.#dropped = false;
			this.#heard();
		});
		socket.on('disconnect', () => {
			this.connected = false;
			this.#dropped = true;
			this.#insist(socket);
		});
		socket.on('connect_error', () => {
			this.#insist(socket);
		});
		socket.on('hall:beat', (at) => {
			this.skew = at - this.#timers.now();
			this.#heard();
		});
		socket.on('broadcast:changed', (now) => {
			this.broadcast = now;
		});
	}

	#heard(): void {
		this.#heardAt = this.#timers.now();
		this.#silent = false;
	}

	#checkSilence(socket: HallSocket): void {
		const silence = this.#timers.now() - this.#heardAt;
		this.#silent = silence > STALE_MS;
		if (silence <= DEAD_MS || !socket.connected) return;
		socket.disconnect();
		socket.connect();
	}

	/** socket.io gives up by itself when the server closed the line or refused it; a screen on a wall must not. */
	#insist(socket: HallSocket): void {
		if (socket.active || this.socket !== socket) return;
		this.#callOff.push(
			this.#timers.after(AGAIN_MS, () => {
				if (!socket.active) socket.connect();
			})
		);
	}

	#stop(socket: HallSocket): void {
		for (const off of this.#callOff.splice(0)) off();
		this.socket = null;
		this.connected = false;
		socket.off();
		socket.disconnect();
	}
}

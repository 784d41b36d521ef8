import { io, type Socket } from 'socket.io-client';
import type { BroadcastView } from '#server/views.ts';
import type { ClientToServer, Room, ServerToClient, Snapshot, Watched } from '#server/realtime/events.ts';
import { changed, type Changed } from './changes.ts';
import { browserTimers, type Timers } from './timers.ts';

export type HallSocket = Socket<ServerToClient, ClientToServer>;

/** No beat for so long, and what stands on the page may be old. The server beats every two seconds. */
const STALE_MS = 6000;
/** A line that claims to be up and says nothing for so long is dropped and laid again. */
const DEAD_MS = 12_000;
const ANSWER_MS = 5000;
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
 * A page's line to the server: a snapshot, then changes, and a snapshot again after every break or gap.
 *
 *     const live = untrack(() => new Live('zone', data.board.zone.code, data.board));
 *     onMount(() => live.start());   // start() returns its own stop
 *     {live.view.queues.length}  {#if live.stale}<StaleBar …/>{/if}
 *
 * Nothing is opened before `start()`, so a page can make one while it is rendered on the server.
 * `live.socket` is there after `start()` for what is not a view: `live.socket?.on('call:announced', …)`.
 */
export class Live<R extends Room> {
	/** what the page draws; kept, and marked stale, while the line is down */
	view: Watched[R]['view'] = $state.raw() as Watched[R]['view'];
	connected = $state(false);
	/** the code of a refused watch (`signed-out`, `not-found` …); null when watching is allowed */
	refused: string | null = $state(null);
	/** the server's clock minus ours, milliseconds: a wall clock adds it */
	skew = $state(0);
	/** what is told to the whole hall now; it stays while the line is down */
	broadcast: BroadcastView | null = $state.raw(null);
	socket: HallSocket | null = null;

	#room: R;
	#key: Watched[R]['key'];
	#open: () => HallSocket;
	#timers: Timers;
	#silent = $state(false);
	#dropped = $state(false);
	#heardAt = 0;
	#asked = 0;
	#callOff: (() => void)[] = [];

	/** @param view the first snapshot, from the page's load */
	constructor(room: R, key: Watched[R]['key'], view: Watched[R]['view'], options: LiveOptions = {}) {
		this.#room = room;
		this.#key = key;
		this.view = view;
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
		this.#listen(socket);
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

	/** Asks for a whole snapshot; a page calls it when it doubts what it has. */
	refresh(): void {
		const socket = this.socket;
		if (!socket?.connected) return;
		const asked = ++this.#asked;
		socket.timeout(ANSWER_MS).emit('room:watched', this.#room, this.#key, (lost: Error | null, answer) => {
			if (asked !== this.#asked) return;
			if (lost) this.refresh();
			else this.#take(answer);
		});
	}

	#listen(socket: HallSocket): void {
		socket.on('connect', () => {
			this.connected = true;
			this.#dropped = false;
			this.#heard();
			this.refresh();
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
		socket.on('hall:applied', () => {
			this.refresh();
		});
		const line = socket as unknown as { on(event: string, act: (change: Changed[R]) => void): void };
		line.on(`${this.#room}:changed`, (change) => {
			const view = changed[this.#room](this.view, change);
			if (view === 'gap') this.refresh();
			else this.view = view;
		});
	}

	#take(answer: Snapshot<Watched[Room]['view']>): void {
		this.refused = answer.ok ? null : answer.code;
		if (answer.ok) this.view = answer.view;
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

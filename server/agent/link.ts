import { io, type Socket } from 'socket.io-client';
import { AGENT_LINK, BEAT_MS, GONE_MS, type FromAgent, type Introduction, type ToAgent } from '../agents/protocol.ts';
import type { Cancel, Clock } from '../clock.ts';

/**
 * The first wait before the next try, doubled each time, and the longest: after a line that was cut for ten seconds the agent is
 * back before the server gives up what it has in work (RETURN_MS of far-printer.ts).
 */
const FIRST_MS = 500;
const MOST_MS = 2000;
const CONNECT_MS = 5000;

export interface LinkOptions {
	/** addresses of the hall's servers; the one that drives the hall's devices takes us */
	servers: readonly string[];
	clock: Clock;
	introduction: () => Introduction;
	onMessage: (message: ToAgent) => void;
	onUp: () => void;
	/** the link has ended, or could not be made; `why` is the server's word or the system's */
	onDown: (why: string) => void;
}

/** The line to the server: made again after every end, at the next address, until it is closed. */
export class Link {
	readonly #options: LinkOptions;
	#socket: Socket | undefined;
	#stops: Cancel[] = [];
	#waitMs = FIRST_MS;
	#turn = 0;
	#heardAt = 0;
	#closed = false;

	constructor(options: LinkOptions) {
		this.#options = options;
		this.#open();
	}

	get up(): boolean {
		return this.#socket?.connected === true;
	}

	/** Says something; what is said while there is no line is lost. */
	say(message: FromAgent): void {
		if (this.up) this.#socket?.emit('agent', message);
	}

	close(): void {
		this.#closed = true;
		this.#end();
	}

	#open(): void {
		const { servers, clock, introduction, onMessage, onUp } = this.#options;
		const server = servers[this.#turn % servers.length] ?? '';
		this.#turn += 1;
		const socket = io(new URL(AGENT_LINK, server).href, {
			transports: ['websocket'],
			forceNew: true,
			reconnection: false,
			timeout: CONNECT_MS,
			auth: introduction()
		});
		this.#socket = socket;
		socket.on('connect', () => {
			this.#heardAt = clock.now();
			this.#stops.push(clock.every(BEAT_MS, () => this.#beat()));
			onUp();
		});
		socket.on('agent', (message: ToAgent) => {
			this.#heardAt = clock.now();
			this.#waitMs = FIRST_MS;
			if (this.#socket === socket) onMessage(message);
		});
		socket.on('connect_error', (error) => this.#down(socket, error.message));
		socket.on('disconnect', (reason) => this.#down(socket, reason));
	}

	#beat(): void {
		this.say({ say: 'beat' });
		if (this.#socket && this.#options.clock.now() - this.#heardAt > GONE_MS) this.#down(this.#socket, 'silent');
	}

	#down(socket: Socket, why: string): void {
		if (this.#socket !== socket) return;
		this.#end();
		if (this.#closed) return;
		this.#stops.push(this.#options.clock.after(this.#waitMs, () => this.#open()));
		this.#waitMs = Math.min(this.#waitMs * 2, MOST_MS);
		this.#options.onDown(why);
	}

	#end(): void {
		for (const stop of this.#stops.splice(0)) stop();
		const socket = this.#socket;
		this.#socket = undefined;
		socket?.disconnect();
	}
}

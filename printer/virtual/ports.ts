import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { socketLink } from '../wire/tcp.ts';
import type { Link } from '../wire/wire.ts';

/** A TCP port, as a network printer has one: can be unplugged and can stop reading. */
export class TcpPort {
	readonly #attach: (link: Link) => void;
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();
	#hung = false;
	#unplugged = false;
	#port = 0;
	readonly #host: string;

	constructor(attach: (link: Link) => void, host = '127.0.0.1') {
		this.#attach = attach;
		this.#host = host;
		this.#server = createServer((socket) => {
			this.#accept(socket);
		});
	}

	/** Resolves to the port number; 0 takes any free one. */
	async listen(port: number): Promise<number> {
		await this.#bind(port);
		this.#port = (this.#server.address() as AddressInfo).port;
		return this.#port;
	}

	/** While unplugged, connections break and new ones are refused. */
	unplug(on: boolean): void {
		if (on === this.#unplugged) return;
		this.#unplugged = on;
		if (on) this.#end();
		else void this.#bind(this.#port);
	}

	/** While hung, connections are accepted and nothing is read. */
	hang(on: boolean): void {
		this.#hung = on;
		for (const socket of this.#sockets) {
			if (on) socket.pause();
			else socket.resume();
		}
	}

	/** Breaks all connections, as a reboot does. */
	drop(): void {
		for (const socket of this.#sockets) socket.resetAndDestroy();
	}

	close(): Promise<void> {
		return new Promise((resolve) => {
			this.#server.close(() => {
				resolve();
			});
			this.drop();
		});
	}

	#bind(port: number): Promise<void> {
		return new Promise((resolve, reject) => {
			this.#server.once('error', reject);
			this.#server.listen(port, this.#host, () => {
				this.#server.off('error', reject);
				resolve();
			});
		});
	}

	#end(): void {
		this.#server.close();
		this.drop();
	}

	#accept(socket: Socket): void {
		this.#sockets.add(socket);
		socket.once('close', () => this.#sockets.delete(socket));
		this.#attach(socketLink(socket));
		if (this.#hung) socket.pause();
	}
}

import { connect, createServer, type Server, type Socket } from 'node:net';
import { ownPort } from '#test/ports.ts';

/** A network cable between a program and a server elsewhere, which can be pulled. */
export interface Cable {
	/** the address of that server, by way of the cable */
	through(url: string): string;
	/** Breaks every connection and takes no new one. */
	pull(): Promise<void>;
	plug(): Promise<void>;
	/** Moves nothing any more and ends nothing, as a router that has lost its table: neither end is told. */
	freeze(): void;
	/** Moves what was held, and all that comes. */
	thaw(): void;
	close(): Promise<void>;
}

/** @param url `postgres://user@host:port/…`: where the far end is */
export async function openCable(url: string): Promise<Cable> {
	const far = new URL(url);
	const sockets = new Set<Socket>();
	const joined = new Set<readonly [Socket, Socket]>();
	let frozen = false;
	const flow = ([near, beyond]: readonly [Socket, Socket]): void => void near.pipe(beyond).pipe(near);
	const join = (near: Socket): void => {
		const beyond = connect({ host: far.hostname, port: Number(far.port) });
		const pair = [near, beyond] as const;
		joined.add(pair);
		for (const socket of pair) {
			sockets.add(socket);
			socket.on('error', () => undefined);
			socket.on('close', () => {
				sockets.delete(socket);
				joined.delete(pair);
				near.destroy();
				beyond.destroy();
			});
		}
		if (!frozen) flow(pair);
	};
	const listen = (port: number): Promise<Server> =>
		new Promise((resolve, reject) => {
			const server = createServer(join);
			server.once('error', reject);
			server.listen(port, '127.0.0.1', () => resolve(server));
		});
	const port = await ownPort();
	let server = await listen(port);
	const pull = (): Promise<void> =>
		new Promise((resolve) => {
			server.close(() => resolve());
			for (const socket of sockets) socket.destroy();
		});
	return {
		through: (address) => Object.assign(new URL(address), { hostname: '127.0.0.1', port: String(port) }).href,
		pull,
		async plug() {
			server = await listen(port);
		},
		freeze() {
			frozen = true;
			for (const [near, beyond] of joined) for (const socket of [near, beyond]) socket.unpipe().pause();
		},
		thaw() {
			frozen = false;
			joined.forEach(flow);
		},
		close: () => (server.listening ? pull() : Promise.resolve())
	};
}

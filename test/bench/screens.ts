import { io, type Socket } from 'socket.io-client';
import { quantile } from './http.ts';

/** Screens that listen, and when the last of them heard. */
export class Screens {
	#sockets: Socket[] = [];
	#heard = 0;
	#last: (at: number) => void = () => undefined;

	/** Connects so many; each watches a room when `watch` is given. Waits until all are there. */
	static async open(port: number, count: number, event: string, watch?: [string, string]): Promise<Screens> {
		const screens = new Screens();
		await Promise.all(Array.from({ length: count }, () => screens.#add(port, event, watch)));
		return screens;
	}

	async #add(port: number, event: string, watch?: [string, string]): Promise<void> {
		const socket = io(`http://127.0.0.1:${String(port)}`, { transports: ['websocket'], forceNew: true });
		this.#sockets.push(socket);
		await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
		if (watch) await socket.emitWithAck('room:watched', ...watch);
		socket.on(event, (change: { calls?: unknown[] }) => {
			if (change.calls?.length === 0) return;
			this.#heard += 1;
			if (this.#heard === this.#sockets.length) this.#last(performance.now());
		});
	}

	/** Milliseconds from the act to the last screen. */
	async time(act: () => Promise<unknown>): Promise<number> {
		this.#heard = 0;
		const all = new Promise<number>((resolve) => (this.#last = resolve));
		const begun = performance.now();
		const [at] = await Promise.all([all, act()]);
		return at - begun;
	}

	close(): void {
		for (const socket of this.#sockets) socket.disconnect();
	}
}

/** The p95 of so many acts, a breath apart; `after` tidies up, untimed. */
export async function p95(
	screens: Screens,
	acts: number,
	act: () => Promise<unknown>,
	after: () => Promise<unknown> = () => Promise.resolve()
): Promise<number> {
	const times: number[] = [];
	for (let i = 0; i < acts; i += 1) {
		times.push(await screens.time(act));
		await after();
		await new Promise((resolve) => setTimeout(resolve, 30));
	}
	return quantile(
		times.toSorted((a, b) => a - b),
		0.95
	);
}

import { connect, type Socket } from 'node:net';

/** What a closed loop of clients saw. */
export interface Loop {
	/** answers per second */
	rate: number;
	/** milliseconds, sorted */
	latencies: number[];
	/** answers by status */
	statuses: Record<number, number>;
}

export interface LoopOptions {
	port: number;
	/** so many connections, each with one request on its way */
	clients: number;
	/** requests in all; ends earlier when `request` gives nothing more */
	total: number;
	/** the whole request as bytes; undefined when there is nothing more to ask */
	request: (index: number) => string | undefined;
	/** told of each answer's body */
	onBody?: (body: string, index: number) => void;
}

/** Asks over raw keep-alive sockets, so that the asking costs little on the machine that answers. */
export async function loop(options: LoopOptions): Promise<Loop> {
	const latencies: number[] = [];
	const statuses: Record<number, number> = {};
	let next = 0;
	const take = (): [number, string] | undefined => {
		if (next >= options.total) return undefined;
		const index = next;
		const request = options.request(index);
		if (request === undefined) return undefined;
		next += 1;
		return [index, request];
	};
	const begun = performance.now();
	const client = async (): Promise<void> => {
		const line = await Line.open(options.port);
		for (let one = take(); one; one = take()) {
			const sent = performance.now();
			const { status, body } = await line.ask(one[1]);
			latencies.push(performance.now() - sent);
			statuses[status] = (statuses[status] ?? 0) + 1;
			options.onBody?.(body, one[0]);
		}
		line.close();
	};
	await Promise.all(Array.from({ length: options.clients }, client));
	const seconds = (performance.now() - begun) / 1000;
	return { rate: latencies.length / seconds, latencies: latencies.toSorted((a, b) => a - b), statuses };
}

/** One keep-alive connection; answers must carry their length. */
export class Line {
	readonly #socket: Socket;
	#received = '';
	#answered: (answer: { status: number; body: string }) => void = () => undefined;
	#failed: (error: Error) => void = () => undefined;

	constructor(socket: Socket) {
		this.#socket = socket;
		socket.setEncoding('latin1');
		socket.setNoDelay(true);
		socket.on('data', (text: string) => this.#read(text));
		socket.on('error', (error) => this.#failed(error));
		socket.on('close', () => this.#failed(new Error('the server closed the line')));
	}

	static open(port: number): Promise<Line> {
		return new Promise((resolve, reject) => {
			const socket = connect({ port, host: '127.0.0.1' });
			socket.once('connect', () => resolve(new Line(socket)));
			socket.once('error', reject);
		});
	}

	ask(request: string): Promise<{ status: number; body: string }> {
		return new Promise((resolve, reject) => {
			this.#answered = resolve;
			this.#failed = reject;
			this.#socket.write(request);
		});
	}

	close(): void {
		this.#failed = () => undefined;
		this.#socket.destroy();
	}

	#read(text: string): void {
		this.#received += text;
		const head = this.#received.indexOf('\r\n\r\n');
		if (head < 0) return;
		const length = Number(/content-length: (\d+)/i.exec(this.#received.slice(0, head))?.[1] ?? NaN);
		if (Number.isNaN(length)) throw new Error(`an answer without its length: ${this.#received}`);
		if (this.#received.length < head + 4 + length) return;
		const answer = { status: Number(this.#received.slice(9, 12)), body: this.#received.slice(head + 4) };
		this.#received = '';
		this.#answered(answer);
	}
}

/** A request as bytes. */
export function post(path: string, key: string, body: object): string {
	const text = JSON.stringify(body);
	return `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\ncontent-length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}`;
}

export function get(path: string, key: string): string {
	return `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${key}\r\n\r\n`;
}

/** Nearest-rank quantile of sorted values. */
export function quantile(sorted: readonly number[], q: number): number {
	return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? NaN;
}

import { get, Line, loop, post, quantile, type Loop } from './http.ts';

/** The hall under test, as the rounds see it. */
export interface Target {
	port: number;
	kiosk: string;
	clerk: string;
	items: string[];
}

let intents = 0;

/** Tickets issued in a closed loop. */
export function issueRound(target: Target, clients: number, total: number): Promise<Loop> {
	return loop({
		port: target.port,
		clients,
		total,
		request: (index) => {
			intents += 1;
			const item = target.items[index % target.items.length];
			return post('/api/v1/tickets', target.kiosk, { item, intent: `bench-${String(process.pid)}-${String(intents)}` });
		}
	});
}

/** Calls in a closed loop: each client is a window that calls, starts, finishes, and calls again. Only calls are timed. */
export async function callRound(target: Target, clients: number, total: number): Promise<Loop> {
	const lines = await Promise.all(Array.from({ length: clients }, () => Line.open(target.port)));
	const latencies: number[] = [];
	const statuses: Record<number, number> = {};
	const begun = performance.now();
	let left = total;
	const work = async (line: Line, window: number): Promise<void> => {
		while (left > 0) {
			left -= 1;
			const asked = performance.now();
			const { status, id } = await callNext(target, line, window);
			latencies.push(performance.now() - asked);
			statuses[status] = (statuses[status] ?? 0) + 1;
			if (id === undefined) return;
			await serve(target, line, id);
		}
	};
	await Promise.all(lines.map((line, i) => work(line, i + 1)));
	const seconds = (performance.now() - begun) / 1000;
	for (const line of lines) line.close();
	return { rate: latencies.length / seconds, latencies: latencies.toSorted((a, b) => a - b), statuses };
}

/** One call; no id when nobody waits. */
export async function callNext(
	target: Target,
	line: Line,
	window: number
): Promise<{ status: number; id: number | undefined }> {
	const { status, body } = await line.ask(post(`/api/v1/windows/${String(window)}/next`, target.clerk, {}));
	return { status, id: status === 200 ? (JSON.parse(body) as { id: number }).id : undefined };
}

/** Starts and finishes a called ticket, which frees its window. */
export async function serve(target: Target, line: Line, id: number): Promise<void> {
	await line.ask(post(`/api/v1/tickets/${String(id)}/start`, target.clerk, {}));
	await line.ask(post(`/api/v1/tickets/${String(id)}/finish`, target.clerk, {}));
}

/** Reads in a closed loop of one client. */
export function readRound(target: Target, path: string, total: number): Promise<Loop> {
	return loop({ port: target.port, clients: 1, total, request: () => get(path, target.clerk) });
}

/** A SvelteKit server that says back what it is sent. */
export function bareRound(port: number, clients: number, total: number): Promise<Loop> {
	const body = { item: 'card-new', intent: 'bench-0000-000000000' };
	return loop({ port, clients, total, request: () => post('/', 'none', body) });
}

/** `1234/s, p50 1.2, p99 3.4 ms` */
export function told({ rate, latencies }: Loop): string {
	const ms = (q: number): string => quantile(latencies, q).toFixed(2);
	return `${rate.toFixed(0).padStart(6)}/s  p50 ${ms(0.5)}  p99 ${ms(0.99)} ms`;
}

/** The middle of three or more figures. */
export function median(values: readonly number[]): number {
	return quantile(
		values.toSorted((a, b) => a - b),
		0.5
	);
}

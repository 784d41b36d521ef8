import type { Answer, Problem } from '#display/ask.ts';
import type { OrderLine, OrderReport } from '#server/views.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

export interface OrdersOptions {
	ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer<T>>;
}

/** What the last import came to. */
export type ImportTold =
	{ kind: 'report'; report: OrderReport } | { kind: 'unread' } | { kind: 'refused'; code: Problem['code'] };

/** What the page of orders does beside working on one: filters, and taking in a file of the platform. */
export class Orders {
	/** code of a department, empty for the hall's own; null for all */
	department: string | null = $state(null);
	/** the form that takes in a file is open */
	importing = $state(false);
	busy = $state(false);
	told: ImportTold | null = $state.raw(null);
	#options: OrdersOptions;

	constructor(options: OrdersOptions) {
		this.#options = options;
	}

	/** The rows to draw. */
	shown(lines: OrderLine[]): OrderLine[] {
		const { department } = this;
		return department === null ? lines : lines.filter((line) => (line.departmentCode ?? '') === department);
	}

	/** Sends a file as it is: a line that is wrong is told by the server, and changes nothing. */
	async take(file: Pick<File, 'name' | 'arrayBuffer'>): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		const body = { file: base64Of(await file.arrayBuffer()), json: file.name.toLowerCase().endsWith('.json') };
		this.told = toldOf(await this.#options.ask<OrderReport>('POST', '/orders', body));
		this.busy = false;
	}

	back(): boolean {
		const was = this.importing;
		this.importing = false;
		this.told = null;
		return was;
	}
}

function toldOf(answer: Answer<OrderReport>): ImportTold {
	if (answer.ok) return { kind: 'report', report: answer.value };
	const { code } = answer.problem;
	return code === 'bad-request' ? { kind: 'unread' } : { kind: 'refused', code };
}

/** Bytes as JSON can carry them. */
function base64Of(bytes: ArrayBuffer): string {
	let text = '';
	for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
	return btoa(text);
}

/** How long an order that was not yet taken on can still go back; null when it is too late. */
export function clockOf(line: Pick<OrderLine, 'dueAt'>, now: number): { hours: number; minutes: number } | null {
	const left = (line.dueAt ?? 0) - now;
	if (left < 0) return null;
	return { hours: Math.floor(left / HOUR_MS), minutes: Math.floor((left % HOUR_MS) / MINUTE_MS) };
}

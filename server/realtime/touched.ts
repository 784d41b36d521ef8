import type { CallKind, LedgerRow } from '#db/schema.ts';
import type { Setup } from '../setup/hall.ts';

/** A call as its ledger line tells it. */
export interface CalledLine {
	id: number;
	ticket: number;
	number: string;
	zone: string;
	window: string;
	kind: CallKind;
	at: number;
}

/** What a handful of ledger lines has changed, for whoever draws it. */
export interface Touched {
	calls: CalledLine[];
	queues: Set<string>;
	windows: Set<string>;
	tickets: Set<number>;
	/** a new hall file */
	applied: boolean;
	/** API keys were made or revoked */
	keys: boolean;
	/** a slip was asked for, or a person decided on one */
	slips: boolean;
}

interface Body {
	number?: string;
	kind?: CallKind;
	zone?: string;
	to?: { queue: string };
}

/** Reads what lines mean for screens, consoles and devices. Pure. */
export function touchedBy(lines: readonly LedgerRow[]): Touched {
	const touched: Touched = {
		calls: [],
		queues: new Set(),
		windows: new Set(),
		tickets: new Set(),
		applied: false,
		keys: false,
		slips: false
	};
	for (const line of lines) add(touched, line);
	return touched;
}

function add(touched: Touched, line: LedgerRow): void {
	const body = JSON.parse(line.body) as Body;
	for (const queue of [line.queue, body.to?.queue]) if (queue) touched.queues.add(queue);
	if (line.window !== null) touched.windows.add(line.window);
	if (line.ticket !== null) touched.tickets.add(line.ticket);
	if (line.act === 'ticket.called' || line.act === 'ticket.recalled') touched.calls.push(calledLine(line, body));
	if (line.act === 'hall.applied') touched.applied = true;
	if (line.act.startsWith('key.')) touched.keys = true;
	if (line.act === 'ticket.issued' || line.act.startsWith('slip.')) touched.slips = true;
}

function calledLine(line: LedgerRow, body: Body): CalledLine {
	return {
		id: line.seq,
		ticket: line.ticket ?? 0,
		number: body.number ?? '',
		zone: body.zone ?? '',
		window: line.window ?? '',
		kind: body.kind ?? 'next',
		at: line.at
	};
}

/** The zones in which these queues and windows stand. */
export function zonesOf(touched: Touched, setup: Setup): Set<string> {
	const queues = [...touched.queues].flatMap((code) => setup.queues.get(code)?.zone ?? []);
	const windows = [...touched.windows].flatMap((code) => setup.windows.get(code)?.zone ?? []);
	return new Set([...queues, ...windows, ...touched.calls.map((call) => call.zone)]);
}

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
	/** ids of calls that were taken back */
	undone: Set<number>;
	queues: Set<string>;
	windows: Set<string>;
	tickets: Set<number>;
	/** a new hall file */
	applied: boolean;
	/** API keys were made or revoked */
	keys: boolean;
	/** agents were enrolled or revoked */
	agents: boolean;
	/** whose key or session has ended, as they stand in the ledger */
	left: Set<string>;
	/** something calls for somebody, or does no more */
	alarms: boolean;
	/** a case, a matter or a delivery */
	cases: boolean;
	/** a slip was asked for, or a person decided on one */
	slips: boolean;
	/** some service was rated, wherever */
	rated: boolean;
	/** a note to staff was written, read or taken back */
	notes: boolean;
	/** somebody calls for help, or somebody goes */
	help: boolean;
	/** something is told to the whole hall, or no more */
	broadcast: boolean;
	/** incidents, loans or free services: what desks keep beside numbers */
	kept: boolean;
	/** a free service works, or does not, or more wait for it */
	services: boolean;
	/** a telephone call, or who sits at the telephone */
	phones: boolean;
	/** a hand has decided something about a device */
	devices: boolean;
	/** devices that are to show that they work */
	tested: { id: number; kind: string; device: string }[];
}

interface Body {
	number?: string;
	kind?: CallKind;
	zone?: string;
	to?: { queue: string };
	id?: string;
	act?: string;
	undone?: number;
	/** a device and its kind */
	device?: string;
	of?: string;
}

/** Reads what lines mean for screens, consoles and devices. Pure. */
export function touchedBy(lines: readonly LedgerRow[]): Touched {
	const touched: Touched = {
		calls: [],
		undone: new Set(),
		queues: new Set(),
		windows: new Set(),
		tickets: new Set(),
		applied: false,
		keys: false,
		agents: false,
		left: new Set(),
		alarms: false,
		cases: false,
		slips: false,
		rated: false,
		help: false,
		broadcast: false,
		kept: false,
		services: false,
		notes: false,
		phones: false,
		devices: false,
		tested: []
	};
	for (const line of lines) add(touched, line);
	return touched;
}

function add(touched: Touched, line: LedgerRow): void {
	const body = JSON.parse(line.body) as Body;
	for (const queue of [line.queue, body.to?.queue]) if (queue) touched.queues.add(queue);
	keep(touched.windows, line.window);
	keep(touched.tickets, line.ticket);
	keep(touched.left, leftBy(line, body));
	keep(touched.undone, undoneBy(line, body));
	if (line.act === 'device.tested')
		touched.tested.push({ id: line.seq, kind: body.of ?? '', device: body.device ?? '' });
	if (CALLS.includes(line.act)) touched.calls.push(calledLine(line, body));
	flag(touched, line);
}

function flag(touched: Touched, line: LedgerRow): void {
	touched.applied ||= line.act === 'hall.applied';
	touched.keys ||= KEYS.includes(line.act);
	touched.cases ||= CASES.test(line.act);
	touched.slips ||= SLIPS.includes(line.act);
	touched.notes ||= line.act.startsWith('note.');
	touched.rated ||= line.act === 'service.rated';
	touched.kept ||= KEPT.test(line.act);
	for (const [what, begins] of BEGINNINGS) touched[what] ||= line.act.startsWith(begins);
}

/** An act that begins so has changed it. */
const BEGINNINGS = [
	['alarms', 'alarm.'],
	['agents', 'agent.'],
	['help', 'help.'],
	['broadcast', 'broadcast.'],
	['services', 'free-service.'],
	['phones', 'phone.'],
	['devices', 'device.']
] as const;

const KEPT = /^(broadcast|case|incident|loan|stock|free-service)\./;
const CASES = /^(case|matter|delivery)\./;
const CALLS = ['ticket.called', 'ticket.recalled'];
const KEYS = ['key.created', 'key.revoked'];
/** A slip was asked for. What became of one concerns its ticket only. */
const SLIPS = [
	'ticket.issued',
	'ticket.transferred',
	'ticket.finished',
	'slip.reprinted',
	'slip.sampled',
	'notice.given',
	'case.receipt-printed',
	'referral.given',
	'phone.answer-printed',
	'guide.printed',
	'device.tested'
];
/** Who signs in ends the former session of the same number. */
const SESSIONS = ['staff.signed-in', 'staff.signed-out'];

function undoneBy(line: LedgerRow, { act, undone }: Body): number | null {
	return line.act === 'ticket.undone' && act === 'ticket.called' ? (undone ?? null) : null;
}

function keep<T>(all: Set<T>, one: T | null): void {
	if (one !== null) all.add(one);
}

function leftBy(line: LedgerRow, { id }: Body): string | null {
	if (line.act === 'key.revoked') return `key:${id ?? ''}`;
	return SESSIONS.includes(line.act) ? line.actor : null;
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
	const services = touched.services ? setup.zones.keys() : [];
	return new Set([...queues, ...windows, ...services, ...touched.calls.map((call) => call.zone)]);
}

/** Reads what a 12345 platform sends: orders in a neutral shape, and what is wrong with the lines that are none. Pure. */
import { dayOf, isDay, momentOf } from '../day.ts';
import { readPhone } from '../mask.ts';
import { readCsv } from './csv.ts';

/** What an order is made of. `receivedAt`: when the platform sent it to us. */
export const ORDER_FIELDS = [
	'number',
	'receivedAt',
	'title',
	'content',
	'category',
	'department',
	'urgent',
	'name',
	'phone',
	'address'
] as const;
export type OrderField = (typeof ORDER_FIELDS)[number];

/** By which headings a column is known; every city's sheet has its own. */
export type OrderColumns = Readonly<Record<OrderField, readonly string[]>>;

export interface ReadOrder {
	/** from 1; of JSON the place in the list */
	line: number;
	number: string;
	/** ms */
	receivedAt: number;
	title: string;
	content: string;
	category: string;
	/** as the sheet says it */
	department: string;
	urgent: boolean;
	person: { name: string; phone: string; address: string };
}

export const ORDER_FAULTS = [
	'missing',
	'not-a-number',
	'not-a-time',
	'in-the-future',
	'not-a-phone',
	'too-long',
	'not-an-order',
	'nobody-for-it'
] as const;

/** Why a line is no order: in which field, and what. */
export interface OrderFault {
	line: number;
	field: OrderField | null;
	code: (typeof ORDER_FAULTS)[number];
}

export interface ReadOrders {
	orders: ReadOrder[];
	faults: OrderFault[];
}

/** In which hall and when it is read: a moment without a zone is the hall's, and none lies ahead. */
export interface ReadingOrders {
	columns: OrderColumns;
	timeZone: string;
	/** ms */
	now: number;
}

/** Letters at most; a title is a line of a list. */
const LONGEST: Record<OrderField, number> = {
	number: 64,
	receivedAt: 40,
	title: 120,
	content: 4000,
	category: 80,
	department: 80,
	urgent: 10,
	name: 60,
	phone: 40,
	address: 200
};
/** Clocks differ a little. */
const AHEAD_MS = 10 * 60_000;
const YES = /^(是|急|紧急|特急|加急|y|yes|true|1|urgent)$/i;

type Cells = Partial<Record<OrderField, string>>;

/** A sheet with a line of headings. Without a heading for number, time and content there is no order in it. */
export function readOrderSheet(text: string, by: ReadingOrders): ReadOrders {
	const [head, ...rows] = readCsv(text);
	const places = placesOf(head?.cells ?? [], by.columns);
	const lacks = (['number', 'receivedAt', 'content'] as const).find((field) => places[field] === undefined);
	if (lacks) return { orders: [], faults: [{ line: head?.line ?? 1, field: lacks, code: 'missing' }] };
	return sorted(rows.map(({ line, cells }) => orderIn(line, cellsAt(cells, places), by)));
}

/** A list of objects whose keys are the fields' own names or the hall's headings. */
export function readOrderList(list: readonly unknown[], by: ReadingOrders): ReadOrders {
	return sorted(
		list.map((one, at) => {
			if (typeof one !== 'object' || one === null) return { line: at + 1, field: null, code: 'not-an-order' };
			const entries = Object.entries(one);
			const places = placesOf(
				entries.map(([key]) => key),
				by.columns
			);
			const values = entries.map(([, value]) => textOf(value));
			return orderIn(at + 1, cellsAt(values, places), by);
		})
	);
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

type Places = Partial<Record<OrderField, number>>;

/** Where each field stands among the headings; its own name is always known. */
function placesOf(headings: readonly string[], columns: OrderColumns): Places {
	const known = headings.map(plain);
	const places: Places = {};
	for (const field of ORDER_FIELDS) {
		const names = [...columns[field], field].map(plain);
		const at = known.findIndex((heading) => names.includes(heading));
		if (at >= 0) places[field] = at;
	}
	return places;
}

function plain(heading: string): string {
	return heading.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
}

function cellsAt(values: readonly string[], places: Places): Cells {
	const found = ORDER_FIELDS.flatMap((field): [OrderField, string][] => {
		const at = places[field];
		return at === undefined ? [] : [[field, (values[at] ?? '').trim()]];
	});
	return Object.fromEntries(found);
}

function orderIn(line: number, cells: Cells, by: ReadingOrders): ReadOrder | OrderFault {
	const at = readMoment(cells.receivedAt ?? '', by.timeZone);
	const fault = faultIn(cells, at, by.now);
	if (fault) return { line, ...fault };
	const cell = (field: OrderField): string => cells[field] ?? '';
	return {
		...{ line, number: cell('number'), receivedAt: at ?? by.now },
		title: cell('title') || cell('content').replaceAll(/\s+/g, ' ').slice(0, LONGEST.title),
		...{ content: cell('content'), category: cell('category'), department: cell('department') },
		urgent: YES.test(cell('urgent')),
		person: { name: cell('name'), phone: readPhone(cell('phone')) ?? '', address: cell('address') }
	};
}

function faultIn(cells: Cells, at: number | undefined, now: number): Omit<OrderFault, 'line'> | undefined {
	const missing = (['number', 'content', 'receivedAt'] as const).find((field) => (cells[field] ?? '') === '');
	if (missing) return { field: missing, code: 'missing' };
	const long = ORDER_FIELDS.find((field) => (cells[field] ?? '').length > LONGEST[field]);
	if (long) return { field: long, code: 'too-long' };
	if (!isNumber(cells.number ?? '')) return { field: 'number', code: 'not-a-number' };
	if (at === undefined) return { field: 'receivedAt', code: 'not-a-time' };
	if (at > now + AHEAD_MS) return { field: 'receivedAt', code: 'in-the-future' };
	const { phone = '' } = cells;
	return phone !== '' && readPhone(phone) === undefined ? { field: 'phone', code: 'not-a-phone' } : undefined;
}

/** Letters, digits and what stands between them: no words, for it is written into the ledger. */
const NUMBER = /^[\p{L}\p{N}][\p{L}\p{N}\-_./#()（）〔〕【】[\]]*$/u;
/** A table program has shortened a long number, 2.02611E+13: several orders would be one. */
const SHORTENED = /^\d+(\.\d+)?e\+?\d+$/i;

function isNumber(written: string): boolean {
	return NUMBER.test(written) && /\p{N}/u.test(written) && !SHORTENED.test(written);
}

function sorted(lines: readonly (ReadOrder | OrderFault)[]): ReadOrders {
	return {
		orders: lines.flatMap((one) => ('code' in one ? [] : [one])),
		faults: lines.flatMap((one) => ('code' in one ? [one] : []))
	};
}

const WITH_ZONE = /(Z|[+-]\d{2}:?\d{2})$/i;
const MOMENT =
	/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})秒?)?分?)?$/;

/** A moment as sheets write it: `2026-11-25 09:30`, `2026/11/5 9:30:00`, `2026年11月25日`, or with a zone (ISO 8601). */
export function readMoment(written: string, timeZone: string): number | undefined {
	const text = written.normalize('NFKC').trim();
	if (WITH_ZONE.test(text) && text.includes('T')) {
		const at = Date.parse(text);
		return Number.isNaN(at) ? undefined : at;
	}
	const [, year, month, date, ...clock] = MOMENT.exec(text) ?? [];
	const day = [year, month, date].map((part) => (part ?? '').padStart(2, '0')).join('-');
	return isDay(day) ? atClock(day, clock, timeZone) : undefined;
}

/** Hours, minutes and seconds of a day; what is not written is none. */
function atClock(day: string, clock: readonly (string | undefined)[], timeZone: string): number | undefined {
	const [hour = 0, minute = 0, second = 0] = clock.map((part) => Number(part ?? 0));
	if (hour > 23 || minute > 59 || second > 59) return undefined;
	const at = momentOf(day, hour * 60 + minute, timeZone) + second * 1000;
	return dayOf(at, timeZone) === day ? at : undefined;
}

/** What is asked before something is done with a case: the fields of each act, and the wish that they make. */
import { isBarred } from '#display/words/wording/check.ts';
import type { CaseActView, CaseView, DeliveryView } from '#server/views.ts';

export type FieldName =
	'text' | 'days' | 'to' | 'carrier' | 'waybill' | 'name' | 'phone' | 'address' | 'consent' | 'reason' | 'main' | 'way';

export interface Field {
	name: FieldName;
	kind: 'words' | 'line' | 'number' | 'hand' | 'tick' | 'reason' | 'way';
	required: boolean;
	/** a visitor reads it */
	read?: boolean;
}

/** A command of an open case: what it is called, its key, and what it asks. */
export interface CaseCommand {
	/** `act:grant`, `hand:offer`, `visitor:join`, `delivery:sent` */
	id: string;
	group: 'act' | 'hand' | 'visitor' | 'delivery';
	name: string;
	/** `KeyboardEvent.code`, and what stands beside the label */
	code: string;
	shown: string;
	path: string;
	fields: readonly Field[];
}

/** What stands in a form; `override`: it goes out although forbidden wording was found. */
export type Values = Partial<Record<FieldName | 'override', string | boolean>>;

const HAND_KEYS = { offer: 'D', accept: 'A', decline: 'X', withdraw: 'W', take: 'T' } as const;
const DELIVERY_KEYS = { sent: 'S', delivered: 'V', returned: 'R', cancel: 'C', open: 'P' } as const;

const WORDS: Field = { name: 'text', kind: 'words', required: false };
const HAND_FIELDS: Record<keyof typeof HAND_KEYS, readonly Field[]> = {
	offer: [{ name: 'to', kind: 'hand', required: true }, WORDS],
	accept: [],
	decline: [WORDS],
	withdraw: [],
	take: [WORDS]
};

/** What is done for the visitor who follows it: its key, its path and what it asks. */
const VISITOR: Record<CaseView['can'][number], { shown: string; path: string; fields: readonly Field[] }> = {
	join: { shown: 'J', path: 'join', fields: [{ name: 'main', kind: 'line', required: true }] },
	tell: { shown: 'N', path: 'told', fields: [{ name: 'way', kind: 'way', required: true }] },
	receipt: { shown: 'Q', path: 'receipt', fields: [] }
};

const HOME: readonly Field[] = [
	{ name: 'name', kind: 'line', required: true },
	{ name: 'phone', kind: 'line', required: true },
	{ name: 'address', kind: 'line', required: true },
	{ name: 'consent', kind: 'tick', required: true }
];

/** Everything that can be done with a case now, acts first, by figures; hand-overs and deliveries by letters. */
export function commandsOf(one: CaseView): CaseCommand[] {
	const base = `/cases/${String(one.id)}`;
	const acts = one.acts.map((act, at): CaseCommand => {
		const shown = at < 9 ? String(at + 1) : '';
		const id = `act:${act.act}`;
		return {
			id,
			group: 'act',
			name: act.act,
			code: `Digit${shown}`,
			shown,
			path: `${base}/act`,
			fields: actFields(act)
		};
	});
	const hands = one.hands.map((hand): CaseCommand => {
		const shown = HAND_KEYS[hand];
		return { ...named('hand', hand, shown), path: `${base}/${hand}`, fields: HAND_FIELDS[hand] };
	});
	const visitor = one.can.map((name): CaseCommand => {
		const { shown, path, fields } = VISITOR[name];
		return { ...named('visitor', name, shown), path: `${base}/${path}`, fields };
	});
	return [...acts, ...hands, ...visitor, ...openCommand(one), ...deliveryCommands(one)];
}

const REASON: readonly Field[] = [{ name: 'reason', kind: 'reason', required: true }];

/** Looks whom the case is from; of a matter it is its delivery that says so. */
function openCommand({ id, person, matter }: CaseView): CaseCommand[] {
	if (person?.opens !== true || matter !== null) return [];
	return [{ ...named('delivery', 'open', DELIVERY_KEYS.open), path: `/cases/${String(id)}/open`, fields: REASON }];
}

function deliveryCommands(one: CaseView): CaseCommand[] {
	if (!one.matter) return [];
	const { delivery } = one.matter;
	const again = delivery === null || delivery.state === 'returned' || delivery.state === 'cancelled';
	const asks = again && one.state === 'open' && one.acts.length > 0;
	const add: CaseCommand = {
		...named('delivery', 'add', 'H'),
		path: `/matters/${String(one.id)}/delivery`,
		fields: HOME
	};
	const steps = delivery?.allowed.map((step) => stepCommand(delivery, step)) ?? [];
	return asks ? [...steps, add] : steps;
}

function stepCommand({ id }: DeliveryView, step: keyof typeof DELIVERY_KEYS): CaseCommand {
	const fields: Partial<Record<typeof step, readonly Field[]>> = {
		sent: [
			{ name: 'carrier', kind: 'line', required: false },
			{ name: 'waybill', kind: 'line', required: true }
		],
		open: REASON
	};
	const command = named('delivery', step, DELIVERY_KEYS[step]);
	return { ...command, path: `/deliveries/${String(id)}/${step}`, fields: fields[step] ?? [] };
}

function named(group: CaseCommand['group'], name: string, shown: string): Omit<CaseCommand, 'path' | 'fields'> {
	return { id: `${group}:${name}`, group, name, code: `Key${shown}`, shown };
}

function actFields({ text, days, read }: CaseActView): Field[] {
	const fields: Field[] = [];
	if (days !== null) fields.push({ name: 'days', kind: 'number', required: true });
	if (text !== 'none') fields.push({ name: 'text', kind: 'words', required: text === 'needed', read });
	return fields;
}

/** What stands in the fields first. */
export function firstValues({ group, name, fields }: CaseCommand, one: CaseView): Values {
	const days = one.acts.find((act) => group === 'act' && act.act === name)?.days ?? null;
	const values: Values = {};
	for (const field of fields) {
		if (field.kind === 'tick') values[field.name] = false;
		else if (field.kind === 'number') values[field.name] = String(days ?? 1);
		else values[field.name] = field.kind === 'reason' || field.kind === 'way' ? 'call' : '';
	}
	return values;
}

/** Whether everything that is required stands there. */
export function isFilled({ fields }: CaseCommand, values: Values): boolean {
	return fields.every(({ name, required, read }) => {
		const value = values[name] ?? '';
		if (read && typeof value === 'string' && isBarred(value, values.override === true)) return false;
		return !required || value === true || (typeof value === 'string' && value.trim() !== '');
	});
}

/** The body that a command sends. */
export function bodyOf({ group, name, fields }: CaseCommand, values: Values): Record<string, unknown> {
	const body: Record<string, unknown> = group === 'act' ? { act: name } : {};
	if (fields.some((field) => field.read)) body['override'] = values.override === true;
	for (const field of fields) {
		const value = values[field.name] ?? '';
		if (field.kind === 'hand') Object.assign(body, handOf(String(value)));
		else
			body[BODY[field.name] ?? field.name] =
				field.kind === 'number' ? Number(value) : typeof value === 'string' ? value.trim() : value;
	}
	return body;
}

/** What the API calls what a form calls otherwise. */
const BODY: Partial<Record<FieldName, string>> = { main: 'to' };

/** To whom: `1002`, `desk:main` or `department:hrss`. */
function handOf(value: string): { to: string; place: string } {
	const [place = '', code] = value.split(':');
	return code === undefined ? { to: place, place: 'staff' } : { to: code, place };
}

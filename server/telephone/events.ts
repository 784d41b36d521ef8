import { addPhoneCall, addPhoneEvent, phoneCallByRef, phoneEventsOf, savePhoneCall } from '#db/phone-calls.ts';
import type { Tx } from '#db/group.ts';
import type { PhoneCallRow, PhoneEventKind, PhoneSystem } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { keepSealed, noLongerNeeded } from '../personal/keep.ts';
import { done, refused, type Result } from '../result.ts';
import { readPhone } from '../rules/mask.ts';
import { recordOf, type Heard } from '../rules/telephone/record.ts';
import { notePhone } from './held.ts';
import { followSeats } from './seats.ts';

/** One thing that a telephone system tells of a call. */
export interface CallEvent {
	/** its own name of the call */
	call: string;
	event: PhoneEventKind;
	/** ms, by its own clock */
	at: number;
	/** a line's code or number, as in the hall file; null where it is not known */
	line: string | null;
	/** the caller's number; null for a hidden one */
	caller: string | null;
	/** staff number of who answered, or to whom it went */
	staff: string | null;
	/** the same by telephone, as in the hall file */
	extension: string | null;
}

/** A clock that goes before ours by more is wrong. */
const AHEAD_MS = 300_000;

/**
 * Takes in what a telephone system tells. Told again, late or out of order it comes to the same record; what was known
 * already is written nowhere.
 * @returns the calls as they are after it, each once
 */
export function hearEvents(
	hall: Hall,
	who: Who,
	system: PhoneSystem,
	events: readonly CallEvent[]
): Promise<Result<PhoneCallRow[]>> {
	return hall.write(async (tx) => {
		const wrong = events.find(({ at }) => at > hall.clock.now() + AHEAD_MS);
		if (wrong) return refused('bad-request', `at: ${String(wrong.at)}`);
		const calls = new Map<number, PhoneCallRow>();
		for (const event of events) {
			const row = await hearEvent(tx, hall, who, { system, event });
			calls.set(row.id, row);
		}
		return done([...calls.values()]);
	});
}

/** The same of one event, within a verb. */
export async function hearEvent(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ system, event }: { system: PhoneSystem; event: CallEvent }
): Promise<PhoneCallRow> {
	const heard = heardOf(hall, event);
	const known = await phoneCallByRef(tx.k, { hall: tx.hall, system, ref: event.call });
	const call = known ?? (await begin(tx, hall, who, { system, event, heard }));
	const isNew = await addPhoneEvent(tx.k, { hall: tx.hall, call: call.id, ...heard });
	const numbered = await keepNumber(tx, hall, who, { call, caller: event.caller });
	if (!isNew) return numbered;
	if (known) await notePhone(tx, hall, who, { act: 'heard', body: { call: call.id, event: event.event } });
	return reckon(tx, hall, who, numbered);
}

/** The event by the hall's own names. */
function heardOf(hall: Hall, { event, at, line, staff, extension }: CallEvent): Heard {
	const { lines, extensions } = hall.setup.file.telephone;
	const known = lines.find(({ code, number }) => line === code || line === number);
	const whose = staff ?? extensions.find((one) => one.extension === extension)?.staff ?? '';
	return { event, at, line: known?.code ?? '', staff: hall.setup.staff.has(whose) ? whose : '' };
}

async function begin(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ system, event, heard }: { system: PhoneSystem; event: CallEvent; heard: Heard }
): Promise<PhoneCallRow> {
	const record = recordOf([heard], lateMs(hall));
	const id = await notePhone(tx, hall, who, { act: 'heard', body: { system, event: heard.event, line: record.line } });
	const row: PhoneCallRow = { hall: tx.hall, id, day: today(hall), system, ref: event.call, ...FRESH, ...record };
	await addPhoneCall(tx.k, row);
	return row;
}

const FRESH = {
	caller: null,
	class: null,
	summary: '',
	wrapped_by: null,
	wrapped_at: null,
	back_case: null
} as const;

function lateMs(hall: Hall): number {
	return hall.setup.policies.telephone.lateSeconds * 1000;
}

/** Seals the number that a call came from, once it is told. */
async function keepNumber(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ call, caller }: { call: PhoneCallRow; caller: string | null }
): Promise<PhoneCallRow> {
	const number = caller === null || call.caller !== null ? undefined : readPhone(caller);
	if (number === undefined) return call;
	await keepSealed(tx, hall, who, { at: { subject: 'phone-call', of: call.id }, data: { phone: number } });
	const row = { ...call, caller: hall.identities.caller({ hall: tx.hall, number }) };
	await savePhoneCall(tx.k, row);
	return row;
}

/** The record anew, from all that was heard; then whoever is on the call. */
async function reckon(tx: Tx, hall: Hall, who: Who, call: PhoneCallRow): Promise<PhoneCallRow> {
	const record = recordOf(await phoneEventsOf(tx.k, tx.hall, call.id), lateMs(hall));
	const row = { ...call, ...record };
	await savePhoneCall(tx.k, row);
	if (row.ended_at !== null) await noLongerNeeded(tx, hall, { subject: 'phone-call', of: row.id });
	await followSeats(tx, hall, who, row);
	return row;
}

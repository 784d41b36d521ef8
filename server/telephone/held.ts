import { addPhoneAct, getPhoneCall, phoneActsOf } from '#db/phone-calls.ts';
import type { Tx } from '#db/group.ts';
import { personalOf } from '#db/personal.ts';
import type { PhoneActKind, PhoneActRow, PhoneCallRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';

/** A ledger line about the telephone. It never holds a number that somebody calls from, nor what was said. */
export function notePhone(tx: Tx, hall: Hall, who: Who, { act, body }: { act: string; body: object }): Promise<number> {
	const place = { ticket: null, window: null, queue: null };
	return tx.note({ at: hall.clock.now(), day: today(hall), act: `phone.${act}`, actor: who.name, ...place, body });
}

/** Keeps what was done in a call. */
export async function addAct(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ call, act, body = {}, of = null }: { call: PhoneCallRow; act: PhoneActKind; body?: object; of?: number | null }
): Promise<PhoneActRow> {
	const id = await notePhone(tx, hall, who, { act, body: { call: call.id, case: of, ...body } });
	const row: PhoneActRow = {
		...{ hall: tx.hall, id, call: call.id, act, at: hall.clock.now() },
		...{ staff: who.staff ?? who.name, case: of, body: JSON.stringify(body) }
	};
	await addPhoneAct(tx.k, row);
	return row;
}

/** Whether somebody took part in a call: answered it, or got it by a transfer. */
function tookPart(who: Who, { staff, talker }: PhoneCallRow): boolean {
	return who.staff !== undefined && (who.staff === staff || who.staff === talker);
}

/** A call for who took part in it, or watches over the telephone. */
export async function ownCall(tx: Tx, hall: Hall, who: Who, id: number): Promise<Result<PhoneCallRow>> {
	const row = await getPhoneCall(tx.k, tx.hall, id);
	if (!row) return refused('call-unknown', String(id));
	const may = tookPart(who, row) || isAllowed(hall, who, 'telephone:oversee');
	return may ? done(row) : refused('not-your-call', String(id));
}

/** The same of one that goes on, or is not summed up yet. */
export async function openCall(tx: Tx, hall: Hall, who: Who, id: number): Promise<Result<PhoneCallRow>> {
	const own = await ownCall(tx, hall, who, id);
	return own.ok && own.value.wrapped_at !== null ? refused('call-over', String(id)) : own;
}

/** Does one thing in an open call, in a transaction of its own. */
export function actInCall(
	hall: Hall,
	who: Who,
	id: number,
	act: { act: PhoneActKind; body: object }
): Promise<Result<PhoneActRow>> {
	return hall.write(async (tx) => {
		const call = await openCall(tx, hall, who, id);
		return call.ok ? done(await addAct(tx, hall, who, { call: call.value, ...act })) : call;
	});
}

/** The number that a call came from; undefined for a hidden or forgotten one. */
export async function numberOf(tx: Tx, hall: Hall, call: number): Promise<string | undefined> {
	const rows = await personalOf(tx.k, { hall: tx.hall, subject: 'phone-call', of: call });
	const row = rows.find(({ field }) => field === 'phone');
	return row?.sealed == null ? undefined : hall.seals.unseal(row, row.sealed);
}

/** Whether the last check of who calls, in this call, came out right. */
export async function isChecked(tx: Tx, call: number): Promise<boolean> {
	const acts = await phoneActsOf(tx.k, tx.hall, call);
	return acts.findLast(({ act }) => act === 'checked' || act === 'check-failed')?.act === 'checked';
}

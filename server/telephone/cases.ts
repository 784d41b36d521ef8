import type { Tx } from '#db/group.ts';
import { phoneActsOf, savePhoneCall } from '#db/phone-calls.ts';
import { freestOwner } from '../cases/owner.ts';
import { openCase } from '../cases/open.ts';
import type { CaseRow, PhoneCallRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { keepSealed, readPersonal, type PersonalData } from '../personal/keep.ts';
import { done, refused, type Result } from '../result.ts';
import { getPhoneCall } from '#db/phone-calls.ts';
import { addAct, numberOf, openCall } from './held.ts';

/** What a call leads to, with whom it is from where that is told. */
export interface CallCaseWish {
	/** a line for the list */
	about: string;
	/** what was said, in full */
	text: string;
	name: string;
	phone: string;
	/** the number that the call came from is kept with the case */
	ownNumber: boolean;
	/** the caller agrees that name and number are kept for it */
	consent: boolean;
}

/**
 * A call-back: promised, or because a transfer failed or the call was missed. Of a missed call anybody at the telephone
 * opens one; a call has one.
 */
export function openCallBack(
	hall: Hall,
	who: Who,
	id: number,
	wish: CallCaseWish & { failed: string | null }
): Promise<Result<CaseRow>> {
	return hall.write(async (tx) => {
		const call = await callToAnswer(tx, hall, who, id);
		if (!call.ok) return call;
		const { staff } = who;
		if (staff === undefined) return refused('staff-unknown', who.name);
		if (call.value.back_case !== null) return refused('called-back-already', String(call.value.back_case));
		const person = await personOf(tx, hall, { call: call.value, wish });
		if (!person.ok) return person;
		if (person.value.phone === undefined) return refused('number-needed');
		if (wish.failed !== null) {
			await addAct(tx, hall, who, { call: call.value, act: 'transfer-failed', body: { to: wish.failed } });
		}
		const { about, text } = wish;
		const begin = { kind: 'call-back', owner: staff, about, text };
		return openedFrom(tx, hall, who, { call: call.value, begin, person: person.value });
	});
}

/** A missed call is everybody's; any other one is theirs who took it. */
async function callToAnswer(tx: Tx, hall: Hall, who: Who, id: number): Promise<Result<PhoneCallRow>> {
	const call = await getPhoneCall(tx.k, tx.hall, id);
	return call?.state === 'missed' ? done(call) : openCall(tx, hall, who, id);
}

/** What is kept of who calls: only what was agreed to. The number of a missed call is kept for the one call-back. */
export async function personOf(
	tx: Tx,
	hall: Hall,
	{ call, wish }: { call: PhoneCallRow; wish: CallCaseWish }
): Promise<Result<PersonalData>> {
	const own = wish.ownNumber ? ((await numberOf(tx, hall, call.id)) ?? '') : '';
	const data = readPersonal({ name: wish.name, phone: wish.phone === '' ? own : wish.phone });
	if (!data.ok) return data;
	const asked = call.state !== 'missed' && Object.keys(data.value).length > 0;
	return asked && !wish.consent ? refused('consent-needed') : data;
}

interface Opening {
	call: PhoneCallRow;
	begin: { kind: string; owner: string; about: string; text: string };
	person: PersonalData;
}

/** Opens a case out of a call and keeps that it did. */
async function openedFrom(tx: Tx, hall: Hall, who: Who, { call, begin, person }: Opening): Promise<Result<CaseRow>> {
	const opened = await openCase(tx, hall, who, { ...begin, evidence: { call: factsOf(call) } });
	if (!opened.ok) return opened;
	const row = opened.value;
	await keepSealed(tx, hall, who, { at: { subject: 'case', of: row.id }, data: person });
	await keepOpened(tx, hall, who, { call, row });
	return opened;
}

/** That a case was opened out of a call, whoever opened it. */
export async function keepOpened(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ call, row }: { call: PhoneCallRow; row: CaseRow }
): Promise<void> {
	await addAct(tx, hall, who, { call, act: 'case-opened', of: row.id, body: { kind: row.kind } });
	if (row.kind === 'call-back') await savePhoneCall(tx.k, { ...call, back_case: row.id });
}

/** What of a call is frozen with a case: times and staff numbers, never a number that somebody calls from. */
export function factsOf(call: PhoneCallRow): object {
	const { id, line, state, staff, talker, transfers, holds } = call;
	const times = { rangAt: call.rang_at, answeredAt: call.answered_at, endedAt: call.ended_at };
	return { id, line, state, staff, talker, transfers, holds, ...times };
}

/** P-10 rules that contradict each other go to a supervisor, as a case of their own; to the person where there is none. */
export async function reportContradiction(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ call, about, text }: { call: PhoneCallRow; about: string; text: string }
): Promise<Result<CaseRow>> {
	const owner = await freestOwner(tx, hall, { roles: ['supervisor'], kinds: ['contradiction'], except: null });
	const begin = { kind: 'contradiction', owner: owner ?? who.staff ?? '', about, text };
	return openedFrom(tx, hall, who, { call, begin, person: {} });
}

/** Whether a case of this kind was opened out of a call already. */
export async function hasOpened(tx: Tx, call: number, kind: string): Promise<boolean> {
	const acts = await phoneActsOf(tx.k, tx.hall, call);
	return acts.some(({ act, body }) => act === 'case-opened' && (JSON.parse(body) as { kind: string }).kind === kind);
}

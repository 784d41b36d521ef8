import { sql, type Kysely } from 'kysely';
import type { PhoneActRow, PhoneCallRow, PhoneEventRow, PhoneSystem, Tables } from './schema.ts';

type K = Kysely<Tables>;

/** Conditions of the partial indexes, as they are written there. */
const LIVE = sql<boolean>`state in ('ringing', 'talking', 'held')`;
const UNWRAPPED = sql<boolean>`state = 'ended' and class is null`;

export async function addPhoneCall(k: K, row: PhoneCallRow): Promise<void> {
	await k.insertInto('phone_call').values(row).execute();
}

/** A call as it is after something was heard of it or done with it. */
export async function savePhoneCall(k: K, row: PhoneCallRow): Promise<void> {
	const { hall, id, ...rest } = row;
	await k.updateTable('phone_call').set(rest).where('hall', '=', hall).where('id', '=', id).execute();
}

export function getPhoneCall(k: K, hall: number, id: number): Promise<PhoneCallRow | undefined> {
	return k.selectFrom('phone_call').selectAll().where('hall', '=', hall).where('id', '=', id).executeTakeFirst();
}

/** A call by its name in the telephone system. */
export function phoneCallByRef(
	k: K,
	of: { hall: number; system: PhoneSystem; ref: string }
): Promise<PhoneCallRow | undefined> {
	return k
		.selectFrom('phone_call')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('system', '=', of.system)
		.where('ref', '=', of.ref)
		.executeTakeFirst();
}

/** The calls that go on, in the order in which they were first heard of. */
export function livePhoneCalls(k: K, hall: number): Promise<PhoneCallRow[]> {
	return k.selectFrom('phone_call').selectAll().where('hall', '=', hall).where(LIVE).orderBy('id').execute();
}

/** The calls of somebody that are over and not summed up, oldest first. */
export function unwrappedCalls(k: K, hall: number, staff: string): Promise<PhoneCallRow[]> {
	return k
		.selectFrom('phone_call')
		.selectAll()
		.where('hall', '=', hall)
		.where('talker', '=', staff)
		.where(UNWRAPPED)
		.orderBy('id')
		.execute();
}

/** The calls of these days, both included, oldest first. */
export function phoneCallsBetween(k: K, of: { hall: number; from: string; to: string }): Promise<PhoneCallRow[]> {
	return k
		.selectFrom('phone_call')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('day', '>=', of.from)
		.where('day', '<=', of.to)
		.orderBy('id')
		.execute();
}

/** The last calls of one number, newest first. */
export function callsOfCaller(k: K, of: { hall: number; caller: string; most: number }): Promise<PhoneCallRow[]> {
	return k
		.selectFrom('phone_call')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('caller', '=', of.caller)
		.where('caller', 'is not', null)
		.orderBy('id', 'desc')
		.limit(of.most)
		.execute();
}

/** Forgets by which number the calls before a day came. */
export async function forgetCallers(k: K, of: { hall: number; before: string }): Promise<void> {
	await k
		.updateTable('phone_call')
		.set({ caller: null })
		.where('hall', '=', of.hall)
		.where('day', '<', of.before)
		.where('caller', 'is not', null)
		.execute();
}

/** Whether there is a number to forget. */
export async function hasCallers(k: K, of: { hall: number; before: string }): Promise<boolean> {
	const found = await k
		.selectFrom('phone_call')
		.select('id')
		.where('hall', '=', of.hall)
		.where('day', '<', of.before)
		.where('caller', 'is not', null)
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}

/** Keeps what was heard; false when the same was heard before. */
export async function addPhoneEvent(k: K, row: PhoneEventRow): Promise<boolean> {
	const added = await k
		.insertInto('phone_event')
		.values(row)
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** All that was heard of a call, in no order. */
export function phoneEventsOf(k: K, hall: number, call: number): Promise<PhoneEventRow[]> {
	return k.selectFrom('phone_event').selectAll().where('hall', '=', hall).where('call', '=', call).execute();
}

export async function addPhoneAct(k: K, row: PhoneActRow): Promise<void> {
	await k.insertInto('phone_act').values(row).execute();
}

/** What was done in a call, first first. */
export function phoneActsOf(k: K, hall: number, call: number): Promise<PhoneActRow[]> {
	return k
		.selectFrom('phone_act')
		.selectAll()
		.where('hall', '=', hall)
		.where('call', '=', call)
		.orderBy('id')
		.execute();
}

/** How often each thing was done in the calls of these days. */
export function countPhoneActs(
	k: K,
	of: { hall: number; from: string; to: string }
): Promise<{ act: PhoneActRow['act']; n: number }[]> {
	return k
		.selectFrom('phone_act')
		.innerJoin('phone_call', (join) =>
			join.onRef('phone_call.hall', '=', 'phone_act.hall').onRef('phone_call.id', '=', 'phone_act.call')
		)
		.select(({ fn }) => ['phone_act.act', fn.countAll<number>().as('n')])
		.where('phone_call.hall', '=', of.hall)
		.where('phone_call.day', '>=', of.from)
		.where('phone_call.day', '<=', of.to)
		.groupBy('phone_act.act')
		.execute();
}

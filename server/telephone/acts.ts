import type { PhoneActRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { directoryEntry } from './directory.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { hearEvent } from './events.ts';
import { actInCall, addAct, numberOf, openCall, ownCall } from './held.ts';

/** The right number is told to who called the wrong one (P-03): of what in the directory, and which. */
export async function refer(
	hall: Hall,
	who: Who,
	id: number,
	{ key, number }: { key: string; number: string }
): Promise<Result<PhoneActRow>> {
	const entry = await directoryEntry(hall, who, key);
	if (!entry?.numbers.includes(number)) return refused('knowledge-unknown', `${key} ${number}`);
	return actInCall(hall, who, id, { act: 'referred', body: { key, number } });
}

/** A transfer to a colleague: why was told, and the caller agreed (P-04). What was told is passed on by the record. */
export function transfer(
	hall: Hall,
	who: Who,
	id: number,
	wish: { to: string; consent: boolean }
): Promise<Result<PhoneActRow>> {
	return hall.write(async (tx) => {
		const own = await openCall(tx, hall, who, id);
		if (!own.ok) return own;
		if (!wish.consent) return refused('transfer-consent');
		if (!hall.setup.staff.has(wish.to)) return refused('staff-unknown', wish.to);
		const call = own.value;
		if (wish.to === call.talker) return refused('target-same', wish.to);
		if (call.state !== 'talking' && call.state !== 'held') return refused('call-over', String(id));
		const act = await addAct(tx, hall, who, { call, act: 'transferred', body: { to: wish.to, consent: true } });
		if (call.system === 'hand') {
			const at = hall.clock.now();
			const event = { call: call.ref, event: 'transferred', at, line: null, caller: null, extension: null } as const;
			await hearEvent(tx, hall, who, { system: 'hand', event: { ...event, staff: wish.to } });
		}
		return done(act);
	});
}

/** What a caller was asked to tell who it is. What was answered is kept nowhere. */
export const CHECKS = ['name', 'id-last-four', 'phone-on-file', 'code', 'address-on-file'] as const;
export type Check = (typeof CHECKS)[number];

/** So many things have to agree. */
const LEAST_CHECKS = 2;

/** Before anything of a person is told: who calls was checked, and it agreed or not (P-07). */
export function checkIdentity(
	hall: Hall,
	who: Who,
	id: number,
	{ checked, agrees }: { checked: readonly Check[]; agrees: boolean }
): Promise<Result<PhoneActRow>> {
	const asked = [...new Set(checked)];
	if (asked.length < LEAST_CHECKS) return Promise.resolve(refused('identity-unchecked', String(LEAST_CHECKS)));
	return actInCall(hall, who, id, { act: agrees ? 'checked' : 'check-failed', body: { checked: asked } });
}

/** The number that a call came from, opened to call back; who and when stands in the ledger. */
export function openNumber(hall: Hall, who: Who, id: number): Promise<Result<{ number: string }>> {
	return hall.write(async (tx) => {
		const own = await ownCall(tx, hall, who, id);
		if (!own.ok) return own;
		const number = await numberOf(tx, hall, id);
		if (number === undefined) return refused('personal-gone');
		await addAct(tx, hall, who, { call: own.value, act: 'number-opened' });
		return done({ number });
	});
}

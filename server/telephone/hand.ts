import { phoneCallByRef } from '#db/phone-calls.ts';
import type { PhoneCallRow, PhoneEventKind } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { hearEvent, type CallEvent } from './events.ts';
import { ownCall } from './held.ts';

/** A call as somebody types it who has just answered it, where no telephone system tells of calls. */
export interface HandWish {
	line: string | null;
	caller: string | null;
	/** how long it rang, as the person has noticed */
	rangSeconds: number;
	intent: string;
}

const NOTHING = { line: null, caller: null, staff: null, extension: null } as const;

/** Begins a call by hand: it has rung, and this person has answered it. The same intent is the same call. */
export function beginByHand(hall: Hall, who: Who, wish: HandWish): Promise<Result<PhoneCallRow>> {
	return hall.write(async (tx) => {
		const { staff } = who;
		if (staff === undefined) return refused('staff-unknown', who.name);
		const known = await phoneCallByRef(tx.k, { hall: tx.hall, system: 'hand', ref: wish.intent });
		if (known) return done(known);
		const at = hall.clock.now();
		const of = { ...NOTHING, call: wish.intent, line: wish.line, caller: wish.caller };
		const ringing: CallEvent = { ...of, event: 'ringing', at: at - wish.rangSeconds * 1000 };
		await hearEvent(tx, hall, who, { system: 'hand', event: ringing });
		return done(await hearEvent(tx, hall, who, { system: 'hand', event: { ...of, event: 'answered', at, staff } }));
	});
}

/** What becomes of such a call: held, resumed, ended. What a telephone system tells of its own calls is not said by hand. */
export function tellByHand(
	hall: Hall,
	who: Who,
	id: number,
	event: Extract<PhoneEventKind, 'held' | 'resumed' | 'ended'>
): Promise<Result<PhoneCallRow>> {
	return hall.write(async (tx) => {
		const own = await ownCall(tx, hall, who, id);
		if (!own.ok) return own;
		if (own.value.system !== 'hand') return refused('call-of-system', own.value.system);
		const told: CallEvent = { ...NOTHING, call: own.value.ref, event, at: hall.clock.now() };
		return done(await hearEvent(tx, hall, who, { system: 'hand', event: told }));
	});
}

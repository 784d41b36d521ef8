import { lastAlertEnd } from '#db/broadcasts.ts';
import { addReceipt, callsOf, lastCallOf } from '#db/calls.ts';
import type { Tx } from '#db/group.ts';
import type { LegRow, Tables } from '#db/schema.ts';
import type { Kysely } from 'kysely';
import type { Hall } from '../hall.ts';
import { callsHeld } from '../broadcast/held.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { noShowOf, type NoShow, type NoShowRule } from '../rules/no-show.ts';
import { worksAt } from './call.ts';
import { hold, take, type Held } from './held.ts';

const SECOND_MS = 1000;

/** Where a called leg stands on its way to a no-show, and whether somebody must look for the visitor first. */
export async function noShow(
	hall: Hall,
	k: Kysely<Tables>,
	leg: LegRow,
	priorityClass: string
): Promise<NoShow & { look: boolean }> {
	const look = isAssisted(hall, priorityClass);
	const alarmed = (await lastAlertEnd(k, hall.id)) ?? Number.NEGATIVE_INFINITY;
	// Calls of an earlier miss are another story; and whom an alert sent outside was called in vain.
	const calls = (await callsOf(k, hall.id, leg.id)).slice(-leg.calls).filter(({ at }) => at >= alarmed);
	return { ...noShowOf(calls, ruleFor(hall, look)), look };
}

/** So long between two calls that count, for somebody of that class. */
export function everyMs(hall: Hall, priorityClass: string): number {
	return ruleFor(hall, isAssisted(hall, priorityClass)).everyMs;
}

function isAssisted(hall: Hall, priorityClass: string): boolean {
	return hall.setup.classes.get(priorityClass)?.assisted ?? false;
}

function ruleFor(hall: Hall, assisted: boolean): NoShowRule {
	const { recalls, everySeconds, assistedSeconds, deliveredOnly } = hall.setup.policies.noShow;
	return { calls: recalls, everyMs: (assisted ? assistedSeconds : everySeconds) * SECOND_MS, deliveredOnly };
}

/**
 * The called visitor has not come: on hold, or ended at the second time. Refused until the calls were made, delivered and
 * waited for; for who needs help also until a person has looked.
 */
export function miss(hall: Hall, who: Who, id: number, { looked } = { looked: false }): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const held = await hold(tx, id);
		if (!held) return refused('ticket-unknown', String(id));
		if (!worksAt(who, held.leg.window)) return refused('not-your-ticket', held.leg.window ?? '');
		const barred = (await callsHeld(tx)) ?? (await notYet(tx, hall, held, looked));
		if (barred) return barred;
		const act = { name: 'ticket.missed', body: { looked } };
		const taken = await take(tx, hall, who, { held, action: { type: 'miss' }, act });
		return taken.ok ? done(taken) : taken;
	});
}

async function notYet(tx: Tx, hall: Hall, { ticket, leg }: Held, looked: boolean): Promise<Refused | undefined> {
	if (leg.state !== 'called') return refused('wrong-state', leg.state);
	const stands = await noShow(hall, tx.k, leg, ticket.class);
	if (stands.state === 'calls-left') {
		return refused(stands.undelivered > 0 ? 'not-delivered' : 'too-early', `${String(stands.calls)} more calls`);
	}
	if (stands.from > hall.clock.now()) return refused('too-early', new Date(stands.from).toISOString());
	return stands.look && !looked ? refused('look-first') : undefined;
}

/** The clerk has called the number out: where screens and voice are silent, that is how the call was delivered. */
export function calledOut(hall: Hall, who: Who, id: number): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const held = await hold(tx, id);
		if (!held) return refused('ticket-unknown', String(id));
		if (!worksAt(who, held.leg.window)) return refused('not-your-ticket', held.leg.window ?? '');
		const call = held.leg.state === 'called' ? await lastCallOf(tx.k, tx.hall, held.leg.id) : undefined;
		if (!call) return refused('wrong-state', held.leg.state);
		const at = hall.clock.now();
		await tx.note({
			at,
			day: held.leg.day,
			act: 'ticket.called-out',
			actor: who.name,
			ticket: id,
			window: held.leg.window,
			queue: held.leg.queue,
			body: { number: held.ticket.number, call: call.id }
		});
		await addReceipt(tx.k, {
			hall: tx.hall,
			call: call.id,
			device: who.name,
			channel: 'spoken',
			at,
			outcome: 'called-out'
		});
		return done(held);
	});
}

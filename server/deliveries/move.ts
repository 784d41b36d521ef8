import { getCase } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import { deliveryOf, getDelivery, getMatter, saveDelivery } from '#db/matters.ts';
import type { DeliveryRow } from '#db/schema.ts';
import { seesCase } from '../cases/sees.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { isAllowed } from '../people/access.ts';
import { noLongerNeeded, openSealed } from '../personal/keep.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { deliverySteps, mayAskAgain, type DeliveryStep } from '../rules/delivery.ts';
import type { OpeningReason, PersonalField } from '../rules/mask.ts';
import { askForDelivery, readDelivery, type DeliveryWish } from './ask.ts';

/** Wishes a delivery for a matter that was accepted without one, or whose last one came back. */
export function addDeliveryTo(
	hall: Hall,
	who: Who,
	matterId: number,
	wish: DeliveryWish
): Promise<Result<DeliveryRow>> {
	return hall.write(async (tx) => {
		const matter = await getMatter(tx.k, tx.hall, matterId);
		const row = matter && (await getCase(tx.k, tx.hall, matterId));
		if (!matter || !row || !seesCase(hall, who, row)) return refused('matter-unknown', String(matterId));
		if (row.state === 'closed') return refused('case-closed');
		const last = await deliveryOf(tx.k, tx.hall, matterId);
		if (!mayAskAgain(last?.state)) return refused('delivery-exists');
		const data = readDelivery(wish);
		return data.ok ? done(await askForDelivery(tx, hall, who, { matter, data: data.value })) : data;
	});
}

/** Handed to the courier, with the number to follow it by. */
export function sendDelivery(
	hall: Hall,
	who: Who,
	id: number,
	{ carrier, waybill }: { carrier: string; waybill: string }
): Promise<Result<DeliveryRow>> {
	if (waybill.trim() === '') return Promise.resolve(refused('text-needed', 'waybill'));
	const sent = { carrier: carrier.trim(), waybill: waybill.trim() };
	return move(hall, who, id, { step: 'sent', change: (at) => ({ state: 'sent', ...sent, sent_at: at }) });
}

/** It has arrived, has come back, or is no longer wished: name and address are not needed any more. */
export function endDelivery(
	hall: Hall,
	who: Who,
	id: number,
	step: Exclude<DeliveryStep, 'sent'>
): Promise<Result<DeliveryRow>> {
	const state = step === 'cancel' ? 'cancelled' : step;
	return move(hall, who, id, { step, change: (at) => ({ state, ended_at: at }) });
}

/** Opens name, telephone and address of a delivery for somebody who works on its matter; the reason stays in the ledger. */
export function openDelivery(
	hall: Hall,
	who: Who,
	id: number,
	reason: OpeningReason
): Promise<Result<Record<PersonalField, string | null>>> {
	return hall.write(async (tx) => {
		const row = await deliveryFor(tx, hall, who, id);
		if ('ok' in row) return row;
		if (!isAllowed(hall, who, 'personal:open')) return refused('not-allowed', 'personal:open');
		return openSealed(tx, hall, who, { at: { subject: 'delivery', of: id }, reason });
	});
}

interface Moving {
	step: DeliveryStep;
	change: (at: number) => Partial<DeliveryRow>;
}

function move(hall: Hall, who: Who, id: number, { step, change }: Moving): Promise<Result<DeliveryRow>> {
	return hall.write(async (tx) => {
		const row = await deliveryFor(tx, hall, who, id);
		if ('ok' in row) return row;
		if (!deliverySteps(row.state).includes(step)) return refused('wrong-state', row.state);
		const at = hall.clock.now();
		const after: DeliveryRow = { ...row, ...change(at) };
		await saveDelivery(tx.k, after);
		const act = `delivery.${after.state}`;
		const line = { at, day: today(hall), act, actor: who.name, ticket: row.ticket, window: null, queue: null };
		await tx.note({ ...line, body: { case: row.case, delivery: id } });
		if (after.ended_at !== null) await noLongerNeeded(tx, hall, { subject: 'delivery', of: id });
		return done(after);
	});
}

/** A delivery for who may see its matter; for anybody else it is not there. */
async function deliveryFor(tx: Tx, hall: Hall, who: Who, id: number): Promise<DeliveryRow | Refused> {
	const row = await getDelivery(tx.k, tx.hall, id);
	const of = row && (await getCase(tx.k, tx.hall, row.case));
	return row && of && seesCase(hall, who, of) ? row : refused('delivery-unknown', String(id));
}

import type { Tx } from '#db/group.ts';
import { addDelivery } from '#db/matters.ts';
import type { DeliveryRow, MatterRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { keepSealed, readPersonal, type PersonalData } from '../personal/keep.ts';
import { refused, type Result } from '../result.ts';

/** Where a result is sent, and that the visitor has agreed to have it kept for that. It costs nothing (W-14). */
export interface DeliveryWish {
	name: string;
	phone: string;
	address: string;
	consent: boolean;
}

/** What is kept of a wish; refuses one without consent, or without somewhere to go. */
export function readDelivery(wish: DeliveryWish): Result<PersonalData> {
	if (!wish.consent) return refused('consent-needed');
	const data = readPersonal(wish);
	if (!data.ok) return data;
	const { name, phone, address } = data.value;
	return name && phone && address ? data : refused('text-needed', 'name, phone, address');
}

/** Begins the delivery of a matter that has none, within a verb; what is known of the person is sealed. */
export async function askForDelivery(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ matter, data }: { matter: MatterRow; data: PersonalData }
): Promise<DeliveryRow> {
	const at = hall.clock.now();
	const line = { at, day: today(hall), act: 'delivery.asked', actor: who.name, ticket: matter.ticket };
	const id = await tx.note({ ...line, window: null, queue: null, body: { case: matter.case, consent: true } });
	const row: DeliveryRow = {
		hall: tx.hall,
		id,
		case: matter.case,
		ticket: matter.ticket,
		state: 'asked',
		asked_by: who.staff ?? who.name,
		asked_at: at,
		carrier: null,
		waybill: null,
		sent_at: null,
		ended_at: null
	};
	await addDelivery(tx.k, row);
	await keepSealed(tx, hall, who, { at: { subject: 'delivery', of: id }, data });
	return row;
}

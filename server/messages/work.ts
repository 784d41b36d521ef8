import { getMessage, messagesDue, saveMessage } from '#db/phone-messages.ts';
import { personalOf } from '#db/personal.ts';
import type { PhoneMessageRow } from '#db/schema.ts';
import { raiseAlarm } from '../alarms/alarms.ts';
import type { Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import { noLongerNeeded } from '../personal/keep.ts';
import { afterTry, type Tried } from '../rules/telephone/message.ts';
import { notePhone } from '../telephone/held.ts';
import { gatewayOf, type MessageGateway } from './gateway.ts';

/** So many in one round. */
const AT_ONCE = 5;

/** Sends what is due, at once: a gateway that does not answer keeps the other rounds from theirs for one wait only. Every try is written, and what is given up calls for somebody. */
export async function sendMessages(hall: Hall, gateway = gatewayOf(hall)): Promise<void> {
	const due = await messagesDue(hall.read, { hall: hall.id, at: hall.clock.now(), most: AT_ONCE });
	const sending = due.map(async (row) => ({ row, tried: gateway ? await tryOne(hall, gateway, row) : NO_GATEWAY }));
	for (const { row, tried } of await Promise.all(sending)) await keepTry(hall, row.id, tried);
}

const NO_GATEWAY: Tried = { ok: false, reason: 'no-gateway', lasting: true };

async function tryOne(hall: Hall, gateway: MessageGateway, row: PhoneMessageRow): Promise<Tried> {
	const { id, way, text } = row;
	const kept = await personalOf(hall.read, { hall: hall.id, subject: 'phone-message', of: id });
	const sealed = kept.find((one) => one.sealed !== null);
	const to = sealed?.sealed == null ? undefined : hall.seals.unseal(sealed, sealed.sealed);
	if (to === undefined) return { ok: false, reason: 'address-gone', lasting: true };
	return gateway.send({ id: String(id), way, to, text, from: hall.setup.file.hall.name.zh });
}

function keepTry(hall: Hall, id: number, tried: Tried): Promise<void> {
	return hall.write(async (tx) => {
		const row = await getMessage(tx.k, tx.hall, id);
		if (row?.state !== 'queued') return;
		const { retryMinutes } = hall.setup.policies.telephone;
		const after = afterTry(row, tried, { at: hall.clock.now(), retryMinutes });
		await saveMessage(tx.k, after);
		const { state, attempts, reason } = after;
		await notePhone(tx, hall, SYSTEM, { act: 'message', body: { message: id, state, attempts, reason } });
		// Of what is given up the address is kept for those days too, so that it can be sent once more by hand.
		if (state !== 'queued') await noLongerNeeded(tx, hall, { subject: 'phone-message', of: id });
		if (state !== 'failed') return;
		const about = { staff: row.staff, reason };
		await raiseAlarm(tx, hall, { kind: 'phone-message-failed', key: String(id), window: null, about });
	});
}

import { casesOfTicket } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import { COMPLAINT_KINDS, type LegRow, type TicketRow } from '#db/schema.ts';
import { raiseAlarm, settleAlarm } from '../alarms/raise.ts';
import type { Hall } from '../hall.ts';

const KIND = 'unsolved-unregistered';

/**
 * Calls for somebody when a service of the queue for what no window could solve is over, and nothing was registered of it:
 * who comes there has been sent away once already (GB/T 47366-2026: each is registered at once).
 */
export async function callUnregistered(
	tx: Tx,
	hall: Hall,
	{ ticket, leg }: { ticket: TicketRow; leg: LegRow }
): Promise<void> {
	if (leg.queue !== hall.setup.policies.notice.unsolvedQueue) return;
	const cases = await casesOfTicket(tx.k, tx.hall, ticket.id);
	if (cases.some(({ kind }) => COMPLAINT_KINDS.some((one) => one === kind))) return;
	const about = { number: ticket.number, staff: leg.staff };
	await raiseAlarm(tx, hall, { kind: KIND, key: String(ticket.id), window: null, about });
}

/** It is registered after all. */
export function settleUnregistered(tx: Tx, hall: Hall, ticket: number): Promise<void> {
	return settleAlarm(tx, hall, { kind: KIND, key: String(ticket) });
}

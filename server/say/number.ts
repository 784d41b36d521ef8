import { ticketByNumber } from '#db/find.ts';
import type { Tx } from '#db/group.ts';
import type { TicketRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { numberParts } from '../rules/number.ts';

/** The ticket of today that bears this number, however it was typed. */
export async function ticketOfToday(tx: Tx, hall: Hall, written: string): Promise<TicketRow | undefined> {
	const parts = numberParts(written.normalize('NFKC'));
	const queue = parts && hall.setup.file.queues.find((one) => one.prefix === parts.prefix);
	if (!parts || !queue) return undefined;
	return ticketByNumber(tx.k, { hall: tx.hall, queue: queue.code, day: today(hall), n: parts.n });
}

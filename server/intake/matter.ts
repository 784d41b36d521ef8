import { openIntake } from '#db/intakes.ts';
import type { Tx } from '#db/group.ts';
import { getNotice, noticeAfter, noticeOfMatter } from '#db/notices.ts';
import type { NoticeRow, TicketRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { addDays } from '../rules/day.ts';

/** A transaction, or what is committed. */
export type K = Pick<Tx, 'k' | 'hall'> | { k: Hall['read']; hall: number };

/** The notice of missing papers in the matter of a ticket: the one it came back with, else by whose matter it is. */
export async function noticeOf(
	tx: K,
	hall: Hall,
	ticket: Pick<TicketRow, 'id' | 'notice' | 'matter_hash'>,
	item: string
): Promise<NoticeRow | undefined> {
	if (ticket.notice !== null) {
		const own = await getNotice(tx.k, tx.hall, ticket.notice);
		// What follows in a chain is another matter.
		if (own?.item === item) return own;
	}
	const hash = await matterHashOf(tx, ticket, item);
	if (hash === null) return undefined;
	const from = addDays(today(hall), -hall.setup.policies.notice.secondWithinDays);
	const found = await noticeOfMatter(tx.k, { hall: tx.hall, hash, from });
	return found?.item === item ? found : undefined;
}

/** Whose matter a ticket is: it forgets that with its day, but papers of it that are still here do not. */
export async function matterHashOf(
	{ k, hall }: K,
	ticket: Pick<TicketRow, 'id' | 'matter_hash'>,
	item: string
): Promise<string | null> {
	if (ticket.matter_hash !== null) return ticket.matter_hash;
	const kept = await openIntake(k, { hall, ticket: ticket.id, item });
	return kept?.matter_hash ?? null;
}

/** What stands in the place of a notice, or it itself. */
export async function newest({ k, hall }: K, row: NoticeRow): Promise<NoticeRow> {
	const next = row.state === 'replaced' ? await noticeAfter(k, hall, row.id) : undefined;
	return next ? newest({ k, hall }, next) : row;
}

import type { Words } from '#display/words/index.ts';
import type { TicketView } from '#server/views.ts';

/** How a ticket stands, in the eyes of its owner. */
export type Standing =
	'waiting' | 'soon' | 'called' | 'serving' | 'parked' | 'missed' | 'ended' | 'cancelled' | 'expired' | 'voided';

/** So few people ahead, and one should be back in the waiting area. */
const SOON = 2;

export function standingOf(ticket: Pick<TicketView, 'state' | 'step' | 'ahead'>): Standing {
	if (ticket.state === 'void') return 'voided';
	if (ticket.state !== 'live') return ticket.state;
	if (ticket.step === 'waiting') return ticket.ahead <= SOON ? 'soon' : 'waiting';
	return ticket.step;
}

/** Whether the owner may still leave the queue. */
export function canLeave(standing: Standing): boolean {
	return ['waiting', 'soon', 'called', 'parked', 'missed'].includes(standing);
}

/** The sentence under the number. */
export function sentenceOf(t: Words, standing: Standing): string {
	return standing === 'called' ? t.phone.calledHint : t.phone[standing];
}

/** What the browser's tab says: the call first, since only its beginning is seen. */
export function titleOf(t: Words, ticket: TicketView, window: string | null): string {
	const standing = standingOf(ticket);
	if (standing === 'called' && window !== null) return `${t.phone.yourTurn({ window })} · ${ticket.number}`;
	if (standing !== 'waiting' && standing !== 'soon') return `${ticket.number} · ${t.phone.title}`;
	return `${ticket.number} · ${ticket.ahead === 0 ? t.common.nobodyAhead : t.common.ahead({ count: ticket.ahead })}`;
}

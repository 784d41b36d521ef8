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

/** What the owner is told of the way back into the order. `late`: without the advantage it had, or not at all any more. */
export interface WayBack {
	kind: 'missed' | 'papers-missing' | 'other-step';
	until: number | null;
	behind: number;
	late: boolean;
	/** whether the owner can still come back by this page */
	open: boolean;
}

/**
 * How its owner can come back; null where there is no way to go, as when papers are kept and the window goes on by itself.
 * @param now the hall's time
 */
export function wayBack({ state, held }: Pick<TicketView, 'state' | 'held'>, now: number): WayBack | null {
	if (state !== 'live' || !held || held.kind === 'papers-kept') return null;
	const { kind, until, behind } = held;
	const late = until !== null && now > until;
	return { kind, until, behind, late, open: kind !== 'missed' || !late };
}

/** The sentence of the way back, with its rule. */
export function ruleOf(t: Words, { kind, until, behind, late }: WayBack, time: (at: number) => string): string | null {
	if (until === null) return null;
	const by = time(until);
	if (kind === 'missed') return late ? t.phone.missedOver : t.phone.missedRule({ time: by, behind });
	return late ? t.phone.parkedLate[kind]({ time: by }) : t.phone.parkedRule[kind]({ time: by });
}

/** The sentence under the number. */
export function sentenceOf(
	t: Words,
	ticket: Pick<TicketView, 'state' | 'step' | 'ahead' | 'held' | 'matters'>
): string {
	const standing = standingOf(ticket);
	if (standing === 'ended' && ticket.matters.length > 0) return t.matters.begun;
	if (standing === 'called') return t.phone.calledHint;
	if (standing !== 'parked') return t.phone[standing];
	const kind = ticket.held?.kind ?? 'papers-missing';
	return kind === 'missed' ? t.phone.missed : t.phone.parked[kind];
}

/** Whether a priority that was claimed counts, and what is still to be done for it; null when there is nothing to say. */
export function claimWords(
	t: Words,
	{ state, priority, claim }: Pick<TicketView, 'state' | 'priority' | 'claim'>
): { kind: 'warn' | 'plain'; said: string } | null {
	if (state !== 'live') return null;
	if (claim === 'refused') return { kind: 'plain', said: t.phone.claimRefused };
	if (!priority) return null;
	if (claim === 'confirmed') return { kind: 'plain', said: t.phone.claimConfirmed };
	if (claim !== 'open') return null;
	return { kind: priority.policy === 'desk' ? 'warn' : 'plain', said: t.phone.claimOpen[priority.policy] };
}

/** What the browser's tab says: the call first, since only its beginning is seen. */
export function titleOf(t: Words, ticket: TicketView, window: string | null): string {
	const standing = standingOf(ticket);
	if (standing === 'called' && window !== null) return `${t.phone.yourTurn({ window })} · ${ticket.number}`;
	if (standing !== 'waiting' && standing !== 'soon') return `${ticket.number} · ${t.phone.title}`;
	return `${ticket.number} · ${ticket.ahead === 0 ? t.common.nobodyAhead : t.common.ahead({ count: ticket.ahead })}`;
}

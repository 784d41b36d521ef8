/** What an auditor reads of a ticket. */
import type { ClaimState } from '#db/schema.ts';
import type { Why } from '../rules/discipline.ts';

export interface HistoryLine {
	seq: number;
	at: number;
	act: string;
	actor: string;
	window: string | null;
	queue: string | null;
	/** of a call: rule, head starts, first candidates, and the reason where it was out of order */
	why: (Partial<Why> & { reason?: string; passed?: string[] }) | null;
	reason: string | null;
	/** of a transfer, or of a chain that goes on: where to */
	to: { queue: string; window: string | null; staff: string | null } | null;
	/** of a claim to priority: what it is since */
	claim: { class: string; claim: ClaimState } | null;
}

export interface TicketHistory {
	number: string;
	lines: HistoryLine[];
}

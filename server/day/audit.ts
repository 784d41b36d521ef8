import { lineAt, linesOfTicket } from '#db/ledger.ts';
import type { ClaimState, LedgerRow } from '#db/schema.ts';
import { getTicket } from '#db/tickets.ts';
import type { Hall } from '../hall.ts';
import type { HistoryLine, TicketHistory } from '../views.ts';

interface Body {
	why?: HistoryLine['why'];
	reason?: string | null;
	to?: { queue: string; window?: string | null; staff?: string | null };
	class?: string;
	claim?: ClaimState;
}

/** What was done to a ticket, by whom, and why it was called when it was; undefined for a ticket that is not there. */
export async function ticketHistory(hall: Hall, id: number): Promise<TicketHistory | undefined> {
	const ticket = await getTicket(hall.read, hall.id, id);
	if (!ticket) return undefined;
	// The line that made the ticket could not name it yet: its number is the ticket's id.
	const first = await lineAt(hall.read, hall.id, id);
	const lines = await linesOfTicket(hall.read, hall.id, id);
	return { number: ticket.number, lines: [...(first ? [first] : []), ...lines].map(historyLine) };
}

function historyLine({ seq, at, act, actor, window, queue, body }: LedgerRow): HistoryLine {
	const { why = null, reason, to, class: priority, claim } = JSON.parse(body) as Body;
	return {
		...{ seq, at, act, actor, window, queue, why },
		reason: reason ?? why?.reason ?? null,
		to: to ? { queue: to.queue, window: to.window ?? null, staff: to.staff ?? null } : null,
		claim: priority !== undefined && claim !== undefined ? { class: priority, claim } : null
	};
}

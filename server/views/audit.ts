/** What an auditor reads of a ticket. */
export interface HistoryLine {
	seq: number;
	at: number;
	act: string;
	actor: string;
	window: string | null;
	queue: string | null;
	/** of a call: rule, head starts, first candidates, and the reason where it was out of order */
	why: object | null;
	reason: string | null;
}

export interface TicketHistory {
	number: string;
	lines: HistoryLine[];
}

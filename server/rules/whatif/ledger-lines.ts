/** Lines of the ledger, as far as a day is read back from them. */
import type { LedgerRow, LegRow } from '#db/schema.ts';
import type { Stretch } from '../day.ts';

/** What lines say of themselves beside their columns. */
interface Body {
	number?: string;
	class?: string;
	kind?: string;
	before?: LegRow;
	undone?: number;
	/** the place in the order that the act leaves the ticket in */
	waits?: Place;
}

/** A place in the order. */
export interface Place {
	/** absent when it is the line's own number */
	leg?: number;
	queue: string;
	rankAt: number;
	headStartMs: number;
	forWindow: string | null;
	forStaff: string | null;
}

export type Line = Pick<LedgerRow, 'seq' | 'at' | 'act' | 'ticket' | 'window' | 'queue'> & { body: Body };

/** Reads lines in their order. An act taken back has not been: neither it nor the taking back. */
export function readLines(rows: readonly LedgerRow[]): Line[] {
	const lines = rows.map((row) => ({ ...row, body: JSON.parse(row.body) as Body }));
	const undone = new Set(lines.flatMap((line) => (line.act === 'ticket.undone' ? [line.seq, line.body.undone] : [])));
	return lines.filter((line) => !undone.has(line.seq));
}

/** When windows were open, from the lines that say so; what nobody closed is open to the end. */
export function spansOf(lines: readonly Line[]): Map<string, Stretch[]> {
	const spans = new Map<string, Stretch[]>();
	const end = lines.at(-1)?.at ?? 0;
	for (const { act, window, at } of lines) {
		if (window === null || !act.startsWith('window.')) continue;
		const known = spans.get(window) ?? [];
		const last = known.at(-1);
		if (last && last.until > at) last.until = at;
		if (act === 'window.opened') known.push({ from: at, until: Math.max(end, at + 1) });
		spans.set(window, known);
	}
	return spans;
}

import type { CaseLine, CasesView } from '#server/views.ts';

/** What a page of cases of one kind shows. */
export interface Shelf {
	seq: number;
	hall: CasesView['hall'];
	staff: CasesView['staff'];
	timeZone: string;
}

/** The same as a list of cases, for what works on them. */
export function asCases({ seq, hall, staff, timeZone }: Shelf, cases: CaseLine[]): CasesView {
	const counts = { mine: 0, offered: 0, overdue: 0, department: null };
	return { seq, hall, staff, timeZone, list: 'mine', kind: null, kinds: [], cases, counts };
}

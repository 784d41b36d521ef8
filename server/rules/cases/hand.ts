/** Handing a case over: to a person, or to a desk or department of which somebody accepts. The owner is never nobody. */
import type { CaseRow } from '#db/schema.ts';
import { no, type CasePlace, type CaseRefused, type Given } from './given.ts';
import type { CaseKind } from './kind.ts';
import { isConflict, standings, type CasePerson } from './standing.ts';

/** Nothing is handed over. */
export const NOT_OFFERED = {
	offered_to: null,
	offered_by: null,
	offered_at: null,
	offered_desk: null,
	offered_department: null,
	offered_place_at: null
} as const;

/** Since when a case is handed over and not yet accepted, to whomever; null when it is not. */
export function offeredAt(row: CaseRow): number | null {
	return row.offered_at ?? row.offered_place_at;
}

/** The staff number, desk or department that a case is handed to and that has not yet accepted; null when there is none. */
export function offeredTo(row: CaseRow): string | CasePlace | null {
	if (row.offered_to !== null) return row.offered_to;
	if (row.offered_desk !== null) return { desk: row.offered_desk };
	return row.offered_department === null ? null : { department: row.offered_department };
}

/** Whether a person may hand this case to somebody else: its owner, or an overseer for an owner who is not there. */
export function mayHand(kind: CaseKind, row: CaseRow, person: CasePerson): boolean {
	const as = standings(kind, row, person);
	return as.has('owner') || as.has('overseer');
}

/** Whether it is this person, or one of the desk or department of this person, to whom the case is handed. */
export function isOfferedTo(row: CaseRow, person: Pick<CasePerson, 'staff' | 'desk' | 'department'>): boolean {
	const to = offeredTo(row);
	if (to === null || person.staff === null) return false;
	if (typeof to === 'string') return to === person.staff;
	if (person.staff === row.owner) return false;
	return 'desk' in to ? to.desk === person.desk : to.department === person.department;
}

export function offered({ kind, row, person, time }: Given, to: string | CasePlace): CaseRow | CaseRefused {
	if (!mayHand(kind, row, person)) return no('not-your-case', row.owner);
	const before = offeredTo(row);
	if (before !== null) return no('offered-already', placeName(before));
	if (typeof to !== 'string') return { ...row, ...placed(to), offered_by: person.name, offered_place_at: time.at };
	if (to === row.owner) return no('owns-already', to);
	if (isConflict(kind, row.concerned, to)) return no('conflict-of-interest', to);
	return { ...row, offered_to: to, offered_by: person.name, offered_at: time.at };
}

/** Who accepts is the owner, and brings the case to the own desk or department. */
export function answered({ row, person }: Given, answer: 'accept' | 'decline'): CaseRow | CaseRefused {
	if (person.staff === null || !isOfferedTo(row, person)) return no('not-offered');
	if (answer === 'decline') return { ...row, ...NOT_OFFERED };
	const { staff, desk = null, department = null } = person;
	const place = { desk: desk ?? row.desk, department: department ?? row.department };
	return { ...row, ...NOT_OFFERED, ...place, owner: staff };
}

export function withdrawn({ kind, row, person }: Given): CaseRow | CaseRefused {
	if (offeredAt(row) === null) return no('not-offered');
	return mayHand(kind, row, person) ? { ...row, ...NOT_OFFERED } : no('not-your-case', row.owner);
}

export function taken({ row, person }: Given): CaseRow | CaseRefused {
	if (!person.oversees || person.staff === null) return no('not-allowed', 'case:oversee');
	return person.staff === row.owner ? no('owns-already', row.owner) : { ...row, ...NOT_OFFERED, owner: person.staff };
}

/** The same matter told twice, as the same kind of case: it ends, and its code goes on to show the case that goes on. */
export function joined({ kind, row, person, time }: Given, to: CaseRow): CaseRow | CaseRefused {
	if (!mayHand(kind, row, person)) return no('not-your-case', row.owner);
	const goesOn = to.id !== row.id && to.state !== 'closed' && to.kind === row.kind;
	// Whom only this one concerns may own or see the other.
	const elsewhere = kind.impartial && row.concerned !== null && row.concerned !== to.concerned;
	if (!goesOn || elsewhere) return no('not-joinable', String(to.id));
	const ended = { state: 'closed', outcome: 'joined', closed_at: time.at } as const;
	return { ...row, ...NOT_OFFERED, ...ended, joined_to: to.id, moved_by: person.name };
}

function placed(to: CasePlace): Pick<CaseRow, 'offered_desk' | 'offered_department'> {
	if ('desk' in to) return { offered_desk: to.desk, offered_department: null };
	return { offered_desk: null, offered_department: to.department };
}

function placeName(to: string | CasePlace): string {
	if (typeof to === 'string') return to;
	return 'desk' in to ? to.desk : to.department;
}

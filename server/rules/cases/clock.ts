/** What the clock does with a case: an offer falls back, its owner is reminded, higher levels are told. */
import type { CaseRow } from '#db/schema.ts';
import { termBefore, termEnd, type Term, type WorkCalendar } from '../workdays.ts';
import type { CaseKind, CaseTerms } from './kind.ts';

interface Rules {
	calendar: WorkCalendar;
	terms: CaseTerms;
}

export type ClockAct =
	| { act: 'returned'; row: CaseRow }
	/** `times`: how many of its reminders a case has had with this one */
	| { act: 'reminded'; times: number; row: CaseRow }
	/** `level`: 1 is told at the due time or first after it */
	| { act: 'escalated'; level: number; row: CaseRow };

/** What is due with a case at a moment, one thing at a time; undefined when there is nothing. What was slept through is done once. */
export function clockStep(kind: CaseKind, row: CaseRow, at: number, rules: Rules): ClockAct | undefined {
	if (row.state === 'closed') return undefined;
	const timed = (next: CaseRow): CaseRow => ({ ...next, next_at: nextMoment(kind, next, rules) });
	const back = fallsBackAt(row, rules);
	if (back !== null && back < at) {
		return { act: 'returned', row: timed({ ...row, offered_to: null, offered_by: null, offered_at: null }) };
	}
	const level = passed(escalations(kind, row, rules), at, true);
	if (level > row.escalated) {
		// Whoever is told that it is late need not be reminded that it will be.
		const all = reminders(kind, row, rules).length;
		return { act: 'escalated', level, row: timed({ ...row, escalated: level, reminded: all, late: 1 }) };
	}
	const times = passed(reminders(kind, row, rules), at, false);
	if (times > row.reminded) return { act: 'reminded', times, row: timed({ ...row, reminded: times }) };
	return undefined;
}

/** When the clock has to look at a case again; null when never. */
export function nextMoment(kind: CaseKind, row: CaseRow, rules: Rules): number | null {
	if (row.state === 'closed') return null;
	const back = fallsBackAt(row, rules);
	const remind = reminders(kind, row, rules)[row.reminded];
	const escalate = escalations(kind, row, rules)[row.escalated];
	// A limit is kept in its last moment, and passed after it.
	const moments = [back === null ? undefined : back + 1, remind, escalate === undefined ? undefined : escalate + 1];
	const known = moments.filter((one) => one !== undefined);
	return known.length === 0 ? null : Math.min(...known);
}

/** The last moment in which an offer can be accepted. */
export function fallsBackAt(row: CaseRow, { calendar, terms }: Rules): number | null {
	if (row.offered_at === null) return null;
	return termEnd(row.urgent === 1 ? terms.acceptUrgentWithin : terms.acceptWithin, row.offered_at, calendar);
}

/** Reminders of a stage, early first; those that would lie before it began are left out. */
function reminders(kind: CaseKind, row: CaseRow, { calendar, terms }: Rules): number[] {
	const { due_at: due } = row;
	if (due === null) return [];
	const before: readonly Term[] = kind.remindBefore ?? terms.remindBefore;
	const moments = before.map((term) => termBefore(term, due, calendar));
	return moments.filter((moment) => moment > row.staged_at).toSorted((a, b) => a - b);
}

function escalations(kind: CaseKind, row: CaseRow, { calendar, terms }: Rules): number[] {
	const { due_at: due } = row;
	if (due === null) return [];
	const after: readonly Term[] = kind.escalateAfter ?? terms.escalateAfter;
	return after.map((term) => lateBy(term, due, calendar)).toSorted((a, b) => a - b);
}

/** No days after it is the due time itself, worked or not. */
function lateBy(term: Term, due: number, calendar: WorkCalendar): number {
	const none = ('workdays' in term && term.workdays === 0) || ('days' in term && term.days === 0);
	return none ? due : termEnd(term, due, calendar);
}

function passed(moments: readonly number[], at: number, after: boolean): number {
	return moments.filter((moment) => (after ? moment < at : moment <= at)).length;
}

/** What the clock does with a case: an offer falls back, its owner is reminded, higher levels are told, a stage lapses. */
import type { CaseRow } from '#db/schema.ts';
import { termBefore, termEnd, type Term, type WorkCalendar } from '../workdays.ts';
import { acted } from './acts.ts';
import type { CaseTime } from './given.ts';
import { NOT_OFFERED, offeredAt } from './hand.ts';
import type { CaseKind, CaseTerms } from './kind.ts';
import type { CasePerson } from './standing.ts';

interface Rules {
	calendar: WorkCalendar;
	terms: CaseTerms;
}

export type ClockAct =
	| { act: 'returned'; row: CaseRow }
	/** `name`: the act of the kind that was done by itself */
	| { act: 'lapsed'; name: string; row: CaseRow }
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
		return { act: 'returned', row: timed({ ...row, ...NOT_OFFERED }) };
	}
	const lapsed = lapse(kind, row, { ...rules, at });
	if (lapsed) return { act: 'lapsed', ...lapsed, row: timed(lapsed.row) };
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
	const moments = [after(back), remind, after(escalate), after(lapsesAt(kind, row, rules))];
	const known = moments.filter((one) => one !== undefined);
	return known.length === 0 ? null : Math.min(...known);
}

/** The last moment in which an offer can be accepted. */
export function fallsBackAt(row: CaseRow, { calendar, terms }: Rules): number | null {
	const at = offeredAt(row);
	return at === null ? null : termEnd(row.urgent === 1 ? terms.acceptUrgentWithin : terms.acceptWithin, at, calendar);
}

/** Reminders of a stage, early first; those that would lie before it began are left out. */
function reminders(kind: CaseKind, row: CaseRow, rules: Rules): number[] {
	const { calendar, terms } = rules;
	const { due_at: due } = row;
	if (due === null || lapsesAt(kind, row, rules) !== null) return [];
	const before: readonly Term[] = kind.remindBefore ?? terms.remindBefore;
	const moments = before.map((term) => termBefore(term, due, calendar));
	return moments.filter((moment) => moment > row.staged_at).toSorted((a, b) => a - b);
}

function escalations(kind: CaseKind, row: CaseRow, rules: Rules): number[] {
	const { calendar, terms } = rules;
	const { due_at: due } = row;
	if (due === null || lapsesAt(kind, row, rules) !== null) return [];
	const levels: readonly Term[] = kind.escalateAfter ?? terms.escalateAfter;
	return levels.map((term) => lateBy(term, due, calendar)).toSorted((a, b) => a - b);
}

/** No days after it is the due time itself, worked or not. */
function lateBy(term: Term, due: number, calendar: WorkCalendar): number {
	const none = ('workdays' in term && term.workdays === 0) || ('days' in term && term.days === 0);
	return none ? due : termEnd(term, due, calendar);
}

function passed(moments: readonly number[], at: number, after: boolean): number {
	return moments.filter((moment) => (after ? moment < at : moment <= at)).length;
}

/** A limit is kept in its last moment, and passed after it. */
function after(limit: number | null | undefined): number | undefined {
	return limit === null || limit === undefined ? undefined : limit + 1;
}

/** The clock as one who acts. */
const CLOCK: CasePerson = { staff: null, name: 'system', works: false, oversees: false, system: true };

/** The last moment before a stage lapses; null when it never does, or the case cannot be moved on by itself. */
function lapsesAt(kind: CaseKind, row: CaseRow, rules: Rules): number | null {
	return row.due_at !== null && lapse(kind, row, { ...rules, at: row.due_at + 1 }) ? row.due_at : null;
}

/** What the end of the time of a stage does by itself. */
function lapse(kind: CaseKind, row: CaseRow, time: CaseTime): { name: string; row: CaseRow } | undefined {
	const act = kind.stages[row.stage]?.lapses;
	if (act === undefined || row.due_at === null || row.due_at >= time.at) return undefined;
	const action = { type: 'act', act, text: '', days: null, done: {} } as const;
	const next = acted({ kind, row, person: CLOCK, time }, action);
	return 'ok' in next ? undefined : { name: act, row: next };
}

/** The acts of a kind: what they want, where they lead, and what becomes of the due time. */
import type { CaseRow } from '#db/schema.ts';
import { termEnd } from '../workdays.ts';
import { NOT_OFFERED } from './hand.ts';
import { no, type ActAction, type CaseRefused, type CaseTime, type Given } from './given.ts';
import type { CaseAct, CaseKind } from './kind.ts';
import { standings } from './standing.ts';

/** The case after an act of its stage, its next moment not yet set. */
export function acted(given: Given, action: ActAction): CaseRow | CaseRefused {
	const { kind, row, person, time } = given;
	const act = kind.stages[row.stage]?.acts[action.act];
	if (!act) return no('wrong-stage', row.stage);
	const as = standings(kind, row, person);
	if (!act.by.some((one) => as.has(one))) return no('not-your-case', row.owner);
	const timely = { ...row, late: row.late === 1 || isLate(kind, row, time.at) ? 1 : 0 };
	const barred = lacksWords(act, action) ?? lacksDays(act, action, row) ?? lacksSteps(kind, act, action, timely);
	if (barred) return barred;
	const next = { ...given, row: { ...timely, ...toldBy(act, action, row), ...tellingOf(act, row, time.at) } };
	return act.extends ? extended(next, act, action.days) : moved(next, act);
}

function toldBy(act: CaseAct, { days }: ActAction, row: CaseRow): Pick<CaseRow, 'explained' | 'asked'> {
	return { explained: act.explains ? 1 : row.explained, asked: act.asks ? days : row.asked };
}

/** When and how the visitor was told; what is written to the visitor, or begun again, has still to be told. */
function tellingOf(act: CaseAct, row: CaseRow, at: number): Pick<CaseRow, 'told_at' | 'told_way' | 'reopened_at'> {
	const reopened_at = act.reopens ? at : row.reopened_at;
	if (act.tells) return { told_at: at, told_way: act.tells, reopened_at };
	const untold = act.reopens === true || act.read === true;
	return untold ? { told_at: null, told_way: null, reopened_at } : { ...told(row), reopened_at };
}

function told({ told_at, told_way }: CaseRow): Pick<CaseRow, 'told_at' | 'told_way'> {
	return { told_at, told_way };
}

/** Nobody is late where the end of the time is what is waited for. */
function isLate(kind: CaseKind, { stage, due_at: due }: CaseRow, at: number): boolean {
	return due !== null && at > due && kind.stages[stage]?.lapses === undefined;
}

function lacksWords(act: CaseAct, { act: name, text }: ActAction): CaseRefused | undefined {
	return act.text === 'needed' && text.trim() === '' ? no('text-needed', name) : undefined;
}

function lacksDays(act: CaseAct, { days }: ActAction, { extended: before }: CaseRow): CaseRefused | undefined {
	if (!act.asks) return undefined;
	if (before > 0) return no('extended-already');
	return days === null || days < 1 ? no('days-needed') : undefined;
}

/** What must have been done in the case before. */
function lacksSteps(kind: CaseKind, act: CaseAct, { done }: ActAction, row: CaseRow): CaseRefused | undefined {
	const { after } = act;
	if (after && (done[after.act] ?? 0) < after.times) return no('case-too-early', `${after.act} ${String(after.times)}`);
	const mustExplain = kind.explainsDelay && row.late === 1 && row.explained === 0;
	return mustExplain && isLastWord(act) ? no('delay-unexplained') : undefined;
}

/** An answer or an end; a visitor owes nobody an explanation. */
function isLastWord({ closes, uncalled, by }: CaseAct): boolean {
	const ours = by.some((one) => one !== 'visitor');
	return ours && (closes !== undefined || uncalled !== undefined);
}

/** So many days more, as asked for or fewer, once. */
function extended(given: Given, act: CaseAct, granted: number | null): CaseRow | CaseRefused {
	const { row, time } = given;
	const days = granted ?? row.asked ?? 0;
	const barred = tooMany(row, act, days);
	if (barred) return barred;
	const term = act.extends?.unit === 'days' ? { days } : { workdays: days };
	const due = termEnd(term, row.due_at ?? time.at, time.calendar);
	const longer = { ...row, extended: days, asked: null, given_at: row.given_at === null ? null : due };
	return { ...moved({ ...given, row: longer }, act), due_at: due, reminded: 0, escalated: 0 };
}

function tooMany(row: CaseRow, act: CaseAct, days: number): CaseRefused | undefined {
	const most = act.extends?.most ?? 0;
	if (row.extended > 0) return no('extended-already');
	if (days < 1) return no('days-needed');
	return days > most ? no('too-many-days', String(most)) : undefined;
}

/** Into the stage to which an act leads, or to the end. */
function moved({ kind, row, person, time }: Given, act: CaseAct): CaseRow {
	const to = goesTo(row, act);
	const owner = ownerAfter(row, act, person);
	const handed = act.returns ? { ...row, ...NOT_OFFERED, owner } : { ...row, owner };
	const here = to === null ? handed : entered(kind, { ...handed, stage: to, moved_by: person.name }, time);
	if (act.closes === undefined) return here;
	return { ...here, ...NOT_OFFERED, state: 'closed', outcome: act.closes, closed_at: time.at };
}

/** Where an act leads: who wants to be called may have to be. */
function goesTo({ contact }: CaseRow, act: CaseAct): string | null {
	return contact === 'call' ? act.to : (act.uncalled ?? act.to);
}

function ownerAfter(row: CaseRow, act: CaseAct, { staff }: Given['person']): string {
	if (act.returns) return row.first_owner;
	return act.takes && staff !== null ? staff : row.owner;
}

/** A case that has just come into its stage. */
export function entered(kind: CaseKind, row: CaseRow, time: CaseTime): CaseRow {
	const due = dueOf(kind, row, time);
	const escalated = due === row.due_at ? row.escalated : 0;
	return { ...row, staged_at: time.at, due_at: due, reminded: 0, escalated };
}

/** A case that turns out to be urgent: where its stage has a shorter term for that, it counts from now on. */
export function hurried(kind: CaseKind, row: CaseRow, time: CaseTime): CaseRow {
	const due = kind.stages[row.stage]?.due ?? null;
	if (row.urgent === 1 || due === null || typeof due === 'string' || !due.urgent) return { ...row, urgent: 1 };
	const by = termEnd(due.urgent, time.at, time.calendar);
	return { ...row, urgent: 1, due_at: Math.min(by, row.due_at ?? by), reminded: 0 };
}

/** By when the stage that a case is in must be over. */
function dueOf(kind: CaseKind, row: CaseRow, { at, calendar, terms }: CaseTime): number | null {
	const due = kind.stages[row.stage]?.due ?? null;
	if (due === null) return null;
	if (due === 'given') return row.given_at;
	if (due === 'kept') return row.due_at;
	const term = row.urgent === 1 && due.urgent ? due.urgent : (terms.due[row.stage] ?? due.term);
	return termEnd(term, due.from === 'case' ? beganAt(row) : at, calendar);
}

/** Since when it has been worked on: who was not satisfied waits for its time anew. */
function beganAt({ opened_at: opened, reopened_at: reopened }: CaseRow): number {
	return reopened ?? opened;
}

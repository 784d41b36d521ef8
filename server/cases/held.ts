import { createHash, randomBytes } from 'node:crypto';
import { addCaseLine, casesJoinedTo, getCase, saveCase } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import { canonical } from '#db/canonical.ts';
import type { CaseRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { escalatesAfter, settleCalls } from './calls.ts';
import { followHelp } from '../help/follow.ts';
import type { Who } from '../people/who.ts';
import { noLongerNeeded } from '../personal/keep.ts';
import { done, refused, type Result } from '../result.ts';
import type { CaseKind } from '../rules/cases/kind.ts';
import { caseKind } from '../rules/cases/kinds.ts';
import type { CaseAction, CaseTime } from '../rules/cases/given.ts';
import { offeredTo } from '../rules/cases/hand.ts';
import { stepCase } from '../rules/cases/step.ts';
import { personIn } from './asker.ts';

/** A case and its kind, as they stand in this transaction. */
export interface HeldCase {
	row: CaseRow;
	kind: CaseKind;
}

export async function holdCase(tx: Tx, id: number): Promise<HeldCase | undefined> {
	const row = await getCase(tx.k, tx.hall, id);
	return row && { row, kind: caseKind(row.kind) };
}

/** By which rules a case is kept in this hall, now. */
export function timeFor(hall: Hall, kind: CaseKind): CaseTime {
	const { acceptWithin, acceptUrgentWithin, remindBefore, due } = hall.setup.policies.cases;
	const escalateAfter = escalatesAfter(hall, kind);
	const terms = { acceptWithin, acceptUrgentWithin, remindBefore, escalateAfter, due: due[kind.code] ?? {} };
	return { at: hall.clock.now(), calendar: hall.setup.workCalendar, terms };
}

/** What is written of an act beside the case itself. */
export interface CaseNote {
	/** as the ledger names it: `case.moved` */
	name: string;
	/** as the history of the case names it */
	act: string;
	text?: string;
	body?: object;
}

/**
 * One step of a case: asks the rule, then writes the case, the ledger line and its place in the history.
 * @returns the case after it, or the rule's refusal, with nothing written
 */
export async function takeCase(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ held, action, note }: { held: HeldCase; action: CaseAction; note: CaseNote }
): Promise<Result<CaseRow & { line: number }>> {
	const person = personIn(hall, who);
	const stepped = stepCase(held.kind, held.row, { action, person }, timeFor(hall, held.kind));
	if (!stepped.ok) return refused(stepped.refusal, stepped.detail);
	return done(await keepCase(tx, hall, who, { before: held.row, after: stepped.row, note }));
}

/** Writes a case as a rule has left it, with the line that says so. */
export async function keepCase(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ before, after, note }: { before: CaseRow; after: CaseRow; note: CaseNote }
): Promise<CaseRow & { line: number }> {
	await saveCase(tx.k, after);
	if (after.state === 'closed' && after.joined_to === null) await forgetPeople(tx, hall, after.id);
	await settleCalls(tx, hall, caseKind(after.kind), { before, after });
	await followHelp(tx, hall, { before, after });
	const line = await noteCase(tx, hall, who, { row: after, note, before });
	return { ...after, line };
}

/** Nobody has to be called any more, of this case and of those that were joined to it. */
async function forgetPeople(tx: Tx, hall: Hall, id: number): Promise<void> {
	await noLongerNeeded(tx, hall, { subject: 'case', of: id });
	for (const joined of await casesJoinedTo(tx.k, tx.hall, id)) await forgetPeople(tx, hall, joined.id);
}

/**
 * The ledger line of an act on a case. It names stages, owners and times; what somebody wrote may name people, so it
 * stands in the history of the case, and the ledger has the salted hash of it. No window is named: no console stirs.
 */
export async function noteCase(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ row, note, before }: { row: CaseRow; note: CaseNote; before?: CaseRow }
): Promise<number> {
	const { text = '' } = note;
	const salt = text === '' ? '' : randomBytes(16).toString('hex');
	const written = text === '' ? {} : { text: sha256(salt + text) };
	const of = { case: row.id === 0 ? undefined : row.id, kind: row.kind, act: note.act };
	const body = { ...of, ...written, ...note.body, before: before && stateOf(before), after: stateOf(row) };
	const at = hall.clock.now();
	const place = { ticket: row.ticket, window: null, queue: null };
	const line = await tx.note({ at, day: today(hall), act: note.name, actor: who.name, ...place, body });
	if (row.id !== 0) await addCaseLine(tx.k, { hall: tx.hall, case: row.id, line, act: note.act, text, salt });
	return line;
}

/** What the ledger keeps of a case: all that moves, nothing that was written. */
function stateOf(row: CaseRow): object {
	const { stage, outcome, owner, due_at, late, escalated } = row;
	const told = row.told_way === null ? {} : { told: row.told_way };
	const joined = row.joined_to === null ? {} : { joinedTo: row.joined_to };
	return { stage, outcome, owner, offeredTo: offeredTo(row), dueAt: due_at, late, escalated, ...told, ...joined };
}

export function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

/** JSON in its one form, with its hash. */
export function frozen(value: object): { body: string; hash: string } {
	const body = canonical(value);
	return { body, hash: sha256(body) };
}

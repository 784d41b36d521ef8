import type { Tx } from '#db/group.ts';
import type { CaseRow } from '#db/schema.ts';
import { actInCase } from '../cases/act.ts';
import { keepCase, timeFor } from '../cases/held.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { mayHand, NOT_OFFERED } from '../rules/cases/hand.ts';
import { caseKind } from '../rules/cases/kinds.ts';
import { stepCase } from '../rules/cases/step.ts';
import { holdQuestion, isOwed, senderIn } from './held.ts';

/** Sends a question to the liaison of a department, who has to accept it; what was sent elsewhere is taken back. */
export function sendQuestion(
	hall: Hall,
	who: Who,
	id: number,
	{ department, text }: { department: string; text: string }
): Promise<Result<CaseRow>> {
	return hall.write(async (tx) => {
		const held = await holdQuestion(tx, hall, who, id);
		if (!held.ok) return held;
		const { row, kind } = held.value;
		if (!isOwed(row)) return refused('wrong-stage', row.stage);
		if (!mayHand(kind, row, senderIn(hall, who))) return refused('not-your-case', row.owner);
		const barred = barredDepartment(hall, department);
		return barred ?? done(await sendTo(tx, hall, who, { row, department, text }));
	});
}

/**
 * "Not ours": whose it is gets it, and where nobody knows, who was asked first has it back. It is never nobody's, and its
 * due time stays.
 */
export function notOurs(
	hall: Hall,
	who: Who,
	id: number,
	{ department, text }: { department: string | null; text: string }
): Promise<Result<CaseRow>> {
	return hall.write(async (tx) => {
		const held = await holdQuestion(tx, hall, who, id);
		if (!held.ok) return held;
		const barred = department === null ? undefined : barredDepartment(hall, department);
		if (barred) return barred;
		if (department !== null && department === held.value.row.department) return refused('target-same', department);
		const given = await actInCase(tx, hall, who, { held: held.value, wish: { act: 'not-ours', text, days: null } });
		if (!given.ok || department === null) return given;
		return done(await sendTo(tx, hall, who, { row: given.value, department, text: '' }));
	});
}

/** Only to where somebody is who can accept it. */
function barredDepartment(hall: Hall, department: string): Refused | undefined {
	if (!hall.setup.departments.has(department)) return refused('place-unknown', department);
	return hasLiaison(hall, department) ? undefined : refused('role-unfit', department);
}

/** Whether somebody speaks for that department. */
export function hasLiaison(hall: Hall, department: string): boolean {
	return hall.setup.file.staff.some((one) => one.role === 'liaison' && one.department === department);
}

/** Hands a question at hand to a department; it stays with its owner where nobody speaks for that one. */
export async function sendTo(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ row, department, text }: { row: CaseRow; department: string; text: string }
): Promise<CaseRow> {
	const kind = caseKind(row.kind);
	const free: CaseRow = { ...row, ...NOT_OFFERED, department };
	if (!hasLiaison(hall, department)) return free;
	const action = { type: 'offer', to: { department } } as const;
	const person = { ...senderIn(hall, who), oversees: true };
	const stepped = stepCase(kind, free, { action, person }, timeFor(hall, kind));
	if (!stepped.ok) throw new Error(`a question is not sent: ${stepped.refusal}`);
	const note = { name: 'case.offered', act: 'sent', text, body: { department } };
	return keepCase(tx, hall, who, { before: row, after: stepped.row, note });
}

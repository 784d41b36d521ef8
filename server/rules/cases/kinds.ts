import { HELP } from './help.ts';
import type { CaseKind } from './kind.ts';
import { COMPLAINT } from './complaint.ts';
import { INCIDENT } from './incident.ts';
import { MATTER } from './matter.ts';
import { ORDER } from './order.ts';
import { PETITION } from './petition.ts';
import { PRAISE } from './praise.ts';
import { MESSAGE, QUESTION } from './question.ts';
import { RATING, RATING_UNNAMED } from './rating.ts';
import { TASK } from './task.ts';
import { UNSOLVED } from './unsolved.ts';

/** Every kind of case that a hall knows. A new one is a file of data beside this one and a line here. */
export const CASE_KINDS: readonly CaseKind[] = [
	MATTER,
	RATING,
	RATING_UNNAMED,
	COMPLAINT,
	UNSOLVED,
	PETITION,
	PRAISE,
	HELP,
	QUESTION,
	MESSAGE,
	INCIDENT,
	ORDER,
	TASK
];

const BY_CODE = new Map(CASE_KINDS.map((kind) => [kind.code, kind]));

/** A kind by its code; throws for one that no program has ever written. */
export function caseKind(code: string): CaseKind {
	const kind = BY_CODE.get(code);
	if (!kind) throw new Error(`no kind of case is called ${code}`);
	return kind;
}

/** `S20261125-18342`: kind, day and the number of the ledger line that opened it. */
export function caseNumber(row: { kind: string; day: string; id: number }): string {
	return `${caseKind(row.kind).prefix}${row.day.replaceAll('-', '')}-${String(row.id)}`;
}

/** The id in a number as people write it; undefined when it is none. */
export function idOfCaseNumber(number: string): number | undefined {
	const id = /^[A-Za-z]{1,2}\d{8}-(\d{1,15})$/.exec(number.trim())?.[1];
	return id === undefined ? undefined : Number(id);
}

import { caseByCode, getCase } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import type { CaseRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { caseKind, caseNumber, idOfCaseNumber } from '../rules/cases/kinds.ts';
import { MATTER } from '../rules/cases/matter.ts';
import { isConflict } from '../rules/cases/standing.ts';
import { dayOf } from '../rules/day.ts';
import { readVisitorCode } from '../rules/visitor-code.ts';
import type { CallersRecord } from '../views/telephone.ts';
import { addAct, isChecked, openCall } from './held.ts';

/**
 * Whether a case is of somebody outside, who may ask how it stands: a matter, or one with a code. Tasks, incidents, reports
 * and what is known of callers are the house's own; one about whoever asks is told by somebody else.
 */
function isTold({ kind: code, concerned }: CaseRow, who: Who): boolean {
	const kind = caseKind(code);
	return (kind.coded || code === MATTER.code) && !isConflict(kind, concerned, who.staff ?? null);
}

/**
 * A matter or case of the person who calls, by the number or the code on the slip (P-07): only in a call that goes on or is not summed
 * up, by who took it, and after who calls was checked. What is told is how it stands; nobody's name and nothing written.
 */
export function callersRecord(hall: Hall, who: Who, id: number, typed: string): Promise<Result<CallersRecord>> {
	return hall.write(async (tx) => {
		const own = await openCall(tx, hall, who, id);
		if (!own.ok) return own;
		if (!(await isChecked(tx, id))) return refused('identity-unchecked');
		const row = await meant(tx, typed);
		if (!row || !isTold(row, who)) return refused('case-unknown', typed);
		await addAct(tx, hall, who, { call: own.value, act: 'record-read', of: row.id });
		return done(recordOf(hall, row));
	});
}

/** The case of a number, every part of which is right, or of a code. */
async function meant(tx: Tx, typed: string): Promise<CaseRow | undefined> {
	const code = readVisitorCode(typed);
	if (code !== undefined) return caseByCode(tx.k, tx.hall, code);
	const id = idOfCaseNumber(typed);
	const row = id === undefined ? undefined : await getCase(tx.k, tx.hall, id);
	return row && caseNumber(row) === typed.trim().toUpperCase() ? row : undefined;
}

function recordOf(hall: Hall, row: CaseRow): CallersRecord {
	const { kind, stage, state, outcome, opened_at: openedAt, item, window, owner } = row;
	return {
		number: caseNumber(row),
		...{ kind, stage, state, outcome, openedAt, window, owner },
		item: hall.setup.items.get(item ?? '')?.name ?? null,
		dueDay: row.due_at === null ? null : dayOf(row.due_at, hall.setup.timeZone)
	};
}

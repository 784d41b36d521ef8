import type { Hall } from '../hall.ts';
import { COMPLAINT } from '../rules/cases/complaint.ts';
import type { CaseKind } from '../rules/cases/kind.ts';
import type { Term } from '../rules/workdays.ts';

/** How long a stage may take in this hall. Throws for a stage that has no term of its own. */
export function termOf(hall: Hall, kind: CaseKind, stage: string): Term {
	const due = kind.stages[stage]?.due;
	if (typeof due !== 'object' || due === null) throw new Error(`the stage ${stage} has no term of its own`);
	return hall.setup.policies.cases.due[kind.code]?.[stage] ?? due.term;
}

/** Within which time a complaint, or what could not be done, has its result. */
export function resultTerm(hall: Hall, kind: 'complaint' | 'unsolved'): Term {
	return kind === 'unsolved'
		? { workdays: hall.setup.policies.complaints.resultDays }
		: termOf(hall, COMPLAINT, 'looking');
}

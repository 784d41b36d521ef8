import type { Hall } from '../hall.ts';
import { COMPLAINT } from '../rules/cases/complaint.ts';
import type { CaseKind } from '../rules/cases/kind.ts';
import { PETITION } from '../rules/cases/petition.ts';
import { dayOf } from '../rules/day.ts';
import { termEnd, type Term } from '../rules/workdays.ts';
import { windowName } from '../tickets/view.ts';
import type { ComplaintDesk } from '../views.ts';

/** What the desk tells before it takes a complaint: until when, by the terms of this hall, one taken now is answered. */
export function complaintDesk(hall: Hall): ComplaintDesk {
	const { file, policies } = hall.setup;
	return {
		firstDay: dayIn(hall, termOf(hall, 'taken')),
		answerDay: dayIn(hall, termOf(hall, 'looking')),
		resultDay: dayIn(hall, { workdays: policies.complaints.resultDays }),
		petitionDay: dayIn(hall, termOf(hall, 'registered', PETITION)),
		departments: file.departments.map(({ code, name }) => ({ code, name })),
		windows: file.windows.map(({ code }) => ({ code, name: windowName(hall, code) }))
	};
}

function termOf(hall: Hall, stage: string, kind: CaseKind = COMPLAINT): Term {
	const due = kind.stages[stage]?.due;
	if (typeof due !== 'object' || due === null) throw new Error(`the stage ${stage} has no term of its own`);
	return hall.setup.policies.cases.due[kind.code]?.[stage] ?? due.term;
}

function dayIn(hall: Hall, term: Term): string {
	return dayOf(termEnd(term, hall.clock.now(), hall.setup.workCalendar), hall.setup.timeZone);
}

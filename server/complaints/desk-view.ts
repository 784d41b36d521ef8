import type { Hall } from '../hall.ts';
import { COMPLAINT } from '../rules/cases/complaint.ts';
import { PETITION } from '../rules/cases/petition.ts';
import { dayOf } from '../rules/day.ts';
import { termEnd, type Term } from '../rules/workdays.ts';
import { windowName } from '../tickets/view.ts';
import type { ComplaintDesk } from '../views.ts';
import { resultTerm, termOf } from './terms.ts';

/** What the desk tells before it takes a complaint: until when, by the terms of this hall, one taken now is answered. */
export function complaintDesk(hall: Hall): ComplaintDesk {
	const { file } = hall.setup;
	return {
		firstDay: dayIn(hall, termOf(hall, COMPLAINT, 'taken')),
		answerDay: dayIn(hall, resultTerm(hall, 'complaint')),
		resultDay: dayIn(hall, resultTerm(hall, 'unsolved')),
		petitionDay: dayIn(hall, termOf(hall, PETITION, 'registered')),
		departments: file.departments.map(({ code, name }) => ({ code, name })),
		windows: file.windows.map(({ code }) => ({ code, name: windowName(hall, code) }))
	};
}

function dayIn(hall: Hall, term: Term): string {
	return dayOf(termEnd(term, hall.clock.now(), hall.setup.workCalendar), hall.setup.timeZone);
}

import { getCase } from '#db/cases.ts';
import type { CaseRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { offeredTo } from '../rules/cases/hand.ts';
import type { CasePlace } from '../rules/cases/given.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { dayOf } from '../rules/day.ts';
import { workdaysBetween } from '../rules/workdays.ts';
import type { CaseLine, CasePlaceView, Text } from '../views.ts';

/** A case as a row of a list. */
export async function lineOf(hall: Hall, row: CaseRow): Promise<CaseLine> {
	const { timeZone, workCalendar } = hall.setup;
	const dueDay = row.due_at === null ? null : dayOf(row.due_at, timeZone);
	const to = offeredTo(row);
	const main = row.joined_to === null ? undefined : await getCase(hall.read, hall.id, row.joined_to);
	return {
		id: row.id,
		number: caseNumber(row),
		kind: row.kind,
		state: row.state,
		stage: row.stage,
		outcome: row.outcome,
		about: row.about,
		owner: row.owner,
		firstOwner: row.first_owner,
		offeredTo: row.offered_to,
		offeredPlace: to === null || typeof to === 'string' ? null : placeView(hall, to),
		desk: row.desk === null ? null : deskName(hall, row.desk),
		department: row.department === null ? null : departmentName(hall, row.department),
		reopened: row.reopened_at !== null,
		joinedTo: main ? caseNumber(main) : null,
		dueAt: row.due_at,
		dueDay,
		daysLeft: dueDay === null ? null : workdaysBetween(today(hall), dueDay, workCalendar),
		overdue: isOverdue(row, hall.clock.now()),
		urgent: row.urgent === 1,
		late: row.late === 1
	};
}

export function isOverdue(row: CaseRow, at: number): boolean {
	return row.state === 'open' && row.due_at !== null && row.due_at < at;
}

/** A desk or a department with its name. */
export function placeView(hall: Hall, to: CasePlace): CasePlaceView {
	return 'desk' in to
		? { place: 'desk', code: to.desk, name: deskName(hall, to.desk) }
		: { place: 'department', code: to.department, name: departmentName(hall, to.department) };
}

/** The code itself stands for a place that has left the hall file. */
export function deskName(hall: Hall, code: string): Text {
	return hall.setup.file.desks.find((one) => one.code === code)?.name ?? { zh: code, en: code };
}

export function departmentName(hall: Hall, code: string): Text {
	return hall.setup.departments.get(code)?.name ?? { zh: code, en: code };
}

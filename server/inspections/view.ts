import { getCase } from '#db/cases.ts';
import { areasOf, inspectionOn, marksOf, photosOf } from '#db/inspections.ts';
import type { InspectionAreaRow, InspectionMarkRow, InspectionPhotoRow, InspectionRow } from '#db/schema.ts';
import { seesCase } from '../cases/sees.ts';
import { today, type Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { criteriaOf } from '../rules/inspection.ts';
import { may } from '../rules/rights.ts';
import type { InspectionAreaView, InspectionView, RoundsView, Text } from '../views.ts';
import { areasIn, dueAt, roundsOn, type PlannedArea, type PlannedRound } from './plan.ts';
import { rectifyBy } from './rectify.ts';

/** The rounds of a day with what was found, for who makes them and who looks at them. */
export async function roundsView(hall: Hall, who: Who, day = today(hall)): Promise<RoundsView> {
	const { file, timeZone } = hall.setup;
	const rounds = roundsOn(hall, day).map((round) => inspectionView(hall, who, round, day));
	return {
		hall: file.hall.name,
		timeZone,
		day,
		staff: { no: who.staff ?? '', role: who.role },
		makes: isAllowed(hall, who, 'inspection:make'),
		rounds: await Promise.all(rounds),
		people: file.staff.filter(({ role }) => may(role, 'case:work')).map(({ no, role }) => ({ no, role })),
		rectifyBy: rectifyBy(hall)
	};
}

/** What is known of a round in its areas. */
interface Found {
	areas: InspectionAreaRow[];
	marks: InspectionMarkRow[];
	photos: InspectionPhotoRow[];
}

const NOTHING: Found = { areas: [], marks: [], photos: [] };

/** One round of a day. */
async function inspectionView(hall: Hall, who: Who, round: PlannedRound, day: string): Promise<InspectionView> {
	const row = await inspectionOn(hall.read, { hall: hall.id, day, plan: round.code });
	const found = row ? await foundIn(hall, row) : NOTHING;
	const planned = { id: null, state: 'planned', dueAt: dueAt(hall, round, day), doneAt: null, score: null } as const;
	return {
		...{ plan: round.code, name: round.name, day },
		...(row ? standingOf(row) : planned),
		areas: await Promise.all(areasIn(hall, round).map((area) => areaView(hall, who, area, found)))
	};
}

function standingOf(row: InspectionRow): Pick<InspectionView, 'id' | 'state' | 'dueAt' | 'doneAt' | 'score'> {
	return { id: row.id, state: row.state, dueAt: row.due_at, doneAt: row.done_at, score: row.score };
}

async function foundIn(hall: Hall, { id }: InspectionRow): Promise<Found> {
	return {
		areas: await areasOf(hall.read, hall.id, id),
		marks: await marksOf(hall.read, hall.id, id),
		photos: await photosOf(hall.read, hall.id, id)
	};
}

async function areaView(
	hall: Hall,
	who: Who,
	area: PlannedArea,
	{ areas, marks, photos }: Found
): Promise<InspectionAreaView> {
	const row = areas.find((one) => one.area === area.code);
	const zone: Text = hall.setup.zones.get(area.zone)?.name ?? area.name;
	const own = marks.filter((mark) => mark.area === area.code);
	const criteria = criteriaOf(hall.setup.policies.inspection.criteria, area.code);
	return {
		...{ code: area.code, name: area.name, zone, owner: area.owner },
		criteria: criteria.map(({ code, name, kind, weight }) => ({ code, name, kind, weight })),
		...{ score: row?.score ?? null, staff: row?.staff ?? null, at: row?.at ?? null },
		marks: await Promise.all(own.map((mark) => markView(hall, who, mark, photos)))
	};
}

async function markView(
	hall: Hall,
	who: Who,
	mark: InspectionMarkRow,
	photos: readonly InspectionPhotoRow[]
): Promise<InspectionAreaView['marks'][number]> {
	const { area, criterion, score, remark } = mark;
	const photo = photos.find((one) => one.area === area && one.criterion === criterion && one.deleted_at === null);
	const path = [String(mark.inspection), area, criterion].map(encodeURIComponent).join('/');
	const task = mark.task === null ? undefined : await getCase(hall.read, hall.id, mark.task);
	return {
		...{ criterion, score, remark },
		task: task ? { id: task.id, number: caseNumber(task), sees: seesCase(hall, who, task) } : null,
		photo: photo ? `/rounds/photo/${path}` : null
	};
}

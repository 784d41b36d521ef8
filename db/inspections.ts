import type { Kysely } from 'kysely';
import type {
	CaseRow,
	InspectionAreaRow,
	InspectionMarkRow,
	InspectionPhotoRow,
	InspectionRow,
	Tables
} from './schema.ts';

type K = Kysely<Tables>;

export async function addInspection(k: K, row: InspectionRow): Promise<void> {
	await k.insertInto('inspection').values(row).execute();
}

export async function saveInspection(k: K, { hall, id, state, done_at, score }: InspectionRow): Promise<void> {
	await k
		.updateTable('inspection')
		.set({ state, done_at, score })
		.where('hall', '=', hall)
		.where('id', '=', id)
		.execute();
}

/** The round of a kind on a day. */
export function inspectionOn(
	k: K,
	of: { hall: number; day: string; plan: string }
): Promise<InspectionRow | undefined> {
	return k
		.selectFrom('inspection')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('day', '=', of.day)
		.where('plan', '=', of.plan)
		.executeTakeFirst();
}

/** The rounds of the days from `from` to `to`, oldest first. */
export function inspectionsBetween(k: K, of: { hall: number; from: string; to: string }): Promise<InspectionRow[]> {
	return k
		.selectFrom('inspection')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('day', '>=', of.from)
		.where('day', '<=', of.to)
		.orderBy('day')
		.orderBy('id')
		.execute();
}

export async function addArea(k: K, row: InspectionAreaRow): Promise<void> {
	await k.insertInto('inspection_area').values(row).execute();
}

/** The areas of a round that have been scored, first first. */
export function areasOf(k: K, hall: number, inspection: number): Promise<InspectionAreaRow[]> {
	return k
		.selectFrom('inspection_area')
		.selectAll()
		.where('hall', '=', hall)
		.where('inspection', '=', inspection)
		.orderBy('at')
		.orderBy('area')
		.execute();
}

/** The areas scored on the days from `from` to `to`. */
export function areasBetween(k: K, of: { hall: number; from: string; to: string }): Promise<InspectionAreaRow[]> {
	return k
		.selectFrom('inspection_area')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('day', '>=', of.from)
		.where('day', '<=', of.to)
		.orderBy('day')
		.orderBy('area')
		.execute();
}

export async function addMarks(k: K, rows: InspectionMarkRow[]): Promise<void> {
	await k.insertInto('inspection_mark').values(rows).execute();
}

/** The marks of a round. */
export function marksOf(k: K, hall: number, inspection: number): Promise<InspectionMarkRow[]> {
	return k
		.selectFrom('inspection_mark')
		.selectAll()
		.where('hall', '=', hall)
		.where('inspection', '=', inspection)
		.orderBy('area')
		.orderBy('criterion')
		.execute();
}

export async function addPhoto(k: K, row: InspectionPhotoRow): Promise<void> {
	await k.insertInto('inspection_photo').values(row).execute();
}

/** The photographs of a round, those whose picture is deleted included. */
export function photosOf(k: K, hall: number, inspection: number): Promise<InspectionPhotoRow[]> {
	return k
		.selectFrom('inspection_photo')
		.selectAll()
		.where('hall', '=', hall)
		.where('inspection', '=', inspection)
		.orderBy('at')
		.execute();
}

/** Photographs taken before `at` that are still there, oldest first. */
export function photosBefore(k: K, of: { hall: number; at: number; most: number }): Promise<InspectionPhotoRow[]> {
	return k
		.selectFrom('inspection_photo')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('deleted_at', 'is', null)
		.where('at', '<', of.at)
		.orderBy('at')
		.limit(of.most)
		.execute();
}

/** The picture of that name is shown no more where it was taken before `before`. */
export async function photoDeleted(
	k: K,
	of: { hall: number; hash: string; before: number; at: number }
): Promise<void> {
	await k
		.updateTable('inspection_photo')
		.set({ deleted_at: of.at })
		.where('hall', '=', of.hall)
		.where('hash', '=', of.hash)
		.where('deleted_at', 'is', null)
		.where('at', '<', of.before)
		.execute();
}

/** Whether a picture of that name is still shown anywhere. */
export async function isPhotoKept(k: K, hall: number, hash: string): Promise<boolean> {
	const row = await k
		.selectFrom('inspection_photo')
		.select('inspection')
		.where('hall', '=', hall)
		.where('hash', '=', hash)
		.where('deleted_at', 'is', null)
		.executeTakeFirst();
	return row !== undefined;
}

/** The area that this wish has already scored. */
export function areaByIntent(k: K, hall: number, intent: string): Promise<InspectionAreaRow | undefined> {
	return k
		.selectFrom('inspection_area')
		.selectAll()
		.where('hall', '=', hall)
		.where('intent', '=', intent)
		.executeTakeFirst();
}

/** A task that a round has found: of which area and month, and how its case stands. */
export type FoundTask = Pick<InspectionAreaRow, 'area' | 'day'> & Pick<CaseRow, 'state' | 'late' | 'outcome'>;

/** What is or was to be put right, found on the days from `from` to `to`. */
export function foundTasks(k: K, of: { hall: number; from: string; to: string }): Promise<FoundTask[]> {
	return k
		.selectFrom('inspection_area')
		.innerJoin('inspection_mark', (join) =>
			join
				.onRef('inspection_mark.hall', '=', 'inspection_area.hall')
				.onRef('inspection_mark.inspection', '=', 'inspection_area.inspection')
				.onRef('inspection_mark.area', '=', 'inspection_area.area')
		)
		.innerJoin('case', (join) =>
			join.onRef('case.hall', '=', 'inspection_mark.hall').onRef('case.id', '=', 'inspection_mark.task')
		)
		.select(['inspection_area.area', 'inspection_area.day', 'case.state', 'case.late', 'case.outcome'])
		.where('inspection_area.hall', '=', of.hall)
		.where('inspection_area.day', '>=', of.from)
		.where('inspection_area.day', '<=', of.to)
		.orderBy('inspection_area.day')
		.execute();
}

import type { Hall } from '../hall.ts';
import { areasOfRound, dueOfRound, isPlannedOn } from '../rules/inspection.ts';
import { isOpenOn } from '../setup/places.ts';

type Policy = Hall['setup']['policies']['inspection'];
export type PlannedRound = Policy['rounds'][number];
export type PlannedArea = Policy['areas'][number];

/** The rounds that are made on a day, in the order of the hall file; none on a day on which the hall is closed. */
export function roundsOn(hall: Hall, day: string): PlannedRound[] {
	const { inspection, demo } = hall.setup.policies;
	if (demo === null && !isOpenOn(hall.setup, day)) return [];
	return inspection.rounds.filter((round) => isPlannedOn(round, day));
}

/** The areas of a round, in the order of the hall file. */
export function areasIn(hall: Hall, round: PlannedRound): PlannedArea[] {
	return areasOfRound(hall.setup.policies.inspection.areas, round);
}

/** The last moment (ms) in which a round of a day is in time. */
export function dueAt(hall: Hall, round: PlannedRound, day: string): number {
	return dueOfRound(round, day, hall.setup.timeZone);
}

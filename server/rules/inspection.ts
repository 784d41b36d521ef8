/** How a round of inspection is scored, and when it must be over. Pure. */
import type { InspectionMarkRow } from '#db/schema.ts';
import { momentOf, weekdayOf, type Weekday } from './day.ts';

/** Best of a criterion; one that is in order or not has this or none. */
const BEST = 5;

/** What a round goes by, as the hall file says it. */
export interface InspectionPlan {
	areas: readonly { code: string }[];
	criteria: readonly { code: string; weight: number; kind: 'score' | 'ok'; areas: readonly string[] | null }[];
}

export interface InspectionRound {
	code: string;
	days: readonly Weekday[] | null;
	/** `09:30` */
	by: string;
	areas: readonly string[] | null;
}

/** The areas of a round, in the order of the hall file. */
export function areasOfRound<A extends { code: string }>(
	all: readonly A[],
	round: Pick<InspectionRound, 'areas'>
): A[] {
	return all.filter(({ code }) => round.areas?.includes(code) ?? true);
}

/** What is looked at in an area. */
export function criteriaOf<C extends { areas: readonly string[] | null }>(all: readonly C[], area: string): C[] {
	return all.filter(({ areas }) => areas?.includes(area) ?? true);
}

/** Whether a round is made on a weekday on which the hall is open. */
export function isPlannedOn({ days }: Pick<InspectionRound, 'days'>, day: string): boolean {
	return days?.includes(weekdayOf(day)) ?? true;
}

/** The last moment (ms) in which a round of a day is in time. */
export function dueOfRound({ by }: Pick<InspectionRound, 'by'>, day: string, timeZone: string): number {
	const [hours = 0, minutes = 0] = by.split(':').map(Number);
	return momentOf(day, hours * 60 + minutes, timeZone);
}

type Mark = Pick<InspectionMarkRow, 'criterion' | 'score'>;

/** 0 to 100: what was reached of what could be, by the weights. */
export function areaScore(plan: Pick<InspectionPlan, 'criteria'>, marks: readonly Mark[]): number {
	const weightOf = ({ criterion }: Mark): number => plan.criteria.find(({ code }) => code === criterion)?.weight ?? 0;
	const whole = marks.reduce((sum, mark) => sum + weightOf(mark) * BEST, 0);
	const reached = marks.reduce((sum, mark) => sum + weightOf(mark) * mark.score, 0);
	return whole === 0 ? 0 : Math.round((reached / whole) * 100);
}

/** The mean of what its areas have. */
export function roundScore(areas: readonly { score: number }[]): number {
	return areas.length === 0 ? 0 : Math.round(areas.reduce((sum, { score }) => sum + score, 0) / areas.length);
}

/** Whether marks are exactly those that an area asks for, each within its scale. */
export function marksFit(plan: InspectionPlan, area: string, marks: readonly Mark[]): boolean {
	const asked = criteriaOf(plan.criteria, area);
	if (marks.length !== asked.length) return false;
	return asked.every(({ code, kind }) => {
		const score = marks.find(({ criterion }) => criterion === code)?.score;
		return score !== undefined && (kind === 'score' || score === 0 || score === BEST);
	});
}

import type { Hall } from '../hall.ts';
import { addDays, isSpanOfDays, momentOf } from '../rules/day.ts';
import { done, refused, type Result } from '../result.ts';
import { INSPECTION_FIGURES } from '../inspections/figures.ts';
import { COMPLAINT_FIGURES } from '../complaints/digest.ts';
import { askedFigures } from '../knowledge/asked.ts';
import { askedWeeks, silentFigures } from '../knowledge/topics.ts';
import { questionFigures, referralFigures } from '../questions/figures.ts';
import { incidentFigures } from '../incidents/figures.ts';
import { loanFigures } from '../loans/figures.ts';
import { serviceFigures } from '../services/figures.ts';
import { matterFigures } from '../matters/figures.ts';
import { orderFigures } from '../orders/figures.ts';
import type { FigureTable, FiguresView } from '../views.ts';
import { answeredNo, noticeFigures, secondNotices } from '../notices/figures.ts';
import { greetingFigures } from '../greetings/figures.ts';
import { helpFigures } from '../help/view.ts';
import { overrideFigures } from '../wording/figures.ts';
import { RATING_FIGURES } from '../ratings/figures.ts';
import { windowFigures } from './windows.ts';

/** Both days included. `fromAt` to before `untilAt` are the same as moments (ms). */
export interface Range {
	from: string;
	to: string;
	fromAt: number;
	untilAt: number;
}

export type Figures = (hall: Hall, range: Range) => Promise<FigureTable>;

/** The tables of the figures page, in their order. */
const FIGURES: readonly Figures[] = [
	windowFigures,
	matterFigures,
	noticeFigures,
	secondNotices,
	answeredNo,
	greetingFigures,
	...RATING_FIGURES,
	...COMPLAINT_FIGURES,
	overrideFigures,
	askedFigures,
	helpFigures,
	silentFigures,
	askedWeeks,
	questionFigures,
	referralFigures,
	incidentFigures,
	loanFigures,
	serviceFigures,
	orderFigures,
	...INSPECTION_FIGURES
];

/** Everything that is counted for the supervisor, from the day `from` to the day `to`. */
export async function figures(hall: Hall, from: string, to: string): Promise<Result<FiguresView>> {
	if (!isSpanOfDays(from, to)) return refused('bad-request', 'from, to');
	const { timeZone } = hall.setup;
	const range = { from, to, fromAt: momentOf(from, 0, timeZone), untilAt: momentOf(addDays(to, 1), 0, timeZone) };
	const tables: FigureTable[] = [];
	for (const one of FIGURES) tables.push(await one(hall, range));
	return done({ from, to, tables });
}

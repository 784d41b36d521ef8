/** Which rung of the ladder speaks for a queue now, and what it says. */
import { foretell, type QueueForecast } from './fit/forecast.ts';
import { known, type Moment } from './moment.ts';
import { toldBetween } from './rungs.ts';
import { plannedWait, type Wait } from './told.ts';

export type Rung = 'plan' | 'today' | 'learnt';

/** From so many calls of the day on, the day itself says more than the plan. */
const CALLS_FOR_TODAY = 3;
/** From so many waits on, a queue's own history says more than the day alone. */
const WAITS_FOR_LEARNT = 200;

/** What a queue has to go by. */
export interface Footing {
	/** called today, for the first time each */
	calls: number;
	forecast: (QueueForecast & { samples: number }) | undefined;
}

export function rungOf({ calls, forecast }: Footing): Rung {
	if (forecast && forecast.samples >= WAITS_FOR_LEARNT) return 'learnt';
	return calls >= CALLS_FOR_TODAY ? 'today' : 'plan';
}

/** The range that is told to somebody who joins at this moment. */
export function tellWait(moment: Moment, footing: Footing): Wait {
	const rung = rungOf(footing);
	if (rung === 'learnt' && footing.forecast) return foretell(footing.forecast, moment).told;
	if (rung === 'today') return toldBetween(known(moment));
	return plannedWait(moment.waiting, moment.planned, Math.max(1, moment.windows));
}

import type { Plan } from '../rules/wait/replay.ts';
import { stretchOf } from '../rules/day.ts';
import type { Setup } from '../setup/hall.ts';

const MINUTE_MS = 60_000;
/** Where the newest day asked about begins. */
let begun: { key: string; from: number } = { key: '', from: 0 };

/** Minutes since the local day began: the wall clock's, but for the hours after it is set forward or back. */
export function minuteOfDay(setup: Setup, at: number): number {
	const day = setup.day(at);
	const key = `${setup.timeZone} ${day}`;
	if (begun.key !== key) begun = { key, from: stretchOf(day, setup.timeZone).from };
	return (at - begun.from) / MINUTE_MS;
}

/** What the hall file says of windows and minutes, for days that are over. */
export function planOf(setup: Setup): Plan {
	return {
		windowsServing: (queue) => setup.windowsServing(queue),
		plannedMinutes: (queue) => setup.queues.get(queue)?.plannedMinutes ?? 0,
		minuteOfDay: (at) => minuteOfDay(setup, at)
	};
}

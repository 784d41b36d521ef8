/** The waiting time that visitors are told: always a range in steps of five minutes, honest about its width. */

export interface Wait {
	from: number;
	to: number;
}

export const STEP_MINUTES = 5;
/** Single services vary about as much as they last (cv 0.8): sums of few are wide, sums of many are narrow. */
const VARIATION = 0.8;
/** One-sided 80 % of a normal distribution: eight in ten wait less. */
const Z80 = 0.84;

/**
 * With nothing known but the plan: people ahead × planned minutes ÷ open windows.
 * @param openWindows at least one
 */
export function plannedWait(ahead: number, plannedMinutes: number, openWindows: number): Wait {
	const mean = (ahead * plannedMinutes) / openWindows;
	const spread = (Z80 * VARIATION * plannedMinutes * Math.sqrt(ahead)) / openWindows;
	return told(mean - spread, mean + spread);
}

/** Rounds a range to what is said: the lower end down, the upper end up, never narrower than one step. */
export function told(from: number, to: number): Wait {
	const low = Math.max(0, Math.floor(from / STEP_MINUTES) * STEP_MINUTES);
	const high = Math.ceil(to / STEP_MINUTES) * STEP_MINUTES;
	return { from: low, to: Math.max(high, low + STEP_MINUTES) };
}

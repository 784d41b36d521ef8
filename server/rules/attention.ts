/** Which windows call for somebody: left without a state, too long at one thing, or a post that nobody covers. Moments in ms. */
import type { AlarmKind, LegState, WindowState } from '#db/schema.ts';

export interface Watched {
	state: WindowState;
	/** since when it is in that state */
	since: number;
	/** when the pause is planned to end */
	until: number | null;
	/** the last thing done at the window */
	lastActAt: number;
	/** whom it has called or serves, and since when */
	current: { step: LegState; since: number } | null;
	/** how many wait for it */
	waiting: number;
	/** whether it stands in for a post, and how that stands */
	cover: Cover | null;
}

/** AB岗: the window that does this one's work while it is not open. */
export interface Cover {
	isOpen: boolean;
	/** whether its queues are served at this hour */
	hours: boolean;
	/** since when neither of the two has been open */
	missingSince: number;
}

export interface Limits {
	idleMinutes: number;
	serviceMinutes: number;
	pauseGraceMinutes: number;
	wrapUpMinutes: number;
	coverMinutes: number;
}

type WindowAlarm = Extract<
	AlarmKind,
	'window-unattended' | 'service-long' | 'pause-over' | 'wrap-up-long' | 'cover-missing'
>;

export const WINDOW_ALARMS: readonly WindowAlarm[] = [
	'window-unattended',
	'service-long',
	'pause-over',
	'wrap-up-long',
	'cover-missing'
];

const MINUTE_MS = 60_000;

/** The alarms that a window gives at the moment `now`. */
export function windowAlarms(window: Watched, limits: Limits, now: number): Set<WindowAlarm> {
	return new Set(WINDOW_ALARMS.filter((kind) => RULES[kind](window, limits, now)));
}

const longer = (since: number, minutes: number, now: number): boolean => now - since > minutes * MINUTE_MS;

const RULES: Record<WindowAlarm, (window: Watched, limits: Limits, now: number) => boolean> = {
	// Open and calls nobody while people wait, or has called and then does nothing more: its clerk has gone.
	'window-unattended': ({ state, since, current, waiting, lastActAt }, { idleMinutes }, now) =>
		state === 'open' &&
		(current === null ? waiting > 0 : current.step === 'called') &&
		longer(Math.max(since, lastActAt), idleMinutes, now),
	'service-long': ({ current }, { serviceMinutes }, now) =>
		current?.step === 'serving' && longer(current.since, serviceMinutes, now),
	'pause-over': ({ state, until }, { pauseGraceMinutes }, now) =>
		state === 'paused' && until !== null && longer(until, pauseGraceMinutes, now),
	'wrap-up-long': ({ state, since }, { wrapUpMinutes }, now) =>
		state === 'wrap-up' && longer(since, wrapUpMinutes, now),
	'cover-missing': ({ state, cover }, { coverMinutes }, now) =>
		cover !== null && isAway(state) && !cover.isOpen && cover.hours && longer(cover.missingSince, coverMinutes, now)
};

function isAway(state: WindowState): boolean {
	return state === 'paused' || state === 'closed';
}

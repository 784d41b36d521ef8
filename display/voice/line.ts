/** The line of announcements that one zone is still to hear. Pure: a new line comes out, the old one stays. */
import type { Announcement } from '#server/realtime/events.ts';

/** Between two announcements, so that they are heard as two. */
export const BETWEEN_MS = 500;

/** In the order of speaking, by priority of their zones and then by calls; no call twice. */
export type Line = readonly Announcement[];

/** Puts an announcement in its place: zones with priority first, else by the order of calls; one that is there already is replaced. */
export function linedUp(line: Line, one: Announcement): Line {
	return [...line.filter((other) => other.id !== one.id), one].toSorted(
		(a, b) => b.priority - a.priority || a.id - b.id
	);
}

/** What may still be spoken at `now`; the rest is stale. */
export function fresh(line: Line, now: number): Line {
	return line.filter((one) => one.until > now);
}

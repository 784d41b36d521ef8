/** What a screen on the wall has to know of itself: how it hangs, what part of the hall it shows, and what stands beside the calls. */
import type { Span, Weekday } from '../rules/day.ts';

export interface ScreenSetup {
	/** as the hall file calls it; null for one that it does not name */
	code: string | null;
	/** diagonal in inches, or what was measured; null where nobody has written it down */
	size: { inches: number } | { widthMm: number; heightMm: number } | null;
	farthestMetres: number | null;
	/** day: light in `daylight`, dark otherwise */
	theme: 'dark' | 'light' | 'day';
	daylight: Span[];
	/** when it may go dark */
	night: Span[];
	/** zones beside the one of its address */
	alsoZones: string[];
	/** only these queues and windows; null for all */
	queues: { code: string; prefix: string }[] | null;
	windows: string[] | null;
	/** whether it also speaks */
	speaks: boolean;
	media: Medium[];
}

/** A picture or a video beside the calls. */
export interface Medium {
	file: string;
	kind: 'picture' | 'video';
	/** on this server; it changes with the file */
	address: string;
	seconds: number | null;
	/** null and empty: always */
	days: Weekday[] | null;
	times: Span[];
	from: string | null;
	until: string | null;
	/** why it cannot be shown: it is not there, not what its name says, too large */
	fault: MediumFault | null;
}

export type MediumFault = 'missing' | 'wrong-kind' | 'too-large';

/** What a screen tells of itself. */
export interface ScreenReport {
	/** from how far its calls can be read, and from where they should be; null where its size is not known */
	sight: { readable: number; farthest: number } | null;
	/** media that it could not show */
	broken: string[];
}

/** How long windows were in each state. Moments in ms; a span that still lasts ends at `now`. */
import type { WindowSpanRow, WindowState } from '#db/schema.ts';

export type Span = Pick<WindowSpanRow, 'window' | 'state' | 'from_at' | 'to_at'>;

/** Milliseconds in each state within `from` to before `until`. */
export function timeInStates(
	spans: readonly Span[],
	{ from, until, now }: { from: number; until: number; now: number }
): Record<WindowState, number> {
	const times: Record<WindowState, number> = { open: 0, paused: 0, 'wrap-up': 0, closed: 0 };
	for (const span of spans) times[span.state] += clip(span, from, Math.min(until, now), now);
	return times;
}

function clip({ from_at, to_at }: Span, from: number, until: number, now: number): number {
	return Math.max(0, Math.min(to_at ?? now, until) - Math.max(from_at, from));
}

/**
 * How long at least one of several windows was at work within given stretches of time: a post and its stand-in.
 * @param stretches apart from each other, early first
 */
export function timeCovered(
	spans: readonly Span[],
	stretches: readonly { from: number; until: number }[],
	now: number
): number {
	const working = spans
		.filter(({ state }) => state === 'open' || state === 'wrap-up')
		.toSorted((a, b) => a.from_at - b.from_at);
	let covered = 0;
	for (const { from, until } of stretches) {
		let at = from;
		for (const { from_at, to_at } of working) {
			const begins = Math.max(from_at, at);
			const ends = Math.min(to_at ?? now, until, now);
			if (ends <= begins) continue;
			covered += ends - begins;
			at = ends;
		}
	}
	return covered;
}

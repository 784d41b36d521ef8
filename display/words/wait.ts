/** From two hours on nobody reckons in minutes, from four on nobody in half hours. */
const LONG_MINUTES = 120;
const LONGER_MINUTES = 240;

/** A wait in minutes, or a long one in hours: the span is never narrower than it was. */
export function waitSpan({ from, to }: { from: number; to: number }): { from: number; to: number; hours: boolean } {
	if (to < LONG_MINUTES) return { from, to, hours: false };
	const parts = to < LONGER_MINUTES ? 2 : 1;
	const [least, most] = [Math.floor((from / 60) * parts), Math.ceil((to / 60) * parts)];
	return { from: least / parts, to: most / parts, hours: true };
}

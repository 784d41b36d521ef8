/** One line of rows as it was laid out, pixels from the top of the sheet. */
export interface Line {
	top: number;
	bottom: number;
	/** a heading stays with the line after it */
	heading: boolean;
}

/** What a row tells of itself: an HTMLElement, with `data-row="heading"` on headings. */
export interface Row {
	offsetTop: number;
	offsetHeight: number;
	dataset: Record<string, string | undefined>;
}

/** Rows side by side are one line, as high as the highest. */
export function linesOf(rows: Row[]): Line[] {
	const lines = new Map<number, Line>();
	for (const { offsetTop: top, offsetHeight, dataset } of rows) {
		const bottom = Math.max(top + offsetHeight, lines.get(top)?.bottom ?? 0);
		lines.set(top, { top, bottom, heading: dataset['row'] === 'heading' });
	}
	return [...lines.values()];
}

/** A part of the sheet that is shown at once. */
export interface Part {
	from: number;
	to: number;
}

/**
 * Cuts a sheet into parts of whole lines.
 *
 * @param room height at hand, pixels
 * @param pager what more and less buttons take of it, when they are needed
 * @returns at least one part; a line higher than the room stands alone
 */
export function partsOf(lines: Line[], room: number, pager: number): Part[] {
	const last = lines.at(-1);
	if (!last) return [{ from: 0, to: room }];
	if (last.bottom <= room) return [{ from: 0, to: last.bottom }];
	const parts: Part[] = [];
	for (let rest = lines; rest.length > 0;) {
		const shown = rest.slice(0, fitting(rest, room - pager));
		parts.push({ from: shown[0]?.top ?? 0, to: shown.at(-1)?.bottom ?? 0 });
		rest = rest.slice(shown.length);
	}
	return parts;
}

/** How many of the lines fit, at least one, without a heading at the foot. */
function fitting(lines: Line[], room: number): number {
	const from = lines[0]?.top ?? 0;
	const over = lines.findIndex((line) => line.bottom - from > room);
	if (over === -1) return lines.length;
	const last = lines.slice(0, over).findLastIndex((line) => !line.heading);
	return Math.max(1, last + 1);
}

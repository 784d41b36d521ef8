/** One line of rows as it was laid out, pixels from the top of the sheet. */
export interface Line {
	top: number;
	bottom: number;
	/** a heading stays with the line after it */
	heading: boolean;
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
	for (let start = 0; start < lines.length;) {
		const next = endOfPart(lines, start, room - pager);
		parts.push({ from: lines[start]?.top ?? 0, to: lines[next - 1]?.bottom ?? 0 });
		start = next;
	}
	return parts;
}

/** The index after the last line that still fits, never leaving a heading at the foot. */
function endOfPart(lines: Line[], start: number, room: number): number {
	const from = lines[start]?.top ?? 0;
	let end = start + 1;
	while (end < lines.length && (lines[end]?.bottom ?? 0) - from <= room) end++;
	while (end < lines.length && end > start + 1 && lines[end - 1]?.heading) end--;
	return end;
}

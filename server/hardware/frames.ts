import type { FrameBoard } from '#display/led/frame-template.ts';
import type { FrameSpec } from '#printer/frames/exchange.ts';
import { KNOWN_BOARDS, KNOWN_PADS } from '#printer/frames/known.ts';
import type { BoardEntry, PadLineEntry } from '../setup/schema.ts';

/** A board that is described by its frame, as its driver wants it. */
export function frameBoard(entry: Extract<BoardEntry, { driver: 'frame' }>): FrameBoard {
	const { template, set, minRefreshMs } = entry;
	const language: FrameSpec | undefined = template === undefined ? entry.language : KNOWN_BOARDS[template];
	if (!language) throw new Error(`board ${entry.code} has no frame`);
	return { language, set, minRefreshMs };
}

/** How a key press looks on a line of pads. */
export function keyFrame({ frame, escapes, template }: PadLineEntry): FrameSpec {
	return frame === undefined ? KNOWN_PADS[template] : { frame, escapes };
}

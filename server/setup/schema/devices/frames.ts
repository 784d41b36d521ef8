/** Frames of boards, pads and evaluators: named ones that are built in, or written in the hall file. */
import { z } from 'zod';
import { KNOWN_BOARD_NAMES, KNOWN_PAD_NAMES } from '#printer/frames/known.ts';
import { fault, line } from '../formats.ts';

export const hex = z.string().regex(/^[0-9A-Fa-f]{2}( ?[0-9A-Fa-f]{2})*$/, { error: fault('bad-hex') });

/** A byte, and what is sent in its place. */
const escapes = z.record(z.string().regex(/^[0-9A-Fa-f]{2}$/), hex);

/** How a frame is written, and what is said in return; see `printer/frames/template.ts`. */
const language = z.strictObject({
	frame: line,
	answer: line.exactOptional(),
	refusal: line.exactOptional(),
	escapes: escapes.exactOptional(),
	/** an answer comes within so long */
	timeoutMs: z.int().min(50).max(5000).exactOptional(),
	/** silence before a frame */
	gapMs: z.int().min(0).max(5000).exactOptional(),
	/** false: a frame that comes twice does harm */
	idempotent: z.boolean().exactOptional()
});

const named = { error: fault('template-or-language') };
const one = (entry: { template?: unknown; language?: unknown }): boolean =>
	(entry.template === undefined) !== (entry.language === undefined);

/** The frame of a board. */
export const boardFrame = {
	driver: z.literal('frame'),
	address: z.int().min(0).max(0xffff).default(0),
	template: z.enum(KNOWN_BOARD_NAMES).exactOptional(),
	language: language.exactOptional(),
	/** bytes with a name in the frame, as this board wants them: `{ colour: 2 }` */
	set: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), z.int().min(0).max(255)).default({}),
	/** the shortest time between two frames that it survives */
	minRefreshMs: z.int().min(0).max(10_000).default(0)
};
export const boardFrameGiven = [one, named] as const;

/** The frame of a key press, and what else goes over such a line. */
export const keyFrames = {
	template: z.enum(KNOWN_PAD_NAMES).default('pad-21'),
	/** instead of a named one */
	frame: line.exactOptional(),
	escapes: escapes.exactOptional(),
	/** they speak only when they are asked, one after the other */
	poll: z.strictObject({ frame: line, everyMs: z.int().min(20).max(5000).default(100) }).exactOptional(),
	/** sent to an evaluator when a service at its window has ended: please rate; and when a key was pressed: thanks */
	ask: line.exactOptional(),
	thanks: line.exactOptional()
};

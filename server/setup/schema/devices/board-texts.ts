/** What boards say when there is no call, how bright they are, and how long a page of a long text stands. */
import { z } from 'zod';
import { fault, maybe, minuteOfDay, text } from '../formats.ts';

/** `{window}` stands for the window's code. Boards without Chinese show the English. */
const boardTexts = z.strictObject({
	/** beside the number of who is called */
	call: text.exactOptional(),
	/** beside the number of who is being served */
	serving: text.exactOptional(),
	/** open, and nobody is there */
	idle: text.exactOptional(),
	paused: text.exactOptional(),
	wrapUp: text.exactOptional(),
	/** closed within the hours of its queues */
	closed: text.exactOptional(),
	/** closed, and its queues are not served any more today */
	ended: text.exactOptional(),
	/** a board of a zone in which nobody was called yet */
	zone: text.exactOptional()
});

/** From each time of the day on, in percent of what the board can; the last one holds until the first of the next day. */
const brightness = z
	.array(z.strictObject({ from: minuteOfDay, percent: z.int().min(0).max(100) }))
	.refine((steps) => new Set(steps.map(({ from }) => from)).size === steps.length, { error: fault('spans-overlap') })
	.transform((steps) => steps.toSorted((a, b) => a.from - b.from));

const pageSeconds = z.int().min(2).max(60);

/** A board's own; what it does not say, `boardDefaults` says. */
export const looks = {
	texts: boardTexts.prefault({}),
	brightness: maybe(brightness),
	/** how long a page of a text stands that is longer than the board and cannot run through it */
	pageSeconds: maybe(pageSeconds)
};

export const boardDefaults = z.strictObject({
	texts: boardTexts.prefault({}),
	brightness: brightness.default([]),
	pageSeconds: pageSeconds.default(4)
});

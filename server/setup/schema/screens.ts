/** Screens: where they hang and how large they are, what they show and when; and the pictures and videos beside the calls. */
import { z } from 'zod';
import { WEEKDAYS } from '#server/rules/day.ts';
import { code, day, fault, maybe, spans, text, windowCode } from './formats.ts';

const millimetres = z.int().min(50).max(50_000);

/** What is printed on the box, or, for a wall of LED modules, what a tape measure says. */
const size = z
	.strictObject({
		/** the diagonal */
		inches: maybe(z.number().min(3).max(500)),
		widthMm: maybe(millimetres),
		heightMm: maybe(millimetres)
	})
	.refine(({ inches, widthMm, heightMm }) => [widthMm, heightMm].every((one) => (one === null) === (inches !== null)), {
		error: fault('inches-or-millimetres')
	});

export const screen = z
	.strictObject({
		code,
		name: maybe(text),
		zone: maybe(code),
		/** more zones on the same screen */
		alsoZones: z.array(code).default([]),
		/** only these queues and windows of them; without it, all */
		queues: maybe(z.array(code).min(1)),
		windows: maybe(z.array(windowCode).min(1)),
		window: maybe(windowCode),
		/** whether it also speaks */
		voice: z.boolean().default(false),
		size: maybe(size),
		/** from where it has to be read */
		farthestSeatMetres: maybe(z.number().min(0.3).max(100)),
		/** day: light in `daylight`, dark otherwise */
		theme: z.enum(['dark', 'light', 'day']).default('dark'),
		daylight: spans.prefault(['07:00-18:00']),
		/** when it may go dark, once nobody is called and no window is open */
		night: spans.prefault([])
	})
	.refine((one) => (one.window === null) !== (one.zone === null), { error: fault('window-or-zone') });

/** A file in DATA_DIR/media: jpeg, png, webp, mp4, webm. */
export const MEDIA_NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}\.(jpe?g|png|webp|mp4|webm)$/iu;

export const medium = z.strictObject({
	file: z.string().regex(MEDIA_NAME, { error: fault('bad-media-name') }),
	/** how long a picture stands; a video that is longer is cut */
	seconds: maybe(z.int().min(3).max(600)),
	/** where; without both, everywhere */
	zones: maybe(z.array(code).min(1)),
	screens: maybe(z.array(code).min(1)),
	/** when */
	days: maybe(z.array(z.enum(WEEKDAYS)).min(1)),
	times: spans.prefault([]),
	from: maybe(day),
	until: maybe(day)
});

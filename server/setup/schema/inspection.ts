/** 卫生巡查: which areas are gone through, by which criteria, and how often. */
import { z } from 'zod';
import { WEEKDAYS } from '#server/rules/day.ts';
import { code, fault, maybe, staffNumber, text } from './formats.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: fault('bad-clock') });

const area = z.strictObject({
	code,
	zone: code,
	name: text,
	/** who puts right what is found here; without it, whoever supervises and has the fewest */
	owner: maybe(staffNumber)
});

const criterion = z.strictObject({
	code,
	name: text,
	/** in the score of an area */
	weight: z.int().min(1).max(100).default(1),
	/** score: 0 to 5; ok: in order or not */
	kind: z.enum(['score', 'ok']).default('score'),
	/** only in these areas; without it, in all */
	areas: maybe(z.array(code).min(1))
});

const round = z.strictObject({
	code,
	name: text,
	/** on days on which the hall is open; the days of the week, without it every one */
	days: maybe(z.array(z.enum(WEEKDAYS)).min(1)),
	/** over by then; later it counts as missed until it is made */
	by: clock,
	/** only these areas; without it, all */
	areas: maybe(z.array(code).min(1))
});

export const inspection = z.strictObject({
	areas: z.array(area).max(100).default([]),
	criteria: z.array(criterion).max(40).default([]),
	rounds: z.array(round).max(20).default([]),
	/** working days in which what was found is put right, unless another day is given */
	rectifyWorkdays: z.int().min(1).max(30).default(1),
	/** photographs are deleted after so many days */
	photoKeepDays: z.int().min(1).max(3650).default(180)
});

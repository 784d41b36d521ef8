/** The small formats that every section of the hall file is made of. */
import { z } from 'zod';
import { FURTHER_KEYS, type FurtherKey } from '#display/words/langs.ts';
import type { Span } from '#server/rules/day.ts';

/** What can be wrong with a single value; the sentence for each is in `server/setup/words.ts`. */
export const FORMAT_FAULTS = [
	'bad-code',
	'reserved-code',
	'bad-window-code',
	'bad-queue-name',
	'no-presenter',
	'bad-prefix',
	'prefix-looks-like-figure',
	'bad-span',
	'bad-clock',
	'shares-over-one',
	'span-ends-before-start',
	'spans-overlap',
	'bad-day',
	'until-before-date',
	'bad-time-zone',
	'bad-staff-number',
	'empty-text',
	'promised-over-legal',
	'material-or-name',
	'window-or-zone',
	'one-place',
	'board-too-small',
	'template-or-language',
	'bad-hex',
	'bad-label',
	'same-label',
	'limit-needs-identity',
	'bad-term',
	'inches-or-millimetres',
	'bad-media-name',
	'volume-order',
	'unknown-tongue',
	'bad-sign-name'
] as const;
export type FormatFault = (typeof FORMAT_FAULTS)[number];

/** Names the fault as zod's message, so that the reader finds its sentence again. */
export function fault(code: FormatFault): FormatFault {
	return code;
}

/** An optional value: absent, or left empty after the colon, is `null`. */
export function maybe<T extends z.ZodType>(schema: T): z.ZodDefault<z.ZodNullable<T>> {
	return z.nullable(schema).default(null as never);
}

/** A word in addresses and other entries: lower case letters, figures, hyphens; at most 32. */
export const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, { error: fault('bad-code') });

const short = z.union([z.string(), z.int().transform(String)]);

/** What the voice reads after "window": `3`, `12`, `B2`. An unquoted number is taken as its figures. */
export const windowCode = short.pipe(z.string().regex(/^[A-Z]?[1-9][0-9]{0,2}$/, { error: fault('bad-window-code') }));

/** 工号: two to ten figures or capital letters. */
export const staffNumber = short.pipe(z.string().regex(/^[A-Z0-9]{2,10}$/, { error: fault('bad-staff-number') }));

/** One or two capital letters; I and O are read as 1 and 0. */
export const prefix = z
	.string()
	.regex(/^[A-Z]{1,2}$/, { error: fault('bad-prefix'), abort: true })
	.regex(/^[^IO]*$/, { error: fault('prefix-looks-like-figure') });

const words = z
	.string()
	.trim()
	.min(1, { error: fault('empty-text') });

type Further = Record<FurtherKey, z.ZodOptional<typeof words>>;

/** What people read: Chinese first, English beside it, the languages that only visitors have where the hall likes. */
export const text = z.strictObject({
	zh: words,
	en: words,
	// fromEntries forgets the names of its entries.
	...(Object.fromEntries(FURTHER_KEYS.map((key) => [key, words.optional()])) as Further)
});

/** A line only staff and machines read. */
export const line = words;

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const day = z.iso.date({ error: fault('bad-day') });

const SPAN = /^([01]\d|2[0-3]):([0-5]\d)-(([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

function minutes(clock: string): number {
	return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** `08:30` → 510 */
export const minuteOfDay = z
	.string()
	.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: fault('bad-clock'), abort: true })
	.transform(minutes);

/** `09:00-12:00` → `{ from: 540, to: 720 }`; midnight at the end is `24:00`. */
const span = z
	.string()
	.regex(SPAN, { error: fault('bad-span'), abort: true })
	.transform((clock): Span => ({ from: minutes(clock), to: minutes(clock.slice(6)) }))
	.refine((one) => one.from < one.to, { error: fault('span-ends-before-start') });

function apart(spans: Span[]): boolean {
	const sorted = spans.toSorted((a, b) => a.from - b.from);
	return sorted.every((one, i) => (sorted[i + 1]?.from ?? Infinity) >= one.to);
}

/** The spans of one day, in any order, none overlapping; kept sorted. */
export const spans = z
	.array(span)
	.refine(apart, { error: fault('spans-overlap') })
	.transform((list) => list.toSorted((a, b) => a.from - b.from));

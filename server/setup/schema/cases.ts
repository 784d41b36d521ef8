/** How cases are kept to their time: working days, hand-overs, reminders, escalation. */
import { z } from 'zod';
import { WEEKDAYS } from '#server/rules/day.ts';
import type { CaseKind } from '#server/rules/cases/kind.ts';
import { CASE_KINDS } from '#server/rules/cases/kinds.ts';
import type { Term } from '#server/rules/workdays.ts';
import { fault } from './formats.ts';

const TERM = /^(0|[1-9]\d{0,3}) (minutes?|hours?|days?|workdays?)$/;

function termOf(written: string): Term {
	const [count, unit = ''] = written.split(' ');
	const n = Number(count);
	if (unit.startsWith('minute')) return { minutes: n };
	if (unit.startsWith('hour')) return { hours: n };
	return unit.startsWith('day') ? { days: n } : { workdays: n };
}

/** A length of time: `30 minutes`, `24 hours`, `15 days`, `5 workdays`. */
const term = z
	.string()
	.regex(TERM, { error: fault('bad-term'), abort: true })
	.transform(termOf);

const MONDAY_TO_FRIDAY = WEEKDAYS.slice(0, 5);

/** The stages of a kind that have a term of their own, each with the hall's term instead. */
function termsOf({ stages }: CaseKind): z.ZodPrefault<z.ZodObject<Record<string, z.ZodOptional<typeof term>>>> {
	const own = Object.entries(stages).filter(([, { due: kinds }]) => kinds !== null && typeof kinds === 'object');
	return z.strictObject(Object.fromEntries(own.map(([stage]) => [stage, term.optional()]))).prefault({});
}

const due = z.strictObject(Object.fromEntries(CASE_KINDS.map((kind) => [kind.code, termsOf(kind)])));

export const cases = z.strictObject({
	/** days that the law counts as worked, whatever days the doors are open; holidays and make-up days come on top */
	workweek: z.array(z.enum(WEEKDAYS)).min(1).default(MONDAY_TO_FRIDAY),
	/** a hand-over that is not accepted in this time falls back to the owner */
	acceptWithin: term.prefault('1 workday'),
	acceptUrgentWithin: term.prefault('30 minutes'),
	/** before the due time its owner is reminded: in the morning of that day, for days */
	remindBefore: z.array(term).max(8).prefault(['2 workdays', '0 workdays']),
	/** after the due time one level more is told each time; `0 workdays` is the due time itself */
	escalateAfter: z.array(term).min(1).max(8).prefault(['0 workdays', '2 workdays', '5 workdays']),
	/** by kind and stage, instead of what the kind brings along: `{ rating: { contact: 1 workday } }` */
	due: due.prefault({})
});

/** What is asked of a recorded day, read from the words of the command line. */
import { momentOf, type Span, type Stretch } from '../rules/day.ts';
import { disciplineNamed, headStart, type Discipline } from '../rules/whatif/disciplines.ts';
import type { WindowChange } from '../rules/whatif/changes.ts';

/** The words of the options; each may be left out. */
export interface Asked {
	/** `15`, or by class `elder:15,service:40` */
	headStart: string | undefined;
	/** `6`: so many in all; `3:+1,5:-1`: another one like window 3, without window 5 */
	windows: string | undefined;
	/** `09:00-12:00,13:00-18:00` */
	hours: string | undefined;
	/** head-start, fcfs, strict, ratio:2:1, accumulating:3 */
	rule: string | undefined;
}

export interface Question {
	headStarts: ReadonlyMap<string, number>;
	windows: number | WindowChange[] | null;
	hours: Stretch[] | null;
	rule: () => Discipline;
}

/** What was asked cannot be read; the sentence says why. */
export class BadQuestion extends Error {}

/** Reads the options. Throws BadQuestion. @param at the day they are asked of, and its time zone */
export function readQuestion(asked: Asked, at: { day: string; timeZone: string }): Question {
	const rule = disciplineNamed(asked.rule ?? 'head-start');
	if (!rule) throw new BadQuestion('--rule is one of head-start, fcfs, strict, ratio:2:1, accumulating:3');
	return {
		headStarts: headStartsOf(asked.headStart),
		windows: windowsOf(asked.windows),
		hours: asked.hours === undefined ? null : hoursOf(asked.hours, at),
		rule
	};
}

/** Nothing is different. */
export const AS_IT_WAS: Question = { headStarts: new Map(), windows: null, hours: null, rule: headStart };

const MOST_MINUTES = 480;
const MOST_WINDOWS = 500;

function headStartsOf(words: string | undefined): Map<string, number> {
	const found = (words ?? '').split(',').flatMap((word): [string, number][] => {
		if (word === '') return [];
		const [, of, text] = /^(?:([a-z0-9-]+):)?(\d{1,3})$/.exec(word) ?? [];
		const minutes = Number(text);
		if (!(minutes <= MOST_MINUTES))
			throw new BadQuestion('--head-start is minutes: 15, or by class elder:15,service:40');
		return [[of ?? '*', minutes]];
	});
	return new Map(found);
}

function windowsOf(words: string | undefined): Question['windows'] {
	if (words === undefined) return null;
	const wrong = new BadQuestion('--windows is how many in all, 6, or what changes, 3:+1,5:-1');
	if (/^\d+$/.test(words)) {
		const count = Number(words);
		if (count < 1 || count > MOST_WINDOWS) throw wrong;
		return count;
	}
	return words.split(',').map((word) => {
		const [, window, sign, count] = /^([A-Z]?\d{1,3}):([+-])(\d{1,2})$/.exec(word) ?? [];
		if (window === undefined) throw wrong;
		return { window, by: sign === '-' ? -Number(count) : Number(count) };
	});
}

function hoursOf(words: string, { day, timeZone }: { day: string; timeZone: string }): Stretch[] {
	const spans = words.split(',').map((word): Span => {
		const found = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(word);
		const [from, to] = [Number(found?.[1]) * 60 + Number(found?.[2]), Number(found?.[3]) * 60 + Number(found?.[4])];
		if (!(from < to)) throw new BadQuestion('--hours are times of day: 09:00-12:00,13:00-18:00');
		return { from, to };
	});
	return spans
		.toSorted((a, b) => a.from - b.from)
		.map(({ from, to }) => ({ from: momentOf(day, from, timeZone), until: momentOf(day, to, timeZone) }));
}

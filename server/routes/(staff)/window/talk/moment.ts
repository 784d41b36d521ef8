import {
	dayPart,
	LIBRARY,
	phraseFor,
	spoken,
	type PhraseFacts,
	type Situation
} from '#display/words/phrases/library.ts';
import type { Circumstances, Phrase } from '#display/words/phrases/phrase.ts';
import type { ConsoleView, Text } from '#server/views.ts';

/** A situation that the clerk has chosen, and since when: "please wait" is followed by thanks for waiting. */
export interface Chosen {
	situation: Situation;
	at: number;
}

/** What the console shows, as far as the fitting phrase depends on it. */
export interface Moment {
	view: ConsoleView;
	/** the menu or sheet that is open, by its action; by the kind of what the visitor says once that is known */
	open: string | null;
	chosen: Chosen | null;
	/** the hall's time, ms */
	now: number;
}

/** So long one waits before one is thanked for waiting (N3 a1.2.5). */
export const LONG_LOOK_MS = 30_000;

/** What a sheet or menu is about. */
const OF_ACTION: Partial<Record<string, Situation>> = {
	notice: 'missing-papers',
	refuse: 'refusal',
	accept: 'cannot-now',
	receive: 'in-progress',
	'true-will': 'confirm',
	opinion: 'suggestion',
	criticism: 'suggestion',
	praise: 'praised',
	complaint: 'complaint',
	unsolved: 'complaint',
	transfer: 'transfer'
};

/** What is to be said now; null while nobody is there. */
export function situationOf({ view, open, chosen, now }: Moment): Situation | null {
	if (chosen) return chosen.situation;
	const ofAction = OF_ACTION[open ?? ''];
	if (ofAction !== undefined) return ofAction;
	if (view.current?.step === 'serving') return whileServing(view);
	const { last } = view.talk;
	if (last && last.until > now && view.talk.marks['seen-off'].ticket === last.ticket) return ofEnd(last.outcome);
	return view.current ? 'greet' : null;
}

/** The three greetings one after the other. */
function whileServing({ talk: { marks } }: ConsoleView): Situation {
	if (marks.welcomed.at === null) return 'greet';
	return marks.answered.at === null ? 'confirm' : 'done';
}

const OF_END: Partial<Record<string, Situation>> = {
	transferred: 'next-window',
	chained: 'next-window',
	noticed: 'missing-papers',
	refused: 'refusal'
};

function ofEnd(outcome: string | null): Situation {
	return OF_END[outcome ?? ''] ?? 'done';
}

/** What is known of the moment, in the terms that the phrases are chosen by. */
export function circumstancesOf({ view, chosen, now }: Moment): Circumstances {
	const { about } = view.talk;
	return {
		part: dayPart(hourOf(now, view.talk.timeZone)),
		festive: about.festival !== null,
		visit: about.isBack ? 'return' : 'first',
		priority: about.priority,
		elder: about.elder,
		complaint: about.complaint,
		medium: view.text === '' ? 'window' : 'text',
		waited: chosen ? now - chosen.at >= LONG_LOOK_MS : about.waited
	};
}

/** What stands in the place of the words in braces. */
function factsOf({ hall, window, staff, current, talk }: ConsoleView): PhraseFacts {
	const number = current?.number ?? talk.last?.number;
	return {
		hall,
		window: window.name,
		staff: staff.no,
		days: talk.answerWithin,
		...(number === undefined ? {} : { number }),
		...(talk.about.next ? { next: talk.about.next } : {}),
		...(talk.about.festival ? { festival: talk.about.festival } : {})
	};
}

export interface Fitting {
	situation: Situation;
	name: Text;
	phrase: Phrase;
	text: Text;
}

/** The phrase that fits the moment; null while nobody is there. */
export function fitting(moment: Moment): Fitting | null {
	const situation = situationOf(moment);
	if (situation === null) return null;
	const phrase = phraseFor(situation, circumstancesOf(moment));
	return { situation, name: LIBRARY[situation].name, phrase, text: inBoth(phrase, moment.view) };
}

/** A phrase with the facts of the console in it, in both languages. */
export function inBoth(phrase: Phrase, view: ConsoleView): Text {
	const facts = factsOf(view);
	return { zh: spoken(phrase, 'zh', facts), en: spoken(phrase, 'en', facts) };
}

function hourOf(at: number, timeZone: string): number {
	return Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(at));
}

import { dayPart, phraseFor, PLAIN, spoken, type Situation } from '#display/words/phrases/library.ts';
import type { Lang } from '#display/words/index.ts';
import type { TelephoneView } from '#server/views.ts';
import type { SheetVerb } from './sheet.svelte.ts';

/** So long after the answer it is still the greeting. */
const GREETING_MS = 20_000;

/** What a sheet is about. */
const OF_SHEET: Partial<Record<SheetVerb, Situation>> = {
	check: 'own-data',
	record: 'own-data',
	transfer: 'transfer',
	'call-back': 'cannot-now',
	case: 'suggestion',
	answer: 'write-down',
	nuisance: 'abusive'
};

export interface Moment {
	view: TelephoneView;
	sheet: { of: { verb: SheetVerb }; failed: string | null; kind: string } | null;
	/** the hall's time, ms */
	now: number;
}

/** What fits to be said in a call; null where there is none. */
export function situationOf({ view: { current, holdMs }, sheet, now }: Moment): Situation | null {
	if (!current || current.answeredAt === null || current.state === 'ended') return null;
	if (current.heldSince !== null) return now - current.heldSince > holdMs ? 'looking-up' : null;
	if (sheet) return ofSheet(sheet);
	if (now - current.answeredAt < GREETING_MS) return current.late ? 'late-answer' : 'greet';
	return 'done';
}

function ofSheet({ of, failed, kind }: NonNullable<Moment['sheet']>): Situation | null {
	if (failed !== null) return 'transfer-failed';
	return kind === 'complaint' ? 'complaint' : (OF_SHEET[of.verb] ?? null);
}

/** The sentence for it, with the name of the office and the staff number. */
export function sentenceOf(moment: Moment, situation: Situation, lang: Lang): string {
	const { view, now } = moment;
	const hour = Number(
		new Intl.DateTimeFormat('en-GB', { timeZone: view.timeZone, hour: '2-digit' }).format(now).slice(0, 2)
	);
	const waited = situation === 'looking-up';
	const phrase = phraseFor(situation, { ...PLAIN, part: dayPart(hour), medium: 'telephone', waited });
	const window = view.current?.line ?? { zh: '导询台', en: 'the guide desk' };
	return spoken(phrase, lang === 'zh-CN' ? 'zh' : 'en', { hall: view.hall, window, staff: view.staff.no });
}

/** What stands in the ledger about a number, in words. */
import { textIn, words, type Lang, type Words } from '#display/words/index.ts';
import type { HistoryLine, SuperviseView } from '#server/views.ts';

/** What a line names by code, as people know it. */
interface Names extends Pick<SuperviseView, 'queues' | 'classes'> {
	lang: Lang;
	/** a moment by the hall's clock */
	time: (at: number) => string;
}

/** The act of a line; its own code where there are no words for it. */
export function actName(act: string, w: Words): string {
	const [room, name = ''] = act.split('.');
	const known: Record<string, string | undefined> = w.supervise.acts[room === 'slip' ? room : 'ticket'];
	return known[name] ?? act;
}

/** Who did it: a member of staff by the number, a program by its key, the system itself. */
export function actorName(actor: string, w: Words): string {
	const [kind, id] = actor.split(':');
	if (kind === 'staff') return `${w.common.staffNumber} ${id ?? ''}`;
	if (kind === 'key') return w.supervise.program({ id: id ?? '' });
	if (actor === 'visitor' || actor === 'system') return w.supervise.actor[actor];
	return actor;
}

/** What else a line says, one sentence each: why it was called, where to, what priority, for what reason. */
export function detailsOf(line: HistoryLine, names: Names): string[] {
	const w = words(names.lang).supervise;
	return [
		line.why && whyLine(line.why, names),
		line.why?.passed && line.why.passed.length > 0 ? w.passed({ numbers: line.why.passed.join(' ') }) : null,
		GOES_ON.includes(line.act) && line.to ? w.goesTo({ place: placeOf(line.to, names) }) : null,
		line.claim && claimLine(line.claim, names),
		line.reason !== null && line.reason !== ''
			? `${words(names.lang).console.reason}: ${reasonOf(line.reason, names)}`
			: null
	].filter((one) => typeof one === 'string');
}

const GOES_ON = ['ticket.transferred', 'ticket.finished'];

function reasonOf(reason: string, { lang }: Names): string {
	return reason === 'end-of-day' ? words(lang).supervise.endOfDay : reason;
}

/** The first candidates in the order of calling, each with what it counts as: since when, and with what head start. */
function whyLine({ candidates = [] }: NonNullable<HistoryLine['why']>, { lang, time }: Names): string | null {
	const w = words(lang).supervise;
	if (candidates.length === 0) return null;
	const each = candidates.map(({ number, rankAt, headStartMinutes, preferenceMinutes }) => {
		const head = headStartMinutes + preferenceMinutes;
		return w.candidate({ number, time: time(rankAt - preferenceMinutes * MINUTE_MS), minutes: head });
	});
	return w.order({ numbers: each.join(words(lang).marks.parts) });
}

const MINUTE_MS = 60_000;

function placeOf({ queue, window, staff }: NonNullable<HistoryLine['to']>, { lang, queues }: Names): string {
	const w = words(lang);
	const known = queues.find(({ code }) => code === queue);
	const parts = [known ? textIn(lang, known.name) : queue];
	if (window !== null) parts.push(`${w.common.window} ${window}`);
	if (staff !== null) parts.push(`${w.common.staffNumber} ${staff}`);
	return parts.join(' · ');
}

function claimLine(settled: NonNullable<HistoryLine['claim']>, { lang, classes }: Names): string | null {
	const w = words(lang).common;
	const known = classes.find(({ code }) => code === settled.class);
	if (!known && settled.claim === 'none') return null;
	return `${w.priority}: ${known ? textIn(lang, known.name) : w.claim.none} · ${w.claim[settled.claim]}`;
}

/**
 * The one-time notice 一次性告知 (行政许可法 art. 32(4), art. 72(4)): everything that is missing, told at once. What may
 * be asked is what the item lists; anything else needs the law it rests on (优化营商环境条例 art. 35, 36). A second
 * notice in one matter is a fault unless the rules or the facts have changed, so it needs a reason.
 */
import type { NoticeRow, SecondReason } from '#db/schema.ts';

/** Chinese first; a text that a clerk has typed is the same in both. */
interface Text {
	zh: string;
	en: string;
}

/** One paper that an item asks for, with where one gets it. */
export interface Paper {
	/** the same paper in every hall file: the code of the material, else its name */
	key: string;
	name: Text;
	kind: 'original' | 'copy' | 'form' | 'electronic';
	copies: number;
	required: boolean;
	note: Text | null;
	where: Text | null;
	sample: Text | null;
}

/** One line of a notice. */
export interface NoticeLine extends Omit<Paper, 'required' | 'kind'> {
	/** null for a line that no list has */
	kind: Paper['kind'] | null;
	/** law and article, for a line that no list has */
	basis: string | null;
	/** when it came (ms); null while it is missing */
	came: number | null;
}

/** What a clerk writes beside the list. */
export interface FreeLine {
	text: string;
	basis: string;
}

/** One reason why something may not be granted, with the law it rests on. */
export interface Ground {
	text: Text;
	basis: Text;
}

/** Where somebody goes on to who was told no. */
export interface Way {
	kind: 'unsolved' | 'window' | 'office';
	/** the window, by its code, or the queue that takes what no window could solve */
	to: string | null;
	/** the other office, or what else helps */
	words: string | null;
}

/** What a notice says, by its kind. */
export interface MissingBody {
	lines: NoticeLine[];
}
export interface RefusalBody {
	grounds: Ground[];
	/** what can be done against it 救济途径 */
	appeal: Text;
}
export interface NegativeBody {
	what: string;
	basis: string;
	way: Way;
}

export type ListFault = 'notice-empty' | 'material-unknown' | 'basis-needed';

/** The lines of a notice from the ticked papers, by their place in the item's list from 0, and the free ones. */
export function noticeLines(
	papers: readonly Paper[],
	ticked: readonly number[],
	free: readonly FreeLine[]
): NoticeLine[] | ListFault {
	if (ticked.length + free.length === 0) return 'notice-empty';
	if (ticked.some((index) => papers[index] === undefined)) return 'material-unknown';
	if (free.some(({ text, basis }) => text.trim() === '' || basis.trim() === '')) return 'basis-needed';
	const listed = papers.filter((_, index) => ticked.includes(index)).map(listedLine);
	return [...listed, ...free.map(freeLine)];
}

function listedLine({ key, name, kind, copies, note, where, sample }: Paper): NoticeLine {
	return { key, name, kind, copies, note, where, sample, basis: null, came: null };
}

function freeLine({ text, basis }: FreeLine): NoticeLine {
	const said = text.trim();
	const name = { zh: said, en: said };
	const blank = { kind: null, copies: 0, note: null, where: null, sample: null, came: null };
	return { ...blank, key: `free:${said}`, name, basis: basis.trim() };
}

/** Lines that were not on the list told before: what makes a notice a second one. */
export function newLines(earlier: readonly NoticeLine[], now: readonly NoticeLine[]): NoticeLine[] {
	const told = new Set(earlier.map((line) => line.key));
	return now.filter((line) => !told.has(line.key));
}

/**
 * The list told before, after its visitor has come back: what is not asked for any more has come; what had come once and
 * is asked for again has not.
 */
export function stillMissing(earlier: readonly NoticeLine[], now: readonly NoticeLine[], at: number): NoticeLine[] {
	const asked = new Set(now.map((line) => line.key));
	return earlier.map((line) => ({ ...line, came: asked.has(line.key) ? null : (line.came ?? at) }));
}

/** Whether asking for this is a second notice: something new, or something that had already come. */
export function isSecond(earlier: readonly NoticeLine[], now: readonly NoticeLine[]): boolean {
	const here = new Set(earlier.filter((line) => line.came !== null).map((line) => line.key));
	return newLines(earlier, now).length > 0 || now.some((line) => here.has(line.key));
}

/** Whether a reason for a second notice is whole: one of the three, and in words what it is. */
export function isReasoned(second: { reason: SecondReason | null; words: string }): boolean {
	return second.reason !== null && second.words.trim() !== '';
}

const MINUTE_MS = 60_000;

/**
 * Since when (ms) who comes back counts as waiting. The first time it is worth something: on the day of the notice the
 * time of the first visit, up to the due day a head start. Afterwards it is the moment itself.
 */
export function sinceOnReturn(
	notice: Pick<NoticeRow, 'day' | 'due_day' | 'since' | 'returned'>,
	now: { at: number; day: string },
	headStartMinutes: number
): number {
	if (notice.returned !== null) return now.at;
	if (now.day === notice.day) return Math.min(notice.since, now.at);
	return now.day <= (notice.due_day ?? '') ? now.at - headStartMinutes * MINUTE_MS : now.at;
}

/** What is told in writing, as pages and the window console draw it. */
import type { IntakeState, NoticeKind, NoticeState, SecondReason, SlipState } from '#db/schema.ts';
import type { WillState } from '../rules/true-will.ts';
import type { RefusalCode } from '../rules/refusal.ts';
import type { Text } from '../views.ts';

/** One paper of a notice. */
export interface NoticeLineView {
	name: Text;
	/** null for what no list has */
	kind: 'original' | 'copy' | 'form' | 'electronic' | null;
	copies: number;
	note: Text | null;
	where: Text | null;
	sample: Text | null;
	/** law and article, for what no list has */
	basis: string | null;
	came: boolean;
}

/** A notice for whoever has its code. It says nothing of a person. */
export interface NoticeView {
	/** twelve digits */
	code: string;
	kind: NoticeKind;
	state: NoticeState;
	/** whether it takes the place of an earlier one */
	second: boolean;
	day: string;
	givenAt: number;
	item: Text;
	window: Text;
	staff: string;
	zone: { name: Text; place: Text };
	/** what is missing; none of another kind */
	lines: NoticeLineView[];
	/** `YYYY-MM-DD`; null where nothing is to be brought */
	dueDay: string | null;
	overdue: boolean;
	/** of a refusal: why, by which law, and what can be done against it */
	grounds: { text: Text; basis: Text }[];
	appeal: Text | null;
	/** of any other no: what cannot be done, why, and where to go */
	answer: { what: string; basis: string; way: 'unsolved' | 'window' | 'office'; place: Text } | null;
	/** windows for what no window could solve */
	unsolved: string[];
	/** how one comes back: what the way back is worth, why no number can be taken now, the number there is */
	back: {
		sameDay: boolean;
		headStartMinutes: number;
		closedBecause: RefusalCode | null;
		ticket: { number: string } | null;
	} | null;
	link: string;
}

/** An earlier notice of the same matter, for the clerk. */
export interface EarlierNotice {
	code: string;
	day: string;
	window: Text;
	staff: string;
	dueDay: string | null;
	/** whether the visitor has come back with it, or is recognised by whose matter it is */
	by: 'return' | 'visitor' | 'code';
	lines: NoticeLineView[];
	/** the place of each line in the item's list; null for what no list has */
	places: (number | null)[];
}

/** Papers and will of the visitor at a window. */
export interface ConsolePapers {
	/** the item's papers in their order, with where to get them */
	list: (Omit<NoticeLineView, 'came' | 'basis'> & { required: boolean })[];
	/** how the clock of the papers received stands; null while nothing was taken in */
	received: { at: number; dueDay: string; onSpot: boolean; state: IntakeState } | null;
	/** whether an elder must be asked, or what was answered; `asks`: whether the item knows the question at all */
	will: { state: WillState; asks: boolean };
	/** the notice given before in this matter */
	earlier: EarlierNotice | null;
	/** until when a notice given now lasts, unless the clerk says another day */
	dueDay: string;
}

/** Papers kept at a window whose visitor has still to be told. */
export interface OpenIntake {
	id: number;
	ticket: number;
	number: string;
	item: { code: string; name: Text };
	day: string;
	dueDay: string;
	onSpot: boolean;
	/** the day has come */
	soon: boolean;
	/** whether the visitor is still in the house */
	here: boolean;
}

/** What the console draws of papers: of the visitor who stands there, and of those that were kept. */
export interface ConsoleTelling {
	current: ConsolePapers | null;
	kept: OpenIntake[];
	/** reasons for a refusal that the hall file has ready */
	grounds: { code: string; text: Text; basis: Text }[];
	/** whether the hall has a window for what no window could solve */
	unsolved: boolean;
	/** what was told here last, for some minutes: its code can be read out where no slip came */
	told: { number: string; kind: NoticeKind; code: string; slip: SlipState | null } | null;
}

export type { NoticeKind, NoticeState, SecondReason, WillState };

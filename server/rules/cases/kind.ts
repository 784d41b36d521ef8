/**
 * What a kind of case 个案 is: data, never code. A case has an owner, a due time and an end; its kind says through which
 * stages it goes, which acts lead from one to the next, who may do them, and by when.
 */
import type { AlarmKind, Role, ToldWay } from '#db/schema.ts';
import type { Right } from '../rights.ts';
import type { Term } from '../workdays.ts';

/**
 * How a person stands to a case. owner: who answers for it now. first: who was asked first. overseer: supervises the hall. judge: an overseer who
 * neither owns the case nor brought it to this stage. colleague: any other member of staff. visitor: who holds the code of
 * the case. department: any other member of staff of the department that the case is with. A person whom the case concerns is none of them where the kind is impartial.
 */
export type Standing =
	'owner' | 'first' | 'overseer' | 'judge' | 'colleague' | 'department' | 'concerned' | 'visitor' | 'system';

/** What can be done in a stage. */
export interface CaseAct {
	/** the stage it leads to; null where the case stays, with its due time */
	to: string | null;
	/** of an answer: the stage instead, where the visitor wishes no call 回访 */
	uncalled?: string;
	by: readonly Standing[];
	/** whether something has to be written; `free` without it */
	text?: 'needed' | 'free' | 'none';
	/** a visitor reads the text: it is checked for forbidden wording */
	read?: boolean;
	/** the case ends by it, with this outcome */
	closes?: string;
	/** may be done only after another act was done so many times since the case began or began again; `ever`: since it was opened */
	after?: { act: string; times: number; ever?: true };
	/** asks for so many more days; an act that extends grants them */
	asks?: boolean;
	/** moves the due time by the days given or asked for, at most by `most`, once in the life of a case */
	extends?: { most: number; unit: 'days' | 'workdays' };
	/** tells why a due time was missed; without it staff neither answer nor close a late case of a kind that explains */
	explains?: boolean;
	/** it gives the case back to who was asked first 首问, handed over to nobody */
	returns?: boolean;
	/** by it the visitor has been told, in this way 告知 */
	tells?: ToldWay;
	/** whoever does it answers for the case from then on */
	takes?: boolean;
	/** the visitor is not satisfied, and it begins again: terms that count from the case count from now on */
	reopens?: boolean;
}

/** By when a stage is over. `given`: the date that was set when the case was opened; `kept`: that of the stage before. */
export type StageDue = 'given' | 'kept' | null | { term: Term; from: 'stage' | 'case'; urgent?: Term };

export interface CaseStage {
	due: StageDue;
	/**
	 * the act that the clock does by itself when the due time of the stage is over; it is one of `system`, and needs no words.
	 * Nobody is late in such a stage, reminded or told of it.
	 */
	lapses?: string;
	acts: Readonly<Record<string, CaseAct>>;
}

export interface CaseKind {
	code: string;
	/** one or two letters before the number of a case */
	prefix: string;
	first: string;
	stages: Readonly<Record<string, CaseStage>>;
	/** nobody owns, works on or judges a case that concerns himself 回避 */
	impartial: boolean;
	/** a code of twelve digits is given, by which a visitor follows the case and answers in it */
	coded: boolean;
	/** who may own one; an overseer may always step in */
	roles: readonly Role[];
	/** the liaison of its department sees it, whoever owns it */
	liaison?: boolean;
	/** further rights that let somebody see every case of the kind */
	seenBy?: readonly Right[];
	/** what is known of its ticket is bound to it and frozen when it is opened */
	freezes: boolean;
	/** once late, it is answered or closed only after somebody has told why (优化营商环境条例 art. 36) */
	explainsDelay: boolean;
	/** alarms of its own, on every desk: while it is in its first stage, and one for each level that is told when it is late */
	calls?: { opened: AlarmKind; late: AlarmKind };
	/** an alarm that was raised when it was opened, under its id, and ends with it at the latest */
	raised?: AlarmKind;
	/** instead of the policy's */
	remindBefore?: readonly Term[];
	escalateAfter?: readonly Term[];
}

/** Whoever works on cases at all. */
export const WORKERS: readonly Role[] = ['clerk', 'guide', 'liaison', 'supervisor', 'administrator'];

/** What the hall file says of the cases of one kind. */
export interface CaseTerms {
	/** a hand-over not accepted in this time falls back to the owner */
	acceptWithin: Term;
	acceptUrgentWithin: Term;
	/** how long before the due time its owner is reminded, longest first */
	remindBefore: readonly Term[];
	/** how long after the due time each higher level is told, first first; the first at the due time itself is `workdays: 0` */
	escalateAfter: readonly Term[];
	/** due terms by stage, instead of the kind's own */
	due: Readonly<Record<string, Term | undefined>>;
}

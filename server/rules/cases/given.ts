/** What a step of a case is asked with, and how it is refused. */
import type { CaseRow } from '#db/schema.ts';
import type { RefusalCode } from '../refusal.ts';
import type { WorkCalendar } from '../workdays.ts';
import type { CaseKind, CaseTerms } from './kind.ts';
import type { CasePerson } from './standing.ts';

/** When and by which rules a step is taken. */
export interface CaseTime {
	at: number;
	calendar: WorkCalendar;
	terms: CaseTerms;
}

/** An act of the kind, with how often each act was done in this case before. */
export interface ActAction {
	type: 'act';
	act: string;
	text: string;
	days: number | null;
	done: Readonly<Record<string, number>>;
}

/** A desk or a department: whoever of it accepts first becomes the owner. */
export type CasePlace = { desk: string } | { department: string };

export type CaseAction =
	| ActAction
	| { type: 'offer'; to: string | CasePlace }
	| { type: 'join'; to: CaseRow }
	| { type: 'accept' }
	| { type: 'decline' }
	| { type: 'withdraw' }
	| { type: 'take' };

export interface Given {
	kind: CaseKind;
	row: CaseRow;
	person: CasePerson;
	time: CaseTime;
}

export interface CaseRefused {
	ok: false;
	refusal: RefusalCode;
	detail?: string;
}

export function no(refusal: RefusalCode, detail?: string): CaseRefused {
	return detail === undefined ? { ok: false, refusal } : { ok: false, refusal, detail };
}

/** Rows of the one case engine: whatever has an owner, a due time and an end. */
import type { Contact, ToldWay } from './words-cases.ts';
import type { CaseState } from './words.ts';

/** A case 个案. Which kinds there are, and the words of stage and outcome, stand in server/rules/cases. */
export interface CaseRow {
	hall: number;
	id: number;
	kind: string;
	/** the service day on which it was opened */
	day: string;
	state: CaseState;
	stage: string;
	/** null while it is open */
	outcome: string | null;
	/** staff number of who answers for it; never empty */
	owner: string;
	/** 首问: staff number of who was asked first; never changed */
	first_owner: string;
	/** handed over to, and not yet accepted */
	offered_to: string | null;
	offered_by: string | null;
	offered_at: number | null;
	/** handed over to a desk or a department, of which nobody has accepted yet */
	offered_desk: string | null;
	offered_department: string | null;
	offered_place_at: number | null;
	/** the desk and the department that it is with, by their codes */
	desk: string | null;
	department: string | null;
	/** the case of the same matter that goes on in its place */
	joined_to: number | null;
	/** how the visitor wants to hear of it */
	contact: Contact;
	/** when the visitor was told what came of it, and how */
	told_at: number | null;
	told_way: ToldWay | null;
	/** when the visitor last was not satisfied, and it began again */
	reopened_at: number | null;
	/** the staff number that the case is about, where it is about one */
	concerned: string | null;
	/** who brought it to its stage, as the ledger names them */
	moved_by: string;
	window: string | null;
	ticket: number | null;
	leg: number | null;
	item: string | null;
	/** what it is about, in a line; for staff who may see the case, never in the ledger */
	about: string;
	/** 0 or 1 */
	urgent: number;
	/** the date set when it was opened, moved by an extension: the last moment in time */
	given_at: number | null;
	/** of the stage: the last moment in time */
	due_at: number | null;
	/** when the clock looks at it again */
	next_at: number | null;
	/** reminders and escalations of the stage so far */
	reminded: number;
	escalated: number;
	/** more days asked for, and granted */
	asked: number | null;
	extended: number;
	/** 0 or 1: a due time was missed, and why has been told */
	late: number;
	explained: number;
	opened_at: number;
	staged_at: number;
	closed_at: number | null;
	/** twelve digits, for the visitor; null where the kind gives none */
	code: string | null;
	/** the client's id of its wish: the same intent is the same case */
	intent: string | null;
}

/** Which lines of the ledger are about a case, and what was written with them: texts do not stand in the ledger. */
export interface CaseLineRow {
	hall: number;
	case: number;
	/** number of the ledger line */
	line: number;
	/** the act of the kind, or the engine's own word: `opened`, `offered`, … */
	act: string;
	text: string;
	/** the ledger line holds SHA-256 of salt and text: it can be proven, and not guessed */
	salt: string;
}

/** What was known when a case began, frozen: it is only added to. */
export interface CaseEvidenceRow {
	hall: number;
	case: number;
	/** number of the ledger line that bound it */
	line: number;
	at: number;
	/** canonical JSON */
	body: string;
	/** SHA-256 of the body, hex; the ledger line holds the same */
	hash: string;
}

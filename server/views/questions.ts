/** What pages draw of questions that nobody could answer at once, of messages, referrals and the public page. */
import type { QuestionChannel } from '#db/schema.ts';
import type { ReferralField } from '../rules/referral.ts';
import type { Text } from '../views.ts';
import type { CaseLine, CaseView } from './cases.ts';

/** `unsent`: with nobody who could answer; `waiting`: with a department; `tell`: answered, the visitor is to be told. */
export type QuestionList = 'unsent' | 'waiting' | 'tell' | 'done';

/** One question or message as a row. */
export interface QuestionLine extends CaseLine {
	list: QuestionList;
	/** the visitor wants to be called */
	call: boolean;
	/** calls that reached nobody so far */
	attempts: number;
}

export interface QuestionsView {
	seq: number;
	hall: Text;
	timeZone: string;
	/** `department`: whose liaison it is; null for who looks after the whole hall */
	staff: { no: string; role: string; department: { code: string; name: Text } | null };
	/** open ones earliest due first, then those closed last */
	lines: QuestionLine[];
	counts: Record<QuestionList, number>;
	/** to choose from: those that have a liaison */
	departments: { code: string; name: Text }[];
	/** entries of the own department, or of the hall, that end soon or have ended */
	ending: { entry: number; title: Text; until: string; ended: boolean }[];
	/** makes drafts for the knowledge base */
	writes: boolean;
}

/** What the guide desk shows of them beside everything else. */
export interface DeskQuestions {
	/** those that somebody has still to send or to tell */
	unsent: number;
	tell: number;
	/** that have a liaison */
	departments: { code: string; name: Text }[];
}

/** One of them, opened. */
export interface QuestionView {
	case: CaseView;
	list: QuestionList;
	channel: QuestionChannel;
	/** what was searched and not found */
	words: string;
	/** what was asked, in full */
	text: string;
	/** code of the department that it is with */
	department: string | null;
	attempts: number;
	/** what was answered last; null while nothing was */
	answer: string | null;
	/** the entry made from the answer */
	entry: number | null;
	referrals: ReferralView[];
	/** what this person can do beside the acts of the case */
	may: { send: boolean; notOurs: boolean; refer: boolean; draft: boolean };
}

/** Where somebody was sent; only what is known of it. */
export interface ReferralView {
	token: string;
	/** address of its page */
	link: string;
	title: Text;
	facts: { field: ReferralField; text: Text }[];
	at: number;
	/** staff number */
	staff: string | null;
}

/** What is known of a place before somebody is sent there. */
export type ReferralDraft = Record<ReferralField, Text> & { title: Text };

/** The public page of questions. */
export interface FaqView {
	/** what was searched; empty for the newest */
	question: string;
	entries: { entry: number; question: Text; answer: Text; department: Text | null; day: string }[];
}

/** What was asked most, and to what the base is silent. */
export interface Topics {
	span: 'week' | 'month';
	from: string;
	to: string;
	asked: { words: string; times: number }[];
	silent: { words: string; times: number }[];
}

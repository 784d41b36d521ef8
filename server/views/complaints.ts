/** What the pages of complaints draw. */
import type {
	CaseState,
	ComplaintAgainst,
	ComplaintClass,
	ComplaintKind,
	ComplaintRoute,
	UnsolvedCause
} from '#db/schema.ts';
import type { AlikeReason } from '../rules/complaints.ts';
import type { Text } from '../views.ts';
import type { CaseLine, CasesView } from './cases.ts';
import type { FigureTable } from './figures.ts';

/** One that may be the same as the one being taken. `about`: only for who may see it. */
export interface SameComplaint {
	id: number;
	number: string;
	class: ComplaintClass | null;
	day: string;
	state: CaseState;
	stage: string;
	outcome: string | null;
	about: string | null;
	/** what is the same, strongest first */
	because: AlikeReason[];
}

/** A complaint as a row of the list. */
export interface ComplaintLine extends CaseLine {
	class: ComplaintClass | null;
	route: ComplaintRoute;
}

/** Which of them are shown; null for all. */
export interface ComplaintAsked {
	kind: ComplaintKind | null;
	class: ComplaintClass | null;
	route: ComplaintRoute | null;
	/** `mine` and `overdue` are open */
	list: 'open' | 'mine' | 'overdue' | 'closed' | 'all';
	/** those with a lower number: the next page */
	before: number | null;
}

export interface ComplaintsView extends Omit<CasesView, 'cases' | 'counts' | 'list' | 'kind' | 'kinds'> {
	asked: ComplaintAsked;
	/** one page, newest first */
	cases: ComplaintLine[];
	/** `before` of the next page; null on the last one */
	more: number | null;
	/** may read and print the digest */
	digests: boolean;
}

/** What a complaint is about, beside what its case says. */
export interface ComplaintDetail {
	kind: ComplaintKind;
	class: ComplaintClass | null;
	against: ComplaintAgainst | null;
	route: ComplaintRoute;
	origin: string;
	takenBy: string;
	department: Text | null;
	/** the staff number that it is about */
	staff: string | null;
	cause: UnsolvedCause | null;
	/** the negative answer that was given before: its code, and what was said */
	notice: { code: string; what: string; basis: string } | null;
	/** the complaint that it came from, and the matter of petition that it became */
	from: { id: number; number: string } | null;
	became: { id: number; number: string } | null;
	/** may sort it anew; may turn it into a matter of petition; may take its file away */
	sorts: boolean;
	petitions: boolean;
	exports: boolean;
}

/** What the desk needs to take a complaint. */
export interface ComplaintDesk {
	/** until when one taken now has its first word, and its answer */
	firstDay: string;
	answerDay: string;
	/** what no window could solve */
	resultDay: string;
	/** until when a matter of petition is accepted or not */
	petitionDay: string;
	departments: { code: string; name: Text }[];
	windows: { code: string; name: Text }[];
}

export interface DigestView {
	/** a week or a month, and its days, both included */
	span: 'week' | 'month';
	from: string;
	to: string;
	/** a day in the span before, and in the one after it; null when that has not begun */
	earlier: string;
	later: string | null;
	tables: FigureTable[];
}

/** Everything that is known of one complaint, to be kept in a file; no personal data. */
export interface ComplaintFile {
	hall: Text;
	madeAt: number;
	madeBy: string;
	record: Record<string, string | number | null>;
	timeline: { line: number; at: number; act: string; actor: string; text: string; hash: string }[];
	evidence: { line: number; at: number; hash: string; holds: boolean; facts: unknown }[];
	/** SHA-256 of all of the above in its one form */
	hash: string;
}

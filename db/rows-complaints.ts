/** Rows of complaints, of what no window could solve, and of matters of petition: what their cases do not know. */
import type {
	ComplaintAgainst,
	ComplaintClass,
	ComplaintKind,
	ComplaintOrigin,
	ComplaintRoute,
	UnsolvedCause
} from './words-complaints.ts';

/** What a case of this room is about; the case itself has owner, stage and times. Its words stand in the lines of the case. */
export interface ComplaintRow {
	hall: number;
	/** the case */
	id: number;
	kind: ComplaintKind;
	day: string;
	/** of a complaint */
	class: ComplaintClass | null;
	against: ComplaintAgainst | null;
	route: ComplaintRoute;
	origin: ComplaintOrigin;
	/** who wrote it down, as the ledger names actors */
	taken_by: string;
	/** code of the department that it is about */
	department: string | null;
	/** the staff number that it is about */
	staff: string | null;
	window: string | null;
	item: string | null;
	ticket: number | null;
	/** keyed hash of the telephone, for the question whether somebody has said the same before; gone after some weeks */
	phone_hash: string | null;
	/** the opinion that it was written down as, at a window */
	opinion: number | null;
	/** the negative answer 否定答复 that was given before */
	notice: number | null;
	/** of what could not be solved: why, once it is known */
	cause: UnsolvedCause | null;
	/** the complaint that this matter of petition came from */
	from_case: number | null;
}

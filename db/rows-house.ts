/** Rows of the house itself: orders of the hotline, tasks, notes to staff, rounds of inspection. */

/** A 12345 order 工单: what the platform said of it, beside its case. The caller is sealed elsewhere (`personal`). */
export interface HotlineOrderRow {
	hall: number;
	case: number;
	/** the platform's own; the same number is the same order */
	number: string;
	/** when the platform sent it */
	received_at: number;
	category: string;
}

/** A task 交办: who gave it, and what it was given with. */
export interface TaskRow {
	hall: number;
	case: number;
	/** the first case of those that were given together */
	giving: number;
	/** staff number, or as the ledger names a program */
	given_by: string;
	/** the round of inspection that found it; null for one of the bureau */
	inspection: number | null;
}

export const NOTE_STATES = ['live', 'replaced', 'withdrawn'] as const;
export type NoteState = (typeof NOTE_STATES)[number];

/** A version of a note to staff 内部通知; a changed one is a new version, which is read anew. */
export interface StaffNoteRow {
	hall: number;
	/** number of the ledger line that wrote the first version */
	note: number;
	/** from 1 */
	version: number;
	state: NoteState;
	title: string;
	text: string;
	/** 0 or 1 */
	must_read: number;
	/** to whom: JSON lists of roles, codes of desks and windows, staff numbers */
	roles: string;
	desks: string;
	windows: string;
	persons: string;
	/** shown until then (ms) */
	until_at: number;
	/** who has not read it by then is told of by an alarm */
	read_by_at: number | null;
	written_by: string;
	written_at: number;
	intent: string;
}

/** That somebody has read a version 已读回执. */
export interface StaffNoteReadRow {
	hall: number;
	note: number;
	version: number;
	staff: string;
	/** where: `window:3`, `desk:main`; empty elsewhere */
	place: string;
	at: number;
}

/** A round 巡查: begun, over, or never made. */
export const INSPECTION_STATES = ['open', 'done', 'missed'] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];

/** One round of inspection of a day 卫生巡查; its id is the ledger number of the line that began it or missed it. */
export interface InspectionRow {
	hall: number;
	id: number;
	/** code of the round in the hall file */
	plan: string;
	day: string;
	state: InspectionState;
	due_at: number;
	done_at: number | null;
	/** 0 to 100; null until it is over */
	score: number | null;
}

/** An area of a round, scored as a whole at one time. */
export interface InspectionAreaRow {
	hall: number;
	inspection: number;
	area: string;
	day: string;
	/** 0 to 100, by the weights of its criteria */
	score: number;
	staff: string;
	/** when it was scored, maybe before the server heard of it */
	at: number;
	intent: string;
}

/** A criterion of an area: 0 to 5. */
export interface InspectionMarkRow {
	hall: number;
	inspection: number;
	area: string;
	criterion: string;
	score: number;
	remark: string;
	/** the case that puts it right */
	task: number | null;
}

/** A photograph of a mark; the picture itself lies in a file of its own. */
export interface InspectionPhotoRow {
	hall: number;
	inspection: number;
	area: string;
	criterion: string;
	/** SHA-256 of the picture, hex; also its name */
	hash: string;
	bytes: number;
	/** who took it, and when the server had it */
	staff: string;
	at: number;
	deleted_at: number | null;
}

/** The tables of the house. */
export interface HouseTables {
	hotline_order: HotlineOrderRow;
	task: TaskRow;
	staff_note: StaffNoteRow;
	staff_note_read: StaffNoteReadRow;
	inspection: InspectionRow;
	inspection_area: InspectionAreaRow;
	inspection_mark: InspectionMarkRow;
	inspection_photo: InspectionPhotoRow;
}

/** What the pages of the house draw: orders of the hotline, tasks, notes to staff, rounds of inspection. */
import type { InspectionState, NoteState, Role } from '#db/schema.ts';
import type { OrderFault } from '../rules/orders/read.ts';
import type { Text } from '../views.ts';
import type { CaseLine, CasesView } from './cases.ts';

// ---- 12345 orders ----

/** `received`: back to the platform within 24 hours, or ours. */
export type OrderList = 'mine' | 'received' | 'open' | 'overdue' | 'closed';

export interface OrderLine extends CaseLine {
	/** the platform's number */
	order: string;
	receivedAt: number;
	category: string;
	/** code of the hall file; null for the hall's own */
	departmentCode: string | null;
}

/** Orders of this month so far. Shares are null where nothing can be counted. */
export interface OrderFigures {
	received: number;
	returned: number;
	answered: number;
	/** of those answered, how many before their due time */
	answeredInTime: number | null;
	/** of those returned, how many within 24 hours */
	returnedInTime: number | null;
	/** of those that said so, how many were satisfied at last */
	satisfied: number | null;
}

export interface OrdersView extends Omit<CasesView, 'list' | 'kind' | 'kinds' | 'cases' | 'counts'> {
	list: OrderList;
	cases: OrderLine[];
	counts: Record<Exclude<OrderList, 'closed'>, number>;
	departments: { code: string; name: Text }[];
	/** may read in what the platform sent */
	imports: boolean;
}

/** What became of the lines of an import. */
export interface OrderReport {
	taken: { line: number; order: string; case: string; owner: string }[];
	/** were here already: nothing has changed */
	known: { line: number; order: string; case: string }[];
	/** nothing was done with these */
	faults: OrderFault[];
}

// ---- tasks ----

export type TaskList = 'own' | 'given' | 'overdue' | 'open';

export interface TaskLine extends CaseLine {
	givenBy: string;
	/** found by a round of inspection */
	found: boolean;
}

export interface TasksView extends Omit<CasesView, 'list' | 'kind' | 'kinds' | 'cases' | 'counts'> {
	list: TaskList;
	cases: TaskLine[];
	counts: Record<TaskList, number>;
	gives: boolean;
	/** to whom a task can be given */
	staff: CasesView['staff'];
	people: { no: string; role: Role }[];
	desks: { code: string; name: Text }[];
}

// ---- notes to staff ----

/** A note as whoever it is for sees it at work. */
export interface StaffNoteView {
	note: number;
	version: number;
	title: string;
	text: string;
	mustRead: boolean;
	writtenAt: number;
	writtenBy: string;
}

export interface NoteAudience {
	roles: Role[];
	desks: string[];
	windows: string[];
	persons: string[];
}

/** A note with who has read it, for whoever writes them. */
export interface WrittenNote extends StaffNoteView {
	state: NoteState;
	to: NoteAudience;
	untilAt: number;
	readByAt: number | null;
	over: boolean;
	reads: { staff: string; place: string; at: number; version: number }[];
	unread: { persons: string[]; places: string[] };
	/** what this reader may do */
	acts: ('rewrite' | 'withdraw')[];
}

export interface NotesView {
	seq: number;
	hall: Text;
	timeZone: string;
	staff: { no: string; role: string };
	/** for this reader, not read yet; then those already read */
	unread: StaffNoteView[];
	read: StaffNoteView[];
	writes: boolean;
	/** all notes of the hall; empty for who does not watch over it */
	all: WrittenNote[];
	people: { no: string; role: Role }[];
	desks: { code: string; name: Text }[];
	windows: { code: string; name: Text }[];
}

// ---- rounds of inspection ----

export interface InspectionCriterion {
	code: string;
	name: Text;
	kind: 'score' | 'ok';
	weight: number;
}

/** An area of a round; `score` is null while nobody has been there. */
export interface InspectionAreaView {
	code: string;
	name: Text;
	zone: Text;
	/** staff number of who puts right what is found, if the hall file names one */
	owner: string | null;
	criteria: InspectionCriterion[];
	score: number | null;
	staff: string | null;
	at: number | null;
	marks: {
		criterion: string;
		score: number;
		remark: string;
		/** what puts it right; `sees`: whether this reader may open it */
		task: { id: number; number: string; sees: boolean } | null;
		/** address of the picture */
		photo: string | null;
	}[];
}

export interface InspectionView {
	plan: string;
	name: Text;
	day: string;
	/** null while nobody has begun it */
	id: number | null;
	state: InspectionState | 'planned';
	dueAt: number;
	doneAt: number | null;
	score: number | null;
	areas: InspectionAreaView[];
}

export interface RoundsView {
	hall: Text;
	timeZone: string;
	day: string;
	staff: { no: string; role: string };
	/** whether this person makes rounds, or only looks at what was found */
	makes: boolean;
	rounds: InspectionView[];
	/** who can put something right, and until when unless another day is given */
	people: { no: string; role: Role }[];
	rectifyBy: string;
}

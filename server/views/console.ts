/** What the window console draws. */
import type { ClaimState, LegState, ParkKind } from '#db/schema.ts';
import type {
	AlarmView,
	CareView,
	CasesDue,
	AskedView,
	ConsoleTelling,
	Material,
	MatterOffer,
	PriorityClass,
	QueueLine,
	StaffNoteView,
	TalkView,
	Text,
	WindowLine
} from '../views.ts';

export type ConsoleAction =
	| 'open'
	| 'pause'
	| 'wrap-up'
	| 'close'
	| 'hand-over'
	| 'next'
	| 'recall'
	| 'start'
	| 'finish'
	| 'miss'
	| 'called-out'
	| 'park'
	| 'resume'
	| 'return'
	| 'transfer'
	| 'class'
	| 'cancel'
	| 'undo'
	| 'welcomed'
	| 'answered'
	| 'seen-off'
	| 'notice'
	| 'refuse'
	| 'accept'
	| 'receive'
	| 'true-will'
	| 'phrases'
	| 'opinion'
	| 'say'
	| 'my-cases';

export interface ConsoleTicket {
	id: number;
	number: string;
	item: { code: string; name: Text; materials: Material[] };
	queue: { code: string; name: Text };
	priority: Text | null;
	/** what goes with it: the proof seen, companions, who accompanies the visitor */
	care: CareView | null;
	/** the class as it was claimed, and what came of it; `ordinary` without one */
	class: string;
	claim: ClaimState;
	/** whether a desk or window must still confirm the class */
	unverified: boolean;
	/** what follows under the same number */
	steps: Text[];
	step: LegState;
	takenAt: number;
	calledAt: number | null;
	startedAt: number | null;
	calls: number;
	park: ParkKind | null;
	/** a parked one: until when (ms) it keeps its advantage; one on hold: until when it can come back at all */
	backBy: number | null;
	/** a called one on its way to a no-show; null otherwise */
	noShow: NoShowView | null;
	reason: string | null;
	/** why this ticket was called: one line */
	why: Text | null;
	/** how many screens showed it, how many speakers said it, how many boards had it */
	receipts: { shown: number; spoken: number; boards: number };
	/** by which screens, speakers and boards, as they are called */
	receivers: string[];
	/** what accepting it would promise; null while it is not served */
	promise: MatterOffer | null;
	allowed: ConsoleAction[];
}

/** A class of priority, for whoever confirms and changes claims to it. */
export interface ConfirmableClass extends PriorityClass {
	/** whether this person may say that it was shown; else the desk says so */
	confirms: boolean;
	/** the kinds of proof that the hall accepts */
	proofs: readonly { code: string; name: Text }[];
}

export interface NoShowView {
	/** the moment (ms) from which `miss` is taken; null while calls are missing */
	from: number | null;
	/** how many more calls must reach the hall, and how many did not */
	callsLeft: number;
	undelivered: number;
	/** when the next call counts (ms) */
	nextFrom: number;
	/** somebody must look for the visitor first */
	look: boolean;
}

export interface ConsoleView {
	seq: number;
	hall: Text;
	/** `audits`: may read what was done to a ticket, and why it was called */
	staff: { no: string; role: string; audits: boolean };
	window: WindowLine;
	zone: { code: string; name: Text };
	/** when the pause is planned to end (ms) */
	until: number | null;
	/** staff number to whom the seat is offered */
	handTo: string | null;
	/** staff numbers of those who could take the seat */
	successors: string[];
	/** what stands on the screen that faces the visitor */
	text: string;
	/** cases of whoever sits here */
	cases: CasesDue;
	/** notes to whoever sits here, not read yet */
	notes: StaffNoteView[];
	/** what calls for somebody at this window */
	alarms: AlarmView[];
	/** what the window itself may do now */
	allowed: ConsoleAction[];
	current: ConsoleTicket | null;
	/** missing papers, refusals and papers received */
	telling: ConsoleTelling;
	queues: QueueLine[];
	parked: ConsoleTicket[];
	missed: ConsoleTicket[];
	/** the last act at this window that can still be taken back, and until when */
	undo: { ticket: number; until: number } | null;
	/** `minutes`: how long it is usual */
	pauseReasons: { code: string; name: Text; minutes: number | null }[];
	targets: {
		queues: { code: string; name: Text; zone: string }[];
		windows: { code: string; name: Text }[];
		/** who sits at another window now */
		staff: { no: string; window: string }[];
	};
	/** the hall's classes of priority, for confirming and changing one */
	classes: ConfirmableClass[];
	/** how visitors are spoken to */
	talk: TalkView;
	/** figures of the clerk's own day */
	today: { served: number; missed: number; meanServiceSeconds: number | null };
	/** the last service here was asked to be rated; null before the first of the day */
	asked: AskedView | null;
}

/** What the guide desk draws. */
import type { ClaimState, LegState, SlipState, TicketState } from '#db/schema.ts';
import type { IdentityDemand } from '../rules/identity.ts';
import type { RefusalCode } from '../rules/refusal.ts';
import type {
	AlarmView,
	CareView,
	DeskQuestions,
	EscortLine,
	HelpLine,
	QueueLine,
	StaffNoteView,
	Text,
	TicketView
} from '../views.ts';
import type { ComplaintDesk } from './complaints.ts';
import type { DeskIncidents } from './incidents.ts';
import type { DeskLoans, KeptService } from './loans.ts';
import type { ConfirmableClass, ConsoleView } from './console.ts';
import type { WatchedWindow } from './supervise.ts';

export type DeskAction = 'return' | 'class' | 'transfer' | 'reprint' | 'cancel' | 'void' | 'escort' | 'reached';

/** One number of today, and what a desk may do with it. */
export interface DeskTicket {
	id: number;
	number: string;
	state: TicketState;
	step: LegState;
	item: Text;
	queue: { code: string; name: Text };
	zone: Text;
	/** where it is called or served, or was before it stepped aside */
	window: Text | null;
	takenAt: number;
	/** how many are called before it; null when it does not wait */
	ahead: number | null;
	class: string;
	priority: Text | null;
	claim: ClaimState;
	care: CareView | null;
	/** the accessible windows that serve its queue */
	accessible: { code: string; name: Text }[];
	/** what follows under the same number */
	steps: Text[];
	/** on hold or parked: until when (ms) coming back keeps its advantage, or is possible at all */
	held: TicketView['held'];
	reason: string | null;
	slip: { id: number; state: SlipState } | null;
	allowed: DeskAction[];
}

/** One line of the desk's lists: enough to know whom to look for. */
export interface DeskLine {
	id: number;
	number: string;
	item: Text;
	step: LegState;
	window: Text | null;
	priority: Text | null;
	held: TicketView['held'];
	takenAt: number;
}

/** What a number can be taken for. */
export interface DeskItem {
	code: string;
	name: Text;
	queue: Text;
	/** why no number can be taken now; null when one can */
	closedBecause: RefusalCode | null;
	/** whether it says who comes */
	identity: IdentityDemand;
}

export interface DeskView {
	seq: number;
	hall: Text;
	/** its code in the hall file; empty for a seat without a desk, which looks after the whole hall */
	code: string;
	name: Text | null;
	/** `audits`: may read what was done to a number, and watch over the hall */
	staff: { no: string; role: string; audits: boolean };
	items: DeskItem[];
	queues: QueueLine[];
	/** the windows that it looks after */
	windows: WatchedWindow[];
	/** notes to whoever stands here, not read yet */
	notes: StaffNoteView[];
	/** what calls for somebody, oldest first */
	alarms: AlarmView[];
	/** on hold or parked, oldest first */
	held: DeskLine[];
	/** claims to priority that nobody has looked at, oldest first */
	claims: DeskLine[];
	/** who is accompanied and not yet at a window, oldest first */
	escorts: EscortLine[];
	/** who calls for help, oldest first */
	help: HelpLine[];
	/** so many cases are handed to this person, or to the desk of this person, and not yet accepted */
	offered: number;
	/** what is told before a complaint is taken */
	complaint: ComplaintDesk;
	questions: DeskQuestions;
	incidents: DeskIncidents;
	loans: DeskLoans;
	services: KeptService[];
	targets: ConsoleView['targets'];
	classes: ConfirmableClass[];
}

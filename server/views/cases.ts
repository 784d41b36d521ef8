/** What the cases page draws, and what a visitor sees of a matter. */
import type { CaseState, Contact, DeliveryState, ToldWay } from '#db/schema.ts';
import type { PersonalField } from '../rules/mask.ts';
import type { Text } from '../views.ts';
import type { ComplaintDetail } from './complaints.ts';

/** The lists of the page. `mine`: owned, or asked for first; `department`: what a liaison sees of the own one; `all`: for who watches the hall. */
export type CaseList = 'mine' | 'offered' | 'department' | 'overdue' | 'all';

/** One case as a row of a list. */
export interface CaseLine {
	id: number;
	/** `S20261125-18342` */
	number: string;
	kind: string;
	state: CaseState;
	stage: string;
	outcome: string | null;
	/** what it is about, in a line */
	about: string;
	/** staff numbers */
	owner: string;
	firstOwner: string;
	offeredTo: string | null;
	/** desk or department that it is handed to, and none of which has accepted */
	offeredPlace: CasePlaceView | null;
	/** the desk and the department that it is with */
	desk: Text | null;
	department: Text | null;
	/** the visitor was not satisfied, and it was begun again */
	reopened: boolean;
	/** number of the case that it was joined to */
	joinedTo: string | null;
	/** the last moment in time (ms), and the day it is on */
	dueAt: number | null;
	dueDay: string | null;
	/** working days from today to that day; below zero when it is past */
	daysLeft: number | null;
	overdue: boolean;
	urgent: boolean;
	/** a due time was missed at some time */
	late: boolean;
}

/** A desk or a department, as a case is handed to it. */
export interface CasePlaceView {
	place: 'desk' | 'department';
	code: string;
	name: Text;
}

export interface CasesView {
	seq: number;
	hall: Text;
	/** `oversees`: watches the hall's cases and steps in; `reads`: sees all of them, or of some kinds */
	staff: { no: string; role: string; oversees: boolean; reads: boolean };
	timeZone: string;
	list: CaseList;
	/** at most two hundred, earliest due first */
	cases: CaseLine[];
	/** the kind that the list is filtered by; null for all of them */
	kind: string | null;
	/** the kinds that this person can choose from */
	kinds: string[];
	/** `department` is null for who sees none by it */
	counts: { mine: number; offered: number; overdue: number; department: number | null };
}

/** Something that was done with a case. */
export interface CaseHistoryLine {
	line: number;
	at: number;
	act: string;
	/** as the ledger names who did it: `staff:1001`, `system` */
	actor: string;
	text: string;
	stage: string | null;
	owner: string | null;
	dueAt: number | null;
}

/** What a person may do with a case now. */
export interface CaseActView {
	act: string;
	text: 'needed' | 'free' | 'none';
	/** asks for or grants so many more days, at most */
	days: number | null;
	closes: boolean;
	/** a visitor reads the text */
	read: boolean;
}

/** Evidence as it was frozen; `holds`: it is what the ledger says it was. */
export interface CaseEvidenceView {
	line: number;
	at: number;
	hash: string;
	holds: boolean;
	facts: unknown;
}

export interface CaseView extends CaseLine {
	seq: number;
	openedAt: number;
	ticketNumber: string | null;
	window: string | null;
	/** the day it was opened on */
	day: string;
	/** more working days asked for and granted */
	asked: number | null;
	extended: number;
	history: CaseHistoryLine[];
	evidence: CaseEvidenceView[];
	acts: CaseActView[];
	hands: ('offer' | 'accept' | 'decline' | 'withdraw' | 'take')[];
	/** to whom, and to which desks and departments it can be handed */
	candidates: { no: string; role: string }[];
	places: CasePlaceView[];
	/** the visitor's code in fours, how the visitor wants to hear of it, and how it was told; null where a kind gives no code */
	visitor: { code: string; contact: Contact; told: { at: number; way: ToldWay } | null } | null;
	/** the cases that were joined to this one; `told`: since its newest answer */
	joined: { id: number; number: string; contact: Contact; told: boolean }[];
	/** what can be done with it beside acts and hand-overs */
	can: ('join' | 'tell' | 'receipt')[];
	matter: MatterDetail | null;
	/** what a complaint is about; null for any other kind */
	complaint: ComplaintDetail | null;
	/** whom it is from, masked; `opens`: may be opened by this person, for a reason */
	person: (MaskedPerson & { opens: boolean }) | null;
}

export interface MatterDetail {
	item: Text;
	acceptedBy: string;
	fromDay: string;
	promisedDay: string;
	legalDay: string;
	deemed: boolean;
	delivery: DeliveryView | null;
}

/** A result on its way home, for staff: whose it is only in masked form. */
export interface DeliveryView {
	id: number;
	state: DeliveryState;
	carrier: string | null;
	waybill: string | null;
	askedAt: number;
	askedBy: string;
	person: MaskedPerson | null;
	allowed: ('sent' | 'delivered' | 'returned' | 'cancel' | 'open')[];
}

/** Personal data as who need not know it sees it. `gone`: deleted when its time was over. */
export interface MaskedPerson extends Record<PersonalField, string | null> {
	gone: boolean;
}

/** A matter as its owner follows it on the own page. */
export interface MatterView {
	/** 受理编号 */
	number: string;
	item: Text;
	state: 'working' | 'extending' | 'granted' | 'denied' | 'withdrawn';
	/** the result has been told */
	told: boolean;
	/** staff number of who answers for it */
	owner: string;
	acceptedDay: string;
	/** as promised, and as it stands after an extension */
	promisedDay: string;
	dueDay: string;
	/** working days granted beyond the promise */
	extended: number;
	overdue: boolean;
	deemed: boolean;
	/** what was written to the visitor: reasons of an extension, of a delay, of the decision */
	texts: { act: string; at: number; text: string }[];
	delivery: { state: DeliveryState; carrier: string | null; waybill: string | null } | null;
}

/** What waits for a member of staff, counted: `due` by the end of today or before. */
export interface CasesDue {
	mine: number;
	due: number;
	offered: number;
}

/** What accepting would promise now, for the sheet of the console. */
export interface MatterOffer {
	item: string;
	promisedDays: number;
	legalDays: number;
	promisedDay: string;
	legalDay: string;
}

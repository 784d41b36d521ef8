/** What is drawn of incidents and of what is broadcast to the hall. */
import type { BroadcastEnd, CaseState } from '#db/schema.ts';
import type { Text } from '../views.ts';

/** What is told to the whole hall now, as screens, kiosks and phones draw it. */
export interface BroadcastView {
	id: number;
	/** a text of the hall file; null for a free one */
	code: string | null;
	text: Text;
	/** for LED boards */
	short: Text;
	/** 演练 */
	drill: boolean;
	/** all is well again: it stands beside the calls */
	calm: boolean;
	startedAt: number;
	/** siren and words, said by the screens that speak: so many times, or as long as it lasts; null until it is rendered */
	sound: { audio: string; seconds: number; times: number | null } | null;
}

/** The same for who may end it. */
export interface LiveBroadcast extends Omit<BroadcastView, 'sound'> {
	/** staff numbers, or a program's name */
	startedBy: string;
	/** who wants it ended, and until when another person can confirm that; null when nobody does, or the time has passed */
	asked: { by: string; until: number } | null;
	/** what the person on the line may do about its end */
	allowed: ('ask' | 'confirm' | 'keep')[];
}

export interface BroadcastLine {
	id: number;
	text: Text;
	drill: boolean;
	startedAt: number;
	startedBy: string;
	endedAt: number | null;
	endedBy: string | null;
	askedBy: string | null;
	how: BroadcastEnd | null;
	/** how many screens showed it, and how many said it */
	shown: number;
	spoken: number;
}

/** Which screens have shown and said a broadcast, by the names they give themselves. */
export interface Reached {
	shown: string[];
	spoken: string[];
	/** screens of the hall file that have not */
	not: string[];
}

/** A text that the hall file has ready. */
export interface PreparedText {
	code: string;
	name: Text;
	text: Text;
	calm: boolean;
}

/** The broadcast part of the desk and of the page of incidents. */
export interface BroadcastPart {
	live: LiveBroadcast | null;
	/** of the live one */
	reached: Reached | null;
	texts: PreparedText[];
	/** the newest, with the live one */
	recent: BroadcastLine[];
	/** of the hall */
	timeZone: string;
	/** whether the person on the line may start one */
	starts: boolean;
}

export interface IncidentKindView {
	code: string;
	name: Text;
	severity: number;
}

export interface IncidentLine {
	/** of its case */
	id: number;
	/** `E20261125-18342` */
	number: string;
	what: string;
	name: Text;
	/** 1 the gravest, to 4 */
	severity: number;
	zone: Text | null;
	place: string;
	/** the window from which it was raised by a silent key */
	window: string | null;
	silent: boolean;
	state: CaseState;
	stage: string;
	outcome: string | null;
	/** staff number of who answers for it */
	owner: string;
	noticedAt: number;
	reportedAt: number;
	acknowledgedAt: number | null;
	arrivedAt: number | null;
	endedAt: number | null;
	/** until when somebody has to have acknowledged it, or done what its stage asks */
	dueAt: number | null;
	/** how many levels have been told so far */
	levels: number;
}

/** What a desk draws of incidents. */
export interface DeskIncidents extends BroadcastPart {
	kinds: IncidentKindView[];
	/** open ones, newest first */
	open: IncidentLine[];
}

/** The page of incidents: a list, newest first, and the broadcasts. */
export interface IncidentsView extends BroadcastPart {
	seq: number;
	hall: Text;
	staff: { no: string; role: string; reports: boolean };
	kinds: IncidentKindView[];
	zones: { code: string; name: Text }[];
	incidents: IncidentLine[];
	contacts: { code: string; name: Text; phone: string }[];
}

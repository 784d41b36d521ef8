/** What the supervisor's page draws. */
import type { ClaimState, LegState, WindowState } from '#db/schema.ts';
import type { Balance } from '../rules/balance.ts';
import type { AlarmView, QueueLine, StaffNoteView, Text } from '../views.ts';

export type SuperviseAction = 'release' | 'end' | 'open';

export interface WatchedWindow {
	code: string;
	name: Text;
	zone: Text;
	state: WindowState;
	/** why it is paused */
	reason: Text | null;
	staff: string | null;
	/** since when (ms) it is in this state */
	since: number;
	/** whom it calls or serves, and since when (ms) */
	current: { id: number; number: string; item: Text; step: LegState; since: number } | null;
	/** how many wait in its queues */
	waiting: number;
}

export interface SuperviseView {
	seq: number;
	hall: Text;
	/** `guides`: may do what a guide desk does */
	staff: { no: string; role: string; guides: boolean };
	/** the service day; `closedAt` (ms) once it has been ended */
	day: { day: string; closedAt: number | null };
	windows: WatchedWindow[];
	queues: QueueLine[];
	/** notes to whoever watches, not read yet */
	notes: StaffNoteView[];
	/** what calls for somebody, oldest first */
	alarms: AlarmView[];
	classes: { code: string; name: Text }[];
	/** what this person may do; an auditor only looks */
	allowed: SuperviseAction[];
}

/** What became of every number of a day, as `GET /days/{day}/balance` answers. */
export interface BalanceView {
	day: string;
	queues: Balance[];
	open: { number: string; queue: string; step: LegState; window: string | null }[];
	lost: { queue: string; n: number }[];
	claims: { class: string; claim: ClaimState; n: number }[];
}

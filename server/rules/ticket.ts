/**
 * What a ticket goes through. One leg is one stay in one queue; `step` is the only place that says what may follow what.
 *
 * WAITING: has a place in the order of its queue. A window calls it, or its owner cancels it.
 * CALLED: asked to a window, on screen, voice and board. It can be recalled; then it starts, or it is missed.
 * SERVING: the visitor is at the window. It is finished, parked, or transferred (a new leg begins elsewhere).
 * PARKED: the visitor has gone to fetch something, or papers are being worked on; the clock of service stands still.
 *   The window resumes it; or the visitor returns by kiosk or desk to the order (server/rules/parking.ts).
 *   While papers are kept here the hall lets the visitor wait: that time is the hall's, and only the window goes on.
 *   A window whose clerk has gone is released: who was called or served there waits again, in the old place.
 * MISSED: called and not come; on hold. It returns once, behind the next few; a second miss ends it.
 * ENDED: over, with an outcome. Nothing follows.
 */
import type { LegOutcome, LegRow, LegState, ParkKind, TicketState } from '#db/schema.ts';

export type Leg = Pick<
	LegRow,
	| 'state'
	| 'outcome'
	| 'rank_at'
	| 'head_start_ms'
	| 'for_window'
	| 'for_staff'
	| 'window'
	| 'staff'
	| 'called_at'
	| 'started_at'
	| 'ended_at'
	| 'calls'
	| 'misses'
	| 'park_kind'
	| 'parked_at'
	| 'parked_ms'
	| 'held_ms'
	| 'reason'
>;

export type Action =
	| { type: 'call'; window: string; staff: string }
	| { type: 'recall' }
	| { type: 'start' }
	| { type: 'finish'; outcome: 'done' | 'noticed' | 'refused' | 'chained' }
	| { type: 'miss' }
	| { type: 'park'; kind: ParkKind; reason: string | null }
	| { type: 'resume'; window: string; staff: string }
	| { type: 'return'; rankAt: number; headStartMs: number; window: string | null }
	| { type: 'transfer'; reason: string | null }
	| { type: 'cancel'; reason: string | null }
	| { type: 'void'; reason: string }
	| { type: 'release' }
	| { type: 'free' }
	| { type: 'rank'; headStartMs: number }
	| { type: 'expire'; reason: string | null };

export type ActionType = Action['type'];

/** In which states an action may be taken. */
const FROM: Record<ActionType, readonly LegState[]> = {
	call: ['waiting'],
	recall: ['called'],
	start: ['called'],
	finish: ['serving'],
	miss: ['called'],
	park: ['called', 'serving'],
	resume: ['parked'],
	return: ['missed', 'parked'],
	transfer: ['waiting', 'called', 'serving'],
	cancel: ['waiting', 'called', 'serving', 'parked', 'missed'],
	void: ['waiting'],
	release: ['called', 'serving'],
	free: ['waiting'],
	rank: ['waiting', 'called', 'serving', 'parked', 'missed'],
	expire: ['waiting', 'called', 'serving', 'parked', 'missed']
};

/** A second no-show ends the ticket. */
export const MOST_MISSES = 2;

export type Step = { ok: true; leg: Leg } | { ok: false; refusal: 'wrong-state' | 'already-returned' };

/** The actions that this leg's state allows, in the order of the table above. */
export function allowedActions(leg: Leg): ActionType[] {
	return (Object.keys(FROM) as ActionType[]).filter((type) => isAllowed(leg, type));
}

/** Whose papers are kept has nothing to come back with: the window goes on by itself. */
function isAllowed(leg: Leg, type: ActionType): boolean {
	return FROM[type].includes(leg.state) && !(type === 'return' && leg.park_kind === 'papers-kept');
}

/** The leg after the action at the moment `at` (ms). Refuses what the state does not allow; changes nothing then. */
export function step(leg: Leg, action: Action, at: number): Step {
	if (!isAllowed(leg, action.type)) return { ok: false, refusal: 'wrong-state' };
	return { ok: true, leg: { ...leg, ...change(leg, action, at) } };
}

type Changes = { [T in ActionType]: (leg: Leg, action: Extract<Action, { type: T }>, at: number) => Partial<Leg> };

/** What an action changes of a leg from which it may be taken. */
const CHANGES: Changes = {
	call: (_, { window, staff }, at) => ({ state: 'called', window, staff, called_at: at, calls: 1 }),
	recall: (leg) => ({ calls: leg.calls + 1 }),
	start: (leg, _, at) => ({ state: 'serving', started_at: leg.started_at ?? at }),
	finish: (leg, { outcome }, at) => ended(outcome, at, leg.reason),
	miss: (leg, _, at) => ({
		...(leg.misses + 1 >= MOST_MISSES ? ended('missed', at, leg.reason) : { state: 'missed' }),
		misses: leg.misses + 1
	}),
	park: (_, { kind, reason }, at) => ({ state: 'parked', park_kind: kind, parked_at: at, reason }),
	resume: (leg, { window, staff }, at) => ({
		...unparked(leg, at),
		state: 'serving',
		started_at: leg.started_at ?? at,
		window,
		staff
	}),
	return: (leg, { rankAt, headStartMs, window }, at) => ({
		...waitingAgain(leg, at),
		rank_at: rankAt,
		head_start_ms: headStartMs,
		for_window: window
	}),
	transfer: (_, { reason }, at) => ended('transferred', at, reason),
	cancel: (leg, { reason }, at) => ({ ...unparked(leg, at), ...ended('cancelled', at, reason) }),
	void: (_, { reason }, at) => ended('void', at, reason),
	release: (leg, _, at) => waitingAgain(leg, at),
	free: () => ({ for_window: null, for_staff: null }),
	rank: (leg, { headStartMs }) => ({
		head_start_ms: headStartMs,
		rank_at: leg.rank_at + leg.head_start_ms - headStartMs
	}),
	expire: (leg, { reason }, at) => ({
		...unparked(leg, at),
		...ended(leg.state === 'missed' ? 'missed' : 'expired', at, leg.reason ?? reason)
	})
};

function change(leg: Leg, action: Action, at: number): Partial<Leg> {
	// The type of an action names its entry, which takes just that action.
	const entry = CHANGES[action.type] as (leg: Leg, action: Action, at: number) => Partial<Leg>;
	return entry(leg, action, at);
}

function ended(outcome: LegOutcome, at: number, reason: string | null): Partial<Leg> {
	return { state: 'ended', outcome, ended_at: at, reason };
}

function unparked(leg: Leg, at: number): Partial<Leg> {
	if (leg.parked_at === null) return {};
	const pause = leg.started_at === null ? 0 : Math.max(0, at - leg.parked_at);
	return { parked_at: null, park_kind: null, parked_ms: leg.parked_ms + pause, held_ms: leg.held_ms + heldMs(leg, at) };
}

/** While papers are kept at the window its visitor waits for the hall; who fetches papers waits for nobody. */
function heldMs(leg: Leg, at: number): number {
	return leg.park_kind === 'papers-kept' ? Math.max(0, at - (leg.parked_at ?? at)) : 0;
}

/** Back in the order nobody is served: the next start counts anew, and what was served before is a pause below zero. */
function waitingAgain(leg: Leg, at: number): Partial<Leg> {
	const until = leg.parked_at ?? at;
	const served = leg.started_at === null || leg.state === 'missed' ? 0 : Math.max(0, until - leg.started_at);
	return {
		state: 'waiting',
		window: null,
		staff: null,
		calls: 0,
		parked_at: null,
		park_kind: null,
		started_at: null,
		parked_ms: leg.parked_ms - served
	};
}

/** How the ticket stands after its leg has ended so; a transferred or chained one lives on in its next leg. */
export function ticketStateAfter(outcome: LegOutcome): TicketState {
	switch (outcome) {
		case 'transferred':
		case 'chained':
			return 'live';
		case 'done':
		case 'noticed':
		case 'refused':
			return 'ended';
		case 'missed':
		case 'cancelled':
		case 'expired':
		case 'void':
			return outcome;
	}
}

/** What a visitor was really served, in ms: from start to end, without the time it was parked. */
export function serviceMs(leg: Pick<Leg, 'started_at' | 'ended_at' | 'parked_ms'>): number | null {
	if (leg.started_at === null || leg.ended_at === null) return null;
	return Math.max(0, leg.ended_at - leg.started_at - leg.parked_ms);
}

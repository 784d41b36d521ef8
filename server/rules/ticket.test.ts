import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEG_OUTCOMES, LEG_STATES, type LegState } from '#db/schema.ts';
import {
	allowedActions,
	MOST_MISSES,
	serviceMs,
	step,
	ticketStateAfter,
	type Action,
	type ActionType,
	type Leg
} from './ticket.ts';

const T0 = Date.UTC(2026, 10, 23, 1);
const MINUTE = 60_000;

const WAITING: Leg = {
	state: 'waiting',
	outcome: null,
	rank_at: T0,
	head_start_ms: 0,
	for_window: null,
	for_staff: null,
	window: null,
	staff: null,
	called_at: null,
	started_at: null,
	ended_at: null,
	calls: 0,
	misses: 0,
	park_kind: null,
	parked_at: null,
	parked_ms: 0,
	held_ms: 0,
	reason: null
};
const CALLED: Leg = { ...WAITING, state: 'called', window: '3', staff: '1001', called_at: T0, calls: 1 };
const SERVING: Leg = { ...CALLED, state: 'serving', started_at: T0 };
const PARKED: Leg = {
	...SERVING,
	state: 'parked',
	park_kind: 'papers-missing',
	parked_at: T0 + 4 * MINUTE,
	reason: 'copy'
};
const MISSED: Leg = { ...CALLED, state: 'missed', misses: 1 };
const ENDED: Leg = { ...SERVING, state: 'ended', outcome: 'done', ended_at: T0 + MINUTE };

const LEGS: Record<LegState, Leg> = {
	waiting: WAITING,
	called: CALLED,
	serving: SERVING,
	parked: PARKED,
	missed: MISSED,
	ended: ENDED
};

const ACTIONS: Record<ActionType, Action> = {
	call: { type: 'call', window: '5', staff: '1002' },
	recall: { type: 'recall' },
	start: { type: 'start' },
	finish: { type: 'finish', outcome: 'done' },
	miss: { type: 'miss' },
	park: { type: 'park', kind: 'papers-kept', reason: 'stamp' },
	resume: { type: 'resume', window: '5', staff: '1002' },
	return: { type: 'return', rankAt: T0 + 1, headStartMs: 0, window: null },
	transfer: { type: 'transfer', reason: 'wrong queue' },
	cancel: { type: 'cancel', reason: 'left' },
	void: { type: 'void', reason: 'misprint' },
	release: { type: 'release' },
	free: { type: 'free' },
	rank: { type: 'rank', headStartMs: 25 * MINUTE },
	expire: { type: 'expire', reason: 'end-of-day' }
};

/** Where each action leads from each state; what is not named is refused. */
const LEADS: Record<LegState, Partial<Record<ActionType, LegState>>> = {
	waiting: {
		call: 'called',
		transfer: 'ended',
		cancel: 'ended',
		void: 'ended',
		free: 'waiting',
		rank: 'waiting',
		expire: 'ended'
	},
	called: {
		recall: 'called',
		start: 'serving',
		miss: 'missed',
		park: 'parked',
		transfer: 'ended',
		cancel: 'ended',
		release: 'waiting',
		rank: 'called',
		expire: 'ended'
	},
	serving: {
		finish: 'ended',
		park: 'parked',
		transfer: 'ended',
		cancel: 'ended',
		release: 'waiting',
		rank: 'serving',
		expire: 'ended'
	},
	parked: { resume: 'serving', return: 'waiting', cancel: 'ended', rank: 'parked', expire: 'ended' },
	missed: { return: 'waiting', cancel: 'ended', rank: 'missed', expire: 'ended' },
	ended: {}
};

const EVERY = LEG_STATES.flatMap((state) =>
	(Object.keys(ACTIONS) as ActionType[]).map((type) => ({ state, type, leads: LEADS[state][type] ?? 'refused' }))
);

function after(leg: Leg, action: Action, at = T0 + 10 * MINUTE): Leg {
	const stepped = step(leg, action, at);
	if (!stepped.ok) throw new Error(`${action.type} of a leg that is ${leg.state}: ${stepped.refusal}`);
	return stepped.leg;
}

describe('T-02 every action in every state', () => {
	test.each(EVERY)('$type of one that is $state: $leads', ({ state, type, leads }) => {
		const leg = LEGS[state];
		const before = structuredClone(leg);
		const stepped = step(leg, ACTIONS[type], T0 + 10 * MINUTE);
		expect(stepped.ok ? stepped.leg.state : 'refused').toBe(leads);
		if (!stepped.ok) expect(stepped.refusal).toBe('wrong-state');
		expect(leg).toEqual(before);
	});

	test.each(LEG_STATES)('what is offered to one that is %s is what is not refused', (state) => {
		expect(allowedActions(LEGS[state]).toSorted()).toEqual(Object.keys(LEADS[state]).toSorted());
	});
});

describe('the story above the table', () => {
	test('WAITING: "A window calls it, or its owner cancels it."', () => {
		expect(after(WAITING, ACTIONS.call)).toEqual({
			...WAITING,
			state: 'called',
			window: '5',
			staff: '1002',
			called_at: T0 + 10 * MINUTE,
			calls: 1
		});
		expect(after(WAITING, ACTIONS.cancel)).toMatchObject({ outcome: 'cancelled', reason: 'left' });
	});

	test('CALLED: "It can be recalled; then it starts, or it is missed."', () => {
		const again = after(after(CALLED, ACTIONS.recall), ACTIONS.recall);
		expect(again).toEqual({ ...CALLED, calls: 3 });
		expect(after(again, ACTIONS.start)).toMatchObject({ state: 'serving', started_at: T0 + 10 * MINUTE });
		expect(after(again, ACTIONS.miss)).toMatchObject({ state: 'missed', misses: 1, outcome: null });
	});

	test('SERVING: "It is finished, parked, or transferred (a new leg begins elsewhere)."', () => {
		const at = T0 + 10 * MINUTE;
		expect(after(SERVING, ACTIONS.finish)).toEqual({ ...SERVING, state: 'ended', outcome: 'done', ended_at: at });
		expect(after(SERVING, ACTIONS.park)).toMatchObject({ park_kind: 'papers-kept', parked_at: at, reason: 'stamp' });
		expect(after(SERVING, ACTIONS.transfer)).toMatchObject({ outcome: 'transferred', reason: 'wrong queue' });
	});

	test('PARKED: "the clock of service stands still"', () => {
		const resumed = after(PARKED, ACTIONS.resume, T0 + 24 * MINUTE);
		expect(resumed).toMatchObject({ state: 'serving', window: '5', parked_at: null, park_kind: null });
		const again = after(after(resumed, ACTIONS.park, T0 + 26 * MINUTE), ACTIONS.resume, T0 + 56 * MINUTE);
		expect(serviceMs(after(again, ACTIONS.finish, T0 + 60 * MINUTE))).toBe((4 + 2 + 4) * MINUTE);
	});

	test('PARKED: one parked before it started is served from when the window takes it up', () => {
		const parked = after(CALLED, ACTIONS.park, T0 + MINUTE);
		const resumed = after(parked, ACTIONS.resume, T0 + 21 * MINUTE);
		expect(serviceMs(after(resumed, ACTIONS.finish, T0 + 24 * MINUTE))).toBe(3 * MINUTE);
	});

	test('PARKED: who returns to the order is not served while waiting; both pieces of service count', () => {
		const returned = after(PARKED, ACTIONS.return, T0 + 30 * MINUTE);
		expect(returned).toMatchObject({ state: 'waiting', parked_at: null, park_kind: null, calls: 0 });
		const called = after(returned, ACTIONS.call, T0 + 50 * MINUTE);
		const serving = after(called, ACTIONS.start, T0 + 51 * MINUTE);
		expect(serving.started_at).toBe(T0 + 51 * MINUTE);
		expect(serviceMs(after(serving, ACTIONS.finish, T0 + 57 * MINUTE))).toBe((4 + 6) * MINUTE);
	});

	test('PARKED: "While papers are kept here" only the window goes on, and the time is the hall\'s', () => {
		const kept: Leg = { ...PARKED, park_kind: 'papers-kept' };
		expect(step(kept, ACTIONS.return, T0)).toEqual({ ok: false, refusal: 'wrong-state' });
		expect(allowedActions(kept)).not.toContain('return');
		expect(after(kept, ACTIONS.resume, T0 + 24 * MINUTE).held_ms).toBe(20 * MINUTE);
		expect(after(PARKED, ACTIONS.resume, T0 + 24 * MINUTE).held_ms).toBe(0);
	});

	test('a released window gives back whom it had called or served, in the old place, and service so far counts', () => {
		expect(after(CALLED, ACTIONS.release)).toEqual({ ...WAITING, called_at: T0 });
		const released = after(SERVING, ACTIONS.release, T0 + 6 * MINUTE);
		expect(released).toMatchObject({ state: 'waiting', rank_at: T0, window: null, staff: null, calls: 0 });
		const again = after(after(released, ACTIONS.call, T0 + 30 * MINUTE), ACTIONS.start, T0 + 31 * MINUTE);
		expect(serviceMs(after(again, ACTIONS.finish, T0 + 33 * MINUTE))).toBe(8 * MINUTE);
	});

	test('another head start moves the place in the order by the difference, whatever it was', () => {
		const ranked = after(WAITING, ACTIONS.rank);
		expect(ranked).toMatchObject({ rank_at: T0 - 25 * MINUTE, head_start_ms: 25 * MINUTE });
		expect(after(ranked, { type: 'rank', headStartMs: 0 })).toEqual(WAITING);
	});

	test('MISSED: "It returns once, behind the next few; a second miss ends it."', () => {
		const back = after(MISSED, ACTIONS.return);
		expect(back).toEqual({ ...WAITING, rank_at: T0 + 1, misses: 1, called_at: MISSED.called_at });
		const second = after(after(back, ACTIONS.call), ACTIONS.miss);
		expect(second).toMatchObject({ state: 'ended', outcome: 'missed', misses: MOST_MISSES });
	});

	test('MISSED: one still on hold at the end of the day was missed, not expired', () => {
		expect(after(MISSED, ACTIONS.expire).outcome).toBe('missed');
		for (const leg of [WAITING, CALLED, SERVING, PARKED]) expect(after(leg, ACTIONS.expire).outcome).toBe('expired');
	});

	test('ENDED: "over, with an outcome. Nothing follows."', () => {
		expect(allowedActions(ENDED)).toEqual([]);
	});
});

test('a ticket lives on after a leg that leads to another one, and only then', () => {
	const living = LEG_OUTCOMES.filter((outcome) => ticketStateAfter(outcome) === 'live');
	expect(living).toEqual(['transferred', 'chained']);
	expect(['done', 'noticed', 'refused'].map((word) => ticketStateAfter(word as 'done'))).toEqual(
		Array(3).fill('ended')
	);
	for (const same of ['missed', 'cancelled', 'expired', 'void'] as const) expect(ticketStateAfter(same)).toBe(same);
});

test('who was never served was served for no time at all', () => {
	expect(serviceMs(WAITING)).toBeNull();
	expect(serviceMs(after(CALLED, ACTIONS.transfer))).toBeNull();
});

/** What goes on in a day; an ending one comes seldom, else every walk is short. */
const anyAction = fc.oneof(
	{
		weight: 30,
		arbitrary: fc.constantFrom<ActionType>(
			'call',
			'start',
			'miss',
			'park',
			'resume',
			'return',
			'recall',
			'release',
			'rank'
		)
	},
	{ weight: 1, arbitrary: fc.constantFrom<ActionType>('finish', 'transfer', 'cancel', 'void', 'expire') }
);
const walks = fc.array(fc.record({ action: anyAction.map((type) => ACTIONS[type]), minutes: fc.nat(90) }), {
	maxLength: 40,
	size: 'max'
});

test('on any way through the day a leg holds together as the tables demand', () => {
	fc.assert(
		fc.property(walks, (walk) => {
			let [leg, at] = [WAITING, T0];
			for (const { action, minutes } of walk) {
				at += minutes * MINUTE;
				const stepped = step(leg, action, at);
				if (stepped.ok) leg = stepped.leg;
				expect(leg.state === 'ended').toBe(leg.outcome !== null);
				expect(leg.state === 'ended').toBe(leg.ended_at !== null);
				expect(leg.state === 'parked').toBe(leg.parked_at !== null);
				if (leg.state === 'called' || leg.state === 'serving') expect(leg.window).not.toBeNull();
				if (leg.state === 'serving') expect(leg.started_at).not.toBeNull();
				expect(leg.misses).toBeLessThanOrEqual(MOST_MISSES);
			}
		})
	);
});

test('service is as long as a leg was in service, whatever came between', () => {
	fc.assert(
		fc.property(walks, (walk) => {
			let [leg, at, served] = [WAITING, T0, 0];
			for (const { action, minutes } of walk) {
				at += minutes * MINUTE;
				if (leg.state === 'serving') served += minutes * MINUTE;
				const stepped = step(leg, action, at);
				if (stepped.ok) leg = stepped.leg;
			}
			const ended = leg.state === 'ended' ? leg : after(leg, ACTIONS.expire, at);
			if (leg.started_at !== null) expect(serviceMs(ended)).toBe(served);
		})
	);
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LegState, ParkKind } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { CHAIN_HALL, granted, minutes, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, KIOSK, testHall, type TestHall } from '#test/hall.ts';
import type { Result } from '../result.ts';
import { openWindow } from '../windows/state.ts';
import { callNext, recall } from './call.ts';
import { cancel, voidTicket } from './end.ts';
import type { Held } from './held.ts';
import { miss } from './miss.ts';
import { comeBack, finish, park, resume, start } from './serve.ts';
import { transfer } from './transfer.ts';

/* The life of a ticket once more, as plainly as it can be said, beside the real verbs: both must agree after every act. */

/** A ticket as the model knows it. */
interface Person {
	id: number;
	/** the legs of all people in their order: of equal places the older leg comes first */
	leg: number;
	came: number;
	priority: boolean;
	queue: 'social' | 'homes';
	/** a sale is followed by an enrolment */
	follows: boolean;
	state: LegState;
	at: string | null;
	misses: number;
	kind: ParkKind | null;
	/** when it was called, and when it stepped aside */
	called: number;
	aside: number;
	/** minutes by which the place in the order is later, or earlier, than the time of coming says */
	place: number;
}

interface Model {
	people: Person[];
	now: number;
	legs: number;
}

const HEAD_START = 25;
const RETURN_WITHIN = 30;
const FETCH_WITHIN = 240;
const MINUTE_MS = 60_000;
const SERVES: Record<string, readonly string[]> = { '1': ['social'], '2': ['social', 'homes'], '3': ['homes'] };
/** Window 2 prefers the social queue by five minutes. */
const PREFERS: Record<string, number> = { '2 social': 5 };

const standsAt = (model: Model, window: string): Person | undefined =>
	model.people.find((one) => one.at === window && ['called', 'serving'].includes(one.state));

function nextFor(model: Model, window: string): Person | undefined {
	const rank = (one: Person): number => one.place - (PREFERS[`${window} ${one.queue}`] ?? 0);
	return model.people
		.filter((one) => one.state === 'waiting' && SERVES[window]?.includes(one.queue))
		.toSorted((a, b) => rank(a) - rank(b) || a.leg - b.leg)[0];
}

type Command = fc.AsyncCommand<Model, TestHall>;

function command(text: string, run: (model: Model, here: TestHall) => Promise<void>): Command {
	return { check: () => true, run, toString: () => text };
}

const take = (item: 'enrol' | 'sale', priority: boolean, after: number): Command =>
	command(`take ${item}${priority ? ' with priority' : ''} after ${String(after)}`, async (model, here) => {
		model.now += after;
		await minutes(here, after);
		const { ticket } = await here.take(item, priority ? 'elder' : 'ordinary');
		const place = model.now - (priority ? HEAD_START : 0);
		const queue = item === 'sale' ? 'homes' : 'social';
		const fresh = { state: 'waiting', at: null, misses: 0, kind: null, called: 0, aside: 0 } as const;
		model.legs += 1;
		model.people.push({
			...fresh,
			id: ticket.id,
			leg: model.legs,
			came: model.now,
			priority,
			queue,
			follows: item === 'sale',
			place
		});
	});

const next = (window: string): Command =>
	command(`next at ${window}`, async (model, here) => {
		const called = await callNext(here.hall, CLERK, window);
		const expected = standsAt(model, window) ? undefined : nextFor(model, window);
		expect(called.ok ? called.value.ticket.id : null).toBe(expected?.id ?? null);
		if (expected) Object.assign(expected, { state: 'called', at: window, called: model.now });
	});

/** What each act does to a person from which state; undefined where it must be refused. */
const ACTS: Record<string, { real: (here: TestHall, id: number) => Promise<Result<Held>>; model: Effect }> = {
	start: {
		real: ({ hall }, id) => start(hall, CLERK, id),
		model: (one) => (one.state === 'called' ? { state: 'serving' } : undefined)
	},
	recall: {
		real: ({ hall }, id) => recall(hall, CLERK, id),
		model: (one) => (one.state === 'called' ? {} : undefined)
	},
	finish: {
		real: ({ hall }, id) => finish(hall, CLERK, id, 'done'),
		model: (one, model) => {
			if (one.state !== 'serving') return undefined;
			return one.follows ? { ...anew(one, 'social', model), follows: false } : { state: 'ended', at: null };
		}
	},
	miss: {
		real: ({ hall }, id) => miss(hall, CLERK, id),
		model: (one) => {
			if (one.state !== 'called') return undefined;
			return { state: one.misses === 0 ? 'missed' : 'ended', misses: one.misses + 1 };
		}
	},
	keep: {
		real: ({ hall }, id) => park(hall, CLERK, id, { kind: 'papers-kept', reason: null }),
		model: (one, model) => parkedAs(one, 'papers-kept', model)
	},
	fetch: {
		real: ({ hall }, id) => park(hall, CLERK, id, { kind: 'papers-missing', reason: null }),
		model: (one, model) => parkedAs(one, 'papers-missing', model)
	},
	resume: {
		real: ({ hall }, id) => resume(hall, CLERK, id, null),
		model: (one, model) =>
			one.state === 'parked' && !standsAt(model, one.at ?? '') ? { state: 'serving', kind: null } : undefined
	},
	comeBack: {
		real: ({ hall }, id) => comeBack(hall, KIOSK, id),
		model: (one, model) => back(one, model)
	},
	transfer: {
		real: ({ hall }, id) => transfer(hall, CLERK, id, TO_SOCIAL),
		model: (one, model) =>
			LIVELY.includes(one.state) && one.queue === 'homes' ? anew(one, 'social', model) : undefined
	},
	cancel: {
		real: ({ hall }, id) => cancel(hall, CLERK, id, { token: null, reason: 'left' }),
		model: (one) => (one.state === 'ended' ? undefined : { state: 'ended', at: null })
	},
	void: {
		real: ({ hall }, id) => voidTicket(hall, CLERK, id, 'misprint'),
		model: (one) => (one.state === 'waiting' ? { state: 'ended' } : undefined)
	}
};
type Effect = (one: Person, model: Model) => Partial<Person> | undefined;

const TO_SOCIAL = { queue: 'social', window: null, staff: null, back: false, reason: null };
const LIVELY: readonly LegState[] = ['waiting', 'called', 'serving'];

/** A further leg: the time of coming counts, and misses are the leg's own. */
function anew(one: Person, queue: Person['queue'], model: Model): Partial<Person> {
	model.legs += 1;
	const place = one.came - (one.priority ? HEAD_START : 0);
	return { state: 'waiting', at: null, queue, misses: 0, kind: null, place, leg: model.legs };
}

function parkedAs(one: Person, kind: ParkKind, { now }: Model): Partial<Person> | undefined {
	return one.state === 'called' || one.state === 'serving' ? { state: 'parked', kind, aside: now } : undefined;
}

function back(one: Person, model: Model): Partial<Person> | undefined {
	if (one.state === 'parked' && one.kind === 'papers-missing') {
		const late = model.now > one.aside + FETCH_WITHIN;
		const place = late ? model.now - (one.priority ? HEAD_START : 0) : one.place;
		return { state: 'waiting', at: null, kind: null, place };
	}
	if (one.state !== 'missed' || model.now > one.called + RETURN_WITHIN) return undefined;
	const others = model.people.filter((other) => other.state === 'waiting' && other.queue === one.queue);
	const places = others.map((other) => other.place).toSorted((a, b) => a - b);
	const second = places[Math.min(2, places.length) - 1];
	// One millisecond behind the second of those who wait; at once where nobody does.
	const place = Math.max(one.place, second === undefined ? model.now : second + 1 / MINUTE_MS);
	return { state: 'waiting', at: null, place };
}

const act = (what: string, nth: number): Command =>
	command(`${what} of ${String(nth)}`, async (model, here) => {
		const entry = ACTS[what];
		const one = model.people[nth % Math.max(1, model.people.length)];
		if (!entry || !one) return;
		const effect = entry.model(one, model);
		const real = await entry.real(here, one.id);
		expect([what, one.state, real.ok]).toEqual([what, one.state, effect !== undefined]);
		if (!effect || !real.ok) return;
		Object.assign(one, effect);
		expect([real.value.leg.state, real.value.leg.queue]).toEqual([one.state, one.queue]);
	});

const takes = fc
	.tuple(fc.constantFrom('enrol' as const, 'sale' as const), fc.boolean(), fc.integer({ min: 1, max: 12 }))
	.map((wish) => take(...wish));

const commands = fc.commands(
	[
		takes,
		takes,
		fc.constantFrom('1', '2', '3').map(next),
		fc.constantFrom('1', '2', '3').map(next),
		fc.tuple(fc.constantFrom(...Object.keys(ACTS)), fc.nat(5)).map(([what, nth]) => act(what, nth)),
		fc.tuple(fc.constantFrom('start', 'finish', 'miss', 'comeBack'), fc.nat(5)).map(([what, nth]) => act(what, nth))
	],
	{ maxCommands: 80, size: 'max' }
);

const RUNS = { sqlite: 60, postgres: 10 } as const;

describe.each(ENGINES)('%s: a plain model of the state machine', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, CHAIN_HALL);
	});
	afterAll(() => here.close());

	test('T-02 T-04 agrees with the real verbs after every act', { timeout: 120_000 }, async () => {
		const property = fc.asyncProperty(commands, async (list) => {
			await tomorrow(here);
			for (const window of Object.keys(SERVES)) granted(await openWindow(here.hall, CLERK, window, null));
			await fc.asyncModelRun(() => ({ model: { people: [], now: 0, legs: 0 }, real: here }), list);
		});
		await fc.assert(property, { numRuns: RUNS[engine] });
	});
});

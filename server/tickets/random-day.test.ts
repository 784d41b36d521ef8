import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PARK_KINDS, type LegRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { arrival, wishFor } from '#test/fixtures/booking.ts';
import { expectConsistent, expectLedger, expectProven, type Today } from '#test/fixtures/balance.ts';
import { CHAIN_HALL, granted, minutes, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, KIOSK, SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { today, type Hall } from '../hall.ts';
import { book } from '../appointments/book.ts';
import { checkIn } from '../appointments/check-in.ts';
import { appointmentDay } from '../appointments/view.ts';
import { SYSTEM, VISITOR } from '../people/access.ts';
import type { Result } from '../result.ts';
import { releaseWindow } from '../windows/release.ts';
import { closeWindow, openWindow, pauseWindow } from '../windows/state.ts';
import { callNext, recall } from './call.ts';
import { settleClaim } from './claim.ts';
import { endDay } from '../day/end.ts';
import { cancel, voidTicket } from './end.ts';
import type { Held } from './held.ts';
import { issueTicket } from './issue.ts';
import { miss } from './miss.ts';
import { comeBack, finish, park, resume, start } from './serve.ts';
import { transfer } from './transfer.ts';
import { undo } from './undo.ts';

type OnTicket = (hall: Hall, id: number) => Promise<Result<Held>>;

const NOWHERE = { queue: null, window: null, staff: null, back: false, reason: null };

/** What is done to a ticket; refusals belong to the day. */
const ON_TICKET: Record<string, OnTicket> = {
	start: (hall, id) => start(hall, CLERK, id),
	finish: (hall, id) => finish(hall, CLERK, id, 'done'),
	miss: (hall, id) => miss(hall, CLERK, id),
	park: (hall, id) => park(hall, CLERK, id, { kind: PARK_KINDS[id % PARK_KINDS.length] ?? 'other-step', reason: null }),
	resume: (hall, id) => resume(hall, CLERK, id, null),
	comeBack: (hall, id) => comeBack(hall, KIOSK, id),
	elder: (hall, id) => settleClaim(hall, SUPERVISOR, id, { class: 'elder', seen: true, reason: 'seen' }),
	ordinary: (hall, id) => settleClaim(hall, SUPERVISOR, id, { class: 'ordinary', seen: false, reason: 'not shown' }),
	toHomes: (hall, id) =>
		transfer(hall, CLERK, id, { queue: 'homes', window: null, staff: null, back: false, reason: null }),
	toSecond: (hall, id) =>
		transfer(hall, CLERK, id, { queue: 'social', window: '2', staff: null, back: false, reason: null }),
	toHomesAndBack: (hall, id) => transfer(hall, CLERK, id, { ...NOWHERE, queue: 'homes', back: true }),
	toPerson: (hall, id) => transfer(hall, CLERK, id, { ...NOWHERE, staff: '1002' }),
	recall: (hall, id) => recall(hall, CLERK, id),
	cancel: (hall, id) => cancel(hall, CLERK, id, { token: null, reason: 'left' }),
	void: (hall, id) => voidTicket(hall, CLERK, id, 'misprint'),
	undo: (hall, id) => undo(hall, CLERK, id)
};

const WINDOWS = ['1', '2', '3'] as const;
const ON_WINDOW: Record<string, (hall: Hall, window: string) => Promise<Result<unknown>>> = {
	open: (hall, window) => openWindow(hall, CLERK, window, null),
	pause: (hall, window) => pauseWindow(hall, CLERK, window, { reason: 'lunch', minutes: null }),
	close: (hall, window) => closeWindow(hall, CLERK, window),
	release: (hall, window) => releaseWindow(hall, SUPERVISOR, window, 'gone')
};

type Act =
	| { do: 'take'; item: string; priority: string }
	| { do: 'book'; ahead: number }
	| { do: 'arrive'; nth: number; priority: string }
	| { do: 'next'; window: string }
	| { do: 'ticket'; what: string; nth: number }
	| { do: 'window'; what: string; window: string }
	| { do: 'wait'; minutes: number };

const window = fc.constantFrom(...WINDOWS);
const act: fc.Arbitrary<Act> = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({
			do: fc.constant('take' as const),
			item: fc.constantFrom('enrol', 'enrol', 'sale'),
			priority: fc.constantFrom('ordinary', 'ordinary', 'elder', 'service')
		})
	},
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('book' as const), ahead: fc.nat(5) }) },
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constant('arrive' as const),
			nth: fc.nat(3),
			priority: fc.constantFrom('ordinary', 'ordinary', 'elder')
		})
	},
	{ weight: 5, arbitrary: fc.record({ do: fc.constant('next' as const), window }) },
	{
		weight: 9,
		arbitrary: fc.record({
			do: fc.constant('ticket' as const),
			what: fc.constantFrom(...Object.keys(ON_TICKET), 'undo', 'undo', 'comeBack', 'start'),
			nth: fc.nat(3)
		})
	},
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('window' as const),
			what: fc.constantFrom(...Object.keys(ON_WINDOW)),
			window
		})
	},
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.nat(25) }) }
);

let intents = 0;

/** Books one of the next slots of today, or comes for one that somebody has booked. */
async function appoint({ hall, clock }: TestHall, one: Act & { do: 'book' | 'arrive' }): Promise<Result<unknown>> {
	if (one.do === 'book') {
		const slots = hall.setup.file.items.flatMap((item) => hall.setup.slotsOn(item, today(hall)));
		const slot = slots.filter(({ from }) => from > clock.now())[one.ahead]?.from ?? 0;
		return book(hall, VISITOR, wishFor('2026-01-01 00:00', { slot }));
	}
	const { appointments } = await appointmentDay(hall, today(hall));
	const code = appointments[one.nth % Math.max(1, appointments.length)]?.code ?? '';
	return checkIn(hall, KIOSK, arrival({ code }, { class: one.priority }));
}

/** A living ticket, else the newest; 0 while there is none. */
function oneOf({ tickets }: Today, nth: number): number {
	const living = tickets.filter((ticket) => ticket.state === 'live');
	return (living[nth % Math.max(1, living.length)] ?? tickets.at(-1))?.id ?? 0;
}

/** Does one thing. */
async function happen(here: TestHall, one: Act, now: Today): Promise<Result<unknown> | undefined> {
	const { hall } = here;
	switch (one.do) {
		case 'take': {
			intents += 1;
			const wish = { item: one.item, class: one.priority, intent: `random-${intents}`, lang: 'zh-CN', device: null };
			return issueTicket(hall, KIOSK, wish);
		}
		case 'book':
		case 'arrive':
			return appoint(here, one);
		case 'next':
			return callNext(hall, CLERK, one.window);
		case 'ticket':
			return ON_TICKET[one.what]?.(hall, oneOf(now, one.nth));
		case 'window':
			return ON_WINDOW[one.what]?.(hall, one.window);
		case 'wait':
			await minutes(here, one.minutes);
			return undefined;
	}
}

/** Those a window may call, by the words of the rule and not by its code: least time of coming minus head starts. */
function mayCall({ hall }: TestHall, before: Today, code: string): LegRow[] {
	const preference = new Map(hall.setup.queuesOf(code).map((one) => [one.queue, one.headStartMinutes * 60_000]));
	const rank = (leg: LegRow): number => leg.rank_at - (preference.get(leg.queue) ?? 0);
	const staff = before.windows.find((one) => one.code === code)?.staff ?? null;
	return before.legs
		.filter((leg) => leg.state === 'waiting' && preference.has(leg.queue))
		.filter((leg) => leg.for_window === null || leg.for_window === code)
		.filter((leg) => leg.for_staff === null || leg.for_staff === staff)
		.toSorted((a, b) => rank(a) - rank(b) || a.id - b.id);
}

function expectFairCall(here: TestHall, before: Today, code: string, answer: Result<unknown>): void {
	const able = mayCall(here, before, code);
	if (!answer.ok) {
		if (answer.refusal === 'nobody-waiting') expect(able).toEqual([]);
		return;
	}
	const { leg } = answer.value as Held;
	expect(leg.id).toBe(able[0]?.id);
	const came = (one: LegRow): number => before.tickets.find(({ id }) => id === one.ticket)?.since ?? Number.NaN;
	// Who missed a call, or came back with papers too late, has a later time than that of coming.
	for (const passed of able.filter((one) => one.queue === leg.queue && since(one) <= came(one))) {
		expect(came(leg)).toBeLessThanOrEqual(came(passed) + leg.head_start_ms);
		if (passed.head_start_ms === leg.head_start_ms) expect(came(leg)).toBeLessThanOrEqual(came(passed));
	}
}

function expectSeniorityKept(before: Today, answer: Result<unknown>): void {
	const moved = (answer as Result<Held>).ok ? (answer as { value: Held }).value : undefined;
	const old = before.legs.filter((leg) => leg.ticket === moved?.ticket.id && leg.state !== 'ended').at(-1);
	if (moved && old) expect(since(moved.leg)).toBeLessThanOrEqual(since(old));
}

/** What the leg counts as having come at, head starts aside. */
function since(leg: LegRow): number {
	return leg.rank_at + leg.head_start_ms;
}

/** Several acts at once are judged by what is left of them; one alone also by whether it was fair. */
async function moment(here: TestHall, acts: Act[], before: Today): Promise<Today> {
	const answers = await Promise.all(acts.map((one) => happen(here, one, before)));
	const [one, answer] = [acts[0], answers[0]];
	if (acts.length === 1 && one && answer) {
		if (one.do === 'next') expectFairCall(here, before, one.window, answer);
		if (one.do === 'ticket' && one.what.startsWith('to')) expectSeniorityKept(before, answer);
	}
	return expectConsistent(here);
}

/** issued = ended + cancelled + missed + expired + void, and nobody is left anywhere. */
async function expectBalanced(here: TestHall): Promise<void> {
	await endDay(here.hall, SYSTEM, today(here.hall));
	const { tickets, legs } = await expectConsistent(here);
	expect(tickets.filter((one) => one.state === 'live' || one.ended_at === null)).toEqual([]);
	expect(legs.filter((leg) => leg.state !== 'ended')).toEqual([]);
	await expectLedger(here);
	await expectProven(here);
}

/** `enrol` can be booked, two places each ten minutes. */
const HALL = CHAIN_HALL.replace(
	'    basis: { zh: 社会保险法,',
	'    appointments: { slotMinutes: 10, perSlot: 2, daysAhead: 1 }\n    basis: { zh: 社会保险法,'
);

const RUNS = { sqlite: 25, postgres: 6 } as const;

describe.each(ENGINES)('%s: whatever happens in a day', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, HALL);
	});
	afterAll(() => here.close());

	const day = fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { maxLength: 30, size: 'max' });
	const property = fc.asyncProperty(day, async (moments) => {
		await tomorrow(here);
		for (const code of WINDOWS) granted(await openWindow(here.hall, CLERK, code, null));
		let now = await expectConsistent(here);
		for (const acts of moments) now = await moment(here, acts, now);
		await expectBalanced(here);
	});

	test('T-01 T-02 T-03 T-04 numbers, order, places, counts and ledger hold together, and the day balances', async () => {
		await fc.assert(property, { numRuns: RUNS[engine] });
	});
});

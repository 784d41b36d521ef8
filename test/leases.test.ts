import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { give, granted as taken, reported, reportOf, type Given, type Kept } from '#kiosk/offline/lease.ts';
import { dayBalance } from '#server/day/balance.ts';
import { endDay } from '#server/day/end.ts';
import { today } from '#server/hall.ts';
import { grantLease } from '#server/leases/grant.ts';
import { reportLease, type LeaseSaying } from '#server/leases/report.ts';
import { SYSTEM } from '#server/people/access.ts';
import { callNext } from '#server/tickets/call.ts';
import { issueTicket } from '#server/tickets/issue.ts';
import { finish, start } from '#server/tickets/serve.ts';
import { ENGINES } from './db.ts';
import { LEASE_HALL } from './fixtures/leases.ts';
import { expectLedger, expectProven } from './fixtures/balance.ts';
import { minutes, tomorrow } from './fixtures/days.ts';
import { CLERK, KIOSK, testHall, type TestHall } from './hall.ts';

/* Two kiosks, their lines, their storage and the hall, in any order of what may happen on a day. */

type Act =
	| { do: 'take'; kiosk: 0 | 1; item: 'enrol' | 'sale'; answer: boolean }
	| { do: 'report'; kiosk: 0 | 1; answer: boolean }
	| { do: 'line'; kiosk: 0 | 1; up: boolean }
	| { do: 'wipe'; kiosk: 0 | 1 }
	| { do: 'next' }
	| { do: 'wait'; minutes: number };

const kiosk = fc.constantFrom(0 as const, 1 as const);
const act: fc.Arbitrary<Act> = fc.oneof(
	{
		weight: 8,
		arbitrary: fc.record({
			...{
				do: fc.constant('take' as const),
				kiosk,
				item: fc.constantFrom('enrol' as const, 'enrol' as const, 'sale' as const)
			},
			answer: fc.boolean()
		})
	},
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('report' as const), kiosk, answer: fc.boolean() }) },
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('line' as const), kiosk, up: fc.boolean() }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('wipe' as const), kiosk }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('next' as const) }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 40 }) }) }
);

let wishes = 0;

/** One kiosk: what its browser keeps, and whether it has a line. */
class Machine {
	kept: Kept;
	up = true;
	/** every number that a visitor was shown without a line, and those whose storage was wiped afterwards */
	readonly shown: Given[] = [];
	readonly lost = new Set<string>();
	readonly #here: TestHall;
	readonly #device: string;

	constructor(here: TestHall, device: string) {
		this.#here = here;
		this.#device = device;
		this.kept = this.#empty();
	}

	wipe(): void {
		for (const { token } of this.kept.used) this.lost.add(token);
		this.kept = this.#empty();
	}

	/** Tells what it has given, then asks for a block where it has none. @param heard whether the answer arrives */
	async report(heard: boolean): Promise<void> {
		const { hall } = this.#here;
		const saying = reportOf(this.kept, hall.clock.now());
		if (saying) {
			const body = saying.body as Omit<LeaseSaying, 'lease'>;
			const answer = await reportLease(hall, KIOSK, { ...body, lease: saying.lease });
			if (heard && answer.ok) this.kept = reported(this.kept, answer.value);
		}
		if (this.kept.lease) return;
		const lease = await grantLease(hall, KIOSK, { device: this.#device, holder: this.kept.holder });
		if (heard && lease.ok) this.kept = taken(this.kept, lease.value);
	}

	/** A visitor wants a number: by the line, or from the block where there is none or its answer was lost. */
	async take(item: 'enrol' | 'sale', heard: boolean): Promise<void> {
		const { hall } = this.#here;
		wishes += 1;
		const intent = `lease-wish-${String(wishes)}`;
		const wish = { item, class: 'ordinary', intent, lang: 'zh-CN', device: this.#device };
		if (this.up) await issueTicket(hall, KIOSK, wish);
		if (this.up && heard) return;
		this.up = false;
		const queue = item === 'enrol' ? 'social' : 'homes';
		const given = give(this.kept, {
			...{ item: { code: item, queue }, class: 'ordinary', lang: 'zh-CN', intent, now: hall.clock.now() }
		});
		if (!given) return;
		this.kept = given.kept;
		this.shown.push(given.given);
	}

	#empty(): Kept {
		wishes += 1;
		return { holder: `browser-${String(wishes)}`, lease: null, used: [] };
	}
}

/** Calls the next number and serves it at once. */
async function serveNext(here: TestHall): Promise<void> {
	const called = await callNext(here.hall, CLERK, '2');
	if (!called.ok) return;
	await start(here.hall, CLERK, called.value.ticket.id);
	await finish(here.hall, CLERK, called.value.ticket.id, 'done');
}

function play(here: TestHall, machines: readonly [Machine, Machine], one: Act): Promise<void> | void {
	if (one.do === 'next') return serveNext(here);
	if (one.do === 'wait') return minutes(here, one.minutes);
	const machine = machines[one.kiosk];
	switch (one.do) {
		case 'take':
			return machine.take(one.item, one.answer);
		case 'report':
			return machine.up ? machine.report(one.answer) : undefined;
		case 'line':
			machine.up = one.up;
			return;
		case 'wipe':
			machine.wipe();
	}
}

/** T-01: each number from 001 on is on one ticket, or void with its reason. */
async function everyNumber(here: TestHall, day: string): Promise<void> {
	const { read } = here.hall;
	const tickets = await read.selectFrom('ticket').select(['queue', 'n']).where('day', '=', day).execute();
	const kept = await read.selectFrom('lease_number').selectAll().where('day', '=', day).execute();
	const spare = kept.filter(({ state, reason }) => state === 'void' && reason !== null);
	for (const { queue, last_number, waiting } of await read
		.selectFrom('queue_day')
		.selectAll()
		.where('day', '=', day)
		.execute()) {
		const numbers = [...tickets, ...spare].filter((one) => one.queue === queue).map(({ n }) => n);
		expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: last_number }, (_, i) => i + 1));
		expect({ queue, waiting }).toEqual({ queue, waiting: 0 });
	}
	expect(kept.filter(({ state }) => state === 'out')).toEqual([]);
}

describe.each(ENGINES)('%s: numbers without a line', { timeout: 120_000 }, (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LEASE_HALL);
	});
	afterAll(() => here.close());

	test('T-01 K-12 whatever happens to lines, answers and storage, no number is given twice and every gap is explained', async () => {
		const runs = engine === 'sqlite' ? 30 : 12;
		await fc.assert(
			fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 45 }), async (acts) => {
				await tomorrow(here);
				await here.open('2');
				const machines = [new Machine(here, 'kiosk-1'), new Machine(here, 'kiosk-2')] as const;
				for (const machine of machines) await machine.report(true);
				for (const one of acts) await play(here, machines, one);
				const shown = machines.flatMap((machine) => machine.shown);
				const lost = new Set(machines.flatMap((machine) => [...machine.lost]));
				// Everybody comes back, and says it twice.
				for (const machine of machines) {
					await machine.report(false);
					await machine.report(true);
				}
				const day = today(here.hall);
				const tickets = await here.hall.read.selectFrom('ticket').selectAll().where('day', '=', day).execute();
				for (const one of shown) {
					const own = tickets.filter(({ token }) => token === one.token);
					expect([one.number, own.map(({ number }) => number)]).toEqual([
						one.number,
						lost.has(one.token) && own.length === 0 ? [] : [one.number]
					]);
				}
				expect(new Set(shown.map(({ queue, n }) => `${queue} ${String(n)}`)).size).toBe(shown.length);
				await endDay(here.hall, SYSTEM, day);
				await everyNumber(here, day);
				const { queues, lost: gone } = await dayBalance(here.hall.read, here.hall.id, day);
				expect([queues.filter(({ balanced }) => !balanced), gone]).toEqual([[], []]);
			}),
			{ numRuns: runs }
		);
		await expectLedger(here);
		await expectProven(here);
	});
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerRow } from '#db/schema.ts';
import { tabledDatabase, ENGINES, type EmptyDatabase } from '#test/db.ts';
import { expectProven } from '#test/fixtures/balance.ts';
import { simulated, type Simulated } from '#test/fixtures/simulated.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { firstWaits, overtakesOf, usesOf } from '../rules/whatif/measure.ts';
import { headStart } from '../rules/whatif/disciplines.ts';
import { play } from '../rules/whatif/play.ts';
import type { Waited } from '../rules/whatif/visit.ts';
import { BadDay } from '../rush/day-file.ts';
import { dayReport, openPosts } from './report.ts';
import { openSandbox } from './sandbox.ts';
import { Stage } from './stage.ts';
import type { DayRun } from './run.ts';

/** Everything that a day is made of, but for chance that is not the seed's: tokens, and the salt of the chain. */
function told(lines: readonly LedgerRow[]): object[] {
	return lines.map(({ body, ...line }) => ({ ...line, body: JSON.parse(body) as object, salt: '', hash: '' }));
}

function order(waited: readonly Waited[]): string[] {
	const called = waited.filter((one) => one.calledAt !== null);
	const calls = called.map((one) => `${String(one.calledAt)} ${one.window ?? ''} ${one.number}`);
	return calls.toSorted();
}

const MINUTE_MS = 60_000;

describe.each(ENGINES)('%s: a simulated day', (engine) => {
	let database: EmptyDatabase;
	let here: Simulated;
	let run: DayRun;
	beforeAll(async () => {
		database = await tabledDatabase(engine);
		here = await simulated(database.url);
		run = here.run;
	});
	afterAll(async () => {
		await here.close();
		await database.drop();
	});

	test('T-04 has everything that happens in a hall', () => {
		const acts = new Set(here.lines.map((line) => line.act));
		const wanted = [
			...['issued', 'called', 'recalled', 'started', 'finished', 'missed', 'returned', 'parked', 'resumed'],
			...['transferred', 'undone', 'released', 'claim-settled', 'cancelled']
		].map((act) => `ticket.${act}`);
		expect(wanted.filter((act) => !acts.has(act))).toEqual([]);
		for (const act of [
			'appointment.booked',
			'appointment.arrived',
			'appointment.missed',
			'window.paused',
			'window.closed',
			'slip.printed',
			'slip.failed',
			'day.closed'
		]) {
			expect(acts).toContain(act);
		}
		expect(run.refused.get('queue-full')).toBeGreaterThan(0);
		expect(run.unstaffed).toEqual([]);
	});

	test('T-01 balances: every number has one end, and the ledger has no gap', async () => {
		expect(run.tickets.filter((one) => one.state === 'live' || one.ended_at === null)).toEqual([]);
		for (const queue of ['social', 'card']) {
			const given = run.tickets.filter((one) => one.queue === queue).map((one) => one.n);
			expect(given).toEqual(Array.from({ length: given.length }, (_, i) => i + 1));
		}
		const { hall } = here;
		const { n } = await hall.read
			.selectFrom('ledger')
			.select(({ fn }) => fn.countAll<number>().as('n'))
			.executeTakeFirstOrThrow();
		const { seq } = await hall.read.selectFrom('hall').select('seq').executeTakeFirstOrThrow();
		expect(n).toBe(seq);
	});

	test('T-03 has a ledger that is whole, and from which every call comes out again with its reason', async () => {
		await expectProven(here);
		const proven = await verifyLedger(here.hall, { day: null, replay: true });
		expect(proven?.replayed?.judged).toBeGreaterThan(20);
	});

	test('T-02 nobody is passed by who came more than a head start later, and no window idles while somebody waits', () => {
		const found = overtakesOf(run.recorded.waited, run.posts);
		expect(found.breaches).toEqual([]);
		expect(found.calls).toBeGreaterThan(80);
		expect(found.latest).toBeGreaterThan(0);
		// the longest head start of the hall; a way back to a window has another 25 minutes
		expect(found.latest).toBeLessThanOrEqual(40 * MINUTE_MS);
		for (const use of usesOf(run.recorded.waited, openPosts(run), run.recorded.end).values()) {
			expect(use.idleWhileWaiting).toBe(0);
			expect(use.busy).toBeLessThanOrEqual(use.open);
		}
	});

	test('K-01 slips come out on virtual paper, whatever wires the hall file names, and are given up when none can', () => {
		const fates = new Set(run.slips.map((one) => one.state));
		expect(fates).toEqual(new Set(['printed', 'failed']));
		expect(run.papers).toBe(run.slips.filter((one) => one.state === 'printed').length);
	});

	test('T-02 played again from its ledger it is the same day, call for call', () => {
		const { recorded } = run;
		const again = play(recorded.visits, openPosts(run), { discipline: headStart(), returnBehind: 2 });
		expect(order(again)).toEqual(order(recorded.waited));
		expect(firstWaits(again).length).toBeGreaterThan(50);
	});

	test('S-04 its report names waits, overtakes, windows, balance, what was told, and slips', () => {
		const report = dayReport(run).join('\n');
		for (const part of [
			/waiting, minutes to the first call\n +class +called +mean +P50 +P90 +P99 +max\n +all /,
			/against the bound: 0\n/,
			/idle while somebody waited for it: 0\.0\n/,
			/queue +issued +ended +cancelled +missed +expired +void +difference\n +card +15 .* 0\n +social .* 0\n/,
			/told and true, \d+ visitors: not longer than told \d/,
			/slips: failed .*printed \d+/,
			/no number, queue-full: \d/
		]) {
			expect(report).toMatch(part);
		}
	});

	test('the same seed is the same day, bit for bit, on any engine; another seed is another day', async () => {
		const [again, other] = [await simulated(null), await simulated(null, { seed: 8 })];
		expect(told(again.lines)).toEqual(told(here.lines));
		expect(again.run.slips.map((one) => [one.id, one.state, one.changed_at])).toEqual(
			run.slips.map((one) => [one.id, one.state, one.changed_at])
		);
		expect(told(other.lines)).not.toEqual(told(here.lines));
		await again.close();
		await other.close();
	});

	test('a database in which a hall lives, or anything else, is refused', async () => {
		const wish = { hallFile: 'hall.yaml', url: database.url };
		await expect(openSandbox(new Stage(0), wish)).rejects.toThrow(BadDay);
		await expect(openSandbox(new Stage(0), wish)).rejects.toThrow('holds a hall or other tables already');
	});
});

test('a day in which something breaks ends with what broke', async () => {
	const stage = new Stage(0);
	stage.go(async () => {
		await stage.sleep(1000);
		throw new Error('the roof came down');
	});
	stage.clock.every(10, () => undefined);
	await expect(stage.run(() => false)).rejects.toThrow('the roof came down');
	expect(stage.clock.now()).toBe(1000);
});

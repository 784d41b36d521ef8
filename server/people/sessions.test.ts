import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesAfter, newestLine } from '#db/ledger.ts';
import { getStaff } from '#db/people.ts';
import type { SessionRow, StaffRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { LONG_HALL, minutes, tomorrow } from '#test/fixtures/days.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { hashOf } from './secrets.ts';
import { beginSession, endSession, sessionOf } from './sessions.ts';

describe.each(ENGINES)('%s: a session', (engine) => {
	let here: TestHall;
	let clerk: StaffRow;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
		const row = await getStaff(here.hall.read, here.hall.id, '1001');
		if (!row) throw new Error('no clerk 1001');
		clerk = row;
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const begin = (window: string | null = '1'): Promise<string> => beginSession(here.hall, clerk, window);
	const lives = async (token: string): Promise<boolean> => (await sessionOf(here.hall, token)) !== undefined;
	const rows = (): Promise<SessionRow[]> => here.hall.read.selectFrom('session').selectAll().execute();

	test('W-01 is known by its token, which is stored only as a hash', async () => {
		const token = await begin();
		expect(await sessionOf(here.hall, token)).toEqual({
			who: { role: 'clerk', name: 'staff:1001', staff: '1001', window: '1' },
			hash: hashOf(token)
		});
		expect(JSON.stringify(await rows())).not.toContain(token);
		for (const forged of ['', 'x', hashOf(token), `${token}a`]) expect(await lives(forged)).toBe(false);
	});

	test('W-01 there is one per window: who signs in there ends another', async () => {
		const first = await begin('2');
		const other = await getStaff(here.hall.read, here.hall.id, '1003');
		if (!other) throw new Error('no clerk 1003');
		const second = await beginSession(here.hall, other, '2');
		expect([await lives(first), await lives(second)]).toEqual([false, true]);
	});

	test('W-01 there is one per staff number: a new one ends the other', async () => {
		const first = await begin();
		const second = await begin(null);
		expect([await lives(first), await lives(second)]).toEqual([false, true]);
		expect(await rows()).toHaveLength(1);
	});

	test('W-01 two that begin at the same moment leave one', async () => {
		const tokens = await Promise.all([begin(), begin(), begin()]);
		const living = await Promise.all(tokens.map(lives));
		expect(living).toEqual([false, false, true]);
	});

	test('W-01 ends after two hours without a request, and lives on with one', async () => {
		const token = await begin();
		await minutes(here, 119);
		expect(await lives(token)).toBe(true);
		await minutes(here, 119);
		expect(await lives(token)).toBe(true);
		await minutes(here, 120);
		expect(await lives(token)).toBe(false);
	});

	test('W-01 ends after twelve hours, however busy it is', async () => {
		const token = await begin();
		for (let hour = 1; hour < 12; hour += 1) {
			await minutes(here, 60);
			expect(await lives(token)).toBe(true);
		}
		await minutes(here, 60);
		expect(await lives(token)).toBe(false);
	});

	test('the last use is written down once a minute, not at every request', async () => {
		const token = await begin();
		const [begun] = await rows();
		await here.clock.advance(59_999);
		await sessionOf(here.hall, token);
		expect((await rows())[0]?.seen_at).toBe(begun?.seen_at);
		await here.clock.advance(1);
		await sessionOf(here.hall, token);
		expect((await rows())[0]?.seen_at).toBe(here.clock.now());
	});

	test('W-01 ends by signing out, which the ledger tells as it tells the beginning', async () => {
		const since = await newestLine(here.hall.read, here.hall.id);
		const token = await begin();
		const session = await sessionOf(here.hall, token);
		if (session) await endSession(here.hall, session);
		expect(await lives(token)).toBe(false);
		const lines = await linesAfter(here.hall.read, here.hall.id, since);
		expect(lines.map((line) => [line.act, line.actor, line.window])).toEqual([
			['staff.signed-in', 'staff:1001', '1'],
			['staff.signed-out', 'staff:1001', null]
		]);
	});

	test('W-01 ends when its person is no more on the staff', async () => {
		const token = await begin();
		const active = (value: number): Promise<unknown> =>
			here.hall.write(({ k }) => k.updateTable('staff').set({ active: value }).where('no', '=', '1001').execute());
		await active(0);
		expect(await lives(token)).toBe(false);
		await active(1);
	});

	test('what has expired is cleared away by the next who signs in', async () => {
		const other = await getStaff(here.hall.read, here.hall.id, '1002');
		if (other) await beginSession(here.hall, other, null);
		await minutes(here, 12 * 60);
		await begin();
		expect((await rows()).map((row) => row.staff)).toEqual(['1001']);
	});
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesAfter, newestLine } from '#db/ledger.ts';
import { overridesBetween } from '#db/opinions.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, LONG_HALL, refusal, tomorrow } from '#test/fixtures/days.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { today } from '../hall.ts';
import { problemOf } from '../api/problem.ts';
import { done, type Result } from '../result.ts';
import { barredWording } from './written.ts';

describe.each(ENGINES)('%s: what is written to visitors', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	/** A verb that writes, as notice and answer are. */
	const send = (texts: (string | null)[], override = false): Promise<Result<string>> =>
		here.hall.write(async (tx) => {
			const written = { kind: 'notice', texts, override, window: '1', ticket: null };
			return (await barredWording(tx, here.hall, clerkAt('1'), written)) ?? done('sent');
		});
	const overridden = (): ReturnType<typeof overridesBetween> =>
		overridesBetween(here.hall.read, { hall: here.hall.id, from: today(here.hall), to: today(here.hall) });

	test('W-09 courteous texts pass and leave nothing behind', async () => {
		const before = await newestLine(here.hall.read, here.hall.id);
		expect(await send(['尚缺户口簿，请补交。', null])).toEqual(done('sent'));
		expect(await newestLine(here.hall.read, here.hall.id)).toBe(before);
		expect(await overridden()).toEqual([]);
	});

	test('W-09 forbidden wording is refused, with the words and what to say instead', async () => {
		const result = await send(['请补户口簿。', '急什么，明天再来。']);
		expect(refusal(result)).toBe('wording');
		if (result.ok) return;
		const problem = problemOf(result, 'zh-CN');
		expect(problem).toMatchObject({ code: 'wording', status: 409 });
		expect(problem.detail).toBe('hurry: “急什么” → 请您慢慢来，我等您');
		expect(await overridden()).toEqual([]);
	});

	test('W-09 sent as it is, it is recorded by class and clause, without the words', async () => {
		const before = await newestLine(here.hall.read, here.hall.id);
		expect(await send(['急什么，这不归我管。'], true)).toEqual(done('sent'));
		expect(await overridden()).toMatchObject([
			{ class: 'hurry', kind: 'notice', window: '1', staff: '1001', n: 0 },
			{ class: 'passing-buck', n: 1 }
		]);
		const lines = await linesAfter(here.hall.read, here.hall.id, before);
		expect(lines).toMatchObject([{ act: 'wording.overridden', actor: 'staff:1001' }]);
		expect(lines[0]?.body).not.toContain('急什么');
		expect(JSON.parse(lines[0]?.body ?? '')).toMatchObject({
			kind: 'notice',
			findings: [{ class: 'hurry', clause: 'N0 24, N4 2.4, 6.4' }, { class: 'passing-buck' }]
		});
	});
});

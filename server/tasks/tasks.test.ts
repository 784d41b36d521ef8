import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ENGINES } from '#test/db.ts';
import { granted, refusal, tomorrow } from '#test/fixtures/days.ts';
import { HOUSE_HALL } from '#test/fixtures/house.ts';
import { SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { alarmViews } from '../alarms/view.ts';
import { actOnCase } from '../cases/act.ts';
import { keepCases } from '../cases/keep.ts';
import { today } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { addDays } from '../rules/day.ts';
import { giveTask, type TaskWish } from './give.ts';
import { tasksView } from './view.ts';

const CLERK: Who = { role: 'clerk', name: 'staff:1001', staff: '1001' };
const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };
const OTHER: Who = { role: 'supervisor', name: 'staff:9002', staff: '9002' };
const DAY_MS = 86_400_000;

describe.each(ENGINES)('%s: tasks of the bureau', (engine) => {
	let here: TestHall;
	let intents = 0;
	beforeAll(async () => {
		here = await testHall(engine, HOUSE_HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const give = (wish: Partial<TaskWish>): ReturnType<typeof giveTask> => {
		intents += 1;
		const blank = { title: '更新办事指南', text: '换成新版', staff: [], desks: [], day: addDays(today(here.hall), 3) };
		return giveTask(here.hall, SUPERVISOR, { ...blank, intent: `task-intent-${String(intents)}`, ...wish });
	};
	const act = (id: number, name: string, who: Who, text = '已办'): ReturnType<typeof actOnCase> =>
		actOnCase(here.hall, who, id, { act: name, text, days: null });

	test('G-08 given to several, each has one of its own; a desk’s is with whoever stands there', async () => {
		const rows = granted(await give({ staff: ['1001', '1002'], desks: ['main'] }));
		expect(rows.map(({ owner, desk }) => [owner, desk])).toEqual([
			['1001', null],
			['1002', null],
			['8001', 'main']
		]);
		const own = await tasksView(here.hall, GUIDE, 'own');
		expect(own.cases[0]).toMatchObject({ about: '更新办事指南', givenBy: '9001', desk: { zh: '总台' } });
		expect((await tasksView(here.hall, SUPERVISOR, 'given')).counts.given).toBeGreaterThanOrEqual(3);
		expect((await tasksView(here.hall, CLERK, 'given')).cases).toEqual([]);
	});

	test('G-08 the same wish is the same task; what cannot be given leaves nothing behind', async () => {
		const intent = 'the-same-task-intent';
		const [first] = granted(await give({ staff: ['1001'], intent }));
		expect(granted(await give({ staff: ['1001'], intent }))[0]?.id).toBe(first?.id);
		const before = (await tasksView(here.hall, SUPERVISOR, 'given')).cases.length;
		expect(refusal(await give({ staff: ['1001', '4444'] }))).toBe('staff-unknown');
		expect(refusal(await give({}))).toBe('receiver-needed');
		expect(refusal(await give({ staff: ['1001'], day: addDays(today(here.hall), -1) }))).toBe('due-day-invalid');
		expect(refusal(await give({ staff: ['1001'], title: ' ' }))).toBe('text-needed');
		expect((await tasksView(here.hall, SUPERVISOR, 'given')).cases).toHaveLength(before);
	});

	test('G-08 done with a report, sent back, done again, accepted; never by who did it', async () => {
		const [task] = granted(await give({ staff: ['9002'] }));
		const id = task?.id ?? 0;
		expect(refusal(await act(id, 'report', OTHER, ''))).toBe('text-needed');
		granted(await act(id, 'report', OTHER));
		expect(refusal(await act(id, 'accept', OTHER))).toBe('not-your-case');
		granted(await act(id, 'send-back', SUPERVISOR, '还缺英文'));
		granted(await act(id, 'report', OTHER));
		expect(granted(await act(id, 'accept', SUPERVISOR))).toMatchObject({ state: 'closed', outcome: 'done' });
		expect(refusal(await act(id, 'report', CLERK))).toBe('case-unknown');
	});

	test('G-08 its owner is reminded before the day, and after it the supervisor is told', async () => {
		const [task] = granted(await give({ staff: ['1003'] }));
		const id = task?.id ?? 0;
		await here.clock.advance(2 * DAY_MS);
		await keepCases(here.hall);
		expect((await tasksView(here.hall, SUPERVISOR, 'overdue')).cases.map((line) => line.id)).not.toContain(id);
		await here.clock.advance(5 * DAY_MS);
		await keepCases(here.hall);
		expect((await tasksView(here.hall, SUPERVISOR, 'overdue')).cases.map((line) => line.id)).toContain(id);
		const alarms = await alarmViews(here.hall, SUPERVISOR);
		expect(alarms.some(({ kind, about }) => kind === 'case-overdue' && about['owner'] === '1003')).toBe(true);
	});
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newestLine } from '#db/ledger.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, minutes, refusal, tomorrow, until } from '#test/fixtures/days.ts';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { CLERK, SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { raiseAlarm, seeAlarm } from '../alarms/alarms.ts';
import { alarmViews } from '../alarms/view.ts';
import { figures } from '../figures/figures.ts';
import { today } from '../hall.ts';
import { makeRounds } from '../run/rounds.ts';
import { callNext } from '../tickets/call.ts';
import { closeWindow, openWindow, pauseWindow } from './state.ts';
import { consoleView } from './view.ts';

function raise(error: unknown): never {
	throw error;
}

const kinds = async (here: TestHall): Promise<string[]> => {
	await here.look();
	await makeRounds(here.hall, raise);
	return (await alarmViews(here.hall, SUPERVISOR)).map(({ kind }) => kind);
};

describe.each(ENGINES)('%s: W-01 windows that call for somebody', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
	});
	beforeEach(async () => {
		await tomorrow(here);
		await makeRounds(here.hall, raise);
	});
	afterAll(() => here.close());

	test('one left open while people wait alarms until somebody calls', async () => {
		await here.open('1');
		await here.take('enrol');
		expect(await kinds(here)).toEqual([]);
		await minutes(here, 6);
		expect(await kinds(here)).toEqual(['window-unattended']);
		const line = await newestLine(here.hall.read, here.hall.id);
		expect(await kinds(here)).toEqual(['window-unattended']);
		expect(await newestLine(here.hall.read, here.hall.id)).toBe(line);
		expect((await consoleView(here.hall, CLERK, '1'))?.alarms).toHaveLength(1);
		expect((await consoleView(here.hall, CLERK, '2'))?.alarms).toEqual([]);
		granted(await callNext(here.hall, CLERK, '1'));
		expect(await kinds(here)).toEqual([]);
	});

	test('a clerk says of the own window only that somebody looks, and ends nothing that is told to the supervisor', async () => {
		await here.open('1');
		await here.take('enrol');
		await minutes(here, 6);
		await kinds(here);
		const [alarm] = await alarmViews(here.hall, SUPERVISOR);
		expect(refusal(await seeAlarm(here.hall, clerkAt('2'), alarm?.id ?? 0))).toBe('not-allowed');
		expect(await alarmViews(here.hall, clerkAt('2'))).toEqual([]);
		granted(await seeAlarm(here.hall, clerkAt('1'), alarm?.id ?? 0));
		const event = { kind: 'second-notice', key: 'k', window: '1', about: {} } as const;
		await here.hall.write((tx) => raiseAlarm(tx, here.hall, event));
		const told = (await alarmViews(here.hall, SUPERVISOR)).find(({ kind }) => kind === 'second-notice');
		expect(refusal(await seeAlarm(here.hall, clerkAt('1'), told?.id ?? 0))).toBe('not-allowed');
		expect((await alarmViews(here.hall, clerkAt('1'))).map(({ kind }) => kind)).toEqual(['window-unattended']);
		granted(await seeAlarm(here.hall, SUPERVISOR, told?.id ?? 0));
		await here.hall.write((tx) => raiseAlarm(tx, here.hall, { ...event, kind: 'window-unattended', key: 'gone' }));
		expect(await kinds(here)).toEqual(['window-unattended']);
		granted(await callNext(here.hall, CLERK, '1'));
		expect(await kinds(here)).toEqual([]);
	});

	test('a pause beyond its planned end alarms, and who has seen it is told', async () => {
		await here.open('1');
		granted(await pauseWindow(here.hall, clerkAt('1'), '1', { reason: 'lunch', minutes: 30 }));
		await minutes(here, 35);
		expect(await kinds(here)).toEqual([]);
		await minutes(here, 1);
		expect(await kinds(here)).toEqual(['pause-over']);
		const [alarm] = await alarmViews(here.hall, SUPERVISOR);
		granted(await seeAlarm(here.hall, SUPERVISOR, alarm?.id ?? 0));
		expect(await alarmViews(here.hall, SUPERVISOR)).toMatchObject([{ kind: 'pause-over', seenBy: '9001' }]);
		granted(await openWindow(here.hall, clerkAt('1'), '1', null));
		expect(await kinds(here)).toEqual([]);
		expect(refusal(await seeAlarm(here.hall, SUPERVISOR, alarm?.id ?? 0))).toBe('alarm-unknown');
	});
});

const COVERED = SMALL_HALL.replace(
	'{ code: 1, zone: east, queues: [social] }',
	'{ code: 1, zone: east, queues: [social], standIn: 2 }'
);

describe.each(ENGINES)('%s: AB岗', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, COVERED);
	});
	afterAll(() => here.close());

	test('a post without its stand-in alarms in opening hours, and the time covered is counted', async () => {
		await until(here, '2026-11-23T00:30Z');
		await makeRounds(here.hall, raise);
		expect(await kinds(here)).toEqual([]);
		await until(here, '2026-11-23T01:11Z');
		expect(await kinds(here)).toEqual(['cover-missing']);
		expect(await alarmViews(here.hall, SUPERVISOR)).toMatchObject([
			{ window: { zh: '1号窗口' }, about: { standIn: '2' } }
		]);
		await here.open('2');
		expect(await kinds(here)).toEqual([]);
		await until(here, '2026-11-23T02:00Z');
		granted(await closeWindow(here.hall, CLERK, '2'));
		const counted = granted(await figures(here.hall, today(here.hall), today(here.hall)));
		const [windows] = counted.tables;
		expect(windows?.rows[0]).toMatchObject([{ zh: '1号窗口', en: 'Window 1' }, 0, 0, 0, 49 / 60, 1]);
		expect(windows?.rows[1]?.slice(1, 5)).toEqual([49, 0, 0, null]);
	});

	test.each([
		['2026-11-24', '2026-11-23'],
		['2026-02-30', '2026-03-01'],
		['2025-01-01', '2026-11-23'],
		['x', 'y']
	])('figures from %s to %s are not counted', async (from, to) => {
		expect(refusal(await figures(here.hall, from, to))).toBe('bad-request');
	});
});

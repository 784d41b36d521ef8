import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesAfter, newestLine } from '#db/ledger.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, refusal, tomorrow } from '#test/fixtures/days.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { callNext } from '../tickets/call.ts';
import { finish, start } from '../tickets/serve.ts';
import { closeWindow } from './state.ts';
import { say } from './text.ts';
import { textScreenView } from './text-screen.ts';

describe.each(ENGINES)('%s: the screen that faces the visitor', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
	});
	beforeEach(async () => {
		await tomorrow(here);
		await here.open('1');
	});
	afterAll(() => here.close());

	const shown = async (): Promise<string | undefined> => (await textScreenView(here.hall, '1'))?.text;

	test('D-05 shows what the clerk writes, and nothing of it is kept', async () => {
		const seq = await newestLine(here.hall.read, here.hall.id);
		granted(await say(here.hall, clerkAt('1'), '1', { text: ' 请在这里签字 ' }));
		expect(await shown()).toBe('请在这里签字');
		granted(await say(here.hall, clerkAt('1'), '1', { text: '谢谢' }));
		expect(await shown()).toBe('谢谢');
		const lines = await linesAfter(here.hall.read, here.hall.id, seq);
		expect(lines.map(({ act, body }) => [act, body])).toEqual([
			['window.wrote', '{"length":6}'],
			['window.wrote', '{"length":2}']
		]);
		granted(await say(here.hall, clerkAt('1'), '1', { text: '' }));
		expect(await shown()).toBe('');
		granted(await say(here.hall, clerkAt('1'), '1', { text: '再见' }));
		granted(await closeWindow(here.hall, clerkAt('1'), '1'));
		expect(await shown()).toBe('');
	});

	test('D-05 what was written to one visitor is gone before the next one can read it', async () => {
		const { ticket } = await here.take('enrol');
		granted(await callNext(here.hall, clerkAt('1'), '1'));
		granted(await start(here.hall, clerkAt('1'), ticket.id));
		granted(await say(here.hall, clerkAt('1'), '1', { text: '您的身份证有效期到明年' }));
		granted(await finish(here.hall, clerkAt('1'), ticket.id, 'done'));
		expect(await shown()).toBe('');
	});

	test('W-09 D-05 forbidden wording does not get there, unless it is said to, which is recorded', async () => {
		expect(refusal(await say(here.hall, clerkAt('1'), '1', { text: '急什么' }))).toBe('wording');
		expect(await shown()).toBe('');
		const seq = await newestLine(here.hall.read, here.hall.id);
		granted(await say(here.hall, clerkAt('1'), '1', { text: '急什么', override: true }));
		expect(await shown()).toBe('急什么');
		const lines = await linesAfter(here.hall.read, here.hall.id, seq);
		expect(lines.map(({ act }) => act)).toEqual(['wording.overridden', 'window.wrote']);
	});

	test('is written on by whoever sits there, while the window is not closed, and not without end', async () => {
		expect(refusal(await say(here.hall, clerkAt('2'), '1', { text: '您好' }))).toBe('not-allowed');
		expect(refusal(await say(here.hall, clerkAt('1'), '1', { text: '好'.repeat(301) }))).toBe('bad-request');
		expect(refusal(await say(here.hall, clerkAt('3'), '3', { text: '您好' }))).toBe('window-not-open');
		expect(await textScreenView(here.hall, '99')).toBeUndefined();
	});
});

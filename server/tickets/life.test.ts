import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ENGINES } from '#test/db.ts';
import { CLERK, testHall, type TestHall } from '#test/hall.ts';
import { callNext } from './call.ts';

describe.each(ENGINES)('%s: the life of a ticket', (engine) => {
	let here: TestHall;
	beforeEach(async () => {
		here = await testHall(engine);
	});
	afterEach(() => here.close());

	test('T-01 the first number of a queue is 001, the next 002', async () => {
		expect((await here.take('enrol')).ticket.number).toBe('A001');
		expect((await here.take('enrol')).ticket.number).toBe('A002');
	});

	test('T-04 a window calls the one who has waited longest', async () => {
		const first = await here.take('enrol');
		await here.take('enrol');
		await here.open('1');
		const called = await callNext(here.hall, CLERK, '1');
		expect(called).toMatchObject({ ok: true, value: { ticket: { id: first.ticket.id } } });
	});
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { liveAlarms } from '#db/alarms.ts';
import { ENGINES } from '#test/db.ts';
import { minutes, tomorrow } from '#test/fixtures/days.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { heard, watchKiosks } from './away.ts';

describe.each(ENGINES)('%s: a kiosk that is heard no more', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine);
	});
	afterAll(() => here.close());

	const seen = (): Promise<void> => here.hall.write(heard(here.hall, 'kiosk-1'));
	const told = async (): Promise<unknown[]> => {
		await watchKiosks(here.hall);
		const alarms = await liveAlarms(here.hall.read, here.hall.id);
		return alarms.map(({ kind, key, about }) => [kind, key, JSON.parse(about) as unknown]);
	};

	test('K-12 is told to the desk after some minutes, once, and taken back when it is heard again', async () => {
		expect(await told()).toEqual([]);
		await seen();
		await minutes(here, 2);
		expect(await told()).toEqual([]);
		await minutes(here, 1);
		const alarm = [['kiosk-away', 'kiosk-1', { zh: '取号机', en: 'Kiosk', minutes: 3 }]];
		expect(await told()).toEqual(alarm);
		await minutes(here, 5);
		expect(await told()).toEqual(alarm);
		await seen();
		expect(await told()).toEqual([]);
	});

	test('nothing is told when the hall closes, at lunch, or of a kiosk that was not on the line today', async () => {
		await minutes(here, 10);
		expect(await told()).toHaveLength(1);
		await minutes(here, 170);
		expect(await told()).toEqual([]);
		await tomorrow(here);
		await minutes(here, 10);
		expect(await told()).toEqual([]);
	});
});

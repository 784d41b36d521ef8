import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { liveAlarms } from '#db/alarms.ts';
import { serviceSpans } from '#db/free-services.ts';
import { ENGINES } from '#test/db.ts';
import { keepingHall } from '#test/fixtures/keeping.ts';
import { CLERK, testHall, type TestHall } from '#test/hall.ts';
import type { Who } from '../people/who.ts';
import { callNext } from '../tickets/call.ts';
import { watchServices } from './crowd.ts';
import { keepService } from './keep.ts';
import { keptServices, serviceViews } from './view.ts';

const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };

describe.each(ENGINES)('%s: G-09 free services', (engine) => {
	let house: TestHall;
	beforeAll(async () => {
		house = await testHall(engine, keepingHall());
	});
	afterAll(() => house.close());

	const crowded = async (): Promise<{ key: string; at: number }[]> =>
		(await liveAlarms(house.hall.read, house.hall.id))
			.filter(({ kind }) => kind === 'service-crowded')
			.map(({ key, raised_at: at }) => ({ key, at }));

	test('the eleventh number of the copying queue raises the alarm with its own commit, and the tenth settles it', async () => {
		for (let n = 0; n < 10; n++) await house.take('sale');
		expect(await crowded()).toEqual([]);
		await house.clock.advance(60_000);
		const asked = house.clock.now();
		await house.take('sale');
		const [alarm] = await crowded();
		expect(alarm).toMatchObject({ key: 'copying' });
		expect((alarm?.at ?? 0) - asked).toBeLessThanOrEqual(5000);
		await house.open('3');
		expect((await callNext(house.hall, CLERK, '3')).ok).toBe(true);
		expect(await crowded()).toEqual([]);
		expect((await keptServices(house.hall)).find(({ code }) => code === 'copying')).toMatchObject({
			...{ waiting: 10, counted: true, crowded: false }
		});
	});

	test('a crowd of yesterday is none: the alarm does not outlive the day', async () => {
		await house.take('sale');
		expect((await crowded()).map(({ key }) => key)).toEqual(['copying']);
		await watchServices(house.hall);
		expect(await crowded()).toHaveLength(1);
		await house.clock.advance(86_400_000);
		await watchServices(house.hall);
		expect(await crowded()).toEqual([]);
	});

	test('counted by the desk as well: by hand where there are no numbers, and nowhere else', async () => {
		expect((await keepService(house.hall, GUIDE, 'terminals', { state: null, waiting: 11 })).ok).toBe(true);
		expect((await crowded()).map(({ key }) => key)).toEqual(['terminals']);
		await keepService(house.hall, GUIDE, 'terminals', { state: null, waiting: 10 });
		expect(await crowded()).toEqual([]);
		const copying = await keepService(house.hall, GUIDE, 'copying', { state: null, waiting: 3 });
		expect(copying).toMatchObject({ refusal: 'service-counted' });
	});

	test('how it stands, since when and by whom; visitors are told the first two', async () => {
		const from = house.clock.now();
		await keepService(house.hall, GUIDE, 'terminals', { state: 'out-of-order', waiting: null });
		await house.clock.advance(30 * 60_000);
		await keepService(house.hall, GUIDE, 'terminals', { state: 'working', waiting: 0 });
		const spans = await serviceSpans(house.hall.read, { hall: house.hall.id, from: 0, until: from + 86_400_000 });
		expect(spans.map(({ state, from_at: a, to_at: b }) => [state, b === null ? null : b - a])).toEqual([
			['out-of-order', 1_800_000],
			['working', null]
		]);
		const [east] = await serviceViews(house.hall, ['east']);
		expect(east).toMatchObject({ code: 'terminals', state: 'working', since: from + 1_800_000, waiting: 0 });
		expect(east).not.toHaveProperty('by');
		expect(await keepService(house.hall, GUIDE, 'sauna', { state: 'busy', waiting: null })).toMatchObject({
			refusal: 'service-unknown'
		});
	});
});

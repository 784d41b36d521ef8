import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDeviceEvent, newestEvents } from '#db/devices.ts';
import { ENGINES } from '#test/db.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { forgetHistory } from './forget.ts';

const DAY_MS = 86_400_000;

describe.each(ENGINES)('%s: D-12 the history of devices after more than a year', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine);
	});
	afterAll(() => here.close());

	async function went(device: string, daysAgo: number): Promise<void> {
		const at = here.clock.now() - daysAgo * DAY_MS;
		await here.hall.write(({ k }) => {
			const line = { hall: here.hall.id, kind: 'printer', device, at, reason: null, by_whom: null } as const;
			return addDeviceEvent(k, { ...line, act: 'state', from_state: 'unknown', to_state: 'ready' });
		});
	}
	async function kept(device: string): Promise<number[]> {
		const events = await newestEvents(here.hall.read, { hall: here.hall.id, kind: 'printer', device, most: 10 });
		return events.map(({ at }) => Math.round((here.clock.now() - at) / DAY_MS));
	}

	test('is forgotten, but for the line that says how each stood when the year began', async () => {
		for (const days of [500, 450, 30]) await went('busy', days);
		for (const days of [800, 700]) await went('quiet', days);
		await forgetHistory(here.hall);
		expect(await kept('busy')).toEqual([30, 450]);
		expect(await kept('quiet')).toEqual([700]);
	});
});

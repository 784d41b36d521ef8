import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deviceStates, newestEvents } from '#db/devices.ts';
import type { DeviceStateRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { Watch } from './watch.ts';

const BOARD = { kind: 'board', code: 'board-1' } as const;
const HISTORY = { kind: 'board', device: 'board-1', most: 6000 } as const;

describe.each(ENGINES)('%s: how devices stand is written down', (engine) => {
	let here: TestHall;
	let watch: Watch;
	let changes = 0;
	beforeEach(async () => {
		here = await testHall(engine);
		changes = 0;
		watch = fresh();
	});
	afterEach(() => here.close());

	const fresh = (): Watch =>
		new Watch(here.hall, {
			onChanged: () => (changes += 1),
			onTrouble: (error) => {
				throw error;
			}
		});
	const row = async (): Promise<DeviceStateRow | undefined> => (await deviceStates(here.hall.read, here.hall.id))[0];
	const history = async (): Promise<string[]> =>
		(await newestEvents(here.hall.read, { hall: here.hall.id, ...HISTORY })).map(
			({ to_state, reason }) => `${String(to_state)} ${String(reason)}`
		);
	const tell = (state: DeviceStateRow['state'], code: string = BOARD.code): void =>
		watch.tell({ ...BOARD, code, state });

	test('D-12 nothing is told before it begins or after it ends, and then nobody has looked', async () => {
		tell('ready');
		await watch.begin();
		expect(await row()).toBeUndefined();
		tell('ready');
		await watch.stop();
		const stopped = here.clock.now();
		tell('silent');
		await here.clock.advance(60_000);
		await here.opened.settled();
		expect(await row()).toMatchObject({ state: 'ready', looked_at: stopped });
		expect(changes).toBeGreaterThan(0);
	});

	test('D-12 a short restart goes on from what was known, a long one knows nothing since the last look', async () => {
		await watch.begin();
		tell('ready');
		await watch.stop();
		const looked = here.clock.now();
		await here.clock.advance(59_000);
		watch = fresh();
		await watch.begin();
		tell('ready');
		await watch.stop();
		expect(await history()).toEqual(['ready null']);
		await here.clock.advance(60_000);
		watch = fresh();
		await watch.begin();
		await watch.stop();
		expect(await history()).toEqual(['unknown not-watched', 'ready null']);
		expect(await row()).toMatchObject({ state: 'unknown', since_at: looked + 59_000 });
	});

	test('D-12 a device that is gone from the memory of a stopped watch is asked of the database again', async () => {
		await watch.begin();
		tell('ready');
		await watch.stop();
		await here.hall.write(({ k }) => k.deleteFrom('device_state').execute());
		await watch.begin();
		await watch.stop();
		expect(await row()).toBeUndefined();
	});

	test('a device that comes and goes all day does not fill the disk', async () => {
		const event = { hall: here.hall.id, kind: 'board', device: BOARD.code, act: 'state' } as const;
		const states = { from_state: 'ready', to_state: 'silent', reason: null, by_whom: null } as const;
		const old = Array.from({ length: 5000 }, (_, i) => ({ ...event, ...states, at: i + 1 }));
		await here.hall.write(async ({ k }) => {
			for (let from = 0; from < old.length; from += 500)
				await k
					.insertInto('device_event')
					.values(old.slice(from, from + 500))
					.execute();
		});
		await watch.begin();
		for (let n = 0; n < 99; n += 1) tell(n % 2 === 0 ? 'ready' : 'silent');
		await here.clock.advance(2000);
		await here.opened.settled();
		expect(await history()).toHaveLength(5099);
		tell('silent');
		await watch.stop();
		const left = await newestEvents(here.hall.read, { hall: here.hall.id, ...HISTORY });
		expect([left.length, left.at(-1)?.at]).toEqual([5000, 101]);
	});
});

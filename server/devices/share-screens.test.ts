import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ENGINES } from '#test/db.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { Stage } from '../simulate/stage.ts';
import { screensTold } from '../watch/told.ts';
import { Screens } from './screens.ts';
import { shareScreens } from './share-screens.ts';

const MY = 'screen-east';
const SECONDS = 1000;

/** A process of the hall: its screens, and how it tells the others of them. */
interface Process {
	screens: Screens;
	changes: number;
	end(): Promise<void>;
}

describe.each(ENGINES)('%s: the screens of a hall with two processes', (engine) => {
	let here: TestHall;
	let leading: Process;
	let second: Process;
	const begin = (): Process => {
		const screens = new Screens(here.clock);
		const process: Process = { screens, changes: 0, end: () => Promise.resolve() };
		process.end = shareScreens(here.hall, screens, {
			onChanged: () => (process.changes += 1),
			onTrouble: (error) => {
				throw error;
			}
		});
		return process;
	};
	beforeAll(async () => {
		const stage = new Stage(Date.UTC(2026, 10, 23, 1));
		here = await testHall(engine, undefined, stage.clock);
		// Time waits for the storage: each process looks at what the other wrote before.
		stage.watch(here.hall.database);
		[leading, second] = [begin(), begin()];
	});
	afterAll(async () => {
		await leading.end();
		await here.close();
	});
	const mine = (): ReturnType<Screens['view']>[number] | undefined =>
		leading.screens.view().find(({ device }) => device === MY);
	/** Both have looked at what the other wrote. */
	const until = async (state: string): Promise<void> =>
		vi.waitFor(
			async () => {
				await here.clock.advance(3 * SECONDS);
				expect(screensTold(here.hall, leading.screens.view())).toMatchObject([{ kind: 'screen', code: MY, state }]);
			},
			{ timeout: 20_000, interval: 20 }
		);

	/** What was written before has been looked at. @returns how often the first process has had something new until then */
	async function atRest(): Promise<number> {
		await vi.waitFor(
			async () => {
				const { changes } = leading;
				await here.clock.advance(9 * SECONDS);
				await new Promise((resolve) => setTimeout(resolve, 100));
				expect(leading.changes).toBe(changes);
			},
			{ timeout: 20_000, interval: 20 }
		);
		return leading.changes;
	}

	test('one on the second process is known to the first: whether it is there, is heard, can be read', async () => {
		second.screens.reported(MY, 'east', 'refused');
		second.screens.told(MY, 'east', { sight: { readable: 4, farthest: 9 }, broken: ['film.mp4'] });
		await until('mute');
		expect(mine()).toMatchObject({ zone: 'east', sight: { readable: 4, farthest: 9 }, broken: ['film.mp4'] });
		expect(leading.screens.here()).toEqual([]);
		second.screens.reported(MY, 'east', 'on');
		await until('ready');
		const changes = await atRest();
		await here.clock.advance(90 * SECONDS);
		await until('ready');
		expect(leading.changes).toBe(changes);
	});

	test('one that comes to the first process is not gone because the second one lost it', async () => {
		leading.screens.reported(MY, 'east', 'on');
		second.screens.left(MY);
		await here.clock.advance(9 * SECONDS);
		await until('ready');
		leading.screens.left(MY);
		await until('gone');
		await here.clock.advance(1);
		second.screens.reported(MY, 'east', 'on');
		await until('ready');
	});

	test('when its process ends without a word it is gone within two minutes', async () => {
		await second.end();
		await here.clock.advance(120 * SECONDS);
		await until('gone');
	});
});

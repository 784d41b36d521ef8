import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { liveAlarms } from '#db/alarms.ts';
import { ENGINES } from '#test/db.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import type { Announcement } from './events.ts';
import type { Io } from './gateway.ts';
import type { CalledLine } from './touched.ts';
import { announceEach } from './voices.ts';

const ZONE = 'east';

const call = (id: number): CalledLine => ({
	...{ id, ticket: id, number: `A00${String(id)}`, zone: ZONE, window: '1', kind: 'next', at: 0 }
});

describe.each(ENGINES)('%s: calls are said one after the other', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine);
	});
	afterAll(() => here.close());

	/** Says three calls, of which the second cannot be said. @returns the calls that were told to the speakers */
	async function announce(hall = here.hall): Promise<string[]> {
		const told: string[] = [];
		const io = { to: (room: string) => ({ emit: (_: string, { id }: Announcement) => told.push(`${room} ${id}`) }) };
		const said = ({ id }: CalledLine): Promise<Announcement> =>
			id === 2 ? Promise.reject(new Error('disk full')) : Promise.resolve({ id } as Announcement);
		const speaking = { hall, log: { error: () => undefined }, announce: said };
		await announceEach(speaking, io as unknown as Io, [call(1), call(2), call(3)]);
		return told;
	}

	test('D-02 one that cannot be said silences no other, and the desk is told once', async () => {
		expect(await announce()).toEqual(['zone:east 1', 'zone:east 3']);
		expect(await announce()).toEqual(['zone:east 1', 'zone:east 3']);
		const alarms = await liveAlarms(here.hall.read, here.hall.id);
		expect(alarms.map(({ kind, key, about }) => [kind, key, JSON.parse(about) as unknown])).toEqual([
			['call-unspoken', ZONE, { zh: '东厅', en: 'East', number: 'A002', at: '1' }]
		]);
	});

	test('nor when not even the desk can be told', async () => {
		const deaf = { ...here.hall, setup: here.hall.setup, write: () => Promise.reject(new Error('no database')) };
		expect(await announce(deaf)).toEqual(['zone:east 1', 'zone:east 3']);
	});
});

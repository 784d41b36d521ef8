import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linesAfter, newestLine } from '#db/ledger.ts';
import { allKeys } from '#db/people.ts';
import { ENGINES } from '#test/db.ts';
import { LONG_HALL } from '#test/fixtures/days.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { SYSTEM } from './access.ts';
import { createKey, endKey, KeyRing } from './keys.ts';

describe.each(ENGINES)('%s: a key', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
	});
	afterAll(() => here.close());

	const kiosk = (): ReturnType<typeof createKey> => createKey(here.hall, SYSTEM, { role: 'kiosk', label: '东厅 1' });
	const bearer = ({ secret }: { secret: string }): string => `Bearer ${secret}`;

	test('names its holder by an id, never by its secret, which is shown once and stored as a hash', async () => {
		const since = await newestLine(here.hall.read, here.hall.id);
		const key = await kiosk();
		expect(await new KeyRing().whoBears(here.hall, bearer(key))).toEqual({ role: 'kiosk', name: `key:${key.id}` });
		expect(key.secret).toMatch(/^gd_[\w-]{32}$/);
		const keys = await allKeys(here.hall.read, here.hall.id);
		const lines = await linesAfter(here.hall.read, here.hall.id, since);
		expect(keys.at(-1)).toMatchObject({ id: key.id, role: 'kiosk', label: '东厅 1', revoked_at: null });
		expect(JSON.stringify([keys, lines])).not.toContain(key.secret);
		expect(lines).toMatchObject([{ act: 'key.created', actor: 'system' }]);
	});

	test('is none when it is unknown, or not shown as a bearer', async () => {
		const { secret } = await kiosk();
		for (const header of ['', 'Bearer', 'Bearer ', 'Bearer gd_guess', secret, `Basic ${secret}`, `bearer ${secret}`]) {
			expect(await new KeyRing().whoBears(here.hall, header)).toBeUndefined();
		}
	});

	test('is revoked once, with a line in the ledger', async () => {
		const key = await kiosk();
		const since = await newestLine(here.hall.read, here.hall.id);
		expect(await endKey(here.hall, SYSTEM, key.id)).toBe(true);
		expect(await endKey(here.hall, SYSTEM, key.id)).toBe(false);
		expect(await endKey(here.hall, SYSTEM, 'nobody')).toBe(false);
		expect(await new KeyRing().whoBears(here.hall, bearer(key))).toBeUndefined();
		const lines = await linesAfter(here.hall.read, here.hall.id, since);
		expect(lines.map((line) => line.act)).toEqual(['key.revoked']);
		expect((await allKeys(here.hall.read, here.hall.id)).find(({ id }) => id === key.id)?.revoked_at).toBe(
			here.clock.now()
		);
	});

	test('that is revoked elsewhere works on for three seconds, and not at all once the ring forgets', async () => {
		const ring = new KeyRing();
		const [first, second] = [await kiosk(), await kiosk()];
		for (const key of [first, second]) {
			expect(await ring.whoBears(here.hall, bearer(key))).toMatchObject({ role: 'kiosk' });
			await endKey(here.hall, SYSTEM, key.id);
		}
		await here.clock.advance(2999);
		expect(await ring.whoBears(here.hall, bearer(first))).toMatchObject({ role: 'kiosk' });
		await here.clock.advance(1);
		expect(await ring.whoBears(here.hall, bearer(first))).toBeUndefined();
		ring.forget();
		expect(await ring.whoBears(here.hall, bearer(second))).toBeUndefined();
	});

	test('that was wrong a moment ago is looked up again when the ring forgets', async () => {
		const ring = new KeyRing();
		const key = await kiosk();
		const header = bearer(key);
		const away = (hash: string): Promise<unknown> =>
			here.hall.write(({ k }) => k.updateTable('api_key').set({ hash }).where('id', '=', key.id).execute());
		const [row] = (await allKeys(here.hall.read, here.hall.id)).filter(({ id }) => id === key.id);
		await away('elsewhere');
		expect(await ring.whoBears(here.hall, header)).toBeUndefined();
		await away(row?.hash ?? '');
		expect(await ring.whoBears(here.hall, header)).toBeUndefined();
		ring.forget();
		expect(await ring.whoBears(here.hall, header)).toMatchObject({ role: 'kiosk' });
	});
});

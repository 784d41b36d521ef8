import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allAgentKeys, heardAgent } from '#db/agents.ts';
import { saveStanding } from '#db/devices.ts';
import { linesAfter } from '#db/ledger.ts';
import { ENGINES } from '#test/db.ts';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { SYSTEM } from '../people/access.ts';
import { applyHall } from '../setup/apply.ts';
import { readHall } from '../setup/read.ts';
import { loadSetup } from '../run/open.ts';
import { awaitedTold } from '../watch/told.ts';
import { NO_HAND } from '../watch/watch.ts';
import { agentBearing, CODE_LIVES_MS, createAgentCode, enrolAgent, revokeAgent } from './enrol.ts';
import { listAgents } from './list.ts';

const HALL = SMALL_HALL.replace(
	'devices:\n',
	'devices:\n  agents:\n    - { code: kiosk-pc, name: { zh: 取号机主机, en: Kiosk PC } }\n'
);

describe.each(ENGINES)('%s: a machine becomes an agent', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, HALL);
	});
	afterAll(() => here.close());
	const from = (address: string, code: string): ReturnType<typeof enrolAgent> => enrolAgent(here.hall, code, address);

	test('one that nobody enrolled yet is not missed; an enrolled one that does not come is, until its key is revoked', async () => {
		const agents = [
			{ code: 'kiosk-pc', name: { zh: '主机', en: 'PC' }, state: 'never' as const, since: 0, trouble: null }
		];
		const told = async (): Promise<unknown> => (await awaitedTold(here.hall, agents)).map(({ state }) => state);
		expect(await told()).toEqual(['unknown']);
		await createAgentCode(here.hall, SYSTEM, 'kiosk-pc');
		expect(await told()).toEqual(['unknown']);
		await enrolled();
		expect(await told()).toEqual(['gone']);
		await revokeAgent(here.hall, SYSTEM, 'kiosk-pc');
		expect(await told()).toEqual(['unknown']);
	});

	test('is listed with its key and when it was last heard, by an event or by a beat; never by that of a former machine', async () => {
		const listed = async (): Promise<unknown[]> =>
			(await listAgents(here.hall)).map(({ key, seenAt }) => [key, seenAt]);
		const beatAt = (at: number): Promise<void> =>
			here.hall.write(({ k, hall }) => {
				const standing = { state: 'ready', reason: null, since_at: at, heard_at: at, looked_at: at } as const;
				return saveStanding(k, [{ hall, kind: 'agent', device: 'kiosk-pc', ...standing, ...NO_HAND }]);
			});
		const now = here.clock.now();
		await beatAt(now - 1);
		await enrolled();
		expect(await listed()).toEqual([['enrolled', null]]);
		await beatAt(now + 5);
		expect(await listed()).toEqual([['enrolled', now + 5]]);
		const [key] = (await allAgentKeys(here.hall.read, here.hall.id)).filter(({ revoked_at }) => revoked_at === null);
		if (!key) throw new Error('nobody has a key');
		await here.hall.write(({ k }) => heardAgent(k, key, { seen_at: now + 9, epoch: 'epoch', heard: 1 }));
		expect(await listed()).toEqual([['enrolled', now + 9]]);
		await beatAt(now + 12);
		expect(await listed()).toEqual([['enrolled', now + 12]]);
		await revokeAgent(here.hall, SYSTEM, 'kiosk-pc');
		expect(await listed()).toEqual([['revoked', null]]);
	});

	test('by a code that serves once and soon; what is wrong with it is said', async () => {
		const code = await createAgentCode(here.hall, SYSTEM, 'kiosk-pc');
		expect(code).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){2}$/);
		expect(await from('a', 'wrong')).toEqual({ refusal: 'code-wrong' });
		const enrolled = await from('a', ` ${code.toUpperCase()} `);
		expect(enrolled).toMatchObject({ agent: 'kiosk-pc', key: expect.stringMatching(/^gda_/) as string });
		expect(await from('a', code)).toEqual({ refusal: 'code-used' });
		const old = await createAgentCode(here.hall, SYSTEM, 'kiosk-pc');
		await here.clock.advance(CODE_LIVES_MS);
		expect(await from('a', old)).toEqual({ refusal: 'code-old' });
	});

	test('another machine ends the key of the first, and a revoked key is nobody’s', async () => {
		const [first, second] = [await enrolled(), await enrolled()];
		expect(await agentBearing(here.hall, first)).toEqual({ refusal: 'key-revoked' });
		expect(await agentBearing(here.hall, second)).toMatchObject({ agent: 'kiosk-pc', heard: 0 });
		expect(await revokeAgent(here.hall, SYSTEM, 'kiosk-pc')).toBe(true);
		expect(await revokeAgent(here.hall, SYSTEM, 'kiosk-pc')).toBe(false);
		expect(await agentBearing(here.hall, second)).toEqual({ refusal: 'key-revoked' });
	});

	async function enrolled(): Promise<string> {
		const outcome = await from('b', await createAgentCode(here.hall, SYSTEM, 'kiosk-pc'));
		if ('refusal' in outcome) throw new Error(outcome.refusal);
		return outcome.key;
	}

	test('an agent that the hall file names no more has a key that opens nothing', async () => {
		const key = await enrolled();
		expect(await agentBearing(here.hall, key)).toMatchObject({ agent: 'kiosk-pc' });
		await apply(SMALL_HALL);
		expect(await agentBearing(here.hall, key)).toEqual({ refusal: 'agent-unknown' });
		await apply(HALL);
	});

	async function apply(text: string): Promise<void> {
		const read = readHall(text);
		if (!read.ok) throw new Error('the test has a faulty hall file');
		const now = here.clock.now();
		await here.hall.write((tx) => applyHall(tx, SYSTEM, { file: read.file, text }, now));
		here.hall.setup = await loadSetup(here.opened.hall.database, here.hall.id);
	}

	test('a code of a week ago is one that never was', async () => {
		const old = await createAgentCode(here.hall, SYSTEM, 'kiosk-pc');
		await here.clock.advance(CODE_LIVES_MS + 7 * 86_400_000 + 1);
		await createAgentCode(here.hall, SYSTEM, 'kiosk-pc');
		expect(await from('e', old)).toEqual({ refusal: 'code-wrong' });
	});

	test('who guesses from many addresses is stopped too', async () => {
		for (let n = 0; n < 100; n += 1) await from(`f-${String(n)}`, 'guess');
		expect(await from('g', 'guess')).toEqual({ refusal: 'too-many-tries' });
		await here.clock.advance(60_000);
		expect(await from('g', 'guess')).toEqual({ refusal: 'code-wrong' });
	});

	test('whoever guesses waits a minute; nothing of codes and keys stands in any line or row', async () => {
		for (let n = 0; n < 10; n += 1) await from('c', `guess-${n}`);
		const code = await createAgentCode(here.hall, SYSTEM, 'kiosk-pc');
		expect(await from('c', code)).toEqual({ refusal: 'too-many-tries' });
		const outcome = await from('d', code);
		if ('refusal' in outcome) throw new Error(outcome.refusal);
		const known = JSON.stringify([
			await linesAfter(here.hall.read, here.hall.id, 0),
			await allAgentKeys(here.hall.read, here.hall.id),
			await here.hall.read.selectFrom('agent_code').selectAll().execute()
		]);
		expect([known.includes(code), known.includes(outcome.key)]).toEqual([false, false]);
		expect(known).toContain('agent.enrolled');
	});
});

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ENGINES } from '#test/db.ts';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { SYSTEM } from '../people/access.ts';
import { Agents, type Greeting } from './agents.ts';
import { createAgentCode, enrolAgent, revokeAgent } from './enrol.ts';
import { PROTOCOL, type ToAgent } from './protocol.ts';

const HALL = SMALL_HALL.replace(
	'devices:\n',
	'devices:\n  agents:\n    - { code: kiosk-pc, name: { zh: 取号机主机, en: Kiosk PC } }\n'
);

const SOON = { timeout: 15_000, interval: 20 };
const nothing = (): undefined => undefined;
/** What agents tell is of no interest here. */
const NOBODY = { late: () => Promise.resolve(), key: nothing, scan: nothing, onChanged: nothing };

/** One machine's link, and what it was told last. */
interface Machine {
	greeting: Extract<Greeting, { key: unknown }>;
	said: ToAgent[];
}

describe.each(ENGINES)('%s: the key of an agent', (engine) => {
	let here: TestHall;
	let agents: Agents;
	const troubles: unknown[] = [];
	beforeAll(async () => {
		here = await testHall(engine, HALL);
		agents = new Agents(here.hall, (error) => troubles.push(error));
		agents.follow();
		agents.open(NOBODY);
	});
	afterAll(async () => {
		agents.close();
		await here.close();
		expect(troubles).toEqual([]);
	});

	/** A machine with a key of its own, greeted and not linked yet. */
	async function machine(): Promise<Machine> {
		const enrolled = await enrolAgent(here.hall, await createAgentCode(here.hall, SYSTEM, 'kiosk-pc'), 'here');
		if ('refusal' in enrolled) throw new Error(enrolled.refusal);
		const told = { protocol: PROTOCOL, key: enrolled.key, boot: 'boot', epoch: 'epoch' };
		const greeting = await agents.greet(told, 'here');
		if (!('told' in greeting)) throw new Error('not greeted');
		return { greeting, said: [] };
	}
	/** Links it. @returns what ends the link */
	const link = ({ greeting, said }: Machine): (() => void) =>
		agents.link({ say: (message) => void said.push(message), end: () => undefined }, greeting).ended;
	const over = ({ said }: Machine): string[] => said.flatMap((one) => (one.say === 'over' ? [one.why] : []));

	test('that is revoked between the greeting and the link ends the link all the same', async () => {
		const one = await machine();
		await revokeAgent(here.hall, SYSTEM, 'kiosk-pc');
		await agents.recheck();
		link(one);
		await vi.waitFor(() => expect(over(one)).toEqual(['key-revoked']), SOON);
		expect(agents.view()).toMatchObject([{ code: 'kiosk-pc', state: 'never' }]);
	});

	test('that is revoked when its machine is gone for good leaves nobody who is missed', async () => {
		const one = await machine();
		const ended = link(one);
		ended();
		expect(agents.view()).toMatchObject([{ code: 'kiosk-pc', state: 'gone' }]);
		await agents.recheck();
		expect(agents.view()).toMatchObject([{ code: 'kiosk-pc', state: 'gone' }]);
		await revokeAgent(here.hall, SYSTEM, 'kiosk-pc');
		await agents.recheck();
		expect(agents.view()).toMatchObject([{ code: 'kiosk-pc', state: 'never' }]);
	});

	test('that takes the place of another one is not taken for it while the keys are looked at', async () => {
		const former = await machine();
		link(former);
		const present = await machine();
		const looked = agents.recheck();
		link(present);
		await looked;
		await agents.recheck();
		expect([over(former), over(present)]).toEqual([['replaced'], []]);
		expect(agents.view()).toMatchObject([{ code: 'kiosk-pc', state: 'here' }]);
	});
});

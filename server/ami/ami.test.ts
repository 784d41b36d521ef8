import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { liveAlarms } from '#db/alarms.ts';
import { phoneCallByRef } from '#db/phone-calls.ts';
import type { PhoneCallRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { fakeAsterisk, type FakeAsterisk } from '#test/fakes/asterisk.ts';
import { phoneHall } from '#test/fixtures/telephone.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import type { Cancel } from '../clock.ts';
import { Setup } from '../setup/hall.ts';
import { readHall } from '../setup/read.ts';
import { keepTelephone } from './keep.ts';

const SECRET = 'a secret of the exchange';
const CALLER = '13900000000';

describe.each(ENGINES)('%s: P-01 the reference telephone system', (engine) => {
	let exchange: FakeAsterisk;
	let here: TestHall;
	let listening: Cancel;
	const trouble: unknown[] = [];
	beforeAll(async () => {
		exchange = await fakeAsterisk('hall', SECRET);
		here = await testHall(engine, phoneHall({ ami: exchange.port }));
		told(SECRET);
		listening = keepTelephone(here.hall, (error) => trouble.push(error));
		await signedIn(1);
	});
	afterAll(async () => {
		listening();
		await exchange.close();
		await here.close();
		expect(trouble).toEqual([]);
	});

	const told = (secret: string): void => {
		mkdirSync(join(here.hall.dataDir, 'keys'), { recursive: true });
		writeFileSync(join(here.hall.dataDir, 'keys', 'ami.secret'), `${secret}\n`);
	};
	/** Time goes on, by so many milliseconds each time, while the sockets do what they do. */
	const until = (what: () => void | Promise<void>, stepMs = 200): Promise<void> =>
		vi.waitFor(
			async () => {
				await here.clock.advance(stepMs);
				await what();
			},
			{ timeout: 10_000, interval: 5 }
		);
	const signedIn = (times: number): Promise<void> =>
		until(() => {
			expect(exchange.signedIn()).toBe(times);
			expect(exchange.actions.at(-1)).not.toBe('Login');
		});
	const call = (ref: string): Promise<PhoneCallRow | undefined> =>
		phoneCallByRef(here.hall.read, { hall: here.hall.id, system: 'ami', ref });
	const becomes = (ref: string, row: Partial<PhoneCallRow>): Promise<void> =>
		until(async () => expect(await call(ref)).toMatchObject(row));
	const alarms = async (): Promise<string[]> =>
		(await liveAlarms(here.hall.read, here.hall.id)).map(({ kind }) => kind);
	const ring = (ref: string): void => {
		exchange.rings(ref, { exten: '88300000', caller: CALLER, at: ['8001', '8002'] });
	};

	test('signs in by a challenge, and a call is heard from its first ring to its end', async () => {
		expect(exchange.actions.slice(0, 3)).toEqual(['Challenge', 'Login', 'CoreShowChannels']);
		ring('a.1');
		await becomes('a.1', { state: 'ringing', line: 'main' });
		exchange.answers('a.1', '8001');
		await becomes('a.1', { state: 'talking', staff: '8001' });
		exchange.holds('a.1');
		await becomes('a.1', { state: 'held' });
		exchange.resumes('a.1');
		await becomes('a.1', { state: 'talking', holds: 1 });
		exchange.moves('a.1', '8002');
		await becomes('a.1', { talker: '1001', staff: '8001', transfers: 1 });
		exchange.hangsUp('a.1');
		await becomes('a.1', { state: 'ended' });
		ring('a.2');
		exchange.hangsUp('a.2');
		await becomes('a.2', { state: 'missed' });
	});

	test('packets in pieces of a few bytes, and noise between them, are the same calls', async () => {
		exchange.splitting(3);
		exchange.says('\0\u0001 what is this?\r\n: \r\n\r\nEvent DialBegin\r\n\r\n');
		ring('b.1');
		exchange.answers('b.1', '8002');
		exchange.hangsUp('b.1');
		await becomes('b.1', { state: 'ended', staff: '1001' });
		exchange.splitting(0);
	});

	test('a line that breaks in the middle of calls is laid again, and what happened meanwhile is found', async () => {
		ring('c.1');
		exchange.answers('c.1', '8001');
		ring('c.2');
		await becomes('c.1', { state: 'talking' });
		await becomes('c.2', { state: 'ringing' });
		const times = exchange.signedIn();
		exchange.cut();
		exchange.silently(() => {
			exchange.hangsUp('c.1');
			exchange.answers('c.2', '8002');
			ring('c.3');
		});
		await signedIn(times + 1);
		await becomes('c.1', { state: 'ended' });
		await becomes('c.2', { state: 'talking', staff: '1001' });
		await becomes('c.3', { state: 'ringing' });
		exchange.hangsUp('c.2');
		exchange.hangsUp('c.3');
		await becomes('c.3', { state: 'missed' });
		await becomes('c.2', { state: 'ended' });
	});

	test('another process that takes over goes on where the first has stopped', async () => {
		ring('d.1');
		exchange.answers('d.1', '8001');
		await becomes('d.1', { state: 'talking' });
		listening();
		exchange.hangsUp('d.1');
		const times = exchange.signedIn();
		listening = keepTelephone(here.hall, (error) => trouble.push(error));
		await signedIn(times + 1);
		await becomes('d.1', { state: 'ended' });
	});

	test('an exchange that stays away calls for somebody, until it is back; its calls of before are over', async () => {
		ring('e.1');
		await becomes('e.1', { state: 'ringing' });
		await exchange.stop();
		await until(async () => expect(await alarms()).toContain('phone-system-down'), 3000);
		await exchange.start();
		await until(async () => expect(await alarms()).not.toContain('phone-system-down'), 1000);
		await becomes('e.1', { state: 'missed' });
	});

	test('what ends while the channels are told is over, and an exchange that takes and drops every line is down', async () => {
		ring('f.1');
		await becomes('f.1', { state: 'ringing' });
		const times = exchange.signedIn();
		exchange.whileListed(() => {
			exchange.hangsUp('f.1');
		});
		exchange.cut();
		await signedIn(times + 1);
		await becomes('f.1', { state: 'missed' });
		exchange.refusing(true);
		exchange.cut();
		await until(async () => expect(await alarms()).toContain('phone-system-down'), 1000);
		exchange.refusing(false);
		await until(async () => expect(await alarms()).not.toContain('phone-system-down'), 1000);
	});

	test('a call of an exchange whose clock goes years before ours is heard all the same', async () => {
		const of = 'Channel: PJSIP/trunk-g.1\r\nUniqueid: g.1\r\nLinkedid: g.1\r\nExten: 88300000\r\n';
		for (const event of ['Newchannel', 'DialBegin', 'Hangup'])
			exchange.says(`Event: ${event}\r\n${of}Timestamp: 9999999999.5\r\n\r\n`);
		await becomes('g.1', { state: 'missed' });
	});

	test('a wrong secret is refused, told of, and not tried without end; the right one is taken up', async () => {
		const before = exchange.signedIn();
		told('wrong');
		await here.clock.advance(6000);
		const from = exchange.actions.length;
		await until(async () => expect(await alarms()).toContain('phone-system-down'), 3000);
		expect(exchange.signedIn()).toBe(before);
		expect(exchange.actions.slice(from).filter((one) => one === 'Login').length).toBeLessThan(12);
		told(SECRET);
		await signedIn(before + 1);
		await until(async () => expect(await alarms()).not.toContain('phone-system-down'), 1000);
	});

	test('a silent line is asked whether it is there; where none is laid any more, none is down', async () => {
		await until(() => expect(exchange.actions.at(-1)).toBe('Ping'), 1000);
		await exchange.stop();
		await until(async () => expect(await alarms()).toContain('phone-system-down'), 1000);
		const read = readHall(phoneHall());
		if (!read.ok) throw new Error('the test has a faulty hall file');
		here.hall.setup = new Setup(read.file, here.clock.now());
		await until(async () => expect(await alarms()).not.toContain('phone-system-down'), 1000);
	});
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addReceipt, lastCallOf } from '#db/calls.ts';
import { linesOfTicket } from '#db/ledger.ts';
import { getTicket } from '#db/tickets.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, refusal, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, testHall, type TestHall } from '#test/hall.ts';
import { recallDue } from '../run/recalls.ts';
import { consoleView } from '../windows/view.ts';
import { callNext, recall } from './call.ts';
import { calledOut, miss } from './miss.ts';
import { comeBack, start } from './serve.ts';

/** The hall as the norms have it: three delivered calls, 20 seconds apart; elderly people are looked for. */
const STRICT = LONG_HALL.replace(/ {2}noShow: .*\n/, '').replace(
	'en: Elderly }, policy: self }',
	'en: Elderly }, policy: self, assisted: true }'
);
const AUTOMATIC = STRICT.replace('policies:\n', 'policies:\n  noShow: { automatic: true }\n');

describe.each(ENGINES)('%s: T-04 who does not come', (engine) => {
	let here: TestHall;
	let loose: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, STRICT);
		loose = await testHall(engine, AUTOMATIC);
	});
	beforeEach(async () => {
		for (const hall of [here, loose]) await tomorrow(hall);
		for (const hall of [here, loose]) await hall.open('1');
	});
	afterAll(async () => {
		await here.close();
		await loose.close();
	});

	const seconds = (count: number, hall = here): Promise<void> => hall.clock.advance(count * 1000);
	const called = async (priority = 'ordinary'): Promise<number> => {
		await here.take('enrol', priority);
		return granted(await callNext(here.hall, CLERK, '1')).ticket.id;
	};
	/** A screen of the hall shows the newest call of that ticket. */
	const shown = async (id: number): Promise<void> => {
		const ticket = await getTicket(here.hall.read, here.hall.id, id);
		const call = await lastCallOf(here.hall.read, here.hall.id, ticket?.leg ?? 0);
		const receipt = { hall: here.hall.id, call: call?.id ?? 0, device: 'screen-east', at: here.clock.now() };
		await here.hall.write((tx) => addReceipt(tx.k, { ...receipt, channel: 'shown', outcome: 'ok' }));
	};
	const again = async (id: number, after: number): Promise<void> => {
		await seconds(after);
		granted(await recall(here.hall, CLERK, id));
		await shown(id);
	};
	const missed = async (id: number, looked = false): Promise<string> => {
		const result = await miss(here.hall, CLERK, id, { looked });
		return result.ok ? result.value.leg.state : result.refusal;
	};

	test('three delivered calls, twenty seconds apart, and twenty seconds after the last', async () => {
		const id = await called();
		await shown(id);
		expect(await missed(id)).toBe('too-early');
		await again(id, 20);
		expect(await missed(id)).toBe('too-early');
		await again(id, 20);
		await seconds(19);
		expect(await missed(id)).toBe('too-early');
		await seconds(1);
		expect(await missed(id)).toBe('missed');
	});

	test('calls in quick succession are all made, and count once', async () => {
		const id = await called();
		await shown(id);
		for (const after of [1, 1, 1]) await again(id, after);
		await seconds(60);
		expect(await missed(id)).toBe('too-early');
	});

	test('a call that nothing showed or said does not count; one that the clerk has called out does', async () => {
		const id = await called();
		await again(id, 20);
		await again(id, 20);
		await seconds(20);
		expect(await missed(id)).toBe('not-delivered');
		granted(await recall(here.hall, CLERK, id));
		expect(refusal(await calledOut(here.hall, clerkAt('2'), id))).toBe('not-your-ticket');
		granted(await calledOut(here.hall, clerkAt('1'), id));
		await seconds(20);
		expect(await missed(id)).toBe('missed');
		const acts = (await linesOfTicket(here.hall.read, here.hall.id, id)).map((line) => [line.act, line.actor]);
		expect(acts).toContainEqual(['ticket.called-out', 'staff:1001']);
	});

	test('who needs help has a minute each time, and somebody looks first', async () => {
		const id = await called('elder');
		await shown(id);
		for (const after of [20, 20, 20, 60]) await again(id, after);
		await seconds(20);
		expect(await missed(id, true)).toBe('too-early');
		await seconds(40);
		expect(await missed(id)).toBe('look-first');
		expect(await missed(id, true)).toBe('missed');
	});

	test('the console says what is missing, and from when', async () => {
		const id = await called();
		await here.look();
		const stands = async (): Promise<unknown> => (await consoleView(here.hall, CLERK, '1'))?.current?.noShow;
		const t0 = here.clock.now();
		expect(await stands()).toEqual({ from: null, callsLeft: 3, undelivered: 1, nextFrom: t0, look: false });
		await shown(id);
		await again(id, 20);
		await again(id, 20);
		expect(await stands()).toMatchObject({ from: t0 + 60_000, callsLeft: 0 });
		granted(await start(here.hall, CLERK, id));
		expect(await stands()).toBeNull();
	});

	test('back from a miss, the calls are counted anew; the second miss ends it', async () => {
		const id = await called();
		for (let time = 1; time <= 2; time += 1) {
			await shown(id);
			await again(id, 20);
			await again(id, 20);
			await seconds(20);
			expect(await missed(id)).toBe(time === 1 ? 'missed' : 'ended');
			if (time === 2) break;
			granted(await comeBack(here.hall, CLERK, id));
			expect(granted(await callNext(here.hall, CLERK, '1')).ticket.id).toBe(id);
			await seconds(60);
			expect(await missed(id)).toBe('not-delivered');
		}
	});

	test('where the hall says so, it calls again by itself, three times and no more', async () => {
		await loose.take('enrol');
		const { ticket, leg } = granted(await callNext(loose.hall, CLERK, '1'));
		const calls = async (): Promise<number> => {
			await recallDue(loose.hall);
			const acts = await linesOfTicket(loose.hall.read, loose.hall.id, ticket.id);
			return acts.filter((line) => ['ticket.called', 'ticket.recalled'].includes(line.act)).length;
		};
		expect(await calls()).toBe(1);
		await seconds(19, loose);
		expect(await calls()).toBe(1);
		await seconds(1, loose);
		expect(await calls()).toBe(2);
		await seconds(20, loose);
		expect(await calls()).toBe(3);
		await seconds(60, loose);
		expect(await calls()).toBe(3);
		expect(await lastCallOf(loose.hall.read, loose.hall.id, leg.id)).toMatchObject({ kind: 'recall', staff: '1001' });
	});
});

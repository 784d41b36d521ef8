import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesAfter, newestLine } from '#db/ledger.ts';
import type { QueueDayRow, SlipRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { virtualClock } from '#test/fakes/clock.ts';
import { granted, LONG_HALL, minutes, refusal, tomorrow, until } from '#test/fixtures/days.ts';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { KIOSK, testHall, type TestHall } from '#test/hall.ts';
import { VISITOR } from '../people/access.ts';
import { today } from '../hall.ts';
import { cancel } from './end.ts';
import { issueTicket, ORDINARY, type IssueWish } from './issue.ts';
import { ticketView } from './view.ts';

const ENROL: IssueWish = { item: 'enrol', class: ORDINARY, intent: 'one', lang: 'zh-CN', device: 'kiosk-1' };

function wish(intent: string, more: Partial<IssueWish> = {}): IssueWish {
	return { ...ENROL, intent, ...more };
}

/** Everything that issuing writes: what stays the same when nothing was issued. */
async function written({ hall }: TestHall): Promise<unknown> {
	const count = async (table: 'ticket' | 'leg' | 'slip'): Promise<unknown> =>
		hall.read
			.selectFrom(table)
			.select(({ fn }) => fn.countAll().as('n'))
			.executeTakeFirst();
	return {
		seq: await newestLine(hall.read, hall.id),
		days: await hall.read.selectFrom('queue_day').selectAll().orderBy('day').orderBy('queue').execute(),
		tickets: [await count('ticket'), await count('leg'), await count('slip')]
	};
}

/** As if so many numbers of the queue had been given today. */
async function alreadyGiven({ hall }: TestHall, queue: string, last_number: number): Promise<void> {
	const row: QueueDayRow = { hall: hall.id, queue, day: today(hall), last_number, waiting: 0 };
	await hall.write((tx) => tx.k.insertInto('queue_day').values(row).execute());
}

describe.each(ENGINES)('%s: a number is taken', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const numberFor = async (one: IssueWish): Promise<string> =>
		granted(await issueTicket(here.hall, KIOSK, one)).ticket.number;

	test('T-01 numbers of a queue begin with 001 and follow one another, each queue for itself', async () => {
		const numbers = [];
		for (const item of ['enrol', 'enrol', 'sale', 'enrol']) numbers.push((await here.take(item)).ticket.number);
		expect(numbers).toEqual(['A001', 'A002', 'H001', 'A003']);
	});

	test('T-01 the same intent gives the same ticket, whatever else it says, and writes nothing', async () => {
		const first = granted(await issueTicket(here.hall, KIOSK, wish('twice')));
		const before = await written(here);
		const second = granted(await issueTicket(here.hall, KIOSK, wish('twice', { item: 'sale', class: 'elder' })));
		expect(second).toEqual({ ...first, fresh: false });
		expect(await written(here)).toEqual(before);
	});

	test('T-01 a double touch is one ticket: the same intent eight times at once', async () => {
		const issued = await Promise.all(Array.from({ length: 8 }, () => issueTicket(here.hall, KIOSK, wish('touch'))));
		expect(new Set(issued.map((one) => granted(one).ticket.id)).size).toBe(1);
		expect(issued.filter((one) => granted(one).fresh)).toHaveLength(1);
		expect(await numberFor(wish('the next'))).toBe('A002');
	});

	test('T-01 forty wishes at once get forty numbers without a gap', async () => {
		const wishes = Array.from({ length: 40 }, (_, i) => numberFor(wish(`crowd-${i}`)));
		const expected = Array.from({ length: 40 }, (_, i) => `A${String(i + 1).padStart(3, '0')}`);
		expect((await Promise.all(wishes)).toSorted()).toEqual(expected);
	});

	test('T-01 an intent is remembered for its day, and asks anew tomorrow', async () => {
		const first = granted(await issueTicket(here.hall, KIOSK, wish('daily')));
		await tomorrow(here);
		const second = granted(await issueTicket(here.hall, KIOSK, wish('daily')));
		expect(second).toMatchObject({ fresh: true, ticket: { number: 'A001', intent: 'daily' } });
		expect(second.ticket.id).not.toBe(first.ticket.id);
	});

	test('an item or a class that the hall does not know is refused, and nothing is written', async () => {
		const before = await written(here);
		expect(refusal(await issueTicket(here.hall, KIOSK, wish('a', { item: 'marriage' })))).toBe('item-unknown');
		expect(refusal(await issueTicket(here.hall, KIOSK, wish('b', { class: 'cousin' })))).toBe('class-unknown');
		expect(await written(here)).toEqual(before);
	});

	test('T-01 a full queue gives no more numbers; refusing leaves no gap and no trace', async () => {
		await alreadyGiven(here, 'social', 48);
		const wishes = Array.from({ length: 5 }, (_, i) => issueTicket(here.hall, KIOSK, wish(`last-${i}`)));
		const answers = await Promise.all(wishes);
		expect(answers.filter((one) => one.ok).map((one) => granted(one).ticket.number)).toEqual(['A049', 'A050']);
		const before = await written(here);
		expect(refusal(await issueTicket(here.hall, KIOSK, wish('too late')))).toBe('queue-full');
		expect(await written(here)).toEqual(before);
		expect(await numberFor(wish('last-0'))).toBe('A049');
	});

	test('T-01 a fourth digit appears with the thousandth number; after 9999 the queue is full', async () => {
		await alreadyGiven(here, 'homes', 998);
		expect(await numberFor(wish('a', { item: 'sale' }))).toBe('H999');
		expect(await numberFor(wish('b', { item: 'sale' }))).toBe('H1000');
		await here.hall.write((tx) => tx.k.updateTable('queue_day').set({ last_number: 9998 }).execute());
		expect(await numberFor(wish('c', { item: 'sale' }))).toBe('H9999');
		expect(refusal(await issueTicket(here.hall, KIOSK, wish('d', { item: 'sale' })))).toBe('queue-full');
	});

	test('T-02 one with priority counts as older by the head start, and sees fewer ahead', async () => {
		for (let i = 0; i < 3; i += 1) await here.take('enrol');
		await minutes(here, 1);
		const elder = await here.take('enrol', 'elder');
		const soldier = await here.take('enrol', 'service');
		expect([elder.ahead, soldier.ahead, (await here.take('enrol')).ahead]).toEqual([0, 0, 5]);
		expect(elder.leg.head_start_ms).toBe(25 * 60_000);
		expect(soldier.leg.rank_at).toBe(here.clock.now() - 40 * 60_000);
	});

	test('K-01 the slip is a row of the same transaction, with what the visitor was told', async () => {
		await here.take('enrol');
		const { ticket } = granted(await issueTicket(here.hall, KIOSK, wish('paper')));
		const slips: SlipRow[] = await here.hall.read
			.selectFrom('slip')
			.selectAll()
			.where('ticket', '=', ticket.id)
			.execute();
		expect(slips).toMatchObject([{ id: ticket.id, group: 'main', state: 'queued', kind: 'ticket' }]);
		expect(JSON.parse(slips[0]?.body ?? '')).toEqual({ ahead: 1, wait: { from: 0, to: 15 } });
	});

	test('T-01 the ledger says who took which number, under the number of the ticket', async () => {
		const { ticket } = granted(await issueTicket(here.hall, KIOSK, wish('told', { class: 'elder' })));
		const [line] = await linesAfter(here.hall.read, here.hall.id, ticket.id - 1);
		expect(line).toMatchObject({ seq: ticket.id, act: 'ticket.issued', actor: KIOSK.name, queue: 'social' });
		expect(JSON.parse(line?.body ?? '')).toMatchObject({
			number: 'A001',
			class: 'elder',
			claim: 'granted',
			waits: { queue: 'social', rankAt: ticket.created_at - 25 * 60_000, headStartMs: 25 * 60_000 }
		});
	});

	test('K-08 the page of a ticket is found by its token, and by nothing like it', async () => {
		const { ticket } = await here.take('enrol');
		expect(await ticketView(here.hall, ticket.token)).toMatchObject({ number: 'A001', step: 'waiting', ahead: 0 });
		const [id, secret] = ticket.token.split('.');
		for (const forged of ['', 'x', `${id ?? ''}.${'A'.repeat(22)}`, `zz.${secret ?? ''}`, `${ticket.token}a`]) {
			expect(await ticketView(here.hall, forged)).toBeUndefined();
		}
		await cancel(here.hall, VISITOR, ticket.id, { token: ticket.token, reason: null });
		expect(await ticketView(here.hall, ticket.token)).toMatchObject({ state: 'cancelled', ahead: 0, wait: null });
	});
});

/** Closed on weekdays but for its hours, open through the whole weekend on which its clocks go back. */
const BERLIN = SMALL_HALL.replace('Asia/Shanghai', 'Europe/Berlin')
	.replace('policies:\n', 'policies:\n  closing: { stop: false }\n')
	.replace(
		"friday: ['09:00-12:00']",
		"friday: ['09:00-12:00']\n  saturday: ['00:00-24:00']\n  sunday: ['00:00-24:00']"
	);

describe.each(ENGINES)('%s: days and opening hours', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, BERLIN, virtualClock(Date.parse('2026-09-28T06:00Z')));
	});
	afterAll(() => here.close());

	const answer = async (moment: string, more: Partial<IssueWish> = {}): Promise<string> => {
		await until(here, moment);
		const issued = await issueTicket(here.hall, KIOSK, wish(moment, more));
		return issued.ok ? issued.value.ticket.number : issued.refusal;
	};

	test('K-09 numbers are given from the first to before the last minute of the opening times', async () => {
		expect(await answer('2026-09-28T06:59:59.999Z')).toBe('queue-closed');
		expect(await answer('2026-09-28T07:00Z')).toBe('A001');
		expect(await answer('2026-09-28T09:59:59.999Z')).toBe('A002');
		expect(await answer('2026-09-28T10:00Z')).toBe('queue-closed');
		expect(await answer('2026-09-28T11:30Z')).toBe('A003');
	});

	test('K-09 a ticket taken before closing is still the same ticket after it', async () => {
		const first = granted(await issueTicket(here.hall, KIOSK, wish('late')));
		await until(here, '2026-09-28T20:00Z');
		expect(granted(await issueTicket(here.hall, KIOSK, wish('late'))).ticket.id).toBe(first.ticket.id);
		expect(refusal(await issueTicket(here.hall, KIOSK, wish('later')))).toBe('queue-closed');
	});

	test('K-09 the refusal names the next opening, day and time by the clock of the hall', async () => {
		await until(here, '2026-09-28T20:00Z');
		const closed = await issueTicket(here.hall, KIOSK, wish('which opening'));
		expect(closed).toEqual({ ok: false, refusal: 'queue-closed', detail: '2026-09-29 09:00' });
	});

	test('K-09 on a holiday the hall is closed; a queue with hours of its own keeps to them', async () => {
		expect(await answer('2026-10-01T08:00Z')).toBe('hall-closed');
		expect(await answer('2026-10-10T08:00Z')).toBe('A001');
		expect(await answer('2026-10-10T08:01Z', { item: 'sale' })).toBe('queue-closed');
		expect(await answer('2026-10-17T07:30Z', { item: 'sale' })).toBe('H001');
		expect(await answer('2026-10-17T10:00Z', { item: 'sale' })).toBe('queue-closed');
	});

	test('T-01 numbers begin again at midnight of the hall, through the night on which clocks go back', async () => {
		expect(await answer('2026-10-24T21:59Z')).toBe('A001');
		expect(await answer('2026-10-24T22:00Z')).toBe('A001');
		expect(await answer('2026-10-25T00:30Z')).toBe('A002');
		expect(await answer('2026-10-25T01:30Z')).toBe('A003');
		expect(await answer('2026-10-25T22:59Z')).toBe('A004');
		const days = await here.hall.read.selectFrom('queue_day').select(['day', 'last_number']).orderBy('day').execute();
		expect(days.slice(-2)).toEqual([
			{ day: '2026-10-24', last_number: 1 },
			{ day: '2026-10-25', last_number: 4 }
		]);
	});
});

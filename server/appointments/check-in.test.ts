import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesOfTicket, newestLine } from '#db/ledger.ts';
import { lastSlipOf } from '#db/slips.ts';
import type { AppointmentRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { arrival, booked, BOOKING_HALL, resident } from '#test/fixtures/booking.ts';
import { granted, minutes, refusal, tomorrow, until } from '#test/fixtures/days.ts';
import { CLERK, KIOSK, testHall, type TestHall } from '#test/hall.ts';
import { today } from '../hall.ts';
import { VISITOR } from '../people/access.ts';
import { callNext } from '../tickets/call.ts';
import { issueTicket, type Issued } from '../tickets/issue.ts';
import { finish, start } from '../tickets/serve.ts';
import { transfer } from '../tickets/transfer.ts';
import { cancelAppointment } from './change.ts';
import { checkIn } from './check-in.ts';
import { missLapsed } from './missed.ts';
import { appointmentDay, appointmentView } from './view.ts';

const MINUTE_MS = 60_000;

describe.each(ENGINES)('%s: an appointment is checked in', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, BOOKING_HALL);
	});
	// Every test begins on a Monday, at nine.
	beforeEach(async () => {
		do await tomorrow(here);
		while (new Date(today(here.hall)).getUTCDay() !== 1);
	});
	afterAll(() => here.close());

	const at = (clock: string): string => `${today(here.hall)} ${clock}`;
	const clock = (time: string): Promise<void> => until(here, `${today(here.hall)}T${time}:00+08:00`);
	const come = async (...args: Parameters<typeof arrival>): Promise<Issued> =>
		granted(await checkIn(here.hall, KIOSK, arrival(...args)));
	const answer = async (...args: Parameters<typeof arrival>): Promise<string> =>
		refusal(await checkIn(here.hall, KIOSK, arrival(...args)));
	const next = async (): Promise<string> => {
		const called = granted(await callNext(here.hall, CLERK, '1'));
		granted(await start(here.hall, CLERK, called.ticket.id));
		granted(await finish(here.hall, CLERK, called.ticket.id, 'done'));
		return called.ticket.number;
	};

	test('K-06 by its code, by the token of the QR, or by the number it was booked with', async () => {
		const book = (time: string, order: number): Promise<AppointmentRow> =>
			booked(here, at(time), { person: resident(order) });
		const first = await book('09:30', 1);
		const second = await book('09:30', 2);
		const third = await book('10:00', 3);
		const one = await come({ code: first.code });
		const two = await come({ token: second.token });
		const three = await come({ person: resident(3) });
		expect([one, two, three].map((issued) => issued.ticket.number)).toEqual(['A001', 'A002', 'A003']);
		expect(three.ticket).toMatchObject({ appointment: third.id, slot_at: third.slot_at, lang: 'zh-CN' });
		expect(await appointmentView(here.hall, first.token)).toMatchObject({
			state: 'arrived',
			ticket: { number: 'A001', token: one.ticket.token }
		});
		const acts = (await linesOfTicket(here.hall.read, here.hall.id, one.ticket.id)).map((line) => line.act);
		expect(acts).toContain('appointment.arrived');
	});

	test('T-01 shown again, or by two kiosks at once, it is one number', async () => {
		const made = await booked(here, at('09:30'));
		const issued = await Promise.all([1, 2, 3].map(() => come({ code: made.code })));
		expect(new Set(issued.map((one) => one.ticket.id)).size).toBe(1);
		expect(issued.filter((one) => one.fresh)).toHaveLength(1);
		const seq = await newestLine(here.hall.read, here.hall.id);
		expect((await come({ token: made.token })).ticket.id).toBe(issued[0]?.ticket.id);
		expect(await newestLine(here.hall.read, here.hall.id)).toBe(seq);
	});

	test('K-06 T-02 early it counts from its slot, less its head start: behind who came long before, before who comes then', async () => {
		await here.open('1');
		const made = await booked(here, at('10:00'));
		await here.take('enrol');
		await clock('09:20');
		expect((await come({ code: made.code })).leg.rank_at).toBe(made.slot_at - 15 * MINUTE_MS);
		await clock('09:44');
		await here.take('enrol');
		await clock('09:46');
		await here.take('enrol');
		expect([await next(), await next(), await next(), await next()]).toEqual(['A001', 'A003', 'A002', 'A004']);
	});

	test('T-02 late it counts from the arrival, and a priority class is not added but taken if it is more', async () => {
		const rows = [await booked(here, at('10:00')), await booked(here, at('10:00'))];
		await clock('10:20');
		const late = await come({ code: rows[0]?.code ?? '' });
		const elder = await come({ code: rows[1]?.code ?? '' }, { class: 'elder' });
		const now = here.clock.now();
		expect([late.leg.rank_at, elder.leg.rank_at]).toEqual([now - 15 * MINUTE_MS, now - 25 * MINUTE_MS]);
	});

	test('T-02 nobody is idle for an appointment: who is early and alone is called', async () => {
		await here.open('1');
		const made = await booked(here, at('10:00'));
		await clock('09:10');
		await come({ code: made.code });
		expect(await next()).toBe('A001');
	});

	test('T-02 a transfer keeps the slot and the head start', async () => {
		await here.open('1');
		const made = await booked(here, at('10:00'));
		await clock('09:30');
		const { ticket, leg } = await come({ code: made.code });
		const wish = { queue: 'homes', window: null, staff: null, back: false, reason: null };
		const moved = granted(await transfer(here.hall, CLERK, ticket.id, wish));
		expect([moved.leg.rank_at, moved.leg.head_start_ms]).toEqual([leg.rank_at, 15 * MINUTE_MS]);
	});

	test('K-06 too early, another day, cancelled, nobody’s: each is told by its own word', async () => {
		const made = await booked(here, at('10:30'));
		expect(await answer({ code: made.code })).toBe('appointment-too-early');
		const again = await checkIn(here.hall, KIOSK, arrival({ token: made.token }));
		expect(again).toMatchObject({ detail: at('09:30') });
		await clock('09:30');
		expect(await answer({ code: made.code }, { class: 'cousin' })).toBe('class-unknown');
		granted(await cancelAppointment(here.hall, VISITOR, { token: made.token }, null));
		expect(await answer({ code: made.code })).toBe('appointment-over');
		expect(await answer({ person: resident(77) })).toBe('appointment-unknown');
		const other = await booked(here, at('15:00'));
		await tomorrow(here);
		expect(await answer({ token: other.token })).toBe('appointment-other-day');
		expect(await answer({ code: other.code }, { device: 'kiosk-2' })).toBe('appointment-unknown');
	});

	test('K-06 later than allowed the place is gone; an ordinary number is given if the visitor wishes', async () => {
		const made = await booked(here, at('09:30'), { person: resident(10) });
		await clock('10:01');
		expect(await answer({ code: made.code })).toBe('appointment-lapsed');
		expect(await missLapsed(here.hall)).toBe(1);
		expect(await missLapsed(here.hall)).toBe(0);
		expect(await answer({ code: made.code })).toBe('appointment-lapsed');
		const late = await checkIn(here.hall, KIOSK, arrival({ person: resident(10) }));
		expect(late).toMatchObject({ refusal: 'appointment-lapsed', detail: 'enrol' });
		const { ticket, leg } = await come({ code: made.code }, { ordinary: true });
		expect(ticket).toMatchObject({ appointment: null, slot_at: null, person_hash: made.person_hash });
		expect([leg.rank_at, leg.head_start_ms]).toEqual([here.clock.now(), 0]);
	});

	test('K-06 by one’s own number it is the appointment that can be kept now, else the nearest', async () => {
		const by = { person: resident(13) };
		const early = await booked(here, at('09:30'), by);
		const other = await booked(here, at('11:00'), { ...by, item: 'sale' });
		// The first is over though nobody has looked; the second is near enough to be kept.
		await clock('10:40');
		expect((await come(by)).ticket.item).toBe('sale');
		await missLapsed(here.hall);
		expect((await come(by)).ticket.appointment).toBe(other.id);
		expect([early.item, other.item]).toEqual(['enrol', 'sale']);
	});

	test('K-06 who has kept one and missed another hears of the missed one, not of the number of this morning', async () => {
		const by = { person: resident(14) };
		await booked(here, at('09:30'), by);
		const { ticket } = await come(by);
		await booked(here, at('11:00'), { ...by, item: 'sale' });
		await clock('09:35');
		expect((await come(by)).ticket.id).toBe(ticket.id);
		await clock('11:40');
		await missLapsed(here.hall);
		const late = await checkIn(here.hall, KIOSK, arrival(by));
		expect(late).toMatchObject({ refusal: 'appointment-lapsed', detail: 'sale' });
	});

	test('K-06 nor is asked about other people’s: a lapsed one counts as a wrong code does', async () => {
		const by = { person: resident(15) };
		await booked(here, at('09:30'), by);
		await clock('10:30');
		const probe = (): Promise<string> => answer(by, { device: 'probing' });
		for (let i = 0; i < 5; i += 1) expect(await probe()).toBe('appointment-lapsed');
		expect(await probe()).toBe('too-many-tries');
		await minutes(here, 1);
	});

	test('K-06 a day’s appointments and what became of them, without a word of whose they are', async () => {
		const kept = await booked(here, at('09:30'), { person: resident(11) });
		await booked(here, at('10:00'));
		const gone = await booked(here, at('10:30'));
		await booked(here, at('16:00'));
		await come({ code: kept.code });
		granted(await cancelAppointment(here.hall, VISITOR, { token: gone.token }, null));
		await clock('10:31');
		await missLapsed(here.hall);
		const day = await appointmentDay(here.hall, today(here.hall));
		expect(day.balance).toEqual({ booked: 1, arrived: 1, cancelled: 1, missed: 1 });
		expect(day.appointments.map((one) => [one.time, one.state, one.number])).toEqual([
			['09:30', 'arrived', 'A001'],
			['10:00', 'missed', null],
			['10:30', 'cancelled', null],
			['16:00', 'booked', null]
		]);
		expect(JSON.stringify(day)).not.toContain(kept.person_hash);
	});

	test('K-06 the cap of a queue and the early end of numbers do not bar a kept place; the closed doors do', async () => {
		const made = await booked(here, at('16:30'));
		const row = { hall: here.hall.id, queue: 'social', day: today(here.hall), last_number: 50, waiting: 0 };
		await here.hall.write((tx) => tx.k.insertInto('queue_day').values(row).execute());
		await clock('16:40');
		expect((await come({ code: made.code })).ticket.number).toBe('A051');
	});

	test('K-06 after the doors have closed nobody is checked in', async () => {
		const made = await booked(here, at('16:30'));
		await clock('17:00');
		expect(await answer({ code: made.code })).toBe('queue-closed');
	});

	test('K-06 by phone no slip is printed', async () => {
		const made = await booked(here, at('09:30'));
		const { ticket } = await come({ token: made.token }, { device: null, slip: false });
		expect(await lastSlipOf(here.hall.read, here.hall.id, ticket.id)).toBeUndefined();
		const other = await come({ token: (await booked(here, at('09:30'))).token });
		expect(await lastSlipOf(here.hall.read, here.hall.id, other.ticket.id)).toMatchObject({ state: 'queued' });
	});

	test('K-06 codes are not to be guessed: five wrong ones from a kiosk, and it waits a minute', async () => {
		const made = await booked(here, at('09:30'));
		const wrong = async (device: string): Promise<string> => answer({ code: '00000000' }, { device });
		for (let i = 0; i < 5; i += 1) expect(await wrong('guessing')).toBe('appointment-unknown');
		expect(await wrong('guessing')).toBe('too-many-tries');
		expect(await answer({ code: made.code }, { device: 'guessing' })).toBe('too-many-tries');
		expect(await answer({ token: made.token }, { device: 'guessing' })).toBe('not refused');
		await minutes(here, 1);
		expect(await answer({ code: made.code }, { device: 'guessing' })).toBe('not refused');
	});

	test('K-06 all kiosks together cannot be wrong without end either', async () => {
		const answers = [];
		for (let i = 0; i < 101; i += 1) answers.push(await answer({ code: '00000000' }, { device: `kiosk-${String(i)}` }));
		expect(answers.filter((one) => one === 'appointment-unknown')).toHaveLength(100);
		expect(answers.at(-1)).toBe('too-many-tries');
		await minutes(here, 1);
	});

	test('K-07 who has a number for the item already is told which, and gets no second by an appointment', async () => {
		const person = resident(12);
		const made = await booked(here, at('09:30'), { person });
		const wish = { item: 'enrol', class: 'ordinary', intent: 'walked-in', lang: 'zh-CN', device: null, person };
		const first = granted(await issueTicket(here.hall, KIOSK, wish));
		const barred = await checkIn(here.hall, KIOSK, arrival({ code: made.code }));
		expect(barred).toMatchObject({ refusal: 'person-limit', detail: first.ticket.number });
	});
});

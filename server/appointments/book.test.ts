import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesAfter, newestLine } from '#db/ledger.ts';
import type { AppointmentRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { booked, BOOKING_HALL, moment, resident, wishFor } from '#test/fixtures/booking.ts';
import { granted, refusal, tomorrow, until } from '#test/fixtures/days.ts';
import { KIOSK, SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { today } from '../hall.ts';
import { VISITOR } from '../people/access.ts';
import { applyHall } from '../setup/apply.ts';
import { readHall } from '../setup/read.ts';
import type { ItemEntry } from '../setup/schema.ts';
import { book } from './book.ts';
import { cancelAppointment, moveAppointment } from './change.ts';
import { daysOf, nextSlots, slotsOf } from './slots.ts';
import { appointmentView } from './view.ts';

describe.each(ENGINES)('%s: a place is kept', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, BOOKING_HALL);
	});
	// Each test has a week of its own and begins on its Monday, at nine.
	beforeEach(async () => {
		do await tomorrow(here);
		while (new Date(today(here.hall)).getUTCDay() !== 1);
	});
	afterAll(() => here.close());

	const item = (code: string): ItemEntry => {
		const entry = here.hall.setup.items.get(code);
		if (!entry) throw new Error(code);
		return entry;
	};
	/** A time of this week: `slot('Mon', '09:30')`. */
	const slot = (day: number, clock: string): string => {
		const date = new Date(Date.parse(today(here.hall)) + day * 86_400_000);
		return `${date.toISOString().slice(0, 10)} ${clock}`;
	};
	const answer = async (...wish: Parameters<typeof wishFor>): Promise<string> =>
		refusal(await book(here.hall, VISITOR, wishFor(...wish)));
	const free = async (day: string): Promise<string[]> =>
		(await slotsOf(here.hall, item('enrol'), day)).map(({ time, free: places }) => `${time} ${String(places)}`);

	test('K-06 it has a code of eight digits, a page of its own, and takes one place of its slot', async () => {
		const made = await booked(here, slot(1, '09:30'));
		expect(made.code).toMatch(/^\d{8}$/);
		expect((await free(made.day)).slice(0, 3)).toEqual(['09:00 2', '09:30 1', '10:00 2']);
		expect(await appointmentView(here.hall, made.token)).toMatchObject({
			state: 'booked',
			time: '09:30',
			item: { code: 'enrol', name: { zh: '参保登记' } },
			checkIn: { when: 'too-early', from: made.slot_at - 3_600_000, until: made.slot_at + 1_800_000 },
			link: `http://hall.test/a/${made.token}`
		});
		expect(await appointmentView(here.hall, `${made.token}x`)).toBeUndefined();
	});

	test('K-06 the same intent is the same appointment, whatever else it says', async () => {
		const wish = wishFor(slot(1, '09:00'));
		const first = granted(await book(here.hall, VISITOR, wish));
		const again = granted(await book(here.hall, VISITOR, { ...wish, slot: moment(slot(2, '10:00')) }));
		expect(again).toEqual(first);
		expect((await free(first.day))[0]).toBe('09:00 1');
	});

	test('K-06 two bookings for the last place at once: one has it', async () => {
		await booked(here, slot(1, '11:30'));
		const answers = await Promise.all(
			Array.from({ length: 4 }, () => book(here.hall, VISITOR, wishFor(slot(1, '11:30'))))
		);
		expect(answers.map(refusal).toSorted()).toEqual(['not refused', 'slot-full', 'slot-full', 'slot-full']);
	});

	test('K-06 what is no slot, is past, too far ahead or closed is refused; an item without appointments too', async () => {
		expect(await answer(slot(1, '09:10'))).toBe('slot-unknown');
		expect(await answer(slot(1, '12:00'))).toBe('slot-unknown');
		expect(await answer(slot(5, '09:00'))).toBe('slot-unknown');
		expect(await answer(slot(8, '09:00'))).toBe('too-far-ahead');
		await until(here, `${today(here.hall)}T02:00:00Z`);
		expect(await answer(slot(0, '10:00'))).toBe('slot-past');
		expect(await answer(slot(0, '10:30'))).toBe('not refused');
		expect(await answer(slot(1, '09:00'), { item: 'marriage' })).toBe('item-unknown');
		expect((await free(today(here.hall)))[0]).toBe('10:30 1');
		expect(await free(slot(5, '').trim())).toEqual([]);
	});

	test('K-06 the days that can be booked, with their places, and the next free slots over all of them', async () => {
		const days = await daysOf(here.hall, item('sale'));
		expect(days.map((one) => one.day.slice(-2))).toHaveLength(6);
		expect(days.every((one) => one.free === 2)).toBe(true);
		await booked(here, slot(0, '10:00'), { item: 'sale', person: resident(1) });
		const next = await nextSlots(here.hall, item('sale'), 2);
		expect(next.map((one) => one.at)).toEqual([moment(slot(0, '11:00')), moment(slot(1, '10:00'))]);
	});

	test('K-07 an item that asks who it is keeps no place for nobody, nor for a mistyped number or a telephone', async () => {
		expect(await answer(slot(1, '10:00'), { item: 'sale' })).toBe('identity-needed');
		expect(await answer(slot(1, '10:00'), { item: 'sale', person: '999999199001010019' })).toBe('identity-invalid');
		expect(await answer(slot(1, '10:00'), { item: 'sale', person: '13800000000' })).toBe('identity-invalid');
		expect(await answer(slot(1, '10:00'), { item: 'sale', person: resident(2) })).toBe('not refused');
	});

	test('K-06 K-07 one appointment per person, item and day; another day, another person, another item are free', async () => {
		const [me, other] = [{ person: resident(3) }, { person: resident(4) }];
		const first = await booked(here, slot(1, '09:00'), me);
		expect(await answer(slot(1, '15:00'), me)).toBe('appointment-exists');
		expect(await answer(slot(2, '15:00'), me)).toBe('not refused');
		expect(await answer(slot(1, '15:00'), other)).toBe('not refused');
		expect(await answer(slot(1, '10:00'), { ...me, item: 'sale' })).toBe('not refused');
		granted(await cancelAppointment(here.hall, VISITOR, { token: first.token }, null));
		expect(await answer(slot(1, '15:30'), me)).toBe('not refused');
	});

	test('K-06 cancelling frees the place and forgets the person at once; twice is once; staff need a reason', async () => {
		const made = await booked(here, slot(1, '09:00'), { person: resident(5) });
		const own = { token: made.token };
		const byCode = { code: made.code, day: made.day };
		expect(refusal(await cancelAppointment(here.hall, SUPERVISOR, byCode, ' '))).toBe('reason-needed');
		expect(refusal(await cancelAppointment(here.hall, KIOSK, byCode, 'x'))).toBe('not-allowed');
		expect(refusal(await cancelAppointment(here.hall, VISITOR, { token: '1.x' }, null))).toBe('appointment-unknown');
		const gone = granted(await cancelAppointment(here.hall, VISITOR, own, null));
		expect(gone).toMatchObject({ state: 'cancelled', person_hash: null });
		const seq = await newestLine(here.hall.read, here.hall.id);
		expect(granted(await cancelAppointment(here.hall, VISITOR, own, null))).toEqual(gone);
		expect(await newestLine(here.hall.read, here.hall.id)).toBe(seq);
		expect((await free(made.day))[0]).toBe('09:00 2');
	});

	test('K-06 moving within the day keeps the code and needs nobody’s number; the old place is free', async () => {
		const made = await booked(here, slot(1, '09:00'), { person: resident(6) });
		const wish = { slot: moment(slot(1, '10:00')), person: null, reason: null };
		const moved = granted(await moveAppointment(here.hall, VISITOR, { token: made.token }, wish));
		expect(moved).toMatchObject({ slot_at: wish.slot, code: made.code, person_hash: made.person_hash });
		expect((await free(made.day)).slice(0, 3)).toEqual(['09:00 2', '09:30 2', '10:00 1']);
	});

	test('K-06 K-07 to another day only its owner moves it, by giving the number again: no place is handed on', async () => {
		const made = await booked(here, slot(1, '09:00'), { person: resident(7) });
		const move = (person: string | null): ReturnType<typeof moveAppointment> =>
			moveAppointment(
				here.hall,
				VISITOR,
				{ token: made.token },
				{ slot: moment(slot(2, '09:00')), person, reason: null }
			);
		expect(refusal(await move(null))).toBe('identity-needed');
		expect(refusal(await move('nonsense!'))).toBe('identity-invalid');
		expect(refusal(await move(resident(8)))).toBe('identity-differs');
		const moved = granted(await move(resident(7)));
		expect(moved.person_hash).not.toBe(made.person_hash);
		expect(await answer(slot(2, '10:00'), { person: resident(7) })).toBe('appointment-exists');
	});

	test('K-06 a full slot takes nobody who moves; a cancelled appointment moves nowhere', async () => {
		const full = slot(1, '11:00');
		await booked(here, full);
		await booked(here, full);
		const made = await booked(here, slot(1, '09:00'));
		const wish = { slot: moment(full), person: null, reason: null };
		expect(refusal(await moveAppointment(here.hall, VISITOR, { token: made.token }, wish))).toBe('slot-full');
		granted(await cancelAppointment(here.hall, VISITOR, { token: made.token }, null));
		const after = { ...wish, slot: moment(slot(1, '10:00')) };
		expect(refusal(await moveAppointment(here.hall, VISITOR, { token: made.token }, after))).toBe('appointment-over');
	});

	test('K-07 hashes of two days have nothing in common, and no line of the ledger holds one, nor the number, code or token', async () => {
		const before = await newestLine(here.hall.read, here.hall.id);
		const rows: AppointmentRow[] = [];
		for (const day of [1, 2]) rows.push(await booked(here, slot(day, '16:00'), { person: resident(9) }));
		expect(new Set(rows.map((row) => row.person_hash)).size).toBe(2);
		const text = (await linesAfter(here.hall.read, here.hall.id, before)).map((line) => line.body).join();
		expect(text).toContain('enrol');
		for (const row of rows) {
			for (const secret of [row.person_hash, row.code, row.token, resident(9)]) expect(text).not.toContain(secret);
		}
	});

	test('K-06 an item that somebody has booked stays in the hall file', async () => {
		await booked(here, slot(1, '10:00'), { item: 'sale', person: resident(20) });
		const text = BOOKING_HALL.replace('code: sale\n', 'code: other\n');
		const read = readHall(text);
		if (!read.ok) throw new Error('the test has a faulty hall file');
		const now = here.clock.now();
		const applied = await here.hall.write((tx) => applyHall(tx, SUPERVISOR, { file: read.file, text }, now));
		expect(applied).toMatchObject({ ok: false, obstacles: [{ code: 'item-booked', subject: 'sale' }] });
	});

	test('K-06 visitors together book so many in a minute, staff as many as come', async () => {
		const most = here.hall.setup.policies.appointments.bookingsPerMinute;
		const rows = Array.from({ length: most }, () => 'booked');
		await here.clock.advance(61_000);
		for (const i of rows.keys()) {
			const made = await booked(here, slot(1 + (i % 3), '14:00'));
			granted(await cancelAppointment(here.hall, VISITOR, { token: made.token }, null));
		}
		expect(await answer(slot(1, '14:00'))).toBe('too-many-tries');
		expect(refusal(await book(here.hall, SUPERVISOR, wishFor(slot(1, '14:00'))))).toBe('not refused');
		await here.clock.advance(61_000);
		expect(await answer(slot(1, '14:30'))).toBe('not refused');
	});
});

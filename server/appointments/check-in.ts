import { appointmentsOfPerson, missedOfPerson, saveAppointment } from '#db/appointments.ts';
import type { Tx } from '#db/group.ts';
import type { AppointmentRow } from '#db/schema.ts';
import { getTicket, ticketByIntent } from '#db/tickets.ts';
import { today, type Hall } from '../hall.ts';
import { alreadyHere, shownPerson } from '../limits/person.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { localText } from '../rules/day.ts';
import type { RefusalCode } from '../rules/refusal.ts';
import { punctuality } from '../rules/slots.ts';
import { isOpenOn } from '../setup/places.ts';
import { again, claimOf, giveNumber, giveOrdinary, queueOf, type Issued, type Numbered } from '../tickets/issue.ts';
import { findAppointment, noteAppointment } from './find.ts';

export interface CheckInWish {
	/** what the visitor shows: the code, the token of the QR, or the number it was booked with */
	by: { token: string } | { code: string } | { person: string };
	/** priority class; `ordinary` without one */
	class: string;
	intent: string;
	/** null: the language it was booked in */
	lang: string | null;
	/** the kiosk; its printers print the slip */
	device: string | null;
	/** version of what was told before a card was laid */
	told?: string | null;
	/** who has come too late takes an ordinary number instead */
	ordinary: boolean;
	/** false for who has it on the phone */
	slip: boolean;
}

const MINUTE_MS = 60_000;
/** All kiosks of a hall together may be wrong so many times as often as one. */
const ALL_KIOSKS = 20;
/** What is told whether or not anybody comes: it must not be asked for one telephone number after the other. */
const TELLING: readonly RefusalCode[] = ['appointment-unknown', 'appointment-lapsed'];

/** The visitor has come: the appointment becomes a number. Shown again, it gives the same number. */
export async function checkIn(hall: Hall, who: Who, wish: CheckInWish): Promise<Result<Issued>> {
	// A token is longer than anybody can guess.
	const guessed = !('token' in wish.by);
	const name = `${who.name} ${wish.device ?? ''}`;
	if (guessed && guessesTooMuch(hall, name)) return refused('too-many-tries');
	const result = await hall.write(async (tx) => {
		const earlier = await ticketByIntent(tx.k, { hall: tx.hall, day: today(hall), intent: wish.intent });
		if (earlier) return done(await again(tx, earlier));
		const row = await shown(tx, hall, wish.by);
		return row ? arrive(tx, hall, who, { row, wish }) : refused('appointment-unknown');
	});
	if (guessed && !result.ok && TELLING.includes(result.refusal)) {
		hall.tries.wrong(name);
		hall.tries.wrong('');
	}
	return result;
}

function guessesTooMuch(hall: Hall, name: string): boolean {
	const most = hall.setup.policies.limits.wrongCodesPerMinute;
	return hall.tries.count(name) >= most || hall.tries.count('') >= most * ALL_KIOSKS;
}

async function shown(tx: Tx, hall: Hall, by: CheckInWish['by']): Promise<AppointmentRow | undefined> {
	if ('token' in by) return findAppointment(tx.k, tx.hall, by);
	if ('code' in by) return findAppointment(tx.k, tx.hall, { code: by.code, day: today(hall) });
	const hash = shownPerson(hall, by.person, today(hall));
	if (hash === undefined) return undefined;
	const person = { hall: tx.hall, day: today(hall), hash };
	const own = [...(await appointmentsOfPerson(tx.k, person)), ...(await missedOfPerson(tx.k, person))];
	return meant(hall, own);
}

/** Which of a person's appointments of today is meant: the one that can be kept now; else the nearest, whatever became of it. */
function meant(hall: Hall, own: readonly AppointmentRow[]): AppointmentRow | undefined {
	const now = hall.clock.now();
	const grace = hall.setup.policies.appointments;
	const far = ({ slot_at }: AppointmentRow): number => Math.abs(slot_at - now);
	const kept = own.find((one) => one.state === 'booked' && punctuality(one.slot_at, now, grace) === 'in-time');
	return kept ?? own.toSorted((a, b) => far(a) - far(b))[0];
}

interface Arrival {
	row: AppointmentRow;
	wish: CheckInWish;
}

async function arrive(tx: Tx, hall: Hall, who: Who, { row, wish }: Arrival): Promise<Result<Issued>> {
	if (row.state === 'cancelled') return refused('appointment-over', row.state);
	const before = row.ticket === null ? undefined : await getTicket(tx.k, tx.hall, row.ticket);
	if (before) return done(await again(tx, before));
	if (row.day !== today(hall)) return refused('appointment-other-day', row.day);
	const numbered = numberedOf(hall, who, { row, wish });
	if (!numbered.ok) return numbered;
	const grace = hall.setup.policies.appointments;
	const when = row.state === 'missed' ? 'lapsed' : punctuality(row.slot_at, numbered.value.at, grace);
	if (when === 'lapsed') return lapsed(tx, hall, numbered.value, wish.ordinary);
	if (when === 'too-early') {
		const from = row.slot_at - grace.earlyMinutes * MINUTE_MS;
		return refused('appointment-too-early', localText(from, hall.setup.timeZone));
	}
	return keep(tx, hall, row, numbered.value);
}

function numberedOf(hall: Hall, who: Who, { row, wish }: Arrival): Result<Numbered> {
	const item = hall.setup.items.get(row.item);
	if (!item) return refused('item-unknown', row.item);
	const claim = claimOf(hall, wish);
	if (claim === undefined) return refused('class-unknown', wish.class);
	return done({
		who,
		wish: { ...wish, item: row.item, lang: wish.lang ?? row.lang },
		item,
		queue: queueOf(hall.setup, item),
		claim,
		at: hall.clock.now(),
		person: row.person_hash,
		matter: row.matter_hash,
		back: null,
		appointment: row
	});
}

/** The place is gone; what remains is to come like everybody else, if the visitor wishes. */
async function lapsed(tx: Tx, hall: Hall, numbered: Numbered, ordinary: boolean): Promise<Result<Issued>> {
	if (!ordinary) return refused('appointment-lapsed', numbered.item.code);
	return giveOrdinary(tx, hall, { ...numbered, appointment: null });
}

/** A kept slot is served even when no more numbers are given; not after the doors have closed. */
async function keep(tx: Tx, hall: Hall, row: AppointmentRow, numbered: Numbered): Promise<Result<Issued>> {
	const barred = shut(hall, row, numbered.at) ?? (await alreadyHere(tx, hall, numbered.item, row.person_hash));
	if (barred) return barred;
	const issued = await giveNumber(tx, hall, numbered);
	if (!issued.ok) return issued;
	const { id, number } = issued.value.ticket;
	const after: AppointmentRow = { ...row, state: 'arrived', ticket: id, changed_at: numbered.at };
	await noteAppointment(tx, hall, numbered.who, { act: 'arrived', row: after, body: { number } });
	await saveAppointment(tx.k, after);
	return issued;
}

function shut(hall: Hall, { queue, day }: AppointmentRow, at: number): Refused | undefined {
	const last = hall.setup.servedOn(queue, day).at(-1);
	if (last && at < last.until) return undefined;
	return refused(isOpenOn(hall.setup, day) ? 'queue-closed' : 'hall-closed', queue);
}

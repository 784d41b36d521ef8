import { appointmentsOn, ticketsOn } from '#db/appointments.ts';
import type { AppointmentState, TicketState } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { wastedRun, type Taken } from '../rules/hoarding.ts';
import type { Text, Wait } from '../views.ts';

/** What is told before a number is taken. long-queue: ask whether a number is still wanted. may-not-be-served: the doors may close before the turn comes. */
export interface KioskAdvice {
	kind: 'long-queue' | 'may-not-be-served';
	wait: Wait;
	/** when the queue closes today, `17:00` */
	closes: string;
}

/** A number or an appointment that somebody has taken. */
export interface HoardedLine {
	/** A012; null for an appointment that is no number yet */
	number: string | null;
	/** the slot of an appointment */
	slotAt: number | null;
	item: Text;
	takenAt: number;
	state: TicketState | AppointmentState;
}

/** Signs of numbers taken for others. Who it is nobody knows: a person of the desk looks and decides. */
export interface HoardView {
	day: string;
	/** one person with many numbers and appointments of today */
	persons: { items: number; lines: HoardedLine[] }[];
	/** a kiosk or desk where many numbers were taken one shortly after the other, and nobody came for them */
	origins: { origin: string; lines: HoardedLine[] }[];
}

const NOWHERE: Text = { zh: '', en: '' };

interface Line extends HoardedLine, Pick<Taken, 'takenAt'> {
	origin: string;
	item: Text;
	itemCode: string;
	person: string | null;
}

/** Who seems to take numbers for others today. */
export async function hoardView(hall: Hall): Promise<HoardView> {
	const { hoardFrom, hoardWasted, hoardMinutes } = hall.setup.policies.limits;
	const tickets = await ticketLines(hall);
	const persons = grouped([...tickets, ...(await appointmentLines(hall))], ({ person }) => person)
		.filter(([, lines]) => lines.length >= hoardFrom)
		.map(([, lines]) => ({ items: new Set(lines.map((one) => one.itemCode)).size, lines: lines.map(shown) }));
	const origins = grouped(tickets, ({ origin }) => origin).flatMap(([origin, lines]) => {
		const run = wastedRun(lines, hoardWasted, hoardMinutes);
		return run.length === 0 ? [] : [{ origin, lines: run.map(shown) }];
	});
	return { day: today(hall), persons, origins };
}

async function ticketLines(hall: Hall): Promise<(Line & Taken)[]> {
	const rows = await ticketsOn(hall.read, hall.id, today(hall));
	return rows.map((row) => ({
		number: row.number,
		slotAt: null,
		...itemOf(hall, row.item),
		takenAt: row.created_at,
		state: row.state,
		origin: row.origin,
		person: row.person_hash
	}));
}

/** An appointment that has become a number is among the numbers. */
async function appointmentLines(hall: Hall): Promise<Line[]> {
	const rows = await appointmentsOn(hall.read, hall.id, today(hall));
	return rows
		.filter((row) => row.state !== 'arrived')
		.map((row) => ({
			number: null,
			slotAt: row.slot_at,
			...itemOf(hall, row.item),
			takenAt: row.created_at,
			state: row.state,
			origin: row.origin,
			person: row.person_hash
		}));
}

function itemOf(hall: Hall, code: string): { item: Text; itemCode: string } {
	return { item: hall.setup.items.get(code)?.name ?? NOWHERE, itemCode: code };
}

function shown({ number, slotAt, item, takenAt, state }: Line): HoardedLine {
	return { number, slotAt, item, takenAt, state };
}

function grouped<T>(all: readonly T[], key: (one: T) => string | null): [string, T[]][] {
	const groups = new Map<string, T[]>();
	for (const one of all) {
		const name = key(one);
		if (name !== null) groups.set(name, [...(groups.get(name) ?? []), one]);
	}
	return [...groups];
}

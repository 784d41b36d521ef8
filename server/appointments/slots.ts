import { takenAt, takenFrom } from '#db/appointments.ts';
import type { Tx } from '#db/group.ts';
import { today, type Hall } from '../hall.ts';
import { refused, type Refused } from '../result.ts';
import { addDays, localText, type Stretch } from '../rules/day.ts';
import type { ItemEntry } from '../setup/schema.ts';
import type { DayOffer, SlotOffer } from './view.ts';

/** Why nobody can book this moment; undefined when it is a slot of the item that is still to come. */
export function barredSlot(hall: Hall, item: ItemEntry, slotAt: number): Refused | undefined {
	if (item.appointments === null) return refused('not-bookable', item.code);
	const day = hall.setup.day(slotAt);
	if (!hall.setup.slotsOn(item, day).some(({ from }) => from === slotAt)) return refused('slot-unknown');
	if (slotAt <= hall.clock.now()) return refused('slot-past');
	return day > lastDay(hall, item.appointments.daysAhead) ? refused('too-far-ahead', day) : undefined;
}

/** Refuses when every place of the slot is taken. */
export async function fullSlot(
	tx: Tx,
	item: ItemEntry,
	of: { day: string; slotAt: number }
): Promise<Refused | undefined> {
	const taken = await takenAt(tx.k, { hall: tx.hall, item: item.code, day: of.day, slot_at: of.slotAt });
	return taken >= (item.appointments?.perSlot ?? 0) ? refused('slot-full') : undefined;
}

/** The slots of an item on a day that are still to come, full ones too; none on a day that cannot be booked. */
export async function slotsOf(hall: Hall, item: ItemEntry, day: string): Promise<SlotOffer[]> {
	if (item.appointments === null || day > lastDay(hall, item.appointments.daysAhead)) return [];
	const taken = await takenIn(hall, item, day, day);
	return toCome(hall, item, day).map(({ from }) => offer(hall, item, from, taken));
}

/** The days on which an item can be booked, with the places that are left; days without a slot are not in it. */
export async function daysOf(hall: Hall, item: ItemEntry): Promise<DayOffer[]> {
	const taken = await takenInAll(hall, item);
	return bookableDays(hall, item)
		.map((day) => ({ day, slots: toCome(hall, item, day) }))
		.filter(({ slots }) => slots.length > 0)
		.map(({ day, slots }) => ({ day, free: slots.reduce((sum, { from }) => sum + freeOf(item, from, taken), 0) }));
}

/** The first free slots of an item, whatever the day. */
export async function nextSlots(hall: Hall, item: ItemEntry, most: number): Promise<SlotOffer[]> {
	const taken = await takenInAll(hall, item);
	const found: SlotOffer[] = [];
	for (const day of bookableDays(hall, item)) {
		const free = toCome(hall, item, day).filter(({ from }) => freeOf(item, from, taken) > 0);
		found.push(...free.slice(0, most - found.length).map(({ from }) => offer(hall, item, from, taken)));
		if (found.length === most) break;
	}
	return found;
}

function lastDay(hall: Hall, daysAhead: number): string {
	return addDays(today(hall), daysAhead);
}

function bookableDays(hall: Hall, item: ItemEntry): string[] {
	if (item.appointments === null) return [];
	const now = today(hall);
	return Array.from({ length: item.appointments.daysAhead + 1 }, (_, ahead) => addDays(now, ahead));
}

function toCome(hall: Hall, item: ItemEntry, day: string): Stretch[] {
	const now = hall.clock.now();
	return hall.setup.slotsOn(item, day).filter(({ from }) => from > now);
}

type Taken = ReadonlyMap<number, number>;

async function takenIn(hall: Hall, item: ItemEntry, from: string, to: string): Promise<Taken> {
	const rows = await takenFrom(hall.read, { hall: hall.id, item: item.code, from, to });
	return new Map(rows.map((row) => [row.slot_at, row.n]));
}

function takenInAll(hall: Hall, item: ItemEntry): Promise<Taken> {
	return takenIn(hall, item, today(hall), lastDay(hall, item.appointments?.daysAhead ?? 0));
}

function freeOf(item: ItemEntry, at: number, taken: Taken): number {
	return Math.max(0, (item.appointments?.perSlot ?? 0) - (taken.get(at) ?? 0));
}

function offer(hall: Hall, item: ItemEntry, at: number, taken: Taken): SlotOffer {
	return { at, time: timeText(hall, at), free: freeOf(item, at, taken), of: item.appointments?.perSlot ?? 0 };
}

/** `09:30`, by the hall's clock. */
export function timeText(hall: Hall, at: number): string {
	return localText(at, hall.setup.timeZone).slice(-5);
}

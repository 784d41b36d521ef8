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
	return toCome(hall, item, day).map((slot) => offer(hall, item, slot, taken));
}

/** The days on which an item can be booked, with the places that are left; days without a slot are not in it. */
export async function daysOf(hall: Hall, item: ItemEntry): Promise<DayOffer[]> {
	return (await slotsByDay(hall, item)).map(({ day, slots }) => ({
		day,
		free: slots.reduce((sum, slot) => sum + slot.free, 0)
	}));
}

/** The first free slots of an item, whatever the day. */
export async function nextSlots(hall: Hall, item: ItemEntry, most: number): Promise<SlotOffer[]> {
	const all = (await slotsByDay(hall, item)).flatMap(({ slots }) => slots);
	return all.filter((slot) => slot.free > 0).slice(0, most);
}

async function slotsByDay(hall: Hall, item: ItemEntry): Promise<{ day: string; slots: SlotOffer[] }[]> {
	if (item.appointments === null) return [];
	const { daysAhead } = item.appointments;
	const taken = await takenIn(hall, item, today(hall), lastDay(hall, daysAhead));
	return Array.from({ length: daysAhead + 1 }, (_, ahead) => addDays(today(hall), ahead))
		.map((day) => ({ day, slots: toCome(hall, item, day).map((slot) => offer(hall, item, slot, taken)) }))
		.filter(({ slots }) => slots.length > 0);
}

function lastDay(hall: Hall, daysAhead: number): string {
	return addDays(today(hall), daysAhead);
}

function toCome(hall: Hall, item: ItemEntry, day: string): Stretch[] {
	const now = hall.clock.now();
	return hall.setup.slotsOn(item, day).filter(({ from }) => from > now);
}

async function takenIn(hall: Hall, item: ItemEntry, from: string, to: string): Promise<Map<number, number>> {
	const rows = await takenFrom(hall.read, { hall: hall.id, item: item.code, from, to });
	return new Map(rows.map((row) => [row.slot_at, row.n]));
}

function offer(hall: Hall, item: ItemEntry, slot: Stretch, taken: ReadonlyMap<number, number>): SlotOffer {
	const of = item.appointments?.perSlot ?? 0;
	return { at: slot.from, time: timeText(hall, slot.from), free: Math.max(0, of - (taken.get(slot.from) ?? 0)), of };
}

/** `09:30`, by the hall's clock. */
export function timeText(hall: Hall, at: number): string {
	return localText(at, hall.setup.timeZone).slice(-5);
}

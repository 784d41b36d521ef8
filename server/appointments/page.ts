import {
	appointmentView,
	bookingZones,
	type BookableItem,
	type BookingZone,
	type DayOffer,
	type SlotOffer
} from './view.ts';
import { daysOf, slotsOf } from './slots.ts';
import { today, type Hall } from '../hall.ts';
import { itemsNear } from '../knowledge/items.ts';
import type { Text } from '../views.ts';

/** What the address of the booking page says. */
export interface BookingAsked {
	item: string | null;
	day: string | null;
	slot: number | null;
	search: string;
	/** token of an appointment that is to be moved */
	move: string | null;
}

/** One of the three steps of booking: what is chosen is not null. */
export interface BookingPage {
	hall: Text;
	today: string;
	search: string;
	zones: BookingZone[];
	item: BookableItem | null;
	zone: BookingZone | null;
	days: DayOffer[];
	day: string | null;
	slots: SlotOffer[];
	slot: SlotOffer | null;
	/** the appointment that is moved; whether its owner's number is needed for the chosen day */
	move: { token: string; day: string; time: string; person: boolean } | null;
}

/** The booking page, as far as the visitor has chosen. What cannot be booked is as if it had not been chosen. */
export async function bookingPage(hall: Hall, asked: BookingAsked): Promise<BookingPage> {
	const all = bookingZones(hall);
	const moved = asked.move === null ? undefined : await appointmentView(hall, asked.move);
	const code = moved?.item.code ?? asked.item;
	const zone = all.find((one) => one.items.some((item) => item.code === code)) ?? null;
	const item = zone?.items.find((one) => one.code === code) ?? null;
	const times = await timesOf(hall, item, asked);
	return {
		hall: hall.setup.file.hall.name,
		today: today(hall),
		search: asked.search,
		zones: item ? [] : found(hall, all, asked.search),
		item,
		zone,
		...times,
		move: moved
			? { token: moved.token, day: moved.day, time: moved.time, person: moved.identity && times.day !== moved.day }
			: null
	};
}

async function timesOf(
	hall: Hall,
	chosen: BookableItem | null,
	asked: BookingAsked
): Promise<Pick<BookingPage, 'days' | 'day' | 'slots' | 'slot'>> {
	const item = chosen && hall.setup.items.get(chosen.code);
	const days = item ? await daysOf(hall, item) : [];
	const first = days.find((one) => one.free > 0) ?? days[0];
	const day = (days.find((one) => one.day === asked.day) ?? first)?.day ?? null;
	const slots = item && day !== null ? await slotsOf(hall, item, day) : [];
	return { days, day, slots, slot: slots.find((one) => one.at === asked.slot) ?? null };
}

/** Items near to what is searched for, and those whose department, in either language, holds every word of it. */
function found(hall: Hall, zones: BookingZone[], search: string): BookingZone[] {
	const words = search.toLowerCase().split(/\s+/);
	const near = new Set(itemsNear(hall.setup, search));
	const holds = ({ code, name, department }: BookableItem): boolean => {
		const text = [name.zh, name.en, department.zh, department.en].join(' ').toLowerCase();
		return near.has(code) || words.every((word) => text.includes(word));
	};
	return zones.flatMap((zone) => {
		const items = zone.items.filter(holds);
		return items.length > 0 ? [{ ...zone, items }] : [];
	});
}

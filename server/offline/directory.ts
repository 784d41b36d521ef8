import { today, type Hall } from '../hall.ts';
import { addDays, hoursText, spansOn } from '../rules/day.ts';
import { weekHours } from '../rules/week-hours.ts';
import type { Setup } from '../setup/hall.ts';
import type { ItemEntry } from '../setup/schema.ts';
import { chainOf } from '../tickets/issue.ts';
import { stepViews } from '../tickets/view.ts';
import type { DirectoryItem, DirectoryZone, KioskDirectory } from '../views.ts';
import { insteadOf, zonesOfKiosk } from './instead.ts';

/** So far ahead days off and make-up days are told. */
const SPECIAL_DAYS = 30;

/** What a kiosk keeps for when it has no line: what there is, where, when and what to bring. Nothing of any visitor. */
export function kioskDirectory(hall: Hall, device: string): KioskDirectory {
	const { setup } = hall;
	const { name, address, phone } = setup.file.hall;
	return {
		at: hall.clock.now(),
		device,
		hall: { name, address, phone },
		timeZone: setup.timeZone,
		instead: insteadOf(setup, device),
		classes: setup.priorityClasses(),
		hours: weekHours(setup.file.hours),
		zones: zonesOfKiosk(setup, device).map((code) => zoneOf(hall, code)),
		special: specialDays(setup, today(hall)),
		places: placesOf(setup)
	};
}

function zoneOf(hall: Hall, code: string): DirectoryZone {
	const zone = hall.setup.zones.get(code);
	if (!zone) throw new Error(`a kiosk offers zone ${code}, which is not in the hall file`);
	return {
		code,
		name: zone.name,
		place: zone.place,
		items: hall.setup.itemsIn(code).map((item) => itemOf(hall, item))
	};
}

function itemOf(hall: Hall, item: ItemEntry): DirectoryItem {
	const { setup } = hall;
	const department = setup.departments.get(item.department);
	if (!department) throw new Error(`item ${item.code} has no department`);
	return {
		code: item.code,
		name: item.name,
		department: department.name,
		phone: department.phone,
		queue: item.queue,
		materials: setup.materialsOf(item),
		fee: item.fee,
		legalDays: item.legalDays,
		promisedDays: item.promisedDays,
		windows: [...setup.windowsServing(item.queue)],
		steps: stepViews(hall, chainOf(setup, item)),
		hours: weekHours(setup.queues.get(item.queue)?.hours ?? setup.file.hours),
		identity: item.identity !== 'none'
	};
}

/** Days off and make-up days from today on, in their order. */
function specialDays(setup: Setup, from: string): KioskDirectory['special'] {
	const until = addDays(from, SPECIAL_DAYS);
	const off = setup.file.holidays.map(({ date, until: last, name }) => ({ day: date, until: last, name, hours: '' }));
	const calendar = { week: setup.file.hours, holidays: new Set<string>() };
	const worked = setup.file.workdays.map(({ date, as, name }) => {
		const spans = spansOn({ ...calendar, workdays: new Map([[date, as]]) }, date);
		return { day: date, until: null, name, hours: hoursText(spans) };
	});
	return [...off, ...worked]
		.filter(({ day, until: last }) => (last ?? day) >= from && day <= until)
		.toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** The desks by their zones, and the departments that can be reached by telephone. */
function placesOf(setup: Setup): KioskDirectory['places'] {
	const desks = setup.file.desks.map(({ name, zone, phone }) => ({
		name,
		place: setup.zones.get(zone)?.place ?? null,
		phone
	}));
	const called = setup.file.departments.filter(({ phone }) => phone !== null);
	return [...desks, ...called.map(({ name, phone }) => ({ name, place: null, phone }))];
}

import { newestLine } from '#db/ledger.ts';
import { queueDays } from '#db/queue-days.ts';
import { nextSlots } from '../appointments/slots.ts';
import { today, type Hall } from '../hall.ts';
import { guideLink } from '../find/link.ts';
import { findVersion } from '../find/index.ts';
import { adviceFor, lateBecause } from '../limits/closing.ts';
import { hoursText } from '../rules/day.ts';
import { serviceViews } from '../services/view.ts';
import type { KioskEntry, ItemEntry } from '../setup/schema.ts';
import type { KioskItem, KioskView, KioskZone, ServiceView } from '../views.ts';
import { chainOf, closedBecause } from './issue.ts';
import { stepViews, waitIn } from './view.ts';

/** What a kiosk offers: its zones with their items, each as a visitor must know it before taking a number (K-03). */
export async function kioskView(hall: Hall, device: string, paper: KioskView['paper']): Promise<KioskView> {
	const entry = hall.setup.kiosks.get(device);
	const seq = await newestLine(hall.read, hall.id);
	const waiting = await waitingByQueue(hall);
	const { policies } = hall.setup;
	return {
		hall: hall.setup.file.hall.name,
		booking: `${hall.origin}/book`,
		guides: guideLink(hall, ''),
		today: today(hall),
		timeZone: hall.setup.timeZone,
		seq,
		device,
		zones: await Promise.all(zonesOf(hall, entry).map((code) => zoneOf(hall, code, waiting))),
		find: findVersion(hall),
		classes: hall.setup.priorityClasses(),
		headStartMinutes: policies.headStartMinutes,
		paper,
		services: await kioskServices(hall, device),
		idleSeconds: policies.kioskIdleSeconds,
		screen: entry?.screen ?? null
	};
}

/** The free services that a kiosk tells of. */
export function kioskServices(hall: Hall, device: string): Promise<ServiceView[]> {
	return serviceViews(hall, zonesOf(hall, hall.setup.kiosks.get(device)));
}

/** How many wait in each queue today. */
export async function waitingByQueue(hall: Hall): Promise<Map<string, number>> {
	const days = await queueDays(hall.read, hall.id, today(hall));
	return new Map(days.map((row) => [row.queue, row.waiting]));
}

/** The kiosk that a browser is which does not say: the first of the hall file, or one without printers. */
export function defaultKiosk(hall: Hall): string {
	return hall.setup.file.devices.kiosks[0]?.code ?? 'kiosk';
}

function zonesOf(hall: Hall, entry: KioskEntry | undefined): string[] {
	return entry?.zones ?? hall.setup.file.zones.map((zone) => zone.code);
}

async function zoneOf(hall: Hall, code: string, waiting: ReadonlyMap<string, number>): Promise<KioskZone> {
	const zone = hall.setup.zones.get(code);
	if (!zone) throw new Error(`a kiosk offers zone ${code}, which is not in the hall file`);
	const items = hall.setup.itemsIn(code).map((item) => itemView(hall, item, waiting.get(item.queue) ?? 0));
	return { code, name: zone.name, place: zone.place, items: await Promise.all(items) };
}

/** So many slots stand beside an item; the page for booking has them all. */
const SLOTS_SHOWN = 3;

/** An item as kiosk, desk and API tell it. */
export async function itemView(hall: Hall, item: ItemEntry, ahead: number): Promise<KioskItem> {
	const at = hall.clock.now();
	const department = hall.setup.departments.get(item.department);
	if (!department) throw new Error(`item ${item.code} has no department`);
	const closed = closedBecause(hall, item, at) ?? lateBecause(hall, item.queue, ahead);
	return {
		code: item.code,
		name: item.name,
		department: department.name,
		queue: item.queue,
		materials: hall.setup.materialsOf(item),
		fee: item.fee,
		legalDays: item.legalDays,
		promisedDays: item.promisedDays,
		windows: [...hall.setup.windowsServing(item.queue)],
		steps: stepViews(hall, chainOf(hall.setup, item)),
		open: closed === null,
		closedBecause: closed,
		ahead,
		wait: waitIn(hall, item.queue, ahead),
		hours: hoursText(hall.setup.queueHoursOn(item.queue, hall.setup.day(at))),
		identity: item.identity,
		advice: closed === null ? adviceFor(hall, item.queue, ahead) : null,
		nextSlots: item.appointments === null ? null : await nextSlots(hall, item, SLOTS_SHOWN)
	};
}

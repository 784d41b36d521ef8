import { deviceStates, newestEvents } from '#db/devices.ts';
import type { DeviceStateRow } from '#db/schema.ts';
import { newestSlips } from '#db/slips.ts';
import { getTicket } from '#db/tickets.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { healthOf } from '../rules/devices/health.ts';
import { metresOf } from '../rules/devices/paper.ts';
import type { DeviceDetail, DeviceLine, DevicePrinter, DeviceSlip, WatchView } from '../views.ts';
import { groupToday, laneOf } from '../watch/hands.ts';
import { monthsOf } from '../watch/hours.ts';
import { printersOf, queuesOf, type PrinterNow } from '../watch/printers.ts';
import { thingOf, thingsOf, type Thing } from '../watch/things.ts';

const EVENTS_SHOWN = 100;
const SLIPS_SHOWN = 10;
const SLIPS_LOOKED_AT = 200;

interface Known {
	rows: ReadonlyMap<string, DeviceStateRow>;
	printers: ReadonlyMap<string, PrinterNow>;
	queued: ReadonlyMap<string, number>;
}

/** Every device of the hall file, as they stand. Drawn from rows: any server process can. */
export async function watchView(hall: Hall, who: Who): Promise<WatchView> {
	const { hall: about, zones, devices } = hall.setup.file;
	const known = await read(hall);
	return {
		hall: about.name,
		timeZone: hall.setup.timeZone,
		at: hall.clock.now(),
		acts: isAllowed(hall, who, 'device:work'),
		zones: zones.map(({ code, name }) => ({ code, name })),
		groups: [...new Set(devices.printers.map(({ group }) => group))],
		devices: thingsOf(hall.setup).map((thing) => lineOf(hall, thing, known))
	};
}

/** One device with its history; undefined for one that is not there. */
export async function deviceDetail(hall: Hall, kind: string, code: string): Promise<DeviceDetail | undefined> {
	const thing = thingOf(hall.setup, kind, code);
	if (!thing) return undefined;
	const known = await read(hall);
	const events = await newestEvents(hall.read, { hall: hall.id, kind: thing.kind, device: code, most: EVENTS_SHOWN });
	return {
		device: lineOf(hall, thing, known),
		events: events.map(({ at, act, from_state, to_state, reason, by_whom }) => {
			return { at, act, from: from_state, to: to_state, reason, by: by_whom };
		}),
		months: await monthsOf(hall, thing),
		slips: thing.kind === 'printer' ? await slipsOf(hall, thing) : []
	};
}

async function read(hall: Hall): Promise<Known> {
	const rows = await deviceStates(hall.read, hall.id);
	return {
		rows: new Map(rows.map((row) => [`${row.kind} ${row.device}`, row])),
		printers: await printersOf(hall),
		queued: await queuesOf(hall)
	};
}

function lineOf(hall: Hall, thing: Thing, { rows, printers, queued }: Known): DeviceLine {
	const { kind, code, name, zone, about } = thing;
	const row = rows.get(`${kind} ${code}`);
	const now = printers.get(code);
	return {
		...{ kind, code, name, zone, about },
		...standing(row),
		tests: thing.tests,
		printer:
			thing.group !== null && now
				? printerOf(now, { own: thing.group, ...groupOf(hall, thing.group, row), queued })
				: null
	};
}

/** How it stands; a device without a row was never looked at. */
function standing(
	row: DeviceStateRow | undefined
): Pick<DeviceLine, 'state' | 'health' | 'reason' | 'since' | 'heardAt' | 'off'> {
	if (!row) return { state: 'unknown', health: 'unknown', reason: null, since: null, heardAt: null, off: null };
	const { state, reason, since_at, heard_at } = row;
	return { state, health: healthOf(state), reason, since: since_at, heardAt: heard_at, off: offOf(row) };
}

function offOf(row: DeviceStateRow): DeviceLine['off'] {
	if (row.off_reason === null || row.off_at === null) return null;
	return { reason: row.off_reason, by: (row.off_by ?? '').replace(/^staff:/, ''), at: row.off_at };
}

function groupOf(hall: Hall, own: string, row: DeviceStateRow | undefined): { group: string } {
	return { group: row ? groupToday(hall, row, own) : own };
}

function printerOf(
	{ counts, paper, touch }: PrinterNow,
	{ own, group, queued }: { own: string; group: string; queued: Known['queued'] }
): DevicePrinter {
	return {
		group,
		movedFrom: group === own ? null : own,
		queued: queued.get(group) ?? 0,
		left: paper,
		rollAt: counts.roll_at,
		slips: counts.slips,
		cuts: counts.cuts,
		errors: counts.errors,
		metres: metresOf(counts.dots),
		since: counts.since_at,
		touch
	};
}

/** The slips of a printer, and those that waited for its group and were given up. */
async function slipsOf(hall: Hall, { code, group }: Thing): Promise<DeviceSlip[]> {
	const newest = await newestSlips(hall.read, hall.id, SLIPS_LOOKED_AT);
	const lanes = [group, laneOf(code)];
	const own = newest.filter((slip) => slip.printer === code || (slip.printer === null && lanes.includes(slip.group)));
	return Promise.all(
		own.slice(0, SLIPS_SHOWN).map(async ({ id, kind, ticket, state, reason, changed_at }) => {
			const of = ticket === null ? undefined : await getTicket(hall.read, hall.id, ticket);
			return { id, kind, number: of?.number ?? null, state, reason, at: changed_at };
		})
	);
}

/** Puts a checked hall file into force. */
import { bookedItems } from '#db/appointments.ts';
import type { Tx } from '#db/group.ts';
import {
	getHall,
	openLegs,
	queuesWithNumbers,
	saveDevice,
	saveHall,
	saveItem,
	saveQueue,
	saveStaffEntry,
	saveWindowEntry,
	saveZone,
	setupRows
} from '#db/setup.ts';
import type { SetupRows } from '#db/setup.ts';
import { dayOf } from '#server/rules/day.ts';
import type { Serves } from '#server/rules/replay.ts';
import type { Who } from '#server/people/who.ts';
import { obstacles, wrongHall, type Obstacle } from './obstacles.ts';
import { rowsOf } from './rows.ts';
import type { HallFile } from './schema.ts';

export type { Obstacle } from './obstacles.ts';

/** How many rows of a kind were new, altered, or taken out of use. */
export interface Count {
	added: number;
	changed: number;
	retired: number;
}

export type Counts = Record<keyof SetupRows, Count>;

/** `changed` is false when the hall was like this already, to the byte. */
export type Applied = { ok: true; changed: boolean; counts: Counts } | { ok: false; obstacles: Obstacle[] };

/** A checked hall file together with the text it was read from. */
export interface HallText {
	file: HallFile;
	text: string;
}

/**
 * Brings the hall's rows in line with the file, inside the caller's transaction. What is no longer in the file is kept
 * out of use; tickets, legs, window states and passwords are never touched. The same file again changes nothing.
 * Refuses, with nothing written, whatever would strand somebody who is in the hall now.
 */
export async function applyHall(tx: Tx, who: Who, { file, text }: HallText, at: number): Promise<Applied> {
	const hall = await getHall(tx.k, tx.hall);
	if (hall.code !== file.hall.code) return { ok: false, obstacles: [wrongHall(file.hall.code)] };
	const wanted = rowsOf(file, tx.hall, at);
	const stored = await setupRows(tx.k, tx.hall);
	const busy = {
		hall,
		stored,
		legs: await openLegs(tx.k, tx.hall),
		booked: await bookedItems(tx.k, tx.hall),
		numbered: await queuesWithNumbers(tx.k, tx.hall, dayOf(at, hall.time_zone))
	};
	const stranded = obstacles(file.hall.timeZone, wanted, busy);
	if (stranded.length > 0) return { ok: false, obstacles: stranded };
	const counts = await saveRows(tx, stored, wanted);
	const changed = hall.file !== text || Object.values(counts).some((one) => one.added + one.changed + one.retired > 0);
	if (changed) await tellHall(tx, who, { file, text }, { at, counts });
	return { ok: true, changed, counts };
}

/**
 * Puts a file down as the one in force, with what the order of calling needs of it.
 * @param done `counts` null where nothing was altered
 */
export async function tellHall(
	tx: Tx,
	who: Who,
	{ file, text }: HallText,
	done: { at: number; counts: Counts | null }
): Promise<void> {
	const { name, timeZone } = file.hall;
	await saveHall(tx.k, { id: tx.hall, name: name.zh, time_zone: timeZone, file: text, applied_at: done.at });
	await tx.note({
		at: done.at,
		day: dayOf(done.at, timeZone),
		act: 'hall.applied',
		actor: who.name,
		ticket: null,
		window: null,
		queue: null,
		body: { ...done.counts, serves: serves(file) }
	});
}

/** Which window serves which queue, with how many minutes of preference. */
function serves(file: HallFile): Serves {
	const queuesOf = ({ queues }: HallFile['windows'][number]): Record<string, number> =>
		Object.fromEntries(queues.map(({ queue, headStartMinutes }) => [queue, headStartMinutes]));
	return Object.fromEntries(file.windows.map((window) => [window.code, queuesOf(window)]));
}

/** Zones first: the others refer to them. */
async function saveRows({ k }: Tx, stored: SetupRows, wanted: SetupRows): Promise<Counts> {
	const key = (row: { code: string }): string => row.code;
	return {
		zones: await bring(stored.zones, wanted.zones, { key, decided: ['name'], save: (row) => saveZone(k, row) }),
		queues: await bring(stored.queues, wanted.queues, {
			key,
			decided: ['zone', 'prefix', 'name'],
			save: (row) => saveQueue(k, row)
		}),
		windows: await bring(stored.windows, wanted.windows, {
			key,
			decided: ['zone', 'name'],
			save: (row) => saveWindowEntry(k, row)
		}),
		items: await bring(stored.items, wanted.items, {
			key,
			decided: ['queue', 'name'],
			save: (row) => saveItem(k, row)
		}),
		devices: await bring(stored.devices, wanted.devices, {
			key,
			decided: ['kind', 'zone'],
			save: (row) => saveDevice(k, row)
		}),
		staff: await bring(stored.staff, wanted.staff, {
			key: (row) => row.no,
			decided: ['name', 'role'],
			save: (row) => saveStaffEntry(k, row)
		})
	};
}

interface Kept {
	active: number;
}

interface Kind<Row extends Kept> {
	key: (row: Row) => string;
	/** what the file decides; the rest of a row belongs to the day's work */
	decided: readonly (keyof Row)[];
	save: (row: Row) => Promise<void>;
}

/** Writes only the rows that differ. */
async function bring<Row extends Kept>(stored: Row[], wanted: Row[], kind: Kind<NoInfer<Row>>): Promise<Count> {
	const { key, decided, save } = kind;
	const known = new Map(stored.map((row) => [key(row), row]));
	const count = { added: 0, changed: 0, retired: 0 };
	for (const row of wanted) {
		const old = known.get(key(row));
		known.delete(key(row));
		if (old && old.active === 1 && decided.every((field) => old[field] === row[field])) continue;
		count[old ? 'changed' : 'added'] += 1;
		await save(row);
	}
	for (const row of known.values()) {
		if (row.active === 0) continue;
		count.retired += 1;
		await save({ ...row, active: 0 });
	}
	return count;
}

import type { Kysely } from 'kysely';
import { notesAt } from '#db/staff-notes.ts';
import type { Tx } from '#db/group.ts';
import { liveAlarms } from '#db/alarms.ts';
import type { StaffNoteRow, Tables } from '#db/schema.ts';
import { raiseAlarm } from '../alarms/alarms.ts';
import type { Hall } from '../hall.ts';
import { liveNote, settleUnread, stillUnread } from './held.ts';

const KIND = 'note-unread';

/** Tells of notes that must have been read by now and are not; what ends or was read by all is told of no more. */
export async function watchNotes(hall: Hall): Promise<void> {
	const at = hall.clock.now();
	const late = (await notesAt(hall.read, hall.id, at)).filter(({ read_by_at: by }) => by !== null && by < at);
	const told = (await liveAlarms(hall.read, hall.id)).filter(({ kind }) => kind === KIND);
	const known = new Set(told.map(({ key }) => Number(key)));
	const fresh: StaffNoteRow[] = [];
	for (const row of late) if (!known.has(row.note) && (await countUnread(hall.read, row)) > 0) fresh.push(row);
	if (fresh.length > 0) await hall.write((tx) => eachOf(fresh, (row) => tell(tx, hall, row)));
	const over: number[] = [];
	for (const note of known) if (!(await isUnread(hall.read, late, note))) over.push(note);
	if (over.length > 0) await hall.write((tx) => eachOf(over, (note) => endFor(tx, hall, note)));
}

async function eachOf<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
	for (const one of all) await act(one);
}

async function countUnread(k: Kysely<Tables>, row: StaffNoteRow): Promise<number> {
	const { persons, places } = await stillUnread(k, row);
	return persons.length + places.length;
}

async function tell(tx: Tx, hall: Hall, row: StaffNoteRow): Promise<void> {
	const count = await countUnread(tx.k, row);
	await raiseAlarm(tx, hall, { kind: KIND, key: String(row.note), window: null, about: { note: row.note, count } });
}

/** Somebody has still to read it; whoever has left the house is waited for no more. */
async function isUnread(k: Kysely<Tables>, late: readonly StaffNoteRow[], note: number): Promise<boolean> {
	const row = late.find((one) => one.note === note);
	return row !== undefined && (await countUnread(k, row)) > 0;
}

async function endFor(tx: Tx, hall: Hall, note: number): Promise<void> {
	const live = await liveNote(tx, hall, note);
	if (!live || (await countUnread(tx.k, live)) === 0) await settleUnread(tx, hall, note);
}

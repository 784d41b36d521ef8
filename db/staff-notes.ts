import { sql, type Kysely } from 'kysely';
import type { NoteState, StaffNoteReadRow, StaffNoteRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

/** The partial indexes speak of these very words. */
const word = (state: NoteState) => sql.lit(state);

export async function addNote(k: K, row: StaffNoteRow): Promise<void> {
	await k.insertInto('staff_note').values(row).execute();
}

/** The version that this wish has already written. */
export function noteByIntent(k: K, hall: number, intent: string): Promise<StaffNoteRow | undefined> {
	return k
		.selectFrom('staff_note')
		.selectAll()
		.where('hall', '=', hall)
		.where('intent', '=', intent)
		.executeTakeFirst();
}

/** Every version of a note, newest first. */
export function noteVersions(k: K, hall: number, note: number): Promise<StaffNoteRow[]> {
	return k
		.selectFrom('staff_note')
		.selectAll()
		.where('hall', '=', hall)
		.where('note', '=', note)
		.orderBy('version', 'desc')
		.execute();
}

/** The notes that hold at a moment, newest first. */
export function notesAt(k: K, hall: number, at: number): Promise<StaffNoteRow[]> {
	return k
		.selectFrom('staff_note')
		.selectAll()
		.where('hall', '=', hall)
		.where('state', '=', word('live'))
		.where('until_at', '>', at)
		.orderBy('note', 'desc')
		.execute();
}

/** The newest version of each note, newest note first, at most `most`. */
export function newestNotes(k: K, hall: number, most: number): Promise<StaffNoteRow[]> {
	return k
		.selectFrom('staff_note')
		.selectAll()
		.where('hall', '=', hall)
		.where('state', '<>', word('replaced'))
		.orderBy('note', 'desc')
		.limit(most)
		.execute();
}

export async function setNoteState(k: K, row: StaffNoteRow, state: NoteState): Promise<void> {
	await k
		.updateTable('staff_note')
		.set({ state })
		.where('hall', '=', row.hall)
		.where('note', '=', row.note)
		.where('version', '=', row.version)
		.execute();
}

export async function addRead(k: K, row: StaffNoteReadRow): Promise<void> {
	await k.insertInto('staff_note_read').values(row).execute();
}

/** Who has read these notes, whatever version, first first. */
export function readsOf(k: K, hall: number, notes: readonly number[]): Promise<StaffNoteReadRow[]> {
	if (notes.length === 0) return Promise.resolve([]);
	return k
		.selectFrom('staff_note_read')
		.selectAll()
		.where('hall', '=', hall)
		.where('note', 'in', notes)
		.orderBy('at')
		.orderBy('staff')
		.execute();
}

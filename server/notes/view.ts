import { newestLine } from '#db/ledger.ts';
import { newestNotes, notesAt, readsOf } from '#db/staff-notes.ts';
import type { StaffNoteReadRow, StaffNoteRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { isNoteFor, unreadOf } from '../rules/note.ts';
import { may } from '../rules/rights.ts';
import { windowName } from '../tickets/view.ts';
import type { NotesView, StaffNoteView, WrittenNote } from '../views.ts';
import { audienceOf } from './held.ts';
import { readerOf } from './read.ts';

/** So many notes are listed for who writes them. */
const MOST = 100;

/** What this person has to read where he is at work now, those that must be read first, then newest first. */
export async function unreadNotes(hall: Hall, who: Who): Promise<StaffNoteView[]> {
	return (await notesFor(hall, who)).unread;
}

async function notesFor(hall: Hall, who: Who): Promise<Record<'unread' | 'read', StaffNoteView[]>> {
	const reader = readerOf(hall, who);
	if (!reader) return { unread: [], read: [] };
	const rows = await notesAt(hall.read, hall.id, hall.clock.now());
	const own = rows.filter((row) => isNoteFor(audienceOf(row), reader));
	const reads = await readsFor(hall, own);
	const isRead = (row: StaffNoteRow): boolean => reads.some((read) => read.staff === reader.staff && isOf(read, row));
	const unread = own.filter((row) => !isRead(row)).toSorted((a, b) => b.must_read - a.must_read || b.note - a.note);
	return { unread: unread.map(noteView), read: own.filter(isRead).map(noteView) };
}

function isOf({ note, version }: StaffNoteReadRow, row: StaffNoteRow): boolean {
	return note === row.note && version === row.version;
}

function readsFor(hall: Hall, rows: readonly StaffNoteRow[]): Promise<StaffNoteReadRow[]> {
	return readsOf(
		hall.read,
		hall.id,
		rows.map(({ note }) => note)
	);
}

function noteView(row: StaffNoteRow): StaffNoteView {
	return {
		note: row.note,
		version: row.version,
		title: row.title,
		text: row.text,
		mustRead: row.must_read === 1,
		writtenAt: row.written_at,
		writtenBy: row.written_by
	};
}

/** The page of notes: what is for this reader, and for who watches the hall all of them with who has read them. */
export async function notesView(hall: Hall, who: Who): Promise<NotesView> {
	const { file, timeZone } = hall.setup;
	return {
		seq: await newestLine(hall.read, hall.id),
		hall: file.hall.name,
		timeZone,
		staff: { no: who.staff ?? '', role: who.role },
		...(await notesFor(hall, who)),
		writes: isAllowed(hall, who, 'note:write'),
		all: isAllowed(hall, who, 'case:read-any') ? await writtenNotes(hall, who) : [],
		people: file.staff.filter(({ role }) => may(role, 'note:read')).map(({ no, role }) => ({ no, role })),
		desks: file.desks.map(({ code, name }) => ({ code, name })),
		windows: file.windows.map(({ code }) => ({ code, name: windowName(hall, code) }))
	};
}

async function writtenNotes(hall: Hall, who: Who): Promise<WrittenNote[]> {
	const rows = await newestNotes(hall.read, hall.id, MOST);
	const reads = Map.groupBy(await readsFor(hall, rows), ({ note }) => note);
	return rows.map((row) => writtenNote(hall, who, row, reads.get(row.note) ?? []));
}

/** A note with who has read it. Receipts of earlier versions stay, and count no more. */
function writtenNote(hall: Hall, who: Who, row: StaffNoteRow, reads: readonly StaffNoteReadRow[]): WrittenNote {
	const over = row.state !== 'live' || row.until_at <= hall.clock.now();
	const to = audienceOf(row);
	const writes = isAllowed(hall, who, 'note:write') && !over;
	return {
		...noteView(row),
		state: row.state,
		to: { ...to, desks: [...to.desks], windows: [...to.windows], persons: [...to.persons] },
		untilAt: row.until_at,
		readByAt: row.read_by_at,
		over,
		reads: reads.map(({ staff, place, at, version }) => ({ staff, place, at, version })),
		unread: unreadOf(
			to,
			hall.setup.file.staff,
			reads.filter((read) => isOf(read, row))
		),
		acts: writes ? ['rewrite', 'withdraw'] : []
	};
}

/** A note that was just written or taken back. */
export async function writtenNoteOf(hall: Hall, who: Who, row: StaffNoteRow): Promise<WrittenNote> {
	return writtenNote(hall, who, row, await readsFor(hall, [row]));
}

import type { StaffNoteReadRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { isNoteFor, placeOf, type NoteReader } from '../rules/note.ts';
import { audienceOf, keepRead, liveNote, noteLine, readsOfVersion } from './held.ts';

/** Who reads, and where this person is at work; undefined for a program, which reads nothing. */
export function readerOf(hall: Hall, who: Who): NoteReader | undefined {
	if (who.staff === undefined || who.role === 'visitor' || who.role === 'system') return undefined;
	const { desk = null } = hall.setup.staff.get(who.staff) ?? {};
	return { staff: who.staff, role: who.role, window: who.window ?? null, desk };
}

/**
 * A member of staff has read a version of a note; the receipt says when and where. A second time is the first. A version that a newer one
 * has replaced is refused: what stands there now has not been read.
 */
export function readNote(hall: Hall, who: Who, note: number, version: number): Promise<Result<StaffNoteReadRow>> {
	return hall.write(async (tx) => {
		const reader = readerOf(hall, who);
		if (!reader) return refused('not-allowed', 'note:read');
		const live = await liveNote(tx, hall, note);
		if (!live || !isNoteFor(audienceOf(live), reader)) return refused('note-unknown', String(note));
		if (live.version !== version) return refused('note-changed', String(live.version));
		const earlier = (await readsOfVersion(tx.k, live)).find(({ staff }) => staff === reader.staff);
		if (earlier) return done(earlier);
		const place = placeOf(reader);
		await noteLine(tx, hall, who.name, { act: 'read', body: { note, version, place } });
		const read = { hall: tx.hall, note, version, staff: reader.staff, place, at: hall.clock.now() };
		await keepRead(tx, hall, live, read);
		return done(read);
	});
}

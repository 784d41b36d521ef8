import type { Kysely } from 'kysely';
import { addRead, noteVersions, readsOf } from '#db/staff-notes.ts';
import type { Tx } from '#db/group.ts';
import { activeStaff } from '#db/people.ts';
import type { Role, StaffNoteReadRow, StaffNoteRow, Tables } from '#db/schema.ts';
import { settleAlarm } from '../alarms/alarms.ts';
import { today, type Hall } from '../hall.ts';
import { unreadOf, type NoteTo } from '../rules/note.ts';

/** To whom a version is written. */
export function audienceOf(row: StaffNoteRow): NoteTo & { roles: Role[] } {
	const list = (json: string): string[] => JSON.parse(json) as string[];
	return {
		roles: list(row.roles) as Role[],
		desks: list(row.desks),
		windows: list(row.windows),
		persons: list(row.persons)
	};
}

/** The version of a note that holds now; undefined when there is none, or its time is over. */
export async function liveNote(tx: Tx, hall: Hall, note: number): Promise<StaffNoteRow | undefined> {
	const live = (await noteVersions(tx.k, tx.hall, note)).find(({ state }) => state === 'live');
	return live && live.until_at > hall.clock.now() ? live : undefined;
}

/** A line about a note: to whom and until when, never what it says. No window is named: no console is in a hurry. */
export async function noteLine(
	tx: Tx,
	hall: Hall,
	by: string,
	{ act, body }: { act: string; body: object }
): Promise<number> {
	const place = { ticket: null, window: null, queue: null };
	return tx.note({ at: hall.clock.now(), day: today(hall), act: `note.${act}`, actor: by, ...place, body });
}

/** Who has still to read a version. */
export async function stillUnread(k: Kysely<Tables>, row: StaffNoteRow): Promise<ReturnType<typeof unreadOf>> {
	const staff = await activeStaff(k, row.hall);
	return unreadOf(audienceOf(row), staff, await readsOfVersion(k, row));
}

export async function readsOfVersion(k: Kysely<Tables>, row: StaffNoteRow): Promise<StaffNoteReadRow[]> {
	return (await readsOf(k, row.hall, [row.note])).filter(({ version }) => version === row.version);
}

/** Keeps a receipt; the last one that was waited for ends the alarm. */
export async function keepRead(tx: Tx, hall: Hall, row: StaffNoteRow, read: StaffNoteReadRow): Promise<void> {
	await addRead(tx.k, read);
	const { persons, places } = await stillUnread(tx.k, row);
	if (persons.length + places.length === 0) await settleUnread(tx, hall, row.note);
}

export async function settleUnread(tx: Tx, hall: Hall, note: number): Promise<void> {
	await settleAlarm(tx, hall, { kind: 'note-unread', key: String(note) });
}

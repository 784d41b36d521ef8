import { createHash } from 'node:crypto';
import type { Tx } from '#db/group.ts';
import { activeStaff } from '#db/people.ts';
import type { StaffNoteRow } from '#db/schema.ts';
import { addNote, noteByIntent, noteVersions, setNoteState } from '#db/staff-notes.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import type { NoteTo } from '../rules/note.ts';
import { liveNote, noteLine, settleUnread } from './held.ts';

/** What is told to staff, to whom and until when. */
export interface NoteWish {
	/** the note of which it is a new version; null for a new one */
	note: number | null;
	title: string;
	text: string;
	mustRead: boolean;
	to: NoteTo;
	/** ms; shown until then */
	untilAt: number;
	/** ms; who has not read it by then is told of. Only of one that must be read */
	readByAt: number | null;
	intent: string;
}

/** Writes a note to staff, or a new version of one, which everybody reads anew (S-07). */
export function writeNote(hall: Hall, who: Who, wish: NoteWish): Promise<Result<StaffNoteRow>> {
	return hall.write(async (tx) => {
		const known = await noteByIntent(tx.k, tx.hall, wish.intent);
		if (known) return done(known);
		const fault = faultIn(hall, wish) ?? (await audienceFault(tx, hall, wish.to));
		if (fault) return fault;
		const earlier = wish.note === null ? [] : await noteVersions(tx.k, tx.hall, wish.note);
		const live = earlier.find(({ state }) => state === 'live');
		if (wish.note !== null && !live) return refused('note-unknown', String(wish.note));
		return done(await write(tx, hall, who, { wish, live }));
	});
}

async function write(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ wish, live }: { wish: NoteWish; live: StaffNoteRow | undefined }
): Promise<StaffNoteRow> {
	const version = (live?.version ?? 0) + 1;
	const { to, mustRead, untilAt, readByAt } = wish;
	const hash = createHash('sha256')
		.update(JSON.stringify([wish.intent, wish.title, wish.text]))
		.digest('hex');
	const body = { note: wish.note ?? undefined, version, to, mustRead, untilAt, readByAt, text: hash };
	const line = await noteLine(tx, hall, who.name, { act: 'written', body });
	const row: StaffNoteRow = {
		...{ hall: tx.hall, note: wish.note ?? line, version, state: 'live' },
		...{ title: wish.title.trim(), text: wish.text.trim(), must_read: mustRead ? 1 : 0 },
		...{ roles: JSON.stringify(to.roles), desks: JSON.stringify(to.desks) },
		...{ windows: JSON.stringify(to.windows), persons: JSON.stringify(to.persons) },
		...{ until_at: untilAt, read_by_at: readByAt },
		...{ written_by: who.staff ?? who.name, written_at: hall.clock.now(), intent: wish.intent }
	};
	if (live) {
		await setNoteState(tx.k, live, 'replaced');
		await settleUnread(tx, hall, live.note);
	}
	await addNote(tx.k, row);
	return row;
}

function faultIn(hall: Hall, { title, text, to, mustRead, untilAt, readByAt }: NoteWish): Refused | undefined {
	const at = hall.clock.now();
	if (title.trim() === '' || text.trim() === '') return refused('text-needed', 'title, text');
	if (Object.values(to).every((some: readonly string[]) => some.length === 0)) return refused('receiver-needed');
	if (untilAt <= at) return refused('note-times', 'untilAt');
	if (readByAt === null) return undefined;
	return mustRead && readByAt > at && readByAt <= untilAt ? undefined : refused('note-times', 'readByAt');
}

async function audienceFault(tx: Tx, hall: Hall, { persons, windows, desks }: NoteTo): Promise<Refused | undefined> {
	const staff = new Set((await activeStaff(tx.k, tx.hall)).map(({ no }) => no));
	const nobody = persons.find((no) => !staff.has(no));
	if (nobody !== undefined) return refused('staff-unknown', nobody);
	const nowhere = windows.find((code) => !hall.setup.windows.has(code));
	if (nowhere !== undefined) return refused('window-unknown', nowhere);
	const noDesk = desks.find((code) => !hall.setup.file.desks.some((desk) => desk.code === code));
	return noDesk === undefined ? undefined : refused('bad-request', `desk ${noDesk}`);
}

/** Takes a note back: it is shown to nobody any more; who had read it stays known. */
export function withdrawNote(hall: Hall, who: Who, note: number): Promise<Result<StaffNoteRow>> {
	return hall.write(async (tx) => {
		const live = await liveNote(tx, hall, note);
		if (!live) return refused('note-unknown', String(note));
		await noteLine(tx, hall, who.name, { act: 'withdrawn', body: { note, version: live.version } });
		await setNoteState(tx.k, live, 'withdrawn');
		await settleUnread(tx, hall, note);
		return done({ ...live, state: 'withdrawn' });
	});
}

/** Whom a note to staff is for, and who has still to read it. Pure. */
import type { Role } from '#db/schema.ts';

export interface NoteTo {
	roles: readonly string[];
	desks: readonly string[];
	windows: readonly string[];
	persons: readonly string[];
}

/** Somebody at work, and where. */
export interface NoteReader {
	staff: string;
	role: Role;
	/** codes; null elsewhere */
	window: string | null;
	desk: string | null;
}

export interface NoteRead {
	staff: string;
	/** `window:3`, `desk:main`; empty elsewhere */
	place: string;
}

/** Whether a note is for this person, at this place. */
export function isNoteFor(to: NoteTo, { staff, role, window, desk }: NoteReader): boolean {
	return (
		to.persons.includes(staff) ||
		to.roles.includes(role) ||
		(window !== null && to.windows.includes(window)) ||
		(desk !== null && to.desks.includes(desk))
	);
}

/** Where somebody reads, as a receipt keeps it. */
export function placeOf({ window, desk }: Pick<NoteReader, 'window' | 'desk'>): string {
	if (window !== null) return `window:${window}`;
	return desk === null ? '' : `desk:${desk}`;
}

/**
 * Who has not read a note: the persons it names and those of its roles, each by the own receipt; a window or a desk is told when
 * somebody there has read it.
 */
export function unreadOf(
	to: NoteTo,
	staff: readonly { no: string; role: Role }[],
	reads: readonly NoteRead[]
): { persons: string[]; places: string[] } {
	const has = new Set(reads.map((read) => read.staff));
	const told = new Set(reads.map((read) => read.place));
	const named = staff.filter(({ no, role }) => to.persons.includes(no) || to.roles.includes(role));
	const places = [...to.windows.map((code) => `window:${code}`), ...to.desks.map((code) => `desk:${code}`)];
	return {
		persons: named.map(({ no }) => no).filter((no) => !has.has(no)),
		places: places.filter((place) => !told.has(place))
	};
}

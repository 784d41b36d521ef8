import { addSession, getSession, removeExpired, removeSession, touchSession } from '#db/people.ts';
import type { StaffRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { hashOf, newSecret } from './secrets.ts';
import type { Who } from './who.ts';

/** A working day with its breaks; forgotten sign-outs end by themselves. */
const SESSION_MS = 12 * 3_600_000;
/** Without a request for so long the session is over. */
const IDLE_MS = 2 * 3_600_000;
/** How often the last use is written down: enough for the idle limit, too seldom to cost. */
const TOUCH_MS = 60_000;

export interface Session {
	who: Who;
	hash: string;
}

/** Begins a session and ends any other of the same staff number or at the same window. @returns the token for the cookie */
export async function beginSession(hall: Hall, staff: StaffRow, window: string | null): Promise<string> {
	const token = newSecret();
	const at = hall.clock.now();
	await hall.write(async (tx) => {
		await removeExpired(tx.k, tx.hall, at);
		const ended = await addSession(tx.k, {
			hall: tx.hall,
			hash: hashOf(token),
			staff: staff.no,
			window,
			created_at: at,
			seen_at: at,
			expires_at: at + SESSION_MS
		});
		const line = { at, day: today(hall), ticket: null, queue: null };
		for (const no of ended) {
			await tx.note({ ...line, act: 'staff.signed-out', actor: `staff:${no}`, window: null, body: { by: 'seat' } });
		}
		await tx.note({ ...line, act: 'staff.signed-in', actor: `staff:${staff.no}`, window, body: {} });
	});
	return token;
}

/** Whose session the cookie's token is; undefined when it has ended. */
export async function sessionOf(hall: Hall, token: string): Promise<Session | undefined> {
	const hash = hashOf(token);
	const row = await getSession(hall.read, hall.id, hash);
	const now = hall.clock.now();
	if (!row || row.expires_at <= now || row.seen_at + IDLE_MS <= now) return undefined;
	if (row.seen_at + TOUCH_MS <= now) await hall.write((tx) => touchSession(tx.k, row, { seen_at: now }));
	const who: Who = { role: row.role, name: `staff:${row.staff}`, staff: row.staff };
	if (row.window !== null) who.window = row.window;
	return { who, hash };
}

/** Ends a session. */
export async function endSession(hall: Hall, session: Session): Promise<void> {
	await hall.write(async (tx) => {
		await removeSession(tx.k, tx.hall, session.hash);
		const line = { act: 'staff.signed-out', actor: session.who.name, ticket: null, window: null, queue: null };
		await tx.note({ ...line, at: hall.clock.now(), day: today(hall), body: {} });
	});
}

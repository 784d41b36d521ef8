import { hash, verify } from '@node-rs/argon2';
import { useOnce } from '#db/once.ts';
import { addLink, changeStaff, getLink, getStaff } from '#db/people.ts';
import type { StaffRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { may } from '../rules/rights.ts';
import { maySit } from '../setup/places.ts';
import { openWindow } from '../windows/state.ts';
import { hashOf, newSecret } from './secrets.ts';
import { beginSession } from './sessions.ts';
import type { Who } from './who.ts';

const DAY_MS = 86_400_000;
const LINK_DAYS = 7;
/** GB/T 22239 8.1.4.1: locked after some failed tries, for some minutes. */
const MOST_TRIES = 5;
const LOCK_MS = 300_000;
/** OWASP ASVS 5.0, 6.2.1 and 6.2.9. */
const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD = 128;

/** A one-time link by which a member of staff signs in and sets a password. @returns the secret part */
export async function createLink(hall: Hall, who: Who, no: string): Promise<string> {
	const secret = newSecret();
	const at = hall.clock.now();
	await hall.write(async (tx) => {
		await addLink(tx.k, {
			hall: tx.hall,
			hash: hashOf(secret),
			staff: no,
			expires_at: at + LINK_DAYS * DAY_MS,
			used_at: null
		});
		const line = { act: 'staff.link-created', actor: who.name, ticket: null, window: null, queue: null };
		await tx.note({ ...line, at, day: today(hall), body: { staff: no } });
	});
	return secret;
}

/** Whose link it is, while it can be used. */
export async function staffOfLink(hall: Hall, secret: string): Promise<string | undefined> {
	const link = await getLink(hall.read, hall.id, hashOf(secret));
	return link?.used_at === null && link.expires_at > hall.clock.now() ? link.staff : undefined;
}

/** Uses a link up: sets the password and signs in. @returns the session's token */
export async function signInByLink(
	hall: Hall,
	wish: { link: string; password: string; window: string | null }
): Promise<Result<string>> {
	const no = await staffOfLink(hall, wish.link);
	const staff = no === undefined ? undefined : await getStaff(hall.read, hall.id, no);
	if (!staff || staff.active === 0) return refused('link-used');
	if (wish.password.length < SHORTEST_PASSWORD || wish.password.length > LONGEST_PASSWORD) {
		return refused('bad-request', `password: ${String(SHORTEST_PASSWORD)}–${String(LONGEST_PASSWORD)}`);
	}
	const seat = seatOf(hall, staff, wish.window);
	if (seat) return seat;
	const password_hash = await hash(wish.password);
	const used = await hall.write(async (tx) => {
		const used = { hall: tx.hall, hash: hashOf(wish.link), used_at: hall.clock.now() };
		if (!(await useOnce(tx.k, 'sign_in_link', used))) return false;
		await changeStaff(tx.k, staff, { password_hash, failed_tries: 0, locked_until: null });
		return true;
	});
	return used ? done(await begin(hall, staff, wish.window)) : refused('link-used');
}

/** Signs in with staff number and password. @returns the session's token */
export async function signIn(
	hall: Hall,
	wish: { staff: string; password: string; window: string | null }
): Promise<Result<string>> {
	const staff = await getStaff(hall.read, hall.id, wish.staff);
	if (!staff || staff.active === 0 || staff.password_hash === null) return refused('wrong-credentials');
	if (isLocked(hall, staff)) return refused('locked');
	if (!(await verify(staff.password_hash, wish.password))) {
		await countFailure(hall, staff);
		return refused('wrong-credentials');
	}
	const seat = seatOf(hall, staff, wish.window);
	if (seat) return seat;
	if (!(await forgive(hall, staff))) return refused('locked');
	return done(await begin(hall, staff, wish.window));
}

/** Whoever signs in to a seat that was offered takes it with that. */
async function begin(hall: Hall, staff: StaffRow, window: string | null): Promise<string> {
	const token = await beginSession(hall, staff, window);
	if (window !== null && hall.counters.get(window)?.hand_to === staff.no) {
		const who: Who = { role: staff.role, name: `staff:${staff.no}`, staff: staff.no, window };
		await openWindow(hall, who, window, null);
	}
	return token;
}

function isLocked(hall: Hall, staff: StaffRow): boolean {
	return staff.locked_until !== null && staff.locked_until > hall.clock.now();
}

/** Forgets failed tries; false when others have locked the number meanwhile, so that guesses all at once gain nothing. */
function forgive(hall: Hall, { no }: StaffRow): Promise<boolean> {
	return hall.write(async (tx) => {
		const staff = await getStaff(tx.k, tx.hall, no);
		if (!staff || isLocked(hall, staff)) return false;
		if (staff.failed_tries > 0) await changeStaff(tx.k, staff, { failed_tries: 0, locked_until: null });
		return true;
	});
}

async function countFailure(hall: Hall, { no }: StaffRow): Promise<void> {
	const at = hall.clock.now();
	await hall.write(async (tx) => {
		const staff = await getStaff(tx.k, tx.hall, no);
		if (!staff) return;
		const failed_tries = staff.failed_tries + 1;
		const lock = failed_tries >= MOST_TRIES;
		await changeStaff(tx.k, staff, lock ? { failed_tries: 0, locked_until: at + LOCK_MS } : { failed_tries });
		const line = { actor: `staff:${no}`, ticket: null, window: null, queue: null };
		await tx.note({ ...line, act: lock ? 'staff.locked' : 'staff.sign-in-failed', at, day: today(hall), body: {} });
	});
}

/** Refuses a window that is not there, is not this person's, or has somebody else sitting at it. */
function seatOf(hall: Hall, staff: StaffRow, window: string | null): Refused | undefined {
	if (window === null) return undefined;
	if (!hall.setup.windows.has(window)) return refused('window-unknown', window);
	if (!may(staff.role, 'window:work') || !maySit(hall.setup, staff.no, window)) return refused('not-allowed', window);
	return takenSeat(hall, staff, window);
}

/** Refuses the seat of somebody else, but for whom it is offered to, who has none other, when nobody stands there. */
function takenSeat(hall: Hall, { no }: StaffRow, window: string): Refused | undefined {
	const row = hall.counters.get(window);
	if (!row || row.staff === null || row.staff === no) return undefined;
	if (row.hand_to !== no) return refused('window-taken', row.staff);
	const own = hall.counters.windowOf(no);
	if (own !== undefined) return refused('staff-busy', own);
	return row.leg === null ? undefined : refused('window-busy', window);
}

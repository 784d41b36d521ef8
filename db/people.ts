import type { Kysely } from 'kysely';
import type { ApiKeyRow, SessionRow, SignInLinkRow, StaffRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

export function getStaff(k: K, hall: number, no: string): Promise<StaffRow | undefined> {
	return k.selectFrom('staff').selectAll().where('hall', '=', hall).where('no', '=', no).executeTakeFirst();
}

export function activeStaff(k: K, hall: number): Promise<StaffRow[]> {
	return k.selectFrom('staff').selectAll().where('hall', '=', hall).where('active', '=', 1).orderBy('no').execute();
}

/** Counts or clears failed sign-ins, sets a lock or a new password. */
export async function changeStaff(
	k: K,
	staff: Pick<StaffRow, 'hall' | 'no'>,
	change: Partial<Pick<StaffRow, 'password_hash' | 'failed_tries' | 'locked_until'>>
): Promise<void> {
	await k.updateTable('staff').set(change).where('hall', '=', staff.hall).where('no', '=', staff.no).execute();
}

/**
 * Begins a session; an older one of the same staff number ends by it, and so does any other at the same window.
 * @returns whose sessions at that window have ended
 */
export async function addSession(k: K, session: SessionRow): Promise<string[]> {
	const { hall, staff, window } = session;
	await k.deleteFrom('session').where('hall', '=', hall).where('staff', '=', staff).execute();
	const others =
		window === null
			? []
			: await k
					.deleteFrom('session')
					.where('hall', '=', hall)
					.where('window', '=', window)
					.returning('staff')
					.execute();
	await k.insertInto('session').values(session).execute();
	return others.map((one) => one.staff);
}

export function getSession(
	k: K,
	hall: number,
	hash: string
): Promise<(SessionRow & Pick<StaffRow, 'role'>) | undefined> {
	return k
		.selectFrom('session')
		.innerJoin('staff', (join) => join.onRef('staff.hall', '=', 'session.hall').onRef('staff.no', '=', 'session.staff'))
		.selectAll('session')
		.select('staff.role')
		.where('session.hall', '=', hall)
		.where('session.hash', '=', hash)
		.where('staff.active', '=', 1)
		.executeTakeFirst();
}

export async function touchSession(
	k: K,
	session: Pick<SessionRow, 'hall' | 'hash'>,
	change: Partial<Pick<SessionRow, 'seen_at' | 'window'>>
): Promise<void> {
	await k
		.updateTable('session')
		.set(change)
		.where('hall', '=', session.hall)
		.where('hash', '=', session.hash)
		.execute();
}

export async function removeSession(k: K, hall: number, hash: string): Promise<void> {
	await k.deleteFrom('session').where('hall', '=', hall).where('hash', '=', hash).execute();
}

/** Ends whatever session that person has; false when there was none. */
export async function endSessionsOf(k: K, hall: number, staff: string): Promise<boolean> {
	const ended = await k.deleteFrom('session').where('hall', '=', hall).where('staff', '=', staff).executeTakeFirst();
	return ended.numDeletedRows > 0n;
}

/** Ends the sessions whose time is over, and forgets links that can no longer be used. */
export async function removeExpired(k: K, hall: number, at: number): Promise<void> {
	await k.deleteFrom('session').where('hall', '=', hall).where('expires_at', '<=', at).execute();
	await k.deleteFrom('sign_in_link').where('hall', '=', hall).where('expires_at', '<=', at).execute();
}

export async function addLink(k: K, link: SignInLinkRow): Promise<void> {
	await k.insertInto('sign_in_link').values(link).execute();
}

export function getLink(k: K, hall: number, hash: string): Promise<SignInLinkRow | undefined> {
	return k.selectFrom('sign_in_link').selectAll().where('hall', '=', hall).where('hash', '=', hash).executeTakeFirst();
}

export async function addKey(k: K, key: ApiKeyRow): Promise<void> {
	await k.insertInto('api_key').values(key).execute();
}

/** A key that is not revoked, by its hash. */
export function getKey(k: K, hall: number, hash: string): Promise<ApiKeyRow | undefined> {
	return k
		.selectFrom('api_key')
		.selectAll()
		.where('hall', '=', hall)
		.where('hash', '=', hash)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
}

export function allKeys(k: K, hall: number): Promise<ApiKeyRow[]> {
	return k.selectFrom('api_key').selectAll().where('hall', '=', hall).orderBy('created_at').execute();
}

/** Revokes a key; false when there is none of that id, or it was revoked before. */
export async function revokeKey(k: K, hall: number, id: string, at: number): Promise<boolean> {
	const done = await k
		.updateTable('api_key')
		.set({ revoked_at: at })
		.where('hall', '=', hall)
		.where('id', '=', id)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

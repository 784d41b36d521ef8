import type { Hall } from '../hall.ts';
import { VISITOR } from '../people/access.ts';
import type { KeyRing } from '../people/keys.ts';
import { sessionOf, type Session } from '../people/sessions.ts';
import type { Who } from '../people/who.ts';

export const SESSION_COOKIE = 'gd_session';

export interface Identified {
	who: Who;
	session: Session | undefined;
	/** a key was shown that is unknown or revoked */
	wrongKey: boolean;
}

/** Who asks: by the key of a program, else by the session cookie, else a visitor. */
export async function identify(
	hall: Hall,
	keys: KeyRing,
	shown: { authorization: string | null; cookie: () => string | undefined }
): Promise<Identified> {
	if (shown.authorization !== null) {
		const who = await keys.whoBears(hall, shown.authorization);
		return { who: who ?? VISITOR, session: undefined, wrongKey: who === undefined };
	}
	const cookie = shown.cookie();
	const session = cookie === undefined ? undefined : await sessionOf(hall, cookie);
	return { who: session?.who ?? VISITOR, session, wrongKey: false };
}

/** The session token in a cookie header. */
export function sessionCookie(header: string | undefined): string | undefined {
	for (const part of (header ?? '').split(';')) {
		const [name, value] = part.trim().split('=');
		if (name === SESSION_COOKIE) return value;
	}
	return undefined;
}

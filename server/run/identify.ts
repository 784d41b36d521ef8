import type { Hall } from '../hall.ts';
import { VISITOR } from '../people/access.ts';
import type { KeyRing } from '../people/keys.ts';
import { sessionOf, type Session } from '../people/sessions.ts';
import type { Who } from '../people/who.ts';

export const SESSION_COOKIE = 'gd_session';
/** The key of a kiosk or a screen, in its browser. */
export const DEVICE_COOKIE = 'gd_device';

export interface Identified {
	who: Who;
	session: Session | undefined;
	/** a key was shown that is unknown or revoked */
	wrongKey: boolean;
}

interface Shown {
	/** the header of that name */
	authorization: string | null;
	/** the value of a cookie */
	cookie: (name: string) => string | undefined;
}

/** Who asks: by the key of a program, else by the cookie of a session, else of a kiosk or screen, else a visitor. */
export async function identify(hall: Hall, keys: KeyRing, { authorization, cookie }: Shown): Promise<Identified> {
	if (authorization !== null) {
		const who = await keys.whoBears(hall, authorization);
		return { who: who ?? VISITOR, session: undefined, wrongKey: who === undefined };
	}
	const token = cookie(SESSION_COOKIE);
	const session = token === undefined ? undefined : await sessionOf(hall, token);
	const who = session?.who ?? (await deviceOf(hall, keys, cookie(DEVICE_COOKIE)));
	return { who: who ?? VISITOR, session, wrongKey: false };
}

/** The kiosk or screen whose key that is. No other key works from a browser, which would send it unasked. */
export async function deviceOf(hall: Hall, keys: KeyRing, secret: string | undefined): Promise<Who | undefined> {
	const who = secret === undefined ? undefined : await keys.whoBears(hall, `Bearer ${secret}`);
	return who?.role === 'kiosk' || who?.role === 'display' ? who : undefined;
}

/** Reads a cookie header. */
export function cookiesIn(header: string | undefined): Shown['cookie'] {
	const pairs = (header ?? '').split(';').map((part): [string, string] => {
		const [name = '', value = ''] = part.trim().split('=');
		return [name, value];
	});
	return (name) => pairs.find(([one]) => one === name)?.[1];
}

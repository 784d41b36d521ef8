import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import type { RefusalCode } from '../rules/refusal.ts';
import { readVisitorCode } from '../rules/visitor-code.ts';

/** All who guess together may be wrong so many times as often as one kiosk. */
const ALL_TOGETHER = 20;

/** Who types what, and at which device. */
export interface Typed {
	code: string;
	device: string | null;
}

/**
 * What a typed code leads to, as whoever types may try: one that fails its check is no guess, and after too many wrong ones
 * nobody gets an answer for a minute. `unknown` is the refusal for nobody's code. Codes of all kinds are counted together.
 */
export async function byTypedCode<T>(
	hall: Hall,
	who: Who,
	{ typed, unknown }: { typed: Typed; unknown: RefusalCode },
	find: (code: string) => Promise<T | undefined>
): Promise<Result<T>> {
	const code = readVisitorCode(typed.code);
	if (code === undefined) return refused(unknown);
	const name = `code ${who.name} ${typed.device ?? ''}`;
	const most = hall.setup.policies.limits.wrongCodesPerMinute;
	// All visitors are one name: their pages may be wrong as often as many kiosks.
	const own = who.role === 'visitor' && typed.device === null ? most * ALL_TOGETHER : most;
	if (hall.tries.count(name) >= own || hall.tries.count('code') >= most * ALL_TOGETHER) {
		return refused('too-many-tries');
	}
	const found = await find(code);
	if (found !== undefined) return done(found);
	hall.tries.wrong(name);
	hall.tries.wrong('code');
	return refused(unknown);
}

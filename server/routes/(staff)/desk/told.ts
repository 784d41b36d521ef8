import type { Answer, Problem } from '#display/ask.ts';
import type { DeskVerb } from './keys.ts';
import type { DeskWish } from './menus.ts';

/** What the last wish came to. */
export type Told =
	| { kind: 'done'; verb: DeskVerb; number: string }
	| { kind: 'refused'; verb: DeskVerb | 'find'; code: Problem['code'] }
	/** no answer came: nobody knows whether it was done */
	| { kind: 'unconfirmed'; wish: DeskWish };

/** The number that an answer names, or the code of the appointment. */
export function numberIn(answer: Answer<{ number?: string; code?: string }>): string | undefined {
	return answer.ok ? (answer.value.number ?? answer.value.code) : undefined;
}

export function toldOf(wish: DeskWish, number: string, answer: Answer<unknown>): Told {
	if (answer.ok) return { kind: 'done', verb: wish.action, number };
	const { code } = answer.problem;
	return code === 'offline' ? { kind: 'unconfirmed', wish } : { kind: 'refused', verb: wish.action, code };
}

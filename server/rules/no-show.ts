/**
 * When somebody who was called counts as not having come 过号: after so many calls that really reached the hall, each
 * long enough after the one before, and the same time after the last. Figures: 3 calls, 20 s apart; 60 s for those who
 * need help, and a human look first.
 */

export interface CallMade {
	at: number;
	/** a screen showed it, a voice said it, a board had it, or the clerk called it out */
	delivered: boolean;
}

export interface NoShowRule {
	/** calls that must have been made */
	calls: number;
	/** between two of them, and after the last */
	everyMs: number;
	deliveredOnly: boolean;
}

export type NoShow =
	| { state: 'ripe'; from: number }
	/** `undelivered` calls reached nobody; so many more are needed */
	| { state: 'calls-left'; calls: number; undelivered: number; nextFrom: number };

/** Where a called ticket stands on its way to a no-show; ripe from the moment `from` (ms). */
export function noShowOf(calls: readonly CallMade[], rule: NoShowRule): NoShow {
	let [counted, last] = [0, Number.NEGATIVE_INFINITY];
	let undelivered = 0;
	for (const call of calls) {
		if (rule.deliveredOnly && !call.delivered) undelivered += 1;
		else if (call.at >= last + rule.everyMs) [counted, last] = [counted + 1, call.at];
		if (counted === rule.calls) return { state: 'ripe', from: last + rule.everyMs };
	}
	const nextFrom = Number.isFinite(last) ? last + rule.everyMs : (calls.at(0)?.at ?? 0);
	return { state: 'calls-left', calls: rule.calls - counted, undelivered, nextFrom };
}

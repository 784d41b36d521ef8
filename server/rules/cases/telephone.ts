import { WORKERS, type CaseAct, type CaseKind, type Standing } from './kind.ts';

/** N2 32: so often one is not reached before it may be left at that. */
const TRIES = 3;

const BY: readonly Standing[] = ['owner', 'overseer'];
const NOTE: CaseAct = { to: null, by: [...BY, 'first'], text: 'needed' };

const COMMON = { roles: WORKERS, impartial: false, coded: false, freezes: false, explainsDelay: false } as const;

/**
 * A call-back 回电: a call was missed, a transfer failed, or an answer was promised. On the same working day, unless the
 * hall file says otherwise; each attempt is a line with its time, and nobody is left as unreachable before the third.
 */
export const CALL_BACK: CaseKind = {
	...{ code: 'call-back', prefix: 'HD', first: 'calling' },
	...COMMON,
	stages: {
		calling: {
			due: { term: { workdays: 0 }, from: 'case' },
			acts: {
				reached: { to: null, by: BY, text: 'needed', closes: 'reached' },
				'not-reached': { to: null, by: BY, text: 'free' },
				unreachable: {
					...{ to: null, by: BY, text: 'free', closes: 'unreachable' },
					after: { act: 'not-reached', times: TRIES }
				},
				note: NOTE
			}
		}
	}
};

/**
 * N2 30: rules of two levels that contradict each other, reported upward: the supervisor clears it up here, or sends it
 * up and keeps the answer.
 */
export const CONTRADICTION: CaseKind = {
	...{ code: 'contradiction', prefix: 'GB', first: 'reported' },
	...COMMON,
	stages: {
		reported: {
			due: { term: { workdays: 3 }, from: 'case' },
			acts: {
				'send-up': { to: 'sent-up', by: BY, text: 'needed' },
				settled: { to: null, by: BY, text: 'needed', closes: 'settled' },
				note: NOTE
			}
		},
		'sent-up': {
			due: { term: { workdays: 15 }, from: 'stage' },
			acts: { answered: { to: null, by: BY, text: 'needed', closes: 'answered' }, note: NOTE }
		}
	}
};

/**
 * A nuisance caller 骚扰来电 (N2 annex 2.3): proposed by who took the calls, confirmed or refused by a supervisor who did
 * not propose it.
 */
export const NUISANCE: CaseKind = {
	...{ code: 'nuisance', prefix: 'SR', first: 'proposed' },
	...COMMON,
	raised: 'nuisance-proposed',
	stages: {
		proposed: {
			due: { term: { workdays: 1 }, from: 'case' },
			acts: {
				confirm: { to: null, by: ['judge'], text: 'free', closes: 'blocked' },
				refuse: { to: null, by: ['judge'], text: 'needed', closes: 'refused' },
				'take-back': { to: null, by: ['owner'], text: 'free', closes: 'withdrawn' },
				note: NOTE
			}
		}
	}
};

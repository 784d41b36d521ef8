/** What complaints and matters nobody could solve share: being told, called back, satisfied, or opened again. */
import type { CaseAct, CaseStage, Standing } from './kind.ts';

export const BY: readonly Standing[] = ['owner', 'overseer'];

/** So often one is not reached before it may be left at the written answer (GB/T 33358: at least three tries). */
const TRIES = 3;

export const NOTE: CaseAct = { to: null, by: BY, text: 'needed' };

/** Why a due time is missed is told, and published to the visitor (优化营商环境条例 art. 36). */
const EXPLAIN: CaseAct = { to: null, by: BY, text: 'needed', read: true, explains: true };

/** What may be done while somebody works on it, whatever else the stage allows. */
export const MEANWHILE: CaseStage['acts'] = {
	'explain-delay': EXPLAIN,
	note: NOTE,
	add: { to: null, by: ['visitor'], text: 'needed' },
	withdraw: { to: null, by: ['visitor'], text: 'free', closes: 'withdrawn' },
	'withdrawn-by-visitor': { to: null, by: BY, text: 'needed', closes: 'withdrawn' }
};

/** An answer that the visitor reads; by telephone too where a call is wished. */
export const ANSWER: CaseAct = {
	...{ to: 'calling-back', uncalled: 'told' },
	...{ by: BY, text: 'needed', read: true }
};

const SATISFIED: CaseAct = { to: null, by: ['visitor'], text: 'none', closes: 'satisfied' };
const NOT_SATISFIED: CaseAct = { to: 'reopened', by: ['visitor'], text: 'needed', reopens: true };
const CALLED: CaseStage['acts'] = {
	'called-satisfied': { to: null, by: BY, text: 'needed', closes: 'satisfied', tells: 'call' },
	'called-not-satisfied': { to: 'reopened', by: BY, text: 'needed', reopens: true }
};

/** Answered, and the visitor is to be called: satisfied, or it is opened again. Who cannot be reached was tried for. */
const CALLING_BACK: CaseStage = {
	due: { term: { workdays: 2 }, from: 'stage' },
	acts: {
		...CALLED,
		'not-reached': NOTE,
		unreached: { to: 'told', by: BY, text: 'needed', after: { act: 'not-reached', times: TRIES } },
		'explain-delay': EXPLAIN,
		note: NOTE,
		satisfied: SATISFIED,
		'not-satisfied': NOT_SATISFIED
	}
};

/** Answered, to be read by the code: the visitor says what there is to say, else the clock closes it. */
const TOLD: CaseStage = {
	due: { term: { workdays: 5 }, from: 'stage' },
	lapses: 'lapse',
	acts: {
		satisfied: SATISFIED,
		'not-satisfied': NOT_SATISFIED,
		...CALLED,
		'explain-delay': EXPLAIN,
		note: NOTE,
		lapse: { to: null, by: ['system'], text: 'none', closes: 'not-objected' }
	}
};

/**
 * The stages from the answer on. A final answer after it was opened again is another person's, who is no owner of it, and
 * tells the further ways.
 * @param again what can be done in a case that was opened again
 */
export function afterAnswer(again: CaseStage['acts']): Record<string, CaseStage> {
	const final: CaseAct = { to: null, by: ['judge'], text: 'needed', read: true, closes: 'final' };
	return {
		'calling-back': CALLING_BACK,
		told: TOLD,
		reopened: { due: { term: { workdays: 5 }, from: 'stage' }, acts: { ...again, final, ...MEANWHILE } }
	};
}

import type { CaseAct, CaseKind, CaseStage } from './kind.ts';
import { BY, NOTE } from './answered.ts';

/** 信访工作条例 art. 34: thirty days more, once, by approval of whoever leads the office, with the reason told. */
const MOST_MORE = 30;

/** The days that the petitioner has to ask for a review or a second one, and that each of them has (art. 35, 36). */
const REVIEW_DAYS = 30;

const EXPLAIN: CaseAct = { to: null, by: BY, text: 'needed', read: true, explains: true };

const MEANWHILE: CaseStage['acts'] = {
	'explain-delay': EXPLAIN,
	note: NOTE,
	add: { to: null, by: ['visitor'], text: 'needed' },
	withdraw: { to: null, by: ['visitor'], text: 'free', closes: 'withdrawn' }
};

const tell = (to: string): CaseAct => ({ to, by: BY, text: 'needed', read: true });
/** The answer itself, in writing whatever else is wished: one that is late is explained first. */
const decide = (to: string): CaseAct => ({ ...tell(to), uncalled: to });
const end = (closes: string): CaseAct => ({ to: null, by: BY, text: 'needed', read: true, closes });

/** Told in writing within fifteen days: accepted; sent on to who has to decide; or not for this procedure, and why (art. 22). */
const DECIDE: CaseStage['acts'] = {
	accept: tell('handling'),
	'sent-on': end('sent-on'),
	'not-accepted': end('not-accepted')
};

/** Told, and final if the petitioner asks for no further look in time. */
function told(further: string | null): CaseStage {
	const asked: CaseAct = { to: further, by: ['visitor', ...BY], text: 'needed' };
	return {
		due: { term: { days: REVIEW_DAYS }, from: 'stage' },
		lapses: 'lapse',
		acts: {
			...(further === null ? {} : { [`ask-${further}`]: asked }),
			'explain-delay': EXPLAIN,
			note: NOTE,
			lapse: { to: null, by: ['system'], text: 'none', closes: 'final' }
		}
	};
}

/** Looked at once more, by the office above, in thirty days. */
function review(act: string, to: string): CaseStage {
	return { due: { term: { days: REVIEW_DAYS }, from: 'stage' }, acts: { [act]: decide(to), ...MEANWHILE } };
}

/**
 * A matter of petition 信访事项 met in the hall (信访工作条例 art. 22-23, 34-36): registered; handed to the office in charge,
 * which objects within five working days if it is not its own; accepted or not in fifteen days, in writing; decided in
 * sixty days of acceptance, ninety with approval; reviewed twice at most. Days are calendar days but where the law says otherwise.
 */
export const PETITION: CaseKind = {
	code: 'petition',
	prefix: 'X',
	first: 'registered',
	impartial: true,
	coded: true,
	freezes: true,
	explainsDelay: true,
	roles: ['supervisor', 'administrator', 'liaison', 'guide'],
	stages: {
		registered: {
			due: { term: { days: 15 }, from: 'case' },
			acts: { 'hand-in': { to: 'handed-in', by: BY, text: 'needed' }, ...DECIDE, ...MEANWHILE }
		},
		'handed-in': {
			due: { term: { workdays: 5 }, from: 'stage' },
			lapses: 'lapse',
			acts: {
				objected: { to: 'registered', by: BY, text: 'needed' },
				...DECIDE,
				...MEANWHILE,
				lapse: { to: 'examining', by: ['system'], text: 'none' }
			}
		},
		examining: { due: { term: { days: 15 }, from: 'case' }, acts: { ...DECIDE, ...MEANWHILE } },
		handling: {
			due: { term: { days: 60 }, from: 'stage' },
			acts: {
				decide: decide('decided'),
				'ask-extension': { to: 'extending', by: ['owner'], text: 'needed', read: true, asks: true },
				...MEANWHILE
			}
		},
		extending: {
			due: 'kept',
			acts: {
				extend: { to: 'handling-longer', by: ['judge'], text: 'free', extends: { most: MOST_MORE, unit: 'days' } },
				'refuse-extension': { to: 'handling-longer', by: ['judge'], text: 'needed' },
				decide: decide('decided'),
				...MEANWHILE
			}
		},
		'handling-longer': { due: 'kept', acts: { decide: decide('decided'), ...MEANWHILE } },
		decided: told('review'),
		review: review('review-decide', 'review-decided'),
		'review-decided': told('recheck'),
		recheck: review('recheck-decide', 'recheck-decided'),
		'recheck-decided': told(null)
	}
};

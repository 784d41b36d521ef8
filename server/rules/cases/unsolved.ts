import type { CaseAct, CaseKind, CaseStage } from './kind.ts';
import { afterAnswer, ANSWER, BY, MEANWHILE } from './answered.ts';

/** What is none of the window for what nobody could solve; each has its own right way, which the visitor is told. */
export const OUTSIDE = ['court', 'petition', 'dispute', 'decided', 'secret', 'elsewhere'] as const;
export type Outside = (typeof OUTSIDE)[number];

function outside(of: Outside): CaseAct {
	return { to: null, by: BY, text: 'needed', read: true, closes: `outside-${of}` };
}

const OUTSIDE_ACTS: CaseStage['acts'] = Object.fromEntries(OUTSIDE.map((of) => [`outside-${of}`, outside(of)]));

const RESULTS: CaseStage['acts'] = { solved: ANSWER, 'not-possible': ANSWER };

const JOINT: CaseAct = { to: 'joint', by: BY, text: 'needed', read: true };
const COMPLEX: CaseAct = { to: 'complex', by: BY, text: 'needed', read: true };

/**
 * What no window could solve 办不成事 (GB/T 47366-2026): registered at once with an owner and a date; a first word on the
 * same day; a result in 5 working days, 10 after a joint session of departments, 15 where it is complex. Whoever will be
 * late says so and why before the due day, and is reminded of that the day before.
 */
export const UNSOLVED: CaseKind = {
	code: 'unsolved',
	prefix: 'B',
	first: 'registered',
	impartial: true,
	coded: true,
	freezes: true,
	explainsDelay: true,
	roles: ['supervisor', 'administrator', 'liaison', 'guide'],
	remindBefore: [{ workdays: 1 }, { workdays: 0 }],
	stages: {
		registered: {
			due: { term: { workdays: 0 }, from: 'case' },
			acts: {
				feedback: { to: 'working', by: BY, text: 'needed', read: true },
				...RESULTS,
				...OUTSIDE_ACTS,
				...MEANWHILE
			}
		},
		working: { due: 'given', acts: { ...RESULTS, joint: JOINT, complex: COMPLEX, ...OUTSIDE_ACTS, ...MEANWHILE } },
		joint: { due: { term: { workdays: 10 }, from: 'case' }, acts: { ...RESULTS, complex: COMPLEX, ...MEANWHILE } },
		complex: { due: { term: { workdays: 15 }, from: 'case' }, acts: { ...RESULTS, joint: JOINT, ...MEANWHILE } },
		...afterAnswer({ ...RESULTS, ...OUTSIDE_ACTS })
	}
};

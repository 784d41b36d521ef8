import type { CaseAct, CaseKind, CaseStage } from './kind.ts';
import { afterAnswer, ANSWER, BY, MEANWHILE } from './answered.ts';

/** The answer says what was found: it was so, and is put right; or it rests on something else, which is explained. */
const ANSWERS: CaseStage['acts'] = { 'answer-justified': ANSWER, 'answer-explained': ANSWER };

/** Too complex for the usual days: the visitor is told so, and by when. */
const COMPLEX: CaseAct = { to: 'complex', by: BY, text: 'needed', read: true };

/** It is a matter of its own, which goes on under the law of petitions (server/complaints/petition.ts). */
const TO_PETITION: CaseAct = { to: null, by: ['system'], text: 'needed', read: true, closes: 'petition' };

/**
 * A complaint 投诉: taken; looked into, once the visitor has had a first word; answered; called back; satisfied, or opened
 * again. An urgent one is looked into within half an hour. Nobody works on one about himself.
 */
export const COMPLAINT: CaseKind = {
	code: 'complaint',
	prefix: 'T',
	first: 'taken',
	impartial: true,
	coded: true,
	freezes: true,
	explainsDelay: true,
	roles: ['supervisor', 'administrator', 'liaison', 'guide'],
	stages: {
		taken: {
			due: { term: { workdays: 1 }, from: 'case', urgent: { minutes: 30 } },
			acts: {
				look: { to: 'looking', by: BY, text: 'needed', read: true },
				...ANSWERS,
				'to-petition': TO_PETITION,
				...MEANWHILE
			}
		},
		looking: {
			due: { term: { workdays: 5 }, from: 'case' },
			acts: { ...ANSWERS, complex: COMPLEX, 'to-petition': TO_PETITION, ...MEANWHILE }
		},
		complex: {
			due: { term: { days: 7 }, from: 'stage' },
			acts: { ...ANSWERS, 'to-petition': TO_PETITION, ...MEANWHILE }
		},
		...afterAnswer({ ...ANSWERS, 'to-petition': TO_PETITION })
	}
};

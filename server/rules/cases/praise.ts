import type { CaseKind } from './kind.ts';
import { BY, NOTE } from './answered.ts';

/** Praise 表扬 that a visitor has left: passed on to whom it is about, thanked for where somebody does; the clock closes it. */
export const PRAISE: CaseKind = {
	code: 'praise',
	prefix: 'Z',
	first: 'received',
	impartial: false,
	coded: true,
	freezes: false,
	explainsDelay: false,
	roles: ['supervisor', 'administrator', 'liaison', 'guide'],
	stages: {
		received: {
			due: { term: { workdays: 5 }, from: 'case' },
			lapses: 'lapse',
			acts: {
				thank: { to: null, by: BY, text: 'needed', read: true, closes: 'thanked' },
				'passed-on': { to: null, by: BY, text: 'free', closes: 'passed-on' },
				note: NOTE,
				lapse: { to: null, by: ['system'], text: 'none', closes: 'recorded' }
			}
		}
	}
};

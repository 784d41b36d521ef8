import type { CaseAct, CaseKind, CaseStage, Standing } from './kind.ts';

const BY: readonly Standing[] = ['owner', 'overseer'];
/** So often one is not reached before it may be left at that. */
const TRIES = 2;
/** 济南 art. 24, 潍坊 art. 20: a complex one takes five working days more, once, by approval. */
const MOST_MORE = 5;
/** An order is dealt with in five working days (安阳 art. 50), counted from when the platform sent it. */
const ANSWER_DAYS = { workdays: 5 } as const;

const NOTE: CaseAct = { to: null, by: BY, text: 'needed' };

/** What a hotline does not take on (潍坊 art. 19): a closed list. The text says on what ground, and which way is open instead. */
export const REFUSALS = ['litigation', 'petition', 'secret', 'settled', 'unlawful'] as const;

/** Refused by one of the grounds, each with the way to take instead. */
const REFUSE: CaseStage['acts'] = Object.fromEntries(
	REFUSALS.map((ground): [string, CaseAct] => [
		`refuse-${ground}`,
		{ to: null, by: BY, text: 'needed', read: true, closes: `refused-${ground}` }
	])
);

const REACH: CaseStage['acts'] = {
	contacted: { to: null, by: BY, text: 'needed' },
	'not-reached': NOTE,
	note: NOTE
};

const ANSWER: CaseStage['acts'] = {
	answer: { to: 'answered', by: BY, text: 'needed', read: true, after: { act: 'contacted', times: 1, ever: true } },
	'answer-unreached': {
		to: 'answered',
		by: BY,
		text: 'needed',
		read: true,
		after: { act: 'not-reached', times: TRIES }
	},
	'answer-unnamed': { to: 'answered', by: BY, text: 'needed', read: true }
};

/** What the caller says of the answer; the platform's word is written down as it came. */
const HEARD: CaseStage['acts'] = {
	satisfied: { to: null, by: BY, text: 'free', closes: 'satisfied' },
	'mostly-satisfied': { to: null, by: BY, text: 'free', closes: 'mostly-satisfied' },
	'not-satisfied': { to: 'again', by: BY, text: 'needed', reopens: true },
	'call-not-reached': NOTE,
	unrated: { to: null, by: BY, text: 'needed', closes: 'unrated', after: { act: 'call-not-reached', times: TRIES } },
	note: NOTE
};

/**
 * A 12345 order 工单. Within 24 hours it goes back to the platform with the reason and whose it is, else it is ours. Its caller is
 * spoken to, it is answered in time, the caller is called back; who is not satisfied has it dealt with again.
 */
export const ORDER: CaseKind = {
	code: 'order',
	prefix: 'G',
	first: 'received',
	impartial: false,
	coded: false,
	roles: ['guide', 'liaison', 'supervisor', 'administrator'],
	liaison: true,
	freezes: false,
	explainsDelay: false,
	stages: {
		received: {
			due: { term: { hours: 24 }, from: 'case' },
			lapses: 'ours',
			acts: {
				ours: { to: 'working', by: [...BY, 'system'], text: 'free' },
				'not-ours': { to: null, by: BY, text: 'needed', closes: 'returned' },
				...REFUSE,
				note: NOTE
			}
		},
		working: {
			due: { term: ANSWER_DAYS, from: 'case' },
			acts: {
				...REACH,
				...ANSWER,
				'ask-extension': { to: 'extending', by: ['owner'], text: 'needed', read: true, asks: true },
				...REFUSE
			}
		},
		extending: {
			due: 'kept',
			acts: {
				extend: { to: 'working', by: ['judge'], text: 'free', extends: { most: MOST_MORE, unit: 'workdays' } },
				'refuse-extension': { to: 'working', by: ['judge'], text: 'needed' },
				...REACH,
				...ANSWER
			}
		},
		answered: { due: { term: { workdays: 3 }, from: 'stage' }, acts: HEARD },
		again: { due: { term: ANSWER_DAYS, from: 'stage' }, acts: { ...REACH, ...ANSWER } }
	}
};

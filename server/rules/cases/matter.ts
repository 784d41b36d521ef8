import { WORKERS, type CaseAct, type CaseKind, type CaseStage } from './kind.ts';

/** 行政许可法 art. 42: ten days more, once, by approval of whoever is in charge. */
const MOST_MORE = 10;

const ANY_TIME: CaseStage['acts'] = {
	note: { to: null, by: ['owner', 'overseer', 'first'], text: 'needed' },
	'explain-delay': { to: null, by: ['owner', 'overseer'], text: 'needed', read: true, explains: true }
};

const DECIDE: CaseStage['acts'] = {
	grant: { to: 'granted', by: ['owner', 'overseer'], text: 'free', read: true },
	deny: { to: 'denied', by: ['owner', 'overseer'], text: 'needed', read: true }
};

const tell = (way: string): CaseAct => ({ to: null, by: ['owner', 'overseer'], text: 'free', closes: `told-${way}` });

/** 行政许可法 art. 44: a decision is handed over within ten days. */
const TELLING: CaseStage = {
	due: { term: { workdays: 10 }, from: 'stage' },
	acts: {
		'tell-in-person': tell('in-person'),
		'tell-by-phone': tell('by-phone'),
		'tell-by-courier': tell('by-courier'),
		...ANY_TIME
	}
};

/**
 * A matter 办件: accepted at a window and not done on the spot. It is decided within the promised days 承诺时限, and the
 * result is told (server/matters). One that is late is not closed before the reason is written.
 */
export const MATTER: CaseKind = {
	code: 'matter',
	prefix: 'S',
	first: 'working',
	impartial: false,
	coded: false,
	roles: WORKERS,
	freezes: false,
	explainsDelay: true,
	stages: {
		working: {
			due: 'given',
			acts: {
				...DECIDE,
				'ask-extension': { to: 'extending', by: ['owner'], text: 'needed', read: true, asks: true },
				...ANY_TIME,
				withdraw: { to: null, by: ['owner', 'overseer'], text: 'needed', closes: 'withdrawn' }
			}
		},
		extending: {
			due: 'kept',
			acts: {
				extend: { to: 'working', by: ['judge'], text: 'free', extends: { most: MOST_MORE, unit: 'workdays' } },
				'refuse-extension': { to: 'working', by: ['judge'], text: 'needed' },
				...DECIDE,
				...ANY_TIME
			}
		},
		granted: TELLING,
		denied: TELLING
	}
};

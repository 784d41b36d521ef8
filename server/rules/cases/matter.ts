import type { CaseKind } from './kind.ts';

/** 行政许可法 art. 42: ten days more, once, by approval of whoever is in charge. */
const MOST_MORE = 10;

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
	freezes: false,
	explainsDelay: true,
	stages: {
		working: {
			due: 'given',
			acts: {
				grant: { to: 'decided', by: ['owner', 'overseer'], text: 'free', read: true },
				deny: { to: 'decided', by: ['owner', 'overseer'], text: 'needed', read: true },
				'ask-extension': { to: 'extending', by: ['owner'], text: 'needed', read: true, asks: true },
				note: { to: null, by: ['owner', 'overseer', 'colleague'], text: 'needed' },
				'explain-delay': { to: null, by: ['owner', 'overseer'], text: 'needed', read: true, explains: true },
				withdraw: { to: null, by: ['owner', 'overseer'], text: 'needed', closes: 'withdrawn' }
			}
		},
		extending: {
			due: 'kept',
			acts: {
				extend: { to: 'working', by: ['judge'], text: 'free', extends: { most: MOST_MORE, unit: 'workdays' } },
				'refuse-extension': { to: 'working', by: ['judge'], text: 'needed' },
				grant: { to: 'decided', by: ['owner', 'overseer'], text: 'free', read: true },
				deny: { to: 'decided', by: ['owner', 'overseer'], text: 'needed', read: true },
				note: { to: null, by: ['owner', 'overseer', 'colleague'], text: 'needed' },
				'explain-delay': { to: null, by: ['owner', 'overseer'], text: 'needed', read: true, explains: true }
			}
		},
		// 行政许可法 art. 44: a decision is handed over within ten days.
		decided: {
			due: { term: { workdays: 10 }, from: 'stage' },
			acts: {
				tell: { to: null, by: ['owner', 'overseer'], text: 'needed', closes: 'told' },
				note: { to: null, by: ['owner', 'overseer', 'colleague'], text: 'needed' },
				'explain-delay': { to: null, by: ['owner', 'overseer'], text: 'needed', read: true, explains: true }
			}
		}
	}
};

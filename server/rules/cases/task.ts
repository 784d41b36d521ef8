import { WORKERS, type CaseAct, type CaseKind, type CaseStage, type Standing } from './kind.ts';

const BY: readonly Standing[] = ['owner', 'overseer'];
const NOTE: CaseAct = { to: null, by: ['owner', 'overseer', 'first'], text: 'needed' };

/** To be done: by the owner, who reports it; whoever supervises may take it back. */
const DOING: CaseStage['acts'] = {
	report: { to: 'reported', by: ['owner'], text: 'needed' },
	note: NOTE,
	'call-off': { to: null, by: ['overseer'], text: 'needed', closes: 'called-off' }
};

/**
 * A task 交办事项 that the bureau or a round of inspection gives: with a date, done with a report, and looked at by somebody who
 * supervises and did not do it, who accepts it or sends it back.
 */
export const TASK: CaseKind = {
	code: 'task',
	prefix: 'R',
	first: 'given',
	impartial: false,
	coded: false,
	roles: WORKERS,
	freezes: false,
	explainsDelay: false,
	stages: {
		given: { due: 'given', acts: DOING },
		reported: {
			due: { term: { workdays: 2 }, from: 'stage' },
			acts: {
				accept: { to: null, by: ['judge'], text: 'free', closes: 'done' },
				'send-back': { to: 'again', by: ['judge'], text: 'needed' },
				'take-back': { to: 'again', by: BY, text: 'free' },
				note: NOTE
			}
		},
		again: { due: { term: { workdays: 2 }, from: 'stage' }, acts: DOING }
	}
};

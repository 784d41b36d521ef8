import type { KindWords } from '../zh-CN/case-kinds.ts';

/** Words of the kinds of cases that begin at the telephone. */
export const telephoneKinds: Record<string, KindWords> = {
	'call-back': {
		name: 'Call-back',
		stages: { calling: 'To be called back' },
		acts: {
			reached: 'Reached',
			'not-reached': 'Not reached',
			unreachable: 'Not reached again and again',
			note: 'Note'
		},
		outcomes: { reached: 'reached', unreachable: 'could not be reached' }
	},
	contradiction: {
		name: 'Contradictory rules',
		stages: { reported: 'Reported', 'sent-up': 'Sent up, no answer yet' },
		acts: { 'send-up': 'Send up', settled: 'Cleared up', answered: 'Answered from above', note: 'Note' },
		outcomes: { settled: 'cleared up', answered: 'answered from above' }
	},
	nuisance: {
		name: 'Nuisance caller',
		stages: { proposed: 'To be decided' },
		acts: { confirm: 'Confirm, hold back for a time', refuse: 'Refuse', 'take-back': 'Take back', note: 'Note' },
		outcomes: { blocked: 'held back', refused: 'refused', withdrawn: 'taken back' }
	}
};

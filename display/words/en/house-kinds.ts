import type { KindWords } from '../zh-CN/case-kinds.ts';

const refuse = {
	'refuse-litigation': 'Not taken on: for court, arbitration or review',
	'refuse-petition': 'Not taken on: for the petition office',
	'refuse-secret': 'Not taken on: secrets or privacy',
	'refuse-settled': 'Not taken on: settled, nothing new',
	'refuse-unlawful': 'Not taken on: against law or decency'
};

export const houseKinds: Record<string, KindWords> = {
	order: {
		name: '12345 order',
		stages: {
			received: 'To be taken on (goes back within 24 h)',
			working: 'Being dealt with',
			extending: 'More time asked for',
			answered: 'Answered, to be called back',
			again: 'Dealt with again'
		},
		acts: {
			ours: 'Take on: it is ours',
			'not-ours': 'Return: the reason, and whose it is',
			...refuse,
			contacted: 'Caller spoken to',
			'not-reached': 'Caller not reached',
			answer: 'Answer',
			'answer-unreached': 'Answer in writing, caller not reached',
			'answer-unnamed': 'Answer, caller left no contact',
			'ask-extension': 'Complex: ask for more time',
			extend: 'Grant more time',
			'refuse-extension': 'Refuse more time',
			satisfied: 'Called back: satisfied',
			'mostly-satisfied': 'Called back: mostly satisfied',
			'not-satisfied': 'Called back: not satisfied, again',
			'call-not-reached': 'Call back not reached',
			unrated: 'Not reached again and again, close',
			note: 'Note'
		},
		outcomes: {
			returned: 'Returned',
			'refused-litigation': 'Not taken on (court, arbitration, review)',
			'refused-petition': 'Not taken on (petition)',
			'refused-secret': 'Not taken on (secrets, privacy)',
			'refused-settled': 'Not taken on (settled)',
			'refused-unlawful': 'Not taken on (unlawful)',
			satisfied: 'Satisfied',
			'mostly-satisfied': 'Mostly satisfied',
			unrated: 'Not rated'
		}
	},
	task: {
		name: 'Task',
		stages: { given: 'To be done', reported: 'Reported, to be looked at', again: 'Sent back' },
		acts: {
			report: 'Done: report',
			accept: 'Accept',
			'send-back': 'Send back',
			'take-back': 'Take the report back',
			'call-off': 'Call off',
			note: 'Note'
		},
		outcomes: { done: 'Done', 'called-off': 'Called off' }
	}
};

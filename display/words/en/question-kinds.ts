import type { KindWords } from '../zh-CN/case-kinds.ts';

const asked: Omit<KindWords, 'name'> = {
	stages: {
		asked: 'To be answered',
		'asking-back': 'The visitor is asked for more',
		answered: 'Answered, can be read',
		calling: 'Answered, to be called',
		referred: 'Shown where to go, can be read',
		'calling-referred': 'Shown where to go, to be called'
	},
	acts: {
		answer: 'Answer',
		'cannot-answer': 'Not answered here: shown where to go',
		'ask-back': 'Ask the visitor for more',
		clarified: 'The visitor has said more',
		'not-ours': 'Not of our department',
		note: 'Note',
		add: 'Add a word',
		withdraw: 'No answer needed any more',
		'tell-in-person': 'Told in person',
		shown: 'Shown on the page of the code',
		'called-back': 'Told by telephone',
		'not-reached': 'Called, not reached',
		unreached: 'Not reached again and again: close',
		satisfied: 'Satisfied',
		'not-satisfied': 'Not satisfied: answer again'
	},
	outcomes: {
		answered: 'Answered',
		referred: 'Shown where to go',
		unreachable: 'Not reached',
		withdrawn: 'No longer needed'
	}
};

/** Words of questions and messages. */
export const questionKinds: Record<string, KindWords> = {
	question: { name: 'Open question', ...asked },
	message: { name: 'Message', ...asked }
};

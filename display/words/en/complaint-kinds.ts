/** Words of complaints, of what could not be done and of matters of petition, as kinds of cases. */
import type { KindWords } from '../zh-CN/case-kinds.ts';

const told = {
	'calling-back': 'Answered, to be called back',
	told: 'Answered, open to objection',
	reopened: 'Not satisfied, begun again'
};

const after = {
	'called-satisfied': 'Called back: satisfied',
	'called-not-satisfied': 'Called back: not satisfied',
	'not-reached': 'Not reached',
	unreached: 'Not reached after several tries',
	satisfied: 'The visitor is satisfied',
	'not-satisfied': 'The visitor is not satisfied',
	final: 'Final answer, with the further ways',
	'explain-delay': 'Explain the delay',
	note: 'Note',
	add: 'The visitor adds something',
	withdraw: 'The visitor withdraws',
	'withdrawn-by-visitor': 'Withdrawn in person or by telephone',
	'said-again': 'The visitor said it again',
	sorted: 'Sorted anew',
	exported: 'File taken out',
	lapse: 'No objection in time'
};

const ended = {
	satisfied: 'Satisfied',
	'not-objected': 'No objection',
	withdrawn: 'Withdrawn',
	final: 'Final answer',
	joined: 'Joined to another'
};

export const complaintKinds: Record<'complaint' | 'unsolved' | 'petition' | 'praise', KindWords> = {
	praise: {
		name: 'Praise',
		stages: { received: 'Received' },
		acts: { thank: 'Thank the visitor', 'passed-on': 'Passed on', note: 'Note', lapse: 'Filed' },
		outcomes: { thanked: 'Thanked', 'passed-on': 'Passed on', recorded: 'Filed' }
	},
	complaint: {
		name: 'Complaint',
		stages: {
			taken: 'Taken, awaiting a first word',
			looking: 'Being looked into',
			complex: 'Complex, being looked into',
			...told
		},
		acts: {
			look: 'First word; begin to look into it',
			'answer-justified': 'It was so: apologise and answer',
			'answer-explained': 'Explain and answer',
			complex: 'Complex: tell the new day',
			'to-petition': 'Turn into a matter of petition',
			...after
		},
		outcomes: { ...ended, petition: 'Turned into a matter of petition' }
	},
	unsolved: {
		name: 'Could not be done',
		stages: {
			registered: 'Registered, a first word today',
			working: 'Being worked on',
			joint: 'In joint session',
			complex: 'Complex, being worked on',
			...told
		},
		acts: {
			feedback: 'First word today',
			solved: 'Done: answer',
			'not-possible': 'Not possible by law: explain and answer',
			joint: 'Call a joint session',
			complex: 'Complex: tell the new day',
			'outside-court': 'Not taken: court or arbitration',
			'outside-petition': 'Not taken: matter of petition',
			'outside-dispute': 'Not taken: private dispute',
			'outside-decided': 'Not taken: decided for good',
			'outside-secret': 'Not taken: secret',
			'outside-elsewhere': 'Not taken: another office',
			...after
		},
		outcomes: {
			...ended,
			'outside-court': 'Told the way to court or arbitration',
			'outside-petition': 'Told the way of petition',
			'outside-dispute': 'Told how to settle a dispute',
			'outside-decided': 'Decided for good',
			'outside-secret': 'Secret, told',
			'outside-elsewhere': 'Told the competent office'
		}
	},
	petition: {
		name: 'Matter of petition',
		stages: {
			registered: 'Registered',
			'handed-in': 'Handed to the office in charge',
			examining: 'To be accepted or not',
			handling: 'Accepted, being handled',
			extending: 'Extension asked for',
			'handling-longer': 'Being handled',
			decided: 'Decided',
			review: 'Under review',
			'review-decided': 'Review decided',
			recheck: 'Under second review',
			'recheck-decided': 'Second review decided'
		},
		acts: {
			'hand-in': 'Hand to the office in charge',
			objected: 'The office objects',
			accept: 'Tell that it is accepted',
			'sent-on': 'Send on and tell where',
			'not-accepted': 'Tell that it is not accepted',
			decide: 'Decide, in writing',
			'ask-extension': 'Ask for more days',
			extend: 'Grant more days',
			'refuse-extension': 'Refuse more days',
			'ask-review': 'Review asked for',
			'review-decide': 'Decide the review',
			'ask-recheck': 'Second review asked for',
			'recheck-decide': 'Decide the second review',
			'explain-delay': 'Explain the delay',
			note: 'Note',
			add: 'The visitor adds something',
			withdraw: 'The visitor withdraws',
			exported: 'File taken out',
			lapse: 'Time is over'
		},
		outcomes: {
			'sent-on': 'Sent on',
			'not-accepted': 'Not accepted',
			withdrawn: 'Withdrawn',
			final: 'Closed',
			joined: 'Joined to another'
		}
	}
};

import type { Words } from '../zh-CN/index.ts';

export const incidents: Words['incidents'] = {
	title: 'Incidents',
	what: 'What has happened? One key records it and calls for somebody',
	open: 'Being dealt with',
	noneOpen: 'Nothing is being dealt with',
	none: 'No incidents on record',
	severity: ({ n }) => `severity ${n}`,
	grade: 'Severity, 1 the gravest',
	silent: 'silent call',
	fromWindow: ({ window }) => `window ${window}`,
	reportedAt: ({ time }) => `reported at ${time}`,
	acknowledge: 'I see to it',
	addWords: 'Where, what, which measures',
	add: 'Note it',
	whole: 'The whole of it',
	done: {
		reported: 'Recorded, somebody is called',
		graded: 'Severity changed',
		acknowledged: 'You see to it',
		noted: 'Noted'
	},
	times: {
		noticed: 'Noticed',
		reported: 'Reported',
		acknowledged: 'Acknowledged',
		arrived: 'On the spot',
		ended: 'Over'
	},
	levels: ({ count }) => (count === 1 ? 'one level told' : `${count} levels told`),
	tell: 'Told by telephone',
	told: 'Note as told',
	choose: 'Choose one on the left',
	back: 'Back to the list',
	more: 'Open among the cases (hand over, take)',
	text: 'Text',
	textNeeded: 'Please write the text',
	closed: 'Closed',
	due: ({ time }) => `by ${time}`,
	silentKey: 'Silent call',
	noted: 'Noted'
};

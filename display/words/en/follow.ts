import type { Words } from '../zh-CN/index.ts';

export const follow: Words['follow'] = {
	slip: {
		title: ({ kind }) => `Receipt: ${kind}`,
		reprint: 'Reprint',
		number: 'Number',
		opened: 'Taken at',
		staff: 'Staff number',
		due: ({ day }) => `Answered by ${day}`,
		contact: {
			page: 'The answer can be read with the code; no other word is sent',
			call: 'You are told by the telephone number that you left',
			none: 'The answer can be read with the code'
		},
		code: 'Code',
		scan: 'Scan to see how far it is and what was answered',
		kiosk: 'or type the code at a kiosk',
		desk: 'or ask at the guide desk',
		phone: ({ phone }) => `Telephone: ${phone}`,
		keep: 'Whoever has the code can read it: keep it safe'
	},
	title: 'How far it is',
	enter: 'Type the 12 digits on your slip',
	look: 'Look it up',
	lookHint: 'The code is printed on the receipt; its QR code can be scanned as well',
	told: 'We have it, thank you for telling us',
	toldKeep: 'Keep the code, a photograph will do: it shows how far it is and what was answered.',
	printing: 'Your receipt is being printed; please take it',
	paperOut: 'The printer is out of paper: photograph the QR code or write the code down',
	number: 'Number',
	state: 'State',
	opened: 'Taken at',
	due: 'Answered',
	dueBy: ({ day }) => `by ${day}`,
	overdue: 'It is late; a supervisor knows and sees to it',
	staff: 'Staff number',
	department: 'Department',
	desk: 'Desk',
	joined: 'The same matter was told before; both are answered together, and the answer is shown here.',
	reopened: 'You were not satisfied, and it was begun again.',
	answers: 'Answer',
	noAnswer: 'No answer yet',
	toldWay: {
		page: 'You have read it on this page',
		call: 'Told by telephone',
		'in-person': 'Told in person',
		letter: 'Told in writing'
	},
	may: 'You can',
	acts: {
		satisfied: 'I am satisfied',
		'not-satisfied': 'Not satisfied, look at it again',
		add: 'Add a word',
		clarified: 'Add a word',
		withdraw: 'Withdraw it'
	},
	actDone: {
		satisfied: 'Your satisfaction is noted, and the matter is closed.',
		'not-satisfied': 'It has begun again; the new date is below.',
		add: 'Added; whoever answers will see it.',
		clarified: 'Added; whoever answers will see it.',
		withdraw: 'Withdrawn.'
	},
	done: 'Sent',
	why: 'Please say what is not right',
	words: 'What would you like to add?',
	wordsFree: 'A word on it (if you like)',
	confirm: 'Send',
	ask: 'How to ask',
	askCode: 'with the code, on this page or at a kiosk',
	askDesk: ({ desk }) => `at the desk: ${desk}`,
	askPhone: ({ phone }) => `by telephone: ${phone}`,
	code: 'Code',
	qr: 'QR code of this page',
	outcomes: { joined: 'Joined to the same matter', withdrawn: 'Withdrawn' },
	closed: 'Closed',
	backToKiosk: 'Back to the start'
};

import type { Words } from '../zh-CN/index.ts';

export const say: Words['say'] = {
	title: 'Complaints, questions and praise',
	lead: 'You can tell us at any time, when the hall is closed as well.',
	choose: 'What would you like to tell us?',
	other: 'Something else',
	kinds: {
		complaint: {
			name: 'Complaint',
			what: 'The service was not right; look into it and answer me',
			label: 'Please write what happened, at which window and when',
			phrases: [
				'The wait was too long',
				'I was treated rudely',
				'I was not told everything at once',
				'I was sent from one to another',
				'The published time was not kept',
				'I was charged wrongly'
			]
		},
		unsolved: {
			name: 'Could not be done',
			what: 'My matter came to nothing; help me with it',
			label: 'Please write what you came for and where it stopped',
			phrases: [
				'My papers were complete but not accepted',
				'The system was down',
				'Departments sent me to each other',
				'I came several times for nothing',
				'I do not know whom to ask'
			]
		},
		question: {
			name: 'Question',
			what: 'Ask something, and have the department answer it',
			label: 'Please write what you would like to know',
			phrases: [
				'Which papers are needed',
				'Where is it done',
				'How many days does it take',
				'What does it cost',
				'Can it be done online'
			]
		},
		message: {
			name: 'Message or idea',
			what: 'Leave the hall a message or an idea',
			label: 'Please write your message',
			phrases: [
				'More windows, please',
				'Longer hours, please',
				'The signs are not clear',
				'There are too few seats',
				'It should be cleaner'
			]
		},
		praise: {
			name: 'Praise',
			what: 'Somebody did well, and others should know',
			label: 'Please write who did well, and what',
			phrases: ['Very kind', 'Very quick', 'Explained clearly', 'Helped me a great deal']
		}
	},
	write: 'Write it in your own words, or touch the sentences below',
	phrases: 'What is often said',
	onPhone: 'Write on your phone',
	onPhoneHint: 'Scan this and write on your own phone, where only you see it',
	orDesk: ({ desk }) => `You can also tell it at the desk, which writes it down for you: ${desk}.`,
	ticket: 'Number of your ticket (if you like)',
	ticketHint: 'It helps to find out what happened, for example A001',
	about: ({ number }) => `About your number ${number}`,
	touch: 'Touch to type it',
	contact: 'How you hear the answer',
	contacts: { page: 'I look myself, with the code', call: 'Call me' },
	person: 'Name and telephone (if you like)',
	anonymous: 'It is taken just the same without a name or a telephone.',
	kept: ({ hall, after, most }) =>
		`Kept by ${hall}, only to reach you about this matter; encrypted, deleted ${after} days after it is closed, and after ${most} days at most.`,
	name: 'Name',
	phone: 'Telephone',
	erase: 'Erase',
	before: 'Back',
	onward: 'Next',
	send: 'Send',
	lost: 'There is no connection and it was not sent; please press once more',
	link: 'Complaint, question or praise',
	follow: 'You have a code? See how far it is'
};

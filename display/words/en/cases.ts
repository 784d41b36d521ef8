import { kinds } from './case-kinds.ts';
import type { Words } from '../zh-CN/index.ts';

const engine: Record<string, string> = {
	opened: 'Opened',
	told: 'As the visitor said',
	'evidence-bound': 'Evidence frozen',
	offered: 'Handed over, to be accepted',
	accepted: 'Accepted',
	declined: 'Hand-over declined',
	withdrawn: 'Hand-over taken back',
	returned: 'Not accepted in time, back to its owner',
	taken: 'Taken over by a supervisor',
	reminded: 'Reminder',
	escalated: 'Overdue, told upward',
	joined: 'Joined to another',
	'visitor-told': 'Visitor told',
	'receipt-printed': 'Receipt printed',
	sent: 'Sent to a department, to be accepted',
	referral: 'Referral slip given'
};

export const cases: Words['cases'] = {
	title: 'Cases',
	lists: { mine: 'Mine', offered: 'Offered to me', department: 'My department', overdue: 'Overdue', all: 'All' },
	empty: {
		mine: 'Nothing to do',
		offered: 'Nothing is offered to you',
		department: 'No case is open in your department',
		overdue: 'Nothing is overdue',
		all: 'No case is open'
	},
	all: 'All kinds',
	kind: 'Kind',
	kinds,
	engine,
	choose: 'Choose one on the left; Enter opens it',
	number: 'Number',
	owner: 'Owner',
	firstOwner: 'First asked',
	offeredTo: ({ staff }) => `offered to ${staff}`,
	due: 'Due',
	noDue: 'no due time',
	left: ({ days }) => {
		const count = `${Math.abs(days)} working ${Math.abs(days) === 1 ? 'day' : 'days'}`;
		return days > 0 ? `${count} left` : days === 0 ? 'due today' : `${count} over`;
	},
	dueCount: ({ count }) => `${count} due`,
	offeredCount: ({ count }) => `${count} offered`,
	overdue: 'Overdue',
	late: 'was late',
	urgent: 'Urgent',
	closed: 'Closed',
	history: 'History',
	evidence: 'Evidence',
	evidenceHolds: 'as the ledger has it',
	evidenceBroken: 'not what the ledger has',
	system: 'system',
	byStaff: ({ staff }) => `staff number ${staff}`,
	places: { desk: 'Desk', department: 'Department' },
	with: 'Department, desk',
	reopened: 'not satisfied, begun again',
	visitor: 'visitor',
	visitorSide: 'The visitor',
	contacts: { page: 'looks with the code', call: 'wants to be called', none: 'need not be told' },
	ways: { call: 'by telephone', 'in-person': 'in person', letter: 'in writing', page: 'read on the page' },
	told: 'Told',
	notTold: 'not told yet',
	joinedTo: 'Joined to',
	joined: 'Joined to this one',
	visitorActs: { join: 'Join to another', tell: 'Note as told', receipt: 'Print the receipt again' },
	hands: {
		offer: 'Hand over',
		accept: 'Accept',
		decline: 'Decline',
		withdraw: 'Take the offer back',
		take: 'Take over'
	},
	delivery: 'Result sent home, free of charge',
	addDelivery: 'Send the result home',
	deliverySteps: {
		sent: 'Handed to the courier',
		delivered: 'Delivered',
		returned: 'Came back',
		cancel: 'Cancel',
		open: 'Show the address'
	},
	person: 'Contact',
	personGone: 'Name and address were deleted when their time was over',
	opened: 'That you looked is in the ledger; it is gone when the case is closed here',
	ticket: 'Ticket',
	window: 'Window',
	item: 'Service',
	acceptedBy: 'Accepted by',
	promised: 'Promised',
	legal: 'Legal limit',
	deemed: 'deemed accepted',
	extended: ({ days }) => `extended by ${days} working ${days === 1 ? 'day' : 'days'}`,
	asked: ({ days }) => `${days} more working ${days === 1 ? 'day' : 'days'} asked for`,
	fields: {
		text: 'Text',
		read: 'Text (the visitor reads it)',
		days: 'Working days',
		to: 'To whom',
		why: 'Why',
		carrier: 'Courier',
		waybill: 'Waybill number',
		name: 'Name',
		phone: 'Telephone',
		address: 'Address',
		consent: 'The visitor agrees that this is kept for sending the result',
		reason: 'Why you look',
		main: 'Joined to which one (number)',
		way: 'How it was told'
	},
	reasons: {
		call: 'to call the visitor',
		deliver: 'to send the result',
		correct: 'to correct it',
		check: 'to check it'
	},
	send: 'Send',
	sendHint: 'Enter sends, Shift+Enter begins a line',
	back: 'Back to the list',
	done: 'Done',
	unconfirmed: 'No answer came; it may or may not be done. What stands here was read again: please check',
	roles: {
		clerk: 'clerk',
		guide: 'guide',
		liaison: 'liaison',
		supervisor: 'supervisor',
		administrator: 'administrator'
	},
	keyNames: {
		list: 'Choose a list',
		move: 'Up and down',
		open: 'Open',
		acts: 'Do it (in an open case)',
		filter: 'Filter by kind'
	},
	accept: {
		title: 'Accept',
		promise: ({ days, day }) => `Promised in ${days} working ${days === 1 ? 'day' : 'days'}, by ${day}`,
		legal: ({ days, day }) => `Legal limit ${days} working ${days === 1 ? 'day' : 'days'}, ${day}`,
		prints: 'Prints the acceptance slip; the service ends here, and what follows goes on.',
		delivery: 'Send the result home, free of charge',
		confirm: 'Accept'
	}
};

import { count as counted } from '../plural.ts';
import type { Words } from '../zh-CN/index.ts';

export const supervise: Words['supervise'] = {
	title: 'Supervision',
	dayOpen: 'service day open',
	dayClosed: 'day ended',
	state: 'State',
	staff: 'Staff',
	windowState: { open: 'Open', paused: 'Paused', 'wrap-up': 'Finishing', closed: 'Closed' },
	since: 'Since',
	serves: 'Visitor now',
	soLong: 'For',
	release: 'Release',
	act: { release: 'Release the window', end: 'End the day', open: 'Take back the end' },
	releaseTitle: ({ window }) => `Release ${window}?`,
	releaseWith: ({ number }) =>
		`The window closes and its clerk is signed out; ${number} waits again in the place it had.`,
	releaseWithout: 'The window closes and its clerk is signed out.',
	releaseReason: {
		left: 'Left without signing out',
		ill: 'The clerk is unwell',
		broken: 'Computer or network is broken',
		other: 'Other (please say)'
	},
	note: 'Note',
	released: ({ window }) => `${window} is released`,
	endMeans: ({ open }) =>
		open === 0
			? 'Every number of today has ended. No more numbers are given, and free windows close.'
			: `${counted(open, 'number', 'numbers')} not finished; all end as “end of day”. No more are given, and free windows close.`,
	openMeans:
		'Numbers can be taken again. What ended as “end of day” stays ended; clerks open their windows themselves.',
	ended: ({ closed }) => `The day is ended; ${counted(closed, 'number was', 'numbers were')} closed`,
	openedAgain: 'The service day is open again',
	tab: { balance: 'Balance of the day', history: 'History of a number' },
	count: 'Count again',
	even: 'Balanced: every number given has come to an end',
	uneven: ({ open, lost }) =>
		lost === 0
			? `${counted(open, 'number has', 'numbers have')} not ended yet`
			: `Not balanced: ${open} not ended, ${counted(lost, 'number', 'numbers')} without a record`,
	column: {
		issued: 'Given',
		ended: 'Done',
		cancelled: 'Cancel.',
		missed: 'Missed',
		expired: 'Expired',
		void: 'Void',
		leased: 'At kiosks',
		live: 'Open',
		lost: 'Lost'
	},
	noneIssued: 'No number was given today',
	sum: 'Sum',
	lost: 'Numbers without a record',
	stillOpen: ({ count }) => `${counted(count, 'number', 'numbers')} not ended`,
	claims: 'Claims to priority',
	find: 'History of a number',
	historyHint: 'Type a number of today to read everything that was done to it.',
	when: 'When',
	what: 'What',
	who: 'Who',
	line: 'Ledger',
	at: ({ window }) => `(window ${window})`,
	program: ({ id }) => `Program ${id}`,
	actor: { visitor: 'The visitor', system: 'The system' },
	acts: {
		ticket: {
			issued: 'Number taken',
			called: 'Called',
			recalled: 'Called again',
			'called-out': 'Called out',
			started: 'Started',
			finished: 'Finished',
			missed: 'No-show',
			parked: 'Put on hold',
			resumed: 'Resumed',
			returned: 'Back to queue',
			transferred: 'Transferred',
			'claim-settled': 'Priority settled',
			cancelled: 'Cancel.',
			voided: 'Void',
			expired: 'Closed',
			released: 'Window released, waits again',
			freed: 'May be called by any window',
			undone: 'Taken back'
		},
		slip: {
			reprinted: 'Slip printed again',
			sent: 'Slip sent to the printer',
			printed: 'Slip printed',
			failed: 'Slip did not come out',
			unsure: 'Slip: nobody knows whether it came out'
		}
	},
	order: ({ numbers }) => `In order: ${numbers}`,
	candidate: ({ number, time, minutes }) =>
		minutes === 0 ? `${number} as of ${time}` : `${number} as of ${time} (${minutes} min head start)`,
	passed: ({ numbers }) => `Passed over: ${numbers}`,
	goesTo: ({ place }) => `On to: ${place}`,
	endOfDay: 'end of day'
};

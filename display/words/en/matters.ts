import type { Words } from '../zh-CN/index.ts';

export const matters: Words['matters'] = {
	begun: 'The window has accepted it; see below how far it is',
	title: 'Your application',
	number: 'Acceptance number',
	state: 'State',
	states: {
		working: 'Being worked on',
		extending: 'Being worked on',
		granted: 'Granted',
		denied: 'Not granted',
		withdrawn: 'Withdrawn'
	},
	acceptedDay: 'Accepted on',
	promisedDay: 'Promised by',
	dueDay: 'Promised by, after the extension',
	extended: ({ days }) => `Extended by approval, ${days} working ${days === 1 ? 'day' : 'days'}`,
	deemed: 'Deemed accepted by law',
	overdue: 'The promised day has passed; the supervisor knows',
	told: 'You have been told the result',
	owner: 'In the hands of staff number',
	texts: {
		grant: 'Result',
		deny: 'Reasons and legal basis',
		'ask-extension': 'Why more time is asked for',
		'explain-delay': 'Why it is late'
	},
	delivery: 'Result sent home, free of charge',
	deliveryStates: {
		asked: 'Arranged; it is sent when it is ready',
		sent: 'On its way',
		delivered: 'Delivered',
		returned: 'Came back; please ask the window',
		cancelled: 'Cancelled'
	},
	waybill: ({ carrier, waybill }) => `${carrier} waybill ${waybill}`.trim(),
	slip: {
		title: 'Acceptance',
		number: 'Number',
		item: 'Service',
		ticket: 'Ticket',
		window: 'Window',
		staff: 'Staff number',
		accepted: 'Accepted on',
		promised: ({ day }) => `Promised by ${day}`,
		legal: ({ day }) => `Legal limit: ${day}`,
		courier: 'The result is sent to your address, free of charge',
		noCourier: 'You will be told when it is ready; bring this slip',
		follow: 'Scan to follow it',
		ask: ({ phone }) => `Questions: ${phone}`,
		keep: 'Please keep this slip',
		reprint: 'REPRINT'
	}
};

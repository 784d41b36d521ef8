import type { Words } from '../zh-CN/index.ts';

export const offline: Words['offline'] = {
	openToday: ({ time }) => `today at ${time}`,
	openTomorrow: ({ time }) => `tomorrow at ${time}`,
	openOn: ({ weekday, date, time }) => `${weekday}, ${date} at ${time}`,
	opensAgain: ({ when }) => `Numbers are given again ${/^to/.test(when) ? '' : 'on '}${when}`,
	stillServed:
		'You can still read about services and what to bring, follow your case, leave a message, complain and rate.',
	cause: {
		network: 'This kiosk cannot reach the system of the hall',
		starting: 'The system of the hall is starting, one moment please',
		server: 'The system of the hall is in trouble',
		database: 'The database of the hall cannot be reached'
	},
	causeNote: {
		network: 'It comes back by itself as soon as the line does; nothing has to be touched.',
		starting: 'It usually takes a minute or two; nothing has to be touched.',
		server: 'The staff can see it; it comes back by itself, nothing has to be touched.',
		database: 'The staff can see it; it comes back by itself, nothing has to be touched.'
	},
	numbersSafe: 'A number you already have stays valid: please wait for it to be called as usual.',
	unanswered:
		'The number you have just asked for was not answered yet. Once the line is back, touch “Try again”: it never takes a second number.',
	instead: 'What you can do',
	otherKiosk: ({ name }) => `Take a number at ${name}`,
	desk: ({ name }) => `Take a number, or ask, at the ${name}`,
	deskPhone: ({ name, phone }) => `Take a number, or ask, at the ${name} (telephone ${phone})`,
	askStaff: 'Ask a member of staff for a number',
	stillGives: 'Take a number here all the same: for some services this kiosk still has numbers',
	look: 'Services and what to bring',
	more: 'Opening hours, places and telephones',
	daysOf: ({ from, to }) => (from === to ? from : `${from} to ${to}`),
	lent: 'numbers can be had here',
	counted: 'The line is back and your number waits now: please watch the screens and listen for it.',
	asOf: ({ when }) => `As it was on ${when}; it may have changed. How many wait, and how long, cannot be shown now`,
	hours: 'Opening hours',
	special: 'Days off and make-up days soon',
	closed: 'closed',
	holiday: ({ name }) => `${name}, closed`,
	places: 'Places and telephones',
	phone: ({ phone }) => `Telephone ${phone}`,
	address: ({ address }) => `Address: ${address}`,
	notHere: 'No number for this service at this kiosk now',
	notHereIdentity: 'This service checks who you are, which this kiosk cannot do without its line',
	notHereShut: 'No numbers are given for this service at this hour',
	notHereUsedUp: 'The numbers kept in this kiosk are used up',
	take: 'Take a number (no line)',
	takeNote:
		'This kiosk has no line to the hall and gives numbers kept for this. No slip is printed: please photograph number and code.',
	taken: 'Please photograph your number',
	counts:
		'It cannot be called yet. Once the line is back it counts from the time you take it now: please watch the screens and listen.',
	countsDesk: ({ name }) => `If it takes long, show your photograph at the ${name}.`,
	takenAt: ({ time }) => `Taken at ${time}`,
	scanLater: 'Once the line is back, scan to follow the queue',
	photographed: 'I have photographed it',
	printer: {
		'paper-out': 'The printer is out of paper: no slip comes out',
		'cover-open': 'The cover of the printer is open: no slip comes out',
		gone: 'The printer does not answer: no slip comes out',
		trouble: 'The printer is in trouble: no slip comes out'
	},
	printerNote: 'You can take a number all the same: it is shown large with a code, to photograph or scan.',
	printerOther: ({ name }) => `If you need a slip, please go to ${name}.`,
	pending: {
		title: ({ number }) => `Your number ${number} is kept for you`,
		note: 'It was given by a kiosk without a line and begins to wait when that kiosk is back, counted from the time you took it.',
		voided: 'This number could not join the queue and is void. Please tell the guide desk, who will help.'
	}
};

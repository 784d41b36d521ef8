import type { Words } from '../zh-CN/index.ts';

export const phone: Words['phone'] = {
	atKiosk: 'My number, or cancel',
	title: 'My number',
	yourTurn: ({ window }) => `Please go to ${window}`,
	calledHint: 'Your number is being called, please go now',
	waiting: 'You are in the queue; please watch for your number',
	soon: 'It is nearly your turn; please come back to the waiting area',
	serving: 'You are being served',
	parked: {
		'papers-missing': 'Please fetch what is missing, then come back',
		'papers-kept': 'The window is working on your papers and will call you again',
		'other-step': 'Please see to the other step first, then come back to the window'
	},
	missed: 'You were called and did not come',
	ended: 'Done. Thank you for coming',
	cancelled: 'This number was cancelled',
	expired: 'This number was valid on its day only and has expired',
	voided: 'This number is void; please take a new one at the guide desk',
	goOn: 'Next, please go to',
	goOnHint: 'Same number; please wait there to be called',
	steps: 'Afterwards',
	iAmBack: 'I am back',
	missedRule: ({ time, behind }) =>
		(behind === 0
			? `Come back by ${time} to rejoin the queue. `
			: `Come back by ${time} to rejoin the queue, behind the next ${behind === 1 ? 'one' : String(behind)}. `) +
		'This works once: if you miss another call, you need a new number.',
	missedOver: 'The time to rejoin the queue is over. Please take a new number, or ask at the guide desk.',
	parkedRule: {
		'papers-missing': ({ time }) =>
			`Back by ${time}, you keep your place by the time of your number; later, you queue from the moment you return.`,
		'other-step': ({ time }) =>
			`Back by ${time}, the same window takes you before others; later, you keep your place by the time of your number.`
	},
	parkedLate: {
		'papers-missing': ({ time }) => `It is past ${time}: when you return, you queue from that moment.`,
		'other-step': ({ time }) => `It is past ${time}: when you return, you keep your place by the time of your number.`
	},
	backFailed: 'That did not work. Please try again or ask at the guide desk.',
	claimOpen: {
		desk: 'First show your certificate at the guide desk; the priority counts from then on',
		window: 'Your priority counts; please show your certificate at the window',
		self: 'Your priority counts'
	},
	claimConfirmed: 'Priority confirmed',
	claimRefused: 'The priority could not be confirmed; your number is an ordinary one',
	rate: 'How was this service?',
	rateOf: ({ window }) => `Window ${window}`,
	rateHint: 'Please rate it yourself; staff do not do it for you. It cannot be changed afterwards.',
	grades: { 5: 'Very satisfied', 4: 'Satisfied', 3: 'Fairly satisfied', 2: 'Dissatisfied', 1: 'Very dissatisfied' },
	rateSend: 'Send my rating',
	rated: ({ grade }) => `Your rating: ${grade}. Thank you!`,
	rateFailed: 'Your rating did not arrive. Please try again.',
	staleSince: ({ time }) =>
		`This page stands at ${time} and is reconnecting. Your number stays valid; please watch and listen in the hall.`,
	asOf: ({ time }) => `As of ${time}; renewed every half minute`,
	takenAt: 'Taken at',
	expectedWait: 'Expected wait',
	waitReason: {
		'window-closed': 'Longer than first told: a window has closed or paused',
		'others-first': 'Longer than first told: numbers with priority, transferred or returning ones went first',
		slower: 'Longer than first told: services take longer than usual today'
	},
	waitWhere: 'Where to wait',
	materials: 'What to bring',
	leave: 'Leave the queue',
	leaveAsk: 'Leave the queue? You would need a new number.',
	left: 'You have left the queue',
	alarm: 'Alert me when I am called',
	alarmOn: 'The alert is on: your phone rings or vibrates when you are called. Please keep this page open.',
	lookOften: 'Keep this page open, and watch and listen for your number in the hall',
	notUpdating: 'This page cannot be updated just now; your number stays valid. Please watch and listen in the hall.',
	leaveFailed: 'You are still in the queue. Please try again or ask at the guide desk.',
	unknown: 'No such number; please check the code on your slip'
};

import type { Words } from '../zh-CN/index.ts';

export const phone: Words['phone'] = {
	title: 'My number',
	yourTurn: ({ window }) => `Please go to ${window}`,
	calledHint: 'Your number is being called, please go now',
	waiting: 'You are in the queue; please watch for your number',
	soon: 'It is nearly your turn; please come back to the waiting area',
	serving: 'You are being served',
	parked: 'You are on hold; the window will call you again',
	missed: 'Your call was missed; please go to the guide desk to rejoin the queue',
	ended: 'Done. Thank you for coming',
	cancelled: 'This number was cancelled',
	expired: 'This number was valid on its day only and has expired',
	voided: 'This number is void; please take a new one at the guide desk',
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

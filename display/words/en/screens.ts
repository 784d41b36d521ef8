import type { Words } from '../zh-CN/index.ts';

export const screens: Words['screens'] = {
	calling: 'Now calling',
	last: 'Last called',
	recent: 'Called before',
	also: 'Also called',
	next: 'Next',
	queue: 'Service',
	speaking: 'Being announced',
	waiting: 'Waiting',
	waitingPeople: ({ count }) => `${count} waiting`,
	number: 'Number',
	window: 'Window',
	pleaseGo: ({ number, window }) => `${number}, please go to ${window}`,
	noCalls: 'No calls yet, please wait',
	nobodyWaiting: 'Nobody is waiting',
	notices: 'Notices',
	standing: 'When it is your turn, your number is shown here and announced. Please go to the window shown.',
	staff: ({ no }) => `Staff number ${no}`,
	serving: 'Now serving',
	windowState: { free: 'Free', calling: 'Calling', serving: 'Serving', paused: 'Paused', closed: 'Closed' },
	comeNow: 'Please come to this window',
	windowOpen: 'Open; please wait for your number',
	windowPaused: 'Paused, back soon',
	windowClosed: 'This window is closed',
	staleSince: ({ time }) => `The line to the server is down; this is the state of ${time}. Reconnecting`,
	soundRefused:
		'No sound: the browser wants one press first. Press the button; where nobody can, let the browser play without asking',
	soundFailed: 'The sound of this screen is broken; please read the calls here',
	enableSound: 'Allow sound',
	unknownZone: 'No such zone; please check the address',
	unknownWindow: 'No such window; please check the address'
};

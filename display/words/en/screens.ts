import type { Words } from '../zh-CN/index.ts';

export const screens: Words['screens'] = {
	calling: 'Now calling',
	recent: 'Called before',
	next: 'Next',
	waiting: 'Waiting',
	waitingPeople: ({ count }) => `${count} waiting`,
	number: 'Number',
	window: 'Window',
	pleaseGo: ({ number, window }) => `${number}, please go to ${window}`,
	noCalls: 'No calls yet',
	nobodyWaiting: 'Nobody is waiting',
	notices: 'Notices',
	staff: ({ no }) => `Staff number ${no}`,
	serving: 'Now serving',
	windowOpen: 'Open',
	windowPaused: 'Paused, back soon',
	windowClosed: 'This window is closed',
	soundRefused: 'This screen may not play sound yet: touch it to allow sound, and read the calls here',
	soundFailed: 'The sound of this screen is broken; please read the calls here',
	enableSound: 'Allow sound',
	unknownZone: 'No such zone; please check the address',
	unknownWindow: 'No such window; please check the address'
};

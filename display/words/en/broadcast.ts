import type { Words } from '../zh-CN/index.ts';

export const broadcast: Words['broadcast'] = {
	title: 'Emergency broadcast',
	live: 'On air',
	none: 'Nothing is being broadcast',
	start: 'Choose what to broadcast',
	free: 'Own words',
	freeZh: 'In Chinese (60 characters at most)',
	freeEn: 'In English (may be left out)',
	asDrill: 'As a drill',
	asReal: 'For real',
	confirmStart: ({ name }) => `Broadcast “${name}”? It goes to every screen, voice and board at once`,
	confirmKey: 'Press Y to broadcast',
	go: 'Broadcast',
	next: 'Next',
	back: 'Back',
	callsHeld: 'Nobody is called while it is on; every number is kept.',
	ask: 'Ask for the end',
	confirm: 'Confirm the end',
	keep: 'Keep it on',
	askedBy: ({ staff, time }) => `${staff} asks for the end; another person confirms by ${time}`,
	needsTwo: 'Two persons end it: one asks, another confirms.',
	startedBy: ({ staff, time }) => `started by ${staff} at ${time}`,
	recent: 'Latest broadcasts',
	how: {
		confirmed: 'ended by two persons',
		replaced: 'replaced by the next',
		lapsed: 'ended by itself',
		cleared: 'taken away'
	},
	ended: ({ staff, time }) => `ended by ${staff} at ${time}`
};

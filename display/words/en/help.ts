import type { Words } from '../zh-CN/index.ts';

/** Words of calls for help, for whoever calls and for the desk. */
export const help: Words['help'] = {
	call: 'Call for help',
	isCalled: 'Called',
	isComing: 'On the way',
	title: 'Call for help',
	called: 'The guide desk has been told. Please wait here.',
	coming: ({ staff }) => `Staff no. ${staff} is on the way. Please wait here.`,
	over: { there: 'Somebody has come.', 'called-off': 'The call has been taken back.' },
	failed: 'The guide desk could not be told. Please try again, or go to the desk.',
	what: 'You need:',
	whats: {
		staff: 'A member of staff',
		volunteer: 'A volunteer',
		'sign-language': 'Sign language',
		wheelchair: 'A wheelchair'
	},
	callOff: 'Not needed any more',
	again: 'Try again',
	close: 'Go on',
	atDesk: 'Calls for help',
	line: ({ place, what }) => `${place}: ${what}`,
	go: 'I go',
	there: 'I am there',
	by: ({ staff }) => `${staff} is on the way`,
	number: ({ number }) => `number ${number}`,
	silent: 'This page cannot ring: press any key, or touch it once'
};

import type { Words } from '../zh-CN/index.ts';

export const identity: Words['identity'] = {
	title: 'Tell us who you are',
	titleOptional: 'Would you like to tell us who you are?',
	told: {
		who: 'Who uses it',
		whoIs: ({ hall }) => `${hall} (this hall)`,
		why: 'What for',
		whyRequired: 'This service is given by real name. The number is used only to see that each person has one ticket.',
		whyOptional: 'Only to see that each person has one ticket. You get a number without it, too.',
		whyArrival: 'Only to find your appointment of today. Without it, the code of your appointment does as well.',
		what: 'What is used',
		whatIs:
			'The number of the card alone. Name, address and photo are not taken; the number is never shown whole or printed.',
		keep: 'For how long',
		keepIs: 'The number is not kept. A code made of it counts for today only and cannot be turned back.',
		rights: 'Your rights',
		rightsIs: 'You may refuse. The guide desk tells you what is known, corrects or erases it.'
	},
	version: ({ version }) => `Notice, version ${version}`,
	lay: 'Lay my identity card',
	type: 'Type the number',
	without: 'Go on without it',
	byDesk: 'You would rather not give it here? The guide desk looks at your papers and takes the number for you.',
	layNow: 'Lay your identity card on the reader and leave it there',
	layHint: 'Once the number is read, the reader stops at once.',
	again: 'It could not be read. Lift the card and lay it again.',
	absent: 'The reader cannot be used at present. Please type the number.',
	waited: 'No card was read.',
	tryAgain: 'Try again',
	read: 'Read. Please take your card back',
	readIs: 'Number of the card',
	typeInstead: 'Type the number instead',
	elder: 'You are 60 or over and may go first.',
	elderHint: 'Choose as you like; your age is not kept.',
	asElder: 'Take a priority number',
	asAnybody: 'Take an ordinary number',
	wrong: {
		sum: 'There is a mistake in the number: check every character, the last one too.',
		birth: 'The date of birth in the number does not exist: check characters 7 to 14.',
		future: 'The date of birth in the number is after today: check characters 7 to 14.'
	}
};

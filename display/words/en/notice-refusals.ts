import type { noticeRefusals as chinese } from '../zh-CN/notice-refusals.ts';

/** Of notices, papers received and an elder's will. */
export const noticeRefusals: typeof chinese = {
	'intake-unknown': {
		visitor: 'These papers were not found. Please ask at the window.',
		staff: 'There is no such record of papers received. Check its number.'
	},
	'intake-over': {
		visitor: 'These papers have been dealt with. Please ask at the window.',
		staff: 'These papers have been dealt with (see the detail) and cannot be changed.'
	},
	'true-will-needed': {
		visitor: 'The elder must first be asked in person. Please ask at the window.',
		staff: 'The visitor is an elder: ask in person for the own wish and mark it (U) before accepting or finishing.'
	},
	'true-will-not-own': {
		visitor: 'It was recorded that this is not the own wish, so it cannot be accepted. Please ask at the window.',
		staff: 'It is recorded that this is not the own wish. Give a refusal notice, or ask in person again and correct it.'
	},
	'true-will-not-asked': {
		visitor: 'Nobody need be asked in this matter.',
		staff: 'This item does not ask for the own wish of elders.'
	},
	'notice-unknown': {
		visitor: 'No such notice. Please check the 12 digits on it, or ask at the guide desk.',
		staff: 'No notice has this code. Compare it with the paper and type it again.'
	},
	'notice-over': {
		visitor: 'The matter of this notice is over. Please choose the service anew, or ask at the guide desk.',
		staff: 'This notice is over (see the detail). Take a new number for the item.'
	},
	'notice-needed': {
		visitor: 'The window has to tell you in writing. Please ask there.',
		staff: 'Missing papers and refusals are told in writing: Q for a notice, J for a refusal.'
	},
	'notice-empty': {
		visitor: 'Nothing missing was chosen. Please ask at the window.',
		staff: 'The notice is empty: tick what is missing, or write it down with its legal basis.'
	},
	'notice-second': {
		visitor: 'You have been told once in this matter already. Please ask at the window.',
		staff:
			'This matter has had its one-time notice (see the detail). Another needs one of the reasons, in words, and goes to the supervisor.'
	},
	'notice-not-first': {
		visitor: 'This number was not taken with a notice. Please ask at the window.',
		staff: 'This visitor has not come back with a notice; there is no list to check.'
	},
	'material-unknown': {
		visitor: 'What was chosen is not on the list. Please ask at the window.',
		staff: "What was chosen is not on the item's list. Load the page again and choose anew."
	},
	'basis-needed': {
		visitor: 'What the list does not have needs a legal basis. Please ask at the window.',
		staff: 'A paper or reason that no list has needs its law and article.'
	},
	'due-day-invalid': {
		visitor: 'The day is not right. Please ask at the window.',
		staff: 'The due day must be today or later, as year-month-day.'
	},
	'way-unknown': {
		visitor: 'It was not said where to go on. Please ask at the window.',
		staff: 'A negative answer names the way onward: the window for unsolved matters, another window, or another office.'
	}
};

import type { Words } from '../zh-CN/index.ts';
import { count as counted } from '../plural.ts';

export const arrival: Words['arrival'] = {
	haveOne: 'I have an appointment or a code',
	title: 'Take a number with a code',
	how: 'Scan the code of your appointment, notice or receipt, or type its eight or twelve digits',
	howElse: 'Without it, type the phone or identity number you booked with',
	typed: ({ count }) => `${counted(count, 'character', 'characters')} typed`,
	erase: 'Delete',
	take: 'Take my number',
	from: ({ time }) => `You can check in here from ${time}.`,
	forDay: ({ day }) => `Your appointment is on ${day}.`,
	ordinary: 'Take an ordinary number',
	ordinaryElsewhere: 'It is given at another kiosk, or at the guide desk.',
	who: 'Please type your identity number',
	whoRequired:
		'This service needs your identity: 18 characters. With a passport or permit, please go to the guide desk.',
	whoOptional: 'You may type your identity or phone number, or skip this.',
	whatFor: 'It is used only to see that each person has one number. It is neither kept nor printed.',
	skip: 'Skip',
	longQueue: 'The queue is long. Do you still want a number?',
	mayNot: 'You may not be served today. Do you still want a number?',
	mayNotWhy: ({ closes }) => `Service ends at ${closes}, maybe before it is your turn.`,
	stillWant: 'Yes, take a number',
	rather: 'Or book another time',
	scanToBook: 'Scan to book, or ask the guide desk',
	noSlots: 'No time can be booked at present; please ask at the guide desk',
	byCard: 'Find my appointment by identity card',
	noneByCard:
		'No appointment of today was booked with this card. If you booked with a phone number, please use the code or the phone number.',
	byCode: 'Use the code instead',
	unknownCode:
		'This code is not one of this hall, and nothing has changed. Please scan the code on your slip, appointment, notice, receipt or guide, or ask at the guide desk.'
};

import type { Words } from '../zh-CN/index.ts';
import { count } from '../plural.ts';

export const kiosk: Words['kiosk'] = {
	welcome: 'Welcome, please take a number',
	chooseZone: 'Choose a zone',
	chooseItem: 'What do you need today?',
	take: 'Take a number',
	taking: 'Taking your number, one moment please',
	materials: 'What to bring',
	noMaterials: 'Nothing to bring',
	fee: 'Fee',
	legalDays: 'Legal time limit',
	promisedDays: 'Our promise',
	windows: 'Windows',
	department: 'Department',
	wait: 'Expected wait',
	hoursToday: ({ hours }) => `Open today: ${hours}`,
	priorityAsk: 'Do you need priority service?',
	priorityNone: 'No',
	priorityPolicy: {
		self: 'Your word is enough',
		desk: 'Please show your certificate at the guide desk',
		window: 'Please show your certificate at the window'
	},
	priorityRule: ({ minutes }) =>
		`A number with priority goes before yours only if it was taken within ${count(minutes, 'minute', 'minutes')} after it.`,
	yourNumber: 'Your number',
	waitWhere: ({ place }) => `Please wait at ${place}`,
	takeSlip: 'Please take your slip',
	noSlip: 'No slip will be printed: photograph your number or scan the code to keep it on your phone',
	scan: 'Scan to follow the queue on your phone',
	done: 'Done',
	stillThere: 'Are you still there?',
	stillThereHint: ({ seconds }) => `Back to the start in ${count(seconds, 'second', 'seconds')}`,
	goOn: 'Go on',
	startAgain: 'Back to the start',
	closedNow: 'No numbers are given now',
	outOfOrder: 'This kiosk is out of order',
	outOfOrderHint: 'Please take a number at the guide desk; a number you already have stays valid',
	paperOut: 'The printer is out of paper; your number is kept',
	paperLow: 'The paper is nearly used up'
};

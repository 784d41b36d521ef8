import type { Words } from '../zh-CN/index.ts';

export const devices: Words['devices'] = {
	title: 'Device bench',
	what: 'Every device of the hall: the paper that came out, what the boards show, what was said. Virtual devices can be broken to see what happens.',
	nonePrinters: 'No printers are configured',
	noneBoards: 'No LED boards are configured',
	noneScreens: 'No screen is connected yet; open the screen page of a zone and it appears here',
	faults: 'Faults',
	reprint: 'Print again',
	powerCycle: 'Power off and on',
	paperOf: ({ time }) => `Paper printed at ${time}`,
	realPaper: 'A real printer: the paper is in the machine',
	shownUnknown: 'Shows (not known)',
	nothingSent: 'Nothing sent yet',
	printerState: {
		ready: 'Ready',
		'paper-low': 'Paper low',
		'paper-out': 'No paper',
		'cover-open': 'Cover open',
		'cutter-jam': 'Cutter jammed',
		overheated: 'Too hot',
		error: 'Fault',
		unreachable: 'Out of reach',
		unknown: 'Not known'
	},
	printers: 'Printers',
	boards: 'LED boards',
	screens: 'Screens',
	speaker: 'Voice',
	virtual: 'virtual',
	real: 'real',
	queued: ({ count }) => `${count} to print`,
	noPaper: 'Nothing printed yet',
	wanted: 'Should show',
	shown: 'Shows',
	lastSpoken: 'Last words',
	nothingSpoken: 'Nothing spoken yet',
	connected: 'Connected',
	disconnected: 'Not connected',
	quarantined: 'Quarantined, probed from time to time',
	fault: {
		'paper-out': 'No paper',
		'near-end': 'Paper low',
		'cover-open': 'Cover open',
		cutter: 'Cutter jam',
		unplugged: 'Unplugged',
		mute: 'No answer',
		slow: 'Slow',
		silent: 'No answer',
		rejecting: 'Rejecting',
		garbled: 'Garbled'
	},
	slipState: {
		queued: 'Queued',
		sent: 'Sent',
		printed: 'Printed',
		failed: 'Failed',
		unsure: 'Unsure'
	},
	outcome: {
		acked: 'Acknowledged',
		'sent-unconfirmed': 'Sent, unconfirmed',
		rejected: 'Rejected',
		timeout: 'No answer'
	},
	sound: { on: 'Sound on', refused: 'Sound refused by the browser', failed: 'Sound broken', unknown: 'Unknown' }
};

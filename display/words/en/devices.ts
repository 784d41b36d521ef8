import type { Words } from '../zh-CN/index.ts';

export const devices: Words['devices'] = {
	title: 'Device bench',
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

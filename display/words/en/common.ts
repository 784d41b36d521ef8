import type { Words } from '../zh-CN/index.ts';
import { count as counted } from '../plural.ts';
import { waitSpan } from '../wait.ts';

/** How long one waits, from and to. */
export const waitRange: Words['common']['waitRange'] = (wait) => {
	const { from, to, hours } = waitSpan(wait);
	return `${from}–${to} ${hours ? 'hours' : 'min'}`;
};

export const common: Words['common'] = {
	yes: 'Yes',
	no: 'No',
	ok: 'OK',
	cancel: 'Cancel',
	back: 'Back',
	close: 'Close',
	more: 'Next page',
	less: 'Previous page',
	language: 'Language',
	loading: 'Loading, one moment please',
	stale: ({ seconds }) => `Not updated for ${counted(seconds, 'second', 'seconds')}; reconnecting`,
	offline: 'The connection to the server is broken; reconnecting by itself, please wait',
	minutes: ({ minutes }) => counted(minutes, 'minute', 'minutes'),
	waitRange,
	waitTold: ({ to }) => {
		const most = waitSpan({ from: 0, to });
		return `8 in 10 visitors wait less than ${most.hours ? counted(most.to, 'hour', 'hours') : counted(most.to, 'minute', 'minutes')}`;
	},
	waitUnknown: 'Cannot be estimated yet',
	people: ({ count }) => counted(count, 'person', 'people'),
	ahead: ({ count }) => `${counted(count, 'person', 'people')} ahead of you`,
	nobodyAhead: 'Nobody ahead of you',
	workdays: ({ days }) => (days === 0 ? 'While you wait' : counted(days, 'working day', 'working days')),
	free: 'Free of charge',
	materialKind: { original: 'original', copy: 'copy', form: 'form', electronic: 'electronic' },
	required: 'Required',
	ifAny: 'If you have it',
	windowState: { open: 'Open', paused: 'Paused', 'wrap-up': 'Finishing', closed: 'Closed' },
	step: {
		waiting: 'Waiting',
		called: 'Called',
		serving: 'Being served',
		parked: 'On hold',
		missed: 'Missed',
		ended: 'Ended'
	},
	ticketState: {
		live: 'Valid',
		ended: 'Done',
		missed: 'Missed',
		cancelled: 'Cancelled',
		expired: 'Expired',
		void: 'Void'
	},
	park: {
		'papers-missing': 'Papers missing',
		'papers-kept': 'Papers kept here',
		'other-step': 'Waiting for another step'
	},
	claim: {
		none: 'ordinary',
		open: 'to be confirmed',
		granted: 'on their word',
		confirmed: 'confirmed',
		refused: 'not shown'
	},
	priority: 'Priority',
	window: 'Window',
	windowNo: ({ code }) => `Window ${code}`,
	zone: 'Zone',
	queue: 'Queue',
	item: 'Service',
	number: 'Number',
	staffNumber: 'Staff number'
};

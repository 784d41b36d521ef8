import type { Words } from '../zh-CN/index.ts';

export const desk: Words['desk'] = {
	title: 'Guide desk',
	find: 'Find a number',
	findHint: 'A001, or just a1',
	search: 'Find',
	nothing: 'No number chosen',
	nothingHint: ({ find, take }) =>
		`Press ${find} and type a number, or choose one on the right; ${take} takes a number for a visitor.`,
	takenAt: 'Taken at',
	takenAtTime: ({ time }) => `taken at ${time}`,
	soLong: 'Since then',
	ahead: 'Ahead',
	with: ({ number }) => `With number ${number}`,
	withNone: 'With the number chosen',
	verb: {
		take: 'Take a number for a visitor',
		return: 'Back to queue',
		class: 'Priority',
		transfer: 'Transfer',
		reprint: 'Print slip again',
		cancel: 'Cancel number',
		void: 'Void'
	},
	takeFor: 'A number for a visitor: which service',
	itemHint: 'A word of the service',
	ordinary: 'Ordinary',
	notYetSeen: 'Not seen yet',
	notYetSeenMeans: 'Taken as a claim to be confirmed',
	voidWhy: 'Why void',
	voidReason: { misprint: 'Misprint', wrongItem: 'Taken for the wrong service', test: 'Trial run' },
	done: {
		take: ({ number }) => `Number ${number} taken`,
		return: ({ number }) => `${number} is back in the queue`,
		class: ({ number }) => `Priority of ${number} recorded`,
		transfer: ({ number }) => `${number} transferred`,
		reprint: ({ number }) => `Slip of ${number} is being printed again`,
		cancel: ({ number }) => `${number} cancelled`,
		void: ({ number }) => `${number} is void`
	},
	takeUnconfirmed: 'No answer came: nobody knows whether a number was taken. Once more gives the same number.',
	takeAgain: 'Once more',
	unconfirmed: ({ verb }) => `No answer came to “${verb}”. Look at the state before you act again`,
	lists: 'Lists',
	tab: { queues: 'Queues', held: 'Missed and on hold', claims: 'To confirm' },
	noneHeld: 'No number is missed or on hold',
	noneClaims: 'No priority to be confirmed',
	slip: {
		queued: 'Slip: waits to be printed',
		sent: 'Slip: being printed',
		printed: 'Slip: printed',
		failed: 'Slip: did not come out',
		unsure: 'Slip: nobody knows whether it came out'
	},
	noSlip: 'No slip'
};

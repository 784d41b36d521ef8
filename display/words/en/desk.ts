import { count as counted } from '../plural.ts';
import type { Words } from '../zh-CN/index.ts';

export const desk: Words['desk'] = {
	title: 'Guide desk',
	find: 'Find a number',
	findHint: 'A001, or just a1; a notice code takes a number',
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
	duties: 'The five duties of the desk',
	sheet: {
		answer: 'Answer or lead',
		priority: 'Priority service',
		incident: 'Incident',
		complaint: 'Complaint',
		loans: 'Loans',
		services: 'Services'
	},
	devicesWell: 'All devices are well',
	deviceState: {
		'paper-low': 'low on paper',
		'paper-out': 'out of paper',
		'cover-open': 'cover open',
		'cutter-jam': 'cutter jammed',
		'head-up': 'print head lifted',
		jam: 'paper jam',
		'not-taken': 'a ticket is not taken',
		unreachable: 'cannot be reached',
		troubled: 'out of order',
		silent: 'does not answer',
		mute: 'has no sound',
		'disk-full': 'has a full disk',
		'too-far': 'cannot be read from the farthest seat',
		media: 'cannot show a picture or video',
		gone: 'is not online'
	},
	verb: {
		take: 'Take a number',
		arrive: 'Check in an appointment',
		unbook: 'Cancel the appointment',
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
	arriveWhich: 'Check in: which appointment of today',
	arriveHint: 'Code, time or service',
	arriveOrdinary: 'Take an ordinary number instead',
	arriveOrdinaryMeans: 'Only for who has come too late for the slot; counts from now',
	unbookReason: {
		asked: 'The visitor asks for it',
		mistaken: 'Booked by mistake',
		impossible: 'Cannot be done that day; the visitor knows'
	},
	book: 'Book for a visitor (new page)',
	booked: ({ booked, arrived, cancelled, missed }) =>
		`Today: ${booked} to come, ${arrived} arrived, ${cancelled} cancelled, ${missed} lapsed`,
	appointmentState: { booked: 'booked', arrived: 'arrived', cancelled: 'cancelled', missed: 'lapsed' },
	noneBooked: 'No appointments today',
	hoardMeans: 'Somebody may be taking numbers for others. The system does not know who: please go and look.',
	hoardPerson: ({ count, items }) =>
		`One person has ${count} numbers or appointments, for ${counted(items, 'service', 'services')}`,
	hoardOrigin: ({ count, origin }) => `${origin}: ${count} numbers taken in a row, and nobody came for them`,
	hoardSlot: ({ time }) => `Slot ${time}`,
	noneHoarded: 'No sign of hoarding today',
	voidWhy: 'Why void',
	voidReason: { misprint: 'Misprint', wrongItem: 'Taken for the wrong service', test: 'Trial run' },
	done: {
		take: ({ number }) => `Number ${number} taken`,
		arrive: ({ number }) => `Checked in: number ${number}`,
		unbook: ({ number }) => `Appointment ${number} cancelled`,
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
	tab: { hall: 'Hall', held: 'On hold', claims: 'To confirm', appointments: 'Appointments', hoarding: 'Hoarding' },
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

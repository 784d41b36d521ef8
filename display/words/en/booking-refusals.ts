import type { BookingRefusal } from '../zh-CN/booking-refusals.ts';
import type { RefusalSentences } from '../zh-CN/refusals.ts';

export const bookingRefusals: Record<BookingRefusal, RefusalSentences> = {
	'identity-needed': {
		visitor: 'This service asks who you are. Please give the number of your identity card, passport or permit.',
		staff: "The item asks for an identity. Enter or scan the number of the visitor's document."
	},
	'identity-invalid': {
		visitor: 'This is not the number of an identity card, passport or permit. Check it and try again.',
		staff: 'The number fails its check. Compare it with the document and enter it again.'
	},
	'card-forgotten': {
		visitor: 'What was read from the card has been erased. Lay the card again, or type the number.',
		staff: 'What was read from the card has been erased. Read it again.'
	},
	'identity-differs': {
		visitor: 'This is not the number the appointment was booked with. Check it, or ask at the guide desk.',
		staff: 'The number is another one than the appointment was booked with. Check it, or cancel and book anew.'
	},
	'person-limit': {
		visitor: 'You already have a number for this service today. Please keep to it, or ask at the guide desk.',
		staff: 'This person already has a number for the item, named in the detail. Serve that one, or cancel it first.'
	},
	'too-many-tries': {
		visitor: 'Too many tries in a short time. Please wait a minute, or ask at the guide desk.',
		staff: 'Too many tries in a short time. Wait a minute and try again.'
	},
	'too-late-today': {
		visitor: 'Those who wait already fill the time until closing. Please book another day, or ask at the guide desk.',
		staff: 'Nobody who takes a number now would be served before closing. Offer an appointment.'
	},
	'not-bookable': {
		visitor: 'There are no appointments for this service. Please take a number in the hall.',
		staff: 'The item has no appointments in the hall file. Give an ordinary number.'
	},
	'slot-unknown': {
		visitor: 'There is no appointment at this time. Please choose another.',
		staff: 'The item has no slot at this moment. Choose one of the list.'
	},
	'slot-past': {
		visitor: 'This time is over. Please choose a later one.',
		staff: 'The slot has already begun. Choose a later one.'
	},
	'slot-full': {
		visitor: 'All places at this time are taken. Please choose another.',
		staff: 'The slot is full. Choose another one.'
	},
	'too-far-ahead': {
		visitor: 'This day cannot be booked yet. Please choose an earlier one.',
		staff: 'The day is further ahead than the item allows. Choose an earlier one.'
	},
	'appointment-unknown': {
		visitor: 'This appointment was not found. Check the code, or ask at the guide desk.',
		staff: 'There is no such appointment. Check code and day.'
	},
	'appointment-exists': {
		visitor: 'You already have an appointment for this service on this day. Change or cancel that one first.',
		staff: 'This person already has an appointment for the item on that day. Change or cancel that one first.'
	},
	'appointment-over': {
		visitor: 'This appointment was already used, cancelled or missed. Please book anew or take a number.',
		staff: 'The appointment was already used, cancelled or missed. See its state; book anew if needed.'
	},
	'appointment-other-day': {
		visitor: 'Your appointment is for another day. Please check its day.',
		staff: 'The appointment is for the day in the detail. Only then can it be checked in.'
	},
	'appointment-too-early': {
		visitor: 'It is too early for your appointment. Please come back nearer to its time.',
		staff: 'It is too early to check in; the detail says from when. Ask the visitor to come back then.'
	},
	'appointment-lapsed': {
		visitor: 'You came too late to keep the appointment. You can take an ordinary number now.',
		staff: 'The time for this appointment is over. Give an ordinary number instead.'
	}
};

import type { Words } from '../zh-CN/index.ts';
import { bookingRefusals } from './booking-refusals.ts';
import { careRefusals } from './care-refusals.ts';
import { noticeRefusals } from './notice-refusals.ts';
import { ratingRefusals } from './rating-refusals.ts';
import { caseRefusals } from './case-refusals.ts';
import { complaintRefusals } from './complaint-refusals.ts';
import { incidentRefusals } from './incident-refusals.ts';
import { knowledgeRefusals } from './knowledge-refusals.ts';
import { questionRefusals } from './question-refusals.ts';
import { houseRefusals } from './house-refusals.ts';
import { lineRefusals } from './line-refusals.ts';
import { offlineRefusals } from './offline-refusals.ts';
import { deviceRefusals } from './device-refusals.ts';
import { slipRefusals } from './slip-refusals.ts';
import { telephoneRefusals } from './telephone-refusals.ts';

export const refusals: Words['refusals'] = {
	'hall-closed': {
		visitor: 'The hall is closed now. Please come back during opening hours.',
		staff: 'The hall is closed now. Act during opening hours, or check the hours in the hall file.'
	},
	'day-not-open': {
		visitor: 'Numbers are not given yet today. Please wait or ask at the guide desk.',
		staff: "Today's service day has not begun. Open the day first."
	},
	'item-unknown': {
		visitor: 'This service was not found. Please choose again or ask at the guide desk.',
		staff: 'There is no such item. Check its code.'
	},
	'queue-closed': {
		visitor: 'No numbers are given for this service now. Ask at the guide desk when it opens.',
		staff: 'This queue gives no numbers now. Use another queue, or check its hours.'
	},
	'queue-full': {
		visitor: 'All numbers of today are taken for this service. Please come another day or ask at the guide desk.',
		staff:
			"The queue has reached today's cap. Ask the visitor to come another day, or an administrator to raise the cap."
	},
	'class-unknown': {
		visitor: 'There is no such priority. Please choose again.',
		staff: 'There is no such priority class. Check its code.'
	},
	'ticket-unknown': {
		visitor: 'This number was not found. Check your slip or ask at the guide desk.',
		staff: 'There is no such ticket. Check it and try again.'
	},
	'ticket-other-day': {
		visitor: 'This slip is not of today. Please take a new number, or ask at the guide desk.',
		staff: 'This slip is not of today.'
	},
	'window-unknown': {
		visitor: 'There is no such window. Look at the screen or ask at the guide desk.',
		staff: 'There is no such window. Check its code.'
	},
	'queue-unknown': {
		visitor: 'There is no such queue. Please choose again or ask at the guide desk.',
		staff: 'There is no such queue. Check its code.'
	},
	'staff-unknown': {
		visitor: 'There is no such staff number. Check it and try again.',
		staff: 'There is no such staff number. Check it and try again.'
	},
	'wrong-state': {
		visitor: 'This cannot be done with your number now. See its latest state or ask at the guide desk.',
		staff: 'The ticket has moved on, so this cannot be done now. See its latest state.'
	},
	'key-late': {
		visitor: 'The key was pressed too long ago. Please press it again.',
		staff: 'The key of the call pad came too late, because the line was broken. Nothing was done; press it again.'
	},
	'window-not-open': {
		visitor: 'This window is not open now. Look at the screen or ask at the guide desk.',
		staff: 'The window is not open. Open it first.'
	},
	'window-busy': {
		visitor: 'This window is serving somebody else. Please wait a moment.',
		staff: 'There is still a visitor at the window. Finish, hold or mark a no-show before calling the next.'
	},
	'window-taken': {
		visitor: 'This window is in use. Please ask at the guide desk.',
		staff: 'Somebody else is signed in at this window. Choose another, or ask them to sign out.'
	},
	'staff-busy': {
		visitor: 'The clerk is serving at another window. Please wait a moment.',
		staff: 'This staff number is signed in at another window. Sign out there first.'
	},
	'nobody-waiting': {
		visitor: 'Nobody is waiting now.',
		staff: 'Nobody is waiting. Call again when a number has been taken.'
	},
	'not-your-ticket': {
		visitor: 'This is not your number. Check your slip.',
		staff: 'Another window has this ticket. Ask them to transfer it first.'
	},
	'not-delivered': {
		visitor: 'The call has not reached the screens yet. Please wait a moment.',
		staff: 'The call has not yet been shown or spoken. Call again before marking a no-show.'
	},
	'staff-absent': {
		visitor: 'This member of staff is at no window now. Please ask at the guide desk.',
		staff: 'This colleague is signed in at no window. Send the visitor to a window or a queue instead.'
	},
	'look-first': {
		visitor: 'Please wait a moment, somebody is looking for you.',
		staff: 'This visitor may need help: look in the waiting area first, then mark the no-show.'
	},
	'not-served-here': {
		visitor: 'This window does not do that. Please look at the windows on your slip.',
		staff: 'This window does not serve that queue. Transfer the ticket first, or let another window call it.'
	},
	'day-over': {
		visitor: 'No more numbers are given today. Please come another day, or ask at the guide desk.',
		staff: 'The service day has been ended, no numbers are given. A supervisor can open it again.'
	},
	'day-unknown': {
		visitor: 'There is no record of that day. Please check the date.',
		staff: 'There is no record of that day, or today has not been ended. Check the date.'
	},
	'too-early': {
		visitor: 'It is too early for this. Please try again in a moment.',
		staff: 'The last call was only a moment ago. Wait a little and try again.'
	},
	'reason-needed': {
		visitor: 'A reason is needed. Please give one and try again.',
		staff: 'This needs a reason. Choose or write one and try again.'
	},
	'already-returned': {
		visitor: 'Your number has already rejoined the queue once. Please take a new one.',
		staff: 'This number has already rejoined the queue once. Take a new one for the visitor.'
	},
	'return-too-late': {
		visitor: 'Your call was missed too long ago to rejoin the queue. Please take a new number.',
		staff: 'The time for rejoining the queue is over. Take a new number for the visitor.'
	},
	'alarm-unknown': {
		visitor: 'This is over.',
		staff: 'This alarm is over already.'
	},
	'nothing-to-undo': {
		visitor: 'There is nothing to undo.',
		staff: 'There is nothing to undo. See the present state.'
	},
	'undo-too-late': {
		visitor: 'This can no longer be undone. Please ask at the guide desk.',
		staff: 'The time to undo is over, or somebody has acted since. Go on from the present state.'
	},
	'target-same': {
		visitor: 'Your number is already there. Nothing needs to be done.',
		staff: 'The ticket is already in this queue or at this window. Choose another target.'
	},
	'slip-unknown': {
		visitor: 'This slip was not found. Please ask at the guide desk.',
		staff: 'There is no such slip. Check it and try again.'
	},
	'not-allowed': {
		visitor: 'This is not open to the public. Go back or ask the staff.',
		staff: 'Your role does not allow this. Ask an administrator.'
	},
	'signed-out': {
		visitor: 'Please sign in first.',
		staff: 'You are not signed in, or were signed out. Sign in again.'
	},
	'wrong-credentials': {
		visitor: 'Staff number or password is wrong. Check both and try again.',
		staff: 'Staff number or password is wrong. Check both, or ask an administrator for a new sign-in link.'
	},
	locked: {
		visitor: 'Too many wrong tries. Please try again later.',
		staff: 'Too many wrong tries: the staff number is locked for a while. Try later or ask an administrator.'
	},
	'link-used': {
		visitor: 'This link was used before or has expired. Please ask for a new one.',
		staff: 'This sign-in link was used before or has expired. Ask an administrator for a new one.'
	},
	'bad-request': {
		visitor: 'Something was filled in wrongly. Check it and try again.',
		staff: 'The request is not well formed. Check it and try again.'
	},
	'too-large': {
		visitor: 'What was sent is too large. Make it smaller and try again.',
		staff: 'The request exceeds the allowed size. Make it smaller and try again.'
	},
	'not-found': {
		visitor: 'There is no such page. Check the address or go back to the start.',
		staff: 'There is nothing at this address. Check it and try again.'
	},
	'database-busy': {
		visitor: 'The system is busy and nothing was changed. Please try once more in a moment.',
		staff: 'The database is busy and nothing was changed. Try again; if it goes on, tell an administrator.'
	},
	'disk-full': {
		visitor: 'The system cannot save now and nothing was changed. Please go to the guide desk.',
		staff: "The server's disk is full and nothing was changed. Tell an administrator to make room at once."
	},
	wording: {
		visitor: 'The wording of this text is not courteous, so it was not sent.',
		staff: 'The text has forbidden wording and was not sent. Take the suggestion, or say that it goes out as it is.'
	},
	...careRefusals,
	...bookingRefusals,
	...noticeRefusals,
	...ratingRefusals,
	...caseRefusals,
	...complaintRefusals,
	...questionRefusals,
	...incidentRefusals,
	...telephoneRefusals,
	...slipRefusals,
	...knowledgeRefusals,
	...houseRefusals,
	...lineRefusals,
	...offlineRefusals,
	...deviceRefusals,
	internal: {
		visitor: 'Something broke, and it is not certain what was done. Please check at the guide desk.',
		staff:
			'The server failed, and it is not certain what was done. See the present state before trying again; if it repeats, tell an administrator the time.'
	}
};

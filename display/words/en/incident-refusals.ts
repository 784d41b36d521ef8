import type { IncidentRefusal } from '../zh-CN/incident-refusals.ts';
import type { RefusalSentences } from '../zh-CN/refusals.ts';

export const incidentRefusals: Record<IncidentRefusal, RefusalSentences> = {
	'broadcast-unknown': { visitor: 'There is no such announcement.', staff: 'There is no such broadcast; check it.' },
	'broadcast-live': {
		visitor: 'An emergency announcement is on; no numbers are called. Please follow the staff.',
		staff:
			'A broadcast is on: nobody is called. A drill never replaces a real one, and two persons end it before the all-clear.'
	},
	'broadcast-over': {
		visitor: 'This announcement is over.',
		staff: 'This broadcast is over; there is nothing left to do.'
	},
	'broadcast-asked': {
		visitor: 'A second person has to confirm the end.',
		staff: 'Somebody has asked for the end; confirm it instead of asking again.'
	},
	'broadcast-not-asked': {
		visitor: 'Nobody has asked for the end of the announcement.',
		staff: 'Nobody has asked for the end, or too long ago; ask first, then another person confirms.'
	},
	'broadcast-person': {
		visitor: 'A member of staff ends the announcement in person.',
		staff: 'Sign in to end a broadcast; a program cannot do it.'
	},
	'broadcast-long': {
		visitor: 'The text is too long; please shorten it.',
		staff: 'The text is too long to be read from afar; shorten it.'
	},
	'broadcast-signs': {
		visitor: 'The text has characters that the screens lack; please write it in another way.',
		staff: 'The boards lack some of these characters; say it in another way.'
	},
	'incident-unknown': {
		visitor: 'This was not found.',
		staff: 'There is no such incident or kind of incident; check the hall file or the number.'
	},
	'contact-unknown': { visitor: 'There is no such contact.', staff: 'The hall file has no such contact; check it.' },
	'good-unknown': {
		visitor: 'This is not lent here; ask at the desk.',
		staff: 'The hall file does not give this to your desk; check it.'
	},
	'loan-unknown': { visitor: 'There is no such loan.', staff: 'There is no such loan; check it.' },
	'loan-over': { visitor: 'This has been given back.', staff: 'This loan is over; there is nothing left to do.' },
	'nothing-left': {
		visitor: 'All of them are lent; please wait a little.',
		staff: 'Nothing is left at this desk; wait for one to come back, or ask another desk.'
	},
	'borrower-needed': {
		visitor: 'Please say to whom it is lent: a number or a tag.',
		staff: "Find the visitor's number first, or write down the tag, then lend it."
	},
	'tag-in-use': {
		visitor: 'This tag is in use; please take another.',
		staff: 'This tag hangs on something else; take another.'
	},
	'service-unknown': {
		visitor: 'There is no such free service.',
		staff: 'The hall file has no such free service; check it.'
	},
	'service-counted': {
		visitor: 'How many wait is counted by their numbers.',
		staff: 'How many wait here is counted by their numbers and cannot be set by hand.'
	}
};

import type { CaseRefusal } from '../zh-CN/case-refusals.ts';
import type { RefusalSentences } from '../zh-CN/refusals.ts';

export const caseRefusals: Record<CaseRefusal, RefusalSentences> = {
	'case-unknown': {
		visitor: 'This matter was not found; check its number or ask at the desk.',
		staff: 'There is no such case; check its number.'
	},
	'case-closed': {
		visitor: 'This matter is over.',
		staff: 'This case is closed and cannot be changed.'
	},
	'case-shared': {
		staff: 'Others have said the same and were joined to this case: it goes on.',
		visitor: 'Others have told the hall the same, so it goes on and cannot be withdrawn.'
	},
	'case-too-early': {
		visitor: 'This comes after the steps before it; the guide desk will help you.',
		staff: 'Not yet: the step before has not been done often enough.'
	},
	'wrong-stage': {
		visitor: 'This matter has moved on; look at its newest state.',
		staff: 'The case is no longer in this stage; look at its newest state.'
	},
	'not-your-case': {
		visitor: 'Staff see to this matter; ask at the desk.',
		staff: 'Somebody else owns this case; have it handed over, or a supervisor take it.'
	},
	'not-offered': {
		visitor: 'Nothing waits to be accepted.',
		staff: 'Nothing is offered to you here; it may have fallen back or been withdrawn.'
	},
	'offered-already': {
		visitor: 'This matter is being handed over; please wait.',
		staff: 'It is offered to somebody who has not accepted yet; withdraw that first.'
	},
	'owns-already': {
		visitor: 'That member of staff sees to it already.',
		staff: 'That staff number owns the case already; choose another.'
	},
	'conflict-of-interest': {
		visitor: 'Nobody handles a matter about himself.',
		staff: 'The case is about this staff number, who must stand back; give it to another.'
	},
	'text-needed': {
		visitor: 'Please write what it is about.',
		staff: 'Write the text, then send it again.'
	},
	'days-needed': {
		visitor: 'Please say how many days.',
		staff: 'Say by how many days, at least one.'
	},
	'too-many-days': {
		visitor: 'So many days more are not allowed.',
		staff: 'The law allows fewer days more; ask for less.'
	},
	'extended-already': {
		visitor: 'The time was extended once and cannot be again.',
		staff: 'The time was extended once; the law allows no second time.'
	},
	'delay-unexplained': {
		visitor: 'The reason of a delay has to be told first.',
		staff: 'It is late: write the reason of the delay first, then close it.'
	},
	'not-joinable': {
		visitor: 'These two matters cannot be made one.',
		staff: 'It cannot be joined to that; choose another open case that a visitor follows.'
	},
	'role-unfit': {
		visitor: 'Other staff see to this matter.',
		staff: 'Staff of that role cannot own a case of this kind; choose another.'
	},
	'place-unknown': {
		visitor: 'There is no such desk or department.',
		staff: 'There is no such desk or department; choose again.'
	},
	'code-unknown': {
		visitor: 'This code was not found; check the 12 digits on your slip.',
		staff: 'There is no such code; check its 12 digits.'
	},
	'consent-needed': {
		visitor: 'Your consent is needed before anything is sent; please tick it.',
		staff: 'Ask the visitor for consent and tick it, then send again.'
	},
	'phone-invalid': {
		visitor: 'The telephone number is not complete; please check it.',
		staff: 'The telephone number is not complete; check it with the visitor.'
	},
	'matter-unknown': {
		visitor: 'This application was not found; check its number.',
		staff: 'There is no such matter; check its number.'
	},
	'delivery-unknown': {
		visitor: 'This delivery was not found.',
		staff: 'There is no such delivery; check it.'
	},
	'delivery-exists': {
		visitor: 'The result will already be sent to you.',
		staff: 'A delivery is arranged already; cancel it first to change the address.'
	},
	'personal-gone': {
		visitor: 'This was deleted as the rules demand.',
		staff: 'It was deleted when its time was over, or the key is not on this machine.'
	}
};

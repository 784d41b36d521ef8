import type { TelephoneRefusal } from '#server/rules/telephone/refusal.ts';
import type { RefusalSentences } from '../zh-CN/refusals.ts';

const both = (staff: string): RefusalSentences => ({
	visitor: 'This could not be recorded. Please ask at the guide desk.',
	staff
});

/** What a refused wish about the telephone says. */
export const telephoneRefusals: Record<TelephoneRefusal, RefusalSentences> = {
	'call-unknown': both('There is no such call. Please check it.'),
	'not-your-call': both('This call was answered by somebody else; they or a supervisor can do this.'),
	'call-over': both('This call is over or already summed up.'),
	'call-goes-on': both('The call is still going on. Sum it up once it has ended.'),
	'call-of-system': both('The telephone system reports this call: use the telephone itself.'),
	'called-back-already': both('A call-back is recorded for this call. See the list of call-backs.'),
	'seat-busy': both('You are on a call. Change your state when it has ended.'),
	'summary-needed': both('A call is not summed up yet. Do that first.'),
	'complaint-needed': both('Record the complaint first, so that it is answered; then sum the call up.'),
	'phone-class-unknown': both('There is no such class of calls. Please choose again.'),
	'identity-unchecked': both('First check who is calling: at least two facts, and they must agree.'),
	'transfer-consent': both('Give the reason for the transfer and ask whether the caller agrees.'),
	'number-needed': both('There is no number to call back. Please ask for one.'),
	'number-protected': both(
		'This number belongs to the hall, a department or an emergency service and is never held back.'
	),
	'nuisance-calls': both('A proposal needs enough calls from the same number.'),
	'nuisance-open': both('This number has been proposed already, or is being held back.'),
	'no-gateway': both('This hall has no message gateway. Print the answer, or arrange a call-back.'),
	'email-invalid': both('This e-mail address is not right. Please check it.'),
	'message-unknown': both('There is no such message, or somebody else has sent it.')
};

import type { RefusalCode } from '#server/rules/refusal.ts';
import type { RefusalSentences } from '../zh-CN/refusals.ts';

/** What a refused wish about questions, referrals and the public page says. */
export const questionRefusals = {
	'knowledge-not-public': {
		visitor: 'This is not public.',
		staff: 'Only a question that the desk may answer itself can stand on the public page.'
	},
	'referral-incomplete': {
		visitor: 'Please ask where it is and how to get there first.',
		staff: '“Cannot answer” is not enough: write where to go and how to get there, then print the slip.'
	},
	'referral-unknown': {
		visitor: 'This slip was not found. Please ask at the guide desk.',
		staff: 'There is no such referral slip. Please check.'
	},
	'question-unanswered': {
		visitor: 'This question has no answer yet.',
		staff: 'There is no answer yet, so there is nothing to make an entry of. Answer it first.'
	},
	'phone-needed': {
		visitor: 'Please leave a telephone number so that we can call you, or choose to look it up by the code.',
		staff: 'The visitor wants a call: note the telephone number, or choose the page of the code.'
	}
} satisfies Partial<Record<RefusalCode, RefusalSentences>>;

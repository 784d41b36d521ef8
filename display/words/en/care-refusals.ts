import type { RefusalSentences } from '../zh-CN/refusals.ts';

/** What a refused wish about priority and company says. */
export const careRefusals: Record<'proof-unknown' | 'not-escorted', RefusalSentences> = {
	'proof-unknown': {
		visitor: 'There is no such proof. Please ask at the guide desk.',
		staff: 'The hall file knows no such proof for this class. Please choose again.'
	},
	'not-escorted': {
		visitor: 'Nobody is noted to accompany you. Please ask at the guide desk.',
		staff: 'Nobody is noted to accompany this number, or it has been brought to its window already.'
	}
};

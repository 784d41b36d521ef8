import type { CareRefusal } from '../zh-CN/care-refusals.ts';
import type { RefusalSentences } from '../zh-CN/refusals.ts';

/** What a refused wish about priority, company and help says. */
export const careRefusals: Record<CareRefusal, RefusalSentences> = {
	'proof-unknown': {
		visitor: 'There is no such proof. Please ask at the guide desk.',
		staff: 'The hall file knows no such proof for this class. Please choose again.'
	},
	'not-escorted': {
		visitor: 'Nobody is noted to accompany you. Please ask at the guide desk.',
		staff: 'Nobody is noted to accompany this number, or it has been brought to its window already.'
	},
	'help-unknown': {
		visitor: 'There is no such call. Please call again, or go to the guide desk.',
		staff: 'There is no such call for help, or it is over.'
	},
	'help-from-nowhere': {
		visitor: 'We cannot tell where you are. Please go to the guide desk.',
		staff: 'A call comes from a kiosk of the hall file or with a number, and somebody must guide or supervise the hall.'
	}
};

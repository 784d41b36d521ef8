import type { KnowledgeRefusal } from '../zh-CN/knowledge-refusals.ts';
import type { RefusalSentences } from '../zh-CN/refusals.ts';

export const knowledgeRefusals: Record<KnowledgeRefusal, RefusalSentences> = {
	'knowledge-unknown': {
		visitor: 'This was not found; please ask at the desk.',
		staff: 'There is no such entry; search for it again.'
	},
	'knowledge-moved': {
		visitor: 'This has just changed; please look again.',
		staff: 'This version has moved on; look at how it stands.'
	},
	'knowledge-not-yours': {
		visitor: 'You cannot change this.',
		staff: 'Somebody else wrote this version, or it is of another department.'
	},
	'knowledge-own': {
		visitor: 'You cannot change this.',
		staff: 'What you wrote is reviewed by another person.'
	},
	'knowledge-open': {
		visitor: 'This is being changed.',
		staff: 'Another version of this entry is being written or reviewed; settle that one first.'
	},
	'knowledge-sensitive': {
		visitor: 'There is something in it that must not be public; it was not published.',
		staff: 'There is a number of a person, an account or a mark of secrecy in it: take it out and submit it again.'
	}
};

import type { HouseRefusal } from '../zh-CN/house-refusals.ts';
import type { RefusalSentences } from '../zh-CN/refusals.ts';

export const houseRefusals: Record<HouseRefusal, RefusalSentences> = {
	'receiver-needed': {
		visitor: 'It does not say for whom; it was not sent.',
		staff: 'Choose at least one person, role, window or desk.'
	},
	'note-unknown': {
		visitor: 'This note was not found.',
		staff: 'There is no such note; it has ended, was taken back, or is not for you.'
	},
	'note-changed': {
		visitor: 'This note has just changed; please look again.',
		staff: 'This note has a new version: read that one first.'
	},
	'note-times': {
		visitor: 'The times do not fit; it was not sent.',
		staff: 'It must end in the future; only a note that must be read has a time to be read by, and not after its end.'
	},
	'round-unknown': {
		visitor: 'There is no such round.',
		staff: 'There is no such round on that day, or the area is not part of it; check the hall file.'
	},
	'round-over': {
		visitor: 'This round is over.',
		staff: 'Only rounds of today and yesterday can be written down, within 36 hours.'
	},
	'area-scored': {
		visitor: 'This area has been written down.',
		staff: 'Somebody else has written down this area; yours was not kept.'
	},
	'photo-exists': {
		visitor: 'There is a photograph already.',
		staff: 'There is a photograph already; it cannot be exchanged.'
	},
	'not-a-photo': {
		visitor: 'This is no photograph; it was not kept.',
		staff: 'This is no whole JPEG; it was not kept. Take it again.'
	},
	'photo-tells-more': {
		visitor: 'The photograph tells more than its picture; it was not kept.',
		staff:
			'Place or device stand in the photograph; it was not kept. Take it on the page of rounds, which leaves them out.'
	},
	'photo-too-large': {
		visitor: 'The photograph is too large; it was not kept.',
		staff: 'The photograph is larger than 1.5 MB; it was not kept. Take it on the page of rounds.'
	}
};

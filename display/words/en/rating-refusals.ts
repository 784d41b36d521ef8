import type { RatingRefusal } from '../zh-CN/rating-refusals.ts';
import type { RefusalSentences } from '../zh-CN/refusals.ts';

export const ratingRefusals: Record<RatingRefusal, RefusalSentences> = {
	'not-served-yet': {
		visitor: 'Your service is not over yet; you can rate it as soon as it is.',
		staff: 'This number has no service that is over, so there is nothing to rate.'
	},
	'rated-already': {
		visitor: 'You have rated this service already, thank you.',
		staff: 'This service has its rating; each service is rated once.'
	},
	'rating-too-late': {
		visitor: 'The time for rating is over. The guide desk still listens.',
		staff: 'The time for rating is over: a service can be rated for a set number of working days.'
	},
	'ask-over': {
		visitor: 'This screen no longer takes a rating of that service. Please use the code on your slip.',
		staff: 'The screen no longer takes a rating of that service; the visitor can use the code on the slip.'
	},
	'own-service': {
		visitor: 'Whoever is rated cannot enter the form. Please ask at the guide desk.',
		staff: 'This form rates your own service: two other people must enter it.'
	},
	'same-person': {
		visitor: 'Another member of staff must check the form.',
		staff: 'You entered it first: another person must enter it again without seeing your entry.'
	}
};

import { complaintKinds } from './complaint-kinds.ts';
import type { KindWords } from '../zh-CN/case-kinds.ts';
import { questionKinds } from './question-kinds.ts';
import { houseKinds } from './house-kinds.ts';

const rating: KindWords = {
	name: 'Bad rating',
	stages: {
		contact: 'To be contacted',
		looking: 'Being looked into',
		review: 'Under review',
		rectifying: 'Being put right',
		planned: 'Being put right by a date',
		'calling-back': 'To be called back',
		'calling-back-planned': 'To be called back',
		'calling-back-no-ground': 'To be called back'
	},
	acts: {
		contacted: 'Contacted',
		'not-reached': 'Not reached',
		unreached: 'Not reached again and again',
		note: 'Note',
		justified: 'Justified, put right at once',
		complex: 'Complex, explained, with a date',
		'no-ground': 'No legal ground, explained',
		mistaken: 'Mistaken or malicious, to be reviewed',
		uphold: 'Review: so it is',
		overturn: 'Review: it is not so',
		'take-back': 'Review no longer asked for',
		rectified: 'Put right',
		'called-back': 'Called back'
	},
	outcomes: {
		justified: 'justified and put right',
		complex: 'put right by a date',
		'no-ground': 'explained',
		mistaken: 'mistaken or malicious'
	}
};

export const kinds: Record<string, KindWords> = {
	help: {
		name: 'Call for help',
		stages: { called: 'called', coming: 'on the way' },
		acts: { coming: 'go there', there: 'is there', 'called-off': 'call off' },
		outcomes: { helped: 'helped', 'called-off': 'called off' }
	},
	matter: {
		name: 'Matter',
		stages: {
			working: 'Being worked on',
			extending: 'More time asked for',
			granted: 'Granted, to be told',
			denied: 'Not granted, to be told'
		},
		acts: {
			grant: 'Grant',
			deny: 'Do not grant',
			'ask-extension': 'Ask for more time',
			extend: 'Grant more time',
			'refuse-extension': 'Refuse more time',
			'explain-delay': 'Write why it is late',
			note: 'Note',
			withdraw: 'Withdrawn by applicant',
			'tell-in-person': 'Told in person',
			'tell-by-phone': 'Told by telephone',
			'tell-by-courier': 'Told by courier'
		},
		outcomes: {
			'told-in-person': 'told in person',
			'told-by-phone': 'told by telephone',
			'told-by-courier': 'told by courier',
			withdrawn: 'withdrawn by the applicant'
		}
	},
	rating,
	incident: {
		name: 'Incident',
		stages: {
			reported: 'Waiting for somebody',
			acknowledged: 'Somebody is on the way',
			'on-spot': 'Being dealt with on the spot',
			ended: 'Over, to be summed up'
		},
		acts: {
			acknowledge: 'I see to it',
			arrive: 'On the spot',
			end: 'It is over',
			close: 'Close with what was learnt',
			measure: 'Note a measure',
			'report-up': 'Report upward',
			'false-alarm': 'False alarm',
			graded: 'Severity changed',
			'told-contact': 'Told by telephone'
		},
		outcomes: { learnt: 'closed with what was learnt', 'false-alarm': 'false alarm' }
	},
	'rating-unnamed': { ...rating, name: 'Bad rating without a telephone' },
	...complaintKinds,
	...questionKinds,
	...houseKinds
};

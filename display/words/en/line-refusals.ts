import type { Words } from '../zh-CN/index.ts';

type Sentences = Words['refusals']['line-in-check'];

export const lineRefusals: Record<'line-in-check' | 'check-not-there', Sentences> = {
	'line-in-check': {
		visitor: 'Devices are being checked; try again a little later.',
		staff: 'A line is being checked, one at a time; end that check first.'
	},
	'check-not-there': {
		visitor: 'The check is over.',
		staff: 'The check is over, or no text stands there to be looked at; begin again.'
	}
};

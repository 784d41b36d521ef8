import type { Words } from '../zh-CN/index.ts';

type Sentences = Words['refusals']['lease-off'];

export const offlineRefusals: Record<'lease-off' | 'lease-enough' | 'lease-unknown', Sentences> = {
	'lease-off': {
		visitor: 'This kiosk has no numbers kept for when it has no line.',
		staff:
			'The hall file keeps no numbers for kiosks without a line, or no queue can give any today; the kiosk must stand in it.'
	},
	'lease-enough': {
		visitor: 'This kiosk has no further numbers kept for when it has no line.',
		staff: 'Two blocks of numbers of this kiosk have not been reported; wait until it does, or until the day ends.'
	},
	'lease-unknown': {
		visitor: 'These numbers were not found, please ask at the guide desk.',
		staff: 'There is no such block of numbers, or another browser has it.'
	}
};

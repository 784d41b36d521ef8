import { count } from '../plural.ts';
import type { Words } from '../zh-CN/index.ts';

export const ease: Words['ease'] = {
	elder: 'Large and simple',
	title: 'Text and voice',
	size: 'Size of the text',
	sizes: ['Standard', 'Large', 'Larger', 'Largest'],
	smaller: 'Smaller',
	larger: 'Larger',
	contrast: 'Colours',
	contrasts: { normal: 'Standard', high: 'High contrast' },
	reach: 'Where the buttons are',
	whole: 'Whole screen',
	low: 'Lower part',
	spoken: 'Read aloud',
	spokenOff: 'Off',
	spokenOn: 'On',
	volume: 'Volume',
	volumeIs: ({ step }) => `${step} of 5`,
	softer: 'Softer',
	louder: 'Louder',
	plain: 'Back to standard',
	done: 'Done',
	bring: 'What to bring',
	things: ({ count: n }) => count(n, 'thing', 'things'),
	terms: 'Fee and time',
	read: 'I have read it'
};

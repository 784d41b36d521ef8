import type { SlipRefusal } from '#server/rules/slip-refusal.ts';
import type { RefusalSentences } from '../zh-CN/refusals.ts';

export const slipRefusals: Record<SlipRefusal, RefusalSentences> = {
	'slips-changed': {
		visitor: 'Somebody else has just changed the slips; nothing was saved.',
		staff:
			'Somebody else has just changed the hall file; nothing was saved. Load the page again and change what is new.'
	},
	'slips-faulty': {
		visitor: 'This layout cannot be used; nothing was saved.',
		staff:
			'This layout lacks something that must be there, or says something wrong of a block; nothing was saved. See what the page tells.'
	},
	'slips-by-hand': {
		visitor: 'An administrator has to change the hall file.',
		staff:
			'The hall file is written in a way that no program changes; nothing was saved. An administrator changes its part slips by hand and imports it.'
	},
	'sign-unreadable': {
		visitor: 'This picture cannot be used.',
		staff: 'This file cannot be read. Use a PNG, BMP or PBM picture; save a GIF, a JPEG or a photograph as PNG first.'
	},
	'sign-too-large': {
		visitor: 'The picture is too large; nothing was saved.',
		staff:
			'The picture is too large. Use at most 1 MB, 4 million dots and 2500 dots of height; paper is 384 or 576 dots wide, and a small picture is sharper.'
	},
	'printer-unknown': {
		visitor: 'There is no such printer.',
		staff: 'There is no such printer; choose another one from the list.'
	}
};

import type { Words } from '../zh-CN/index.ts';

export const wording: Words['wording'] = {
	found: ({ phrase, name }) => `"${phrase}": ${name}`,
	instead: ({ suggestion }) => `Rather: ${suggestion}`,
	more: ({ count }) => `${count} more`,
	take: 'Take the suggestion',
	asItIs: 'Send it as it is (this is recorded)',
	mustDecide: 'Take the suggestion, write it yourself, or choose to send it as it is',
	fine: 'The wording is courteous'
};

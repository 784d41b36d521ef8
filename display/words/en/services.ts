import type { Words } from '../zh-CN/index.ts';

export const services: Words['services'] = {
	title: 'Free services',
	none: 'The hall file has no free services',
	state: { working: 'working', busy: 'busy', 'out-of-order': 'out of order' },
	places: ({ count }) => (count === 1 ? 'one place' : `${count} places`),
	waiting: ({ count }) => `${count} waiting`,
	since: ({ time, staff }) => `since ${time}, by ${staff}`,
	crowded: 'crowded, please help',
	counted: 'Counted by their numbers',
	more: 'One more',
	fewer: 'One fewer'
};

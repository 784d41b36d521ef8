import type { Words } from '../zh-CN/index.ts';

export const boards: Words['boards'] = {
	drill: 'DRILL',
	window: ({ code }) => `Window ${code}`,
	comeTo: ({ window }) => `to window ${window}`,
	serving: 'now serving',
	welcome: 'Welcome',
	paused: 'paused',
	wrapUp: 'one moment',
	closed: 'closed',
	ended: 'closed today'
};

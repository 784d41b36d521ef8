import type { zhCN } from '../zh-CN/index.ts';

/** Words of priority at the desk, of companions and of who goes with a visitor. */
export const care: typeof zhCN.care = {
	grant: 'Grant priority',
	refuse: 'Do not grant it',
	escort: 'Accompany to a window',
	reached: 'Brought to the window',
	isReached: 'brought to the window',
	claimed: 'as claimed',
	personSeen: 'Seen in person, it is so',
	anyWindow: 'No certain window, only accompany',
	class: 'Class of priority',
	claim: 'Confirmed',
	proof: 'Proof seen',
	escortBy: 'Accompanied by staff no.',
	companions: 'Companions',
	fewer: 'Fewer',
	more: 'More',
	nothing: 'There is nothing to do for this number now',
	step: {
		number: 'Choose a number first: type it, or take one that waits to be confirmed',
		what: 'What to do',
		class: 'Which class',
		proof: 'Which proof was seen (only its kind is kept, never its number)',
		refusal: 'Why it is not granted',
		window: 'To which window'
	},
	done: { class: 'Noted', escort: 'You are noted to accompany', reached: 'Noted' },
	escorts: 'Accompanied now',
	escortLine: ({ escort }) => `accompanied by ${escort}`,
	withCompanions: ({ count }) => `${String(count)} along`
};

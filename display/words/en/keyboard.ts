import type { Words } from '../zh-CN/index.ts';

export const keyboard: Words['keyboard'] = {
	title: 'On-screen keyboard',
	open: 'Write with the on-screen keyboard',
	erase: 'Delete',
	space: 'Space',
	done: 'Done',
	pinyin: 'Chinese',
	latin: 'English',
	figures: 'Digits',
	letters: 'Letters',
	capital: 'Capital',
	order: { qwerty: 'Computer order', alphabet: 'Alphabetical order' },
	orderKey: { qwerty: 'QWE', alphabet: 'ABC' },
	candidates: 'Choose a word',
	typed: ({ letters }) => `Pinyin ${letters}`,
	earlier: 'Earlier words',
	later: 'More words',
	loading: 'Getting Chinese input ready',
	failed: 'Chinese input is not ready: type pinyin for now'
};

import { count } from '../plural.ts';
import type { Words } from '../zh-CN/index.ts';

export const speech: Words['speech'] = {
	on: 'Speech',
	captions: 'Captions of what is said',
	began: 'Speech is on.',
	howKeys: 'Up and down move, OK chooses.',
	howPad:
		'On a number pad: 8 and 2 move, 5 is OK, 0 repeats, 7 goes back, 9 reads the page again, 1 pauses, plus and minus change the volume, the point calls for help.',
	howTyping: 'Digits are typed. The point deletes, star goes on, slash goes back, enter is OK.',
	howForm: 'Type into the field. The up and down keys, or star and slash, go elsewhere.',
	choices: ({ count: n }) => `${count(n, 'choice', 'choices')} on this page. Press down to hear them.`,
	noChoices: 'Nothing to choose on this page.',
	item: ({ n, of }) => `${n} of ${of}`,
	roles: {
		button: 'button',
		link: 'link',
		textbox: 'text field',
		radio: 'option',
		checkbox: 'checkbox',
		choice: 'list',
		more: 'more'
	},
	states: {
		pressed: 'chosen',
		released: 'not chosen',
		busy: 'working, please wait',
		disabled: 'not available now',
		current: 'current',
		open: 'open',
		shut: 'closed',
		needed: 'required'
	},
	empty: 'empty',
	missing: 'not filled in, please fill it in first',
	written: ({ count: n }) => `${count(n, 'character', 'characters')} typed`,
	covered: ({ count }) => `the first ${count} are not read out`,
	secret: ({ count }) => `${count} digits, not read out on the speaker: see the receipt, or plug in headphones`,
	aloud: 'You are on the speaker now. What you type is not read out.',
	wrapped: 'Back at the first.',
	wrappedBack: 'At the last.',
	chooseFirst: 'Press down to choose first.',
	notReady: 'Not complete yet.',
	paused: 'Paused. Press again to go on.',
	volume: ({ level, of }) => `Volume ${level} of ${of}`,
	plugged: 'Headphones are in. Only you can hear.',
	unplugged: 'Headphones are out. You are on the speaker.',
	noVoice: 'Speech is not available now. Press help and somebody will come',
	range: ({ from, to }) => `${from} to ${to}`,
	oClock: ({ hour, minute }) => `${hour}:${String(minute).padStart(2, '0')}`,
	figures: '0 1 2 3 4 5 6 7 8 9'
};

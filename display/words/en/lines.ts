import type { Words } from '../zh-CN/index.ts';

export const lines: Words['lines'] = {
	title: 'Lines of LED boards',
	what: 'Looks through an RS-485 line address by address, and finds two boards of one address, boards that do not answer and boards in the wrong place. The line shows no calls meanwhile; they come back by themselves at the end.',
	elsewhere: 'Another server drives the lines; check them there.',
	none: 'The hall file has no lines.',
	line: ({ code }) => `Line ${code}`,
	open: 'open',
	down: ({ reason }) => `down: ${reason}`,
	boards: ({ count }) => (count === 1 ? '1 board' : `${String(count)} boards`),
	begin: 'Begin the check',
	end: 'End the check, show calls again',
	asking: 'Step 1: each address is asked …',
	look: ({ address, text }) =>
		`Step 2: “${text}” was written to address ${String(address)} alone. Look at every board of this line.`,
	turn: ({ turn }) => `(Look ${String(turn)} of 2)`,
	should: ({ name }) => `It should appear on this one only: ${name}`,
	question: 'On how many boards does it appear?',
	seen: { one: 'One, the right one', two: 'Two or more', none: 'None', other: 'On another board' },
	all: 'Every address has been looked at.',
	address: 'Address',
	board: 'Board',
	driver: 'Protocol',
	sign: 'Answers',
	signs: {
		clean: 'sound',
		double: 'two at once',
		unreadable: 'damaged',
		silent: 'none',
		mute: 'this board never answers',
		down: 'line is down'
	},
	identity: 'Serial number',
	eye: 'Seen',
	verdict: 'Finding',
	verdicts: {
		alone: 'in order, one board',
		double: 'two boards of one address',
		suspect: 'perhaps two boards of one address',
		elsewhere: 'hangs elsewhere',
		absent: 'not found',
		line: 'answers are damaged on the whole line: check wiring and termination',
		open: 'not finished'
	},
	move: ({ address, switches }) =>
		`Switch one of the two off, set its address to ${String(address)} (of eight switches ${switches.join(', ')} ON, the others OFF; the board’s manual says in which order they count), switch it on, check this address again, and write the new address into the hall file.`,
	again: 'Check again',
	scan: 'Look for addresses that are not in the hall file',
	scanTo: 'up to address',
	scanning: ({ at, upTo }) => `asking address ${String(at)} of ${String(upTo)}`,
	found: ({ address, driver }) => `Address ${String(address)} answers (${driver}) and is not in the hall file`,
	results: 'Findings kept',
	noResults: 'No line has been checked yet.',
	when: 'When',
	who: 'By',
	print: 'Print',
	nobody: '–'
};

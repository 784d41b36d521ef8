import { count } from '../plural.ts';
import type { Words } from '../zh-CN/index.ts';

export const wall: Words['wall'] = {
	setUp: 'Set up this screen',
	close: 'Close',
	save: 'Save',
	what: 'The size of the screen and the distance of the farthest seat say how large figures must be: the called number and its window as in EN 301 549, 5.1.4 (0.7° of sight), lists at least half of that.',
	inches: 'Diagonal (inches)',
	metres: 'Farthest seat (metres)',
	theme: 'Light or dark',
	themes: { file: 'As in the hall file', dark: 'Dark', light: 'Light', day: 'Light by day' },
	fromFile: 'set in the hall file',
	unknown: 'Size or distance is not known; figures follow from the screen alone',
	pixel: ({ mm, width, height }) => `${width} × ${height} dots, ${mm} mm each`,
	needs: ({ mm }) => `The called number needs ${mm} mm`,
	fits: ({ readable, farthest }) => `This screen is readable to ${readable} m; the farthest seat is at ${farthest} m`,
	tooFar: ({ readable, farthest, inches }) =>
		`This screen is readable to ${readable} m only; the farthest seat is at ${farthest} m: hang it nearer, take one of ${inches} inches or more, or hang another one near those seats`,
	night: 'Night',
	sight: ({ readable, farthest }) => `Readable to ${readable} m; farthest seat ${farthest} m`,
	broken: ({ files }) => `Cannot be shown: ${files.join(', ')}`,
	fault: { missing: 'No such file', 'wrong-kind': 'Not what its name says', 'too-large': 'File too large' },
	reached: ({ shown, spoken }) =>
		`Shown by ${count(shown, 'screen', 'screens')}, spoken by ${count(spoken, 'screen', 'screens')}`,
	reachedNot: ({ screens }) => `Not shown yet by ${screens.join(', ')}`,
	voices: 'Voices',
	voicesWhat:
		'The recordings of this hall lie in DATA_DIR/voice, a folder for each language or dialect. Here is what is missing, how good they are, and what they sound like.',
	zonesSpeak: ({ zone, languages }) => `${zone}: ${languages.join(', ')}`,
	recorded: ({ count: n }) => `${count(n, 'clip', 'clips')} recorded`,
	missingOf: ({ count: n }) => `${n} missing`,
	packStands: 'The voice of the program stands in for what is missing',
	dialectStands:
		'Where a dialect lacks one clip the whole sentence is said in its language: no sentence changes its speaker',
	whole: 'Whole',
	unused: 'Used by no zone',
	listen: ({ number, window }) => `Play ${number} to window ${window}`,
	playing: 'Playing',
	cannotPlay: 'No sound could be played',
	neverUsed: ({ files }) => `Never used: ${files.join(', ')}`,
	clip: 'File',
	says: 'Words',
	seconds: 'Length',
	loudness: 'Loudness',
	peak: 'Peak',
	state: 'State',
	good: 'Good',
	clipFault: {
		'not-wav': 'Not a WAV file',
		'not-pcm': 'Not PCM',
		empty: 'Empty, or larger than 12 MiB',
		silent: 'Silent',
		'low-rate': 'Below 16 kHz',
		clipped: 'Clipped',
		quiet: 'Too quiet',
		silence: 'Half a second of silence at an end',
		gap: 'A gap within',
		cut: 'Cut at an end',
		noisy: 'Noise beside the speech',
		long: 'Too long',
		uneven: 'Not as loud as the others'
	}
};

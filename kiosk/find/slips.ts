/** Longer than any question and any name. */
const ROOM = 256;
let before = new Uint8Array(ROOM);
let row = new Uint8Array(ROOM);
let next = new Uint8Array(ROOM);

/**
 * The fewest slips with which what was asked stands anywhere in a name: one letter too many, too few or another one, two
 * neighbours changed round.
 */
export function slipsIn(asked: string, name: string): number {
	const width = Math.min(name.length, ROOM - 1);
	row.fill(0, 0, width + 1);
	for (let i = 1; i <= asked.length; i += 1) {
		next[0] = i;
		for (let j = 1; j <= width; j += 1) next[j] = cell(asked, name, i, j);
		[before, row, next] = [row, next, before];
	}
	let least = ROOM;
	for (let j = 0; j <= width; j += 1) least = Math.min(least, row[j] ?? ROOM);
	return least;
}

function cell(asked: string, name: string, i: number, j: number): number {
	const here = asked.charCodeAt(i - 1);
	const there = name.charCodeAt(j - 1);
	const changed = Math.min(
		(row[j - 1] ?? ROOM) + (here === there ? 0 : 1),
		(row[j] ?? ROOM) + 1,
		(next[j - 1] ?? ROOM) + 1
	);
	const swapped = i > 1 && j > 1 && here === name.charCodeAt(j - 2) && asked.charCodeAt(i - 2) === there;
	return swapped ? Math.min(changed, (before[j - 2] ?? ROOM) + 1) : changed;
}

/** The same against a beginning of a word: `licens` in `licence`. */
export function slipsInBeginning(asked: string, word: string): number {
	const beginning = word.slice(0, asked.length + 1);
	let least = ROOM;
	for (let end = Math.max(1, asked.length - 1); end <= beginning.length; end += 1) {
		least = Math.min(least, slipsBetween(asked, beginning.slice(0, end)));
	}
	return least;
}

/** How many slips lie between two words of nearly the same length. */
function slipsBetween(asked: string, word: string): number {
	if (asked === word) return 0;
	let same = 0;
	while (same < asked.length && asked.charAt(same) === word.charAt(same)) same += 1;
	const [left, right] = [asked.slice(same), word.slice(same)];
	const isSwapped = left.length > 1 && left.charAt(0) === right.charAt(1) && left.charAt(1) === right.charAt(0);
	const oneSlip =
		left.slice(1) === right.slice(1) ||
		left.slice(1) === right ||
		left === right.slice(1) ||
		(isSwapped && left.slice(2) === right.slice(2));
	return oneSlip ? 1 : 2;
}

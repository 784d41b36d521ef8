/** A text that is longer than its board, which cannot run through it: page by page, by our clock. */
import type { BoardCaps } from '#display/led/driver.ts';
import type { Cancel, Clock } from '../clock.ts';

/** A character's width on a board: a Chinese one counts two. */
function widthOf(character: string, { font }: BoardCaps): number {
	return font === 'gb2312' && (character.codePointAt(0) ?? 0) > 0x7e ? 2 : 1;
}

function width(text: string, caps: BoardCaps): number {
	return [...text].reduce((sum, character) => sum + widthOf(character, caps), 0);
}

/** A line cut into pieces that fit, between words where there are any. */
function pieces(line: string, caps: BoardCaps): string[] {
	const found: string[] = [];
	let piece = '';
	for (const word of line.split(' ').flatMap((one) => chopped(one, caps))) {
		const joined = piece === '' ? word : `${piece} ${word}`;
		if (piece !== '' && width(joined, caps) > caps.columns) {
			found.push(piece);
			piece = word;
		} else piece = joined;
	}
	return [...found, piece];
}

/** A word that is wider than the board, cut between characters. */
function chopped(word: string, caps: BoardCaps): string[] {
	const found: string[] = [];
	let piece = '';
	for (const character of word) {
		if (piece !== '' && width(piece + character, caps) > caps.columns) {
			found.push(piece);
			piece = '';
		}
		piece += character;
	}
	return [...found, piece];
}

/**
 * The pages of these lines on this board, at least one. A line that fits stands still while the one beneath it turns:
 * the number stays, the sentence goes on.
 */
export function pagesOf(lines: readonly string[], caps: BoardCaps): string[][] {
	if (caps.scrolls === true || caps.columns === 0) return [[...lines]];
	const cut = lines.map((line) => pieces(line, caps));
	const most = Math.max(1, ...cut.map((one) => one.length));
	return Array.from({ length: most }, (_, page) => cut.map((one) => one[page % one.length] ?? ''));
}

/** Turns the pages of many boards. */
export class Pages {
	readonly #clock: Clock;
	readonly #turning = new Map<string, Cancel>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** Begins at the first of `count` pages, which is drawn by who asks; the others follow, round and round. */
	begin(board: string, count: number, everyMs: number, draw: (page: number) => void): void {
		this.#turning.get(board)?.();
		this.#turning.delete(board);
		if (count < 2) return;
		let page = 0;
		const cancel = this.#clock.every(everyMs, () => {
			page = (page + 1) % count;
			draw(page);
		});
		this.#turning.set(board, cancel);
	}

	stop(): void {
		for (const cancel of this.#turning.values()) cancel();
		this.#turning.clear();
	}
}

/** What one comes with: the token of an appointment's code, or its eight digits, or the twelve of a notice or a case. */
export type Shown = { token: string } | { code: string } | { notice: string };
/** What a code is of that is known here; besides, a ticket by the token on its slip, an item by its guide, a number as it is called. */
export type Scanned = Shown | { ticket: string } | { item: string } | { number: string };

/** A scanner types faster than any hand; a pause this long begins anew. */
export const PAUSE_MS = 55;
/** The shortest code there is: a number, `A001`. */
const SHORTEST = 4;
const LONGEST = 300;

const TOKEN = String.raw`[0-9a-z]{1,11}\.[\w-]{22}`;

/** What stands in a code, the first that fits: the address of a page of ours, wherever this hall is reached, or what it ends in. */
const FORMS: readonly (readonly [RegExp, (word: string) => Scanned | null])[] = [
	[address('t', TOKEN), (ticket) => ({ ticket })],
	[address('a', TOKEN), (token) => ({ token })],
	[new RegExp(`^(${TOKEN})$`), (token) => ({ token })],
	[address('i', '[a-z0-9][a-z0-9-]{0,31}'), (item) => ({ item })],
	[address('[nc]', String.raw`[\d\s-]+`), digits],
	[/^([\d\s-]+)$/, digits],
	[/^([A-Za-z]{1,2} ?\d{3,4})$/, (number) => ({ number: number.replace(' ', '').toUpperCase() })]
];

function address(page: string, word: string): RegExp {
	return new RegExp(String.raw`^https?://\S+/${page}/(${word}?)/?(?:\?\S*)?$`);
}

function digits(word: string): Scanned | null {
	const code = word.replace(/[\s-]/g, '');
	if (code.length === 12) return { notice: code };
	return code.length === 8 ? { code } : null;
}

/** Reads what was scanned; null for what is none of ours. */
export function readScan(text: string): Scanned | null {
	for (const [form, read] of FORMS) {
		const word = form.exec(text.trim())?.[1];
		if (word !== undefined) return read(word);
	}
	return null;
}

/** What a key says of itself: a `KeyboardEvent`, or its like. */
export type ScannedKey = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'> & { repeat?: boolean };

/** Keys with two signs, of the layout that scanners type in. */
const SIGNS: Record<string, string> = {
	Minus: '-_',
	Equal: '=+',
	Period: '.>',
	Slash: '/?',
	Semicolon: ';:',
	Comma: ',<',
	Digit3: '3#',
	Digit5: '5%',
	Digit7: '7&'
};

/**
 * The sign of a key. Where an input method has the key for itself, only its place on the keyboard is told: a Chinese one
 * would turn the letters of a code into characters.
 */
export function signOf({ key, code, shiftKey }: ScannedKey): string {
	if (/^[ -~]$/.test(key)) return key;
	const hidden = key === 'Process' || key === 'Unidentified' || /^[^ -~]$/u.test(key);
	return hidden ? signAt(code, shiftKey) : '';
}

function signAt(code: string, shiftKey: boolean): string {
	const letter = /^Key([A-Z])$/.exec(code)?.[1];
	if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase();
	const signs = SIGNS[code] ?? /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? '';
	return signs.charAt(shiftKey ? 1 : 0);
}

/**
 * Gathers the keys of a scanner, which is a keyboard to the browser and ends with Enter or Tab. It only listens: nothing but that
 * key behind a whole code is taken from whoever types.
 */
export class Scanner {
	#text = '';
	#at = -Infinity;

	/** So many signs have come without a pause. */
	get length(): number {
		return this.#text.length;
	}

	/** @param now milliseconds. @returns what was scanned, when this key was its end; else null */
	key(pressed: ScannedKey, now: number): string | null {
		// A key that is held down comes again and again as fast as a scanner types.
		if (now - this.#at > PAUSE_MS || pressed.repeat === true) this.#text = '';
		this.#at = now;
		if (isEnd(pressed)) return this.silence();
		if (this.#text.length < LONGEST && pressed.repeat !== true) this.#text += signOf(pressed);
		return null;
	}

	/** No more keys come. @returns what was scanned; null when it is no code, but the keys of a hand */
	silence(): string | null {
		const text = this.#text;
		this.#text = '';
		return text.length >= SHORTEST ? text : null;
	}
}

function isEnd({ key, code }: ScannedKey): boolean {
	return ['Enter', 'Tab'].includes(key) || ['Enter', 'NumpadEnter', 'Tab'].includes(code);
}

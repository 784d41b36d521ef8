/** What a scanner types, or a hand: the token of an appointment's code, or its eight digits, or the twelve of a notice or a case. */
export type Shown = { token: string } | { code: string } | { notice: string };

/** A scanner types faster than any hand; a pause this long begins anew. */
const PAUSE_MS = 55;
const SHORTEST = 8;
const LONGEST = 300;

/**
 * Reads what a scanner has typed: an address that ends in /a/ and a token or in /n/ or /c/ and twelve digits, of a notice or of a case, the token
 * alone, or a code; null for anything else.
 */
export function readScan(text: string): Shown | null {
	const token = /^(?:https?:\/\/\S+\/a\/)?([0-9a-z]{1,11}\.[\w-]{22})\/?(?:\?\S*)?$/.exec(text.trim())?.[1];
	if (token !== undefined) return { token };
	const notice = /^(?:https?:\/\/\S+\/[nc]\/)?([\d\s-]+?)\/?(?:\?\S*)?$/.exec(text.trim())?.[1]?.replace(/[\s-]/g, '');
	if (notice?.length === 12) return { notice };
	const code = text.replace(/[\s-]/g, '');
	return /^\d{8}$/.test(code) ? { code } : null;
}

/** The token of a ticket, when what was scanned is the code on its slip; null for anything else. */
export function readTicket(text: string): string | null {
	return /^https?:\/\/\S+\/t\/([0-9a-z]{1,11}\.[\w-]{22})\/?(?:\?\S*)?$/.exec(text.trim())?.[1] ?? null;
}

/** What a key says of itself: a `KeyboardEvent`, or its like. */
export type ScannedKey = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

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
function signOf({ key, code, shiftKey }: ScannedKey): string {
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
 * Gathers the keys of a scanner, which is a keyboard to the browser and ends with Enter. It only listens: nothing but the
 * Enter behind a whole code is taken from whoever types.
 */
export class Scanner {
	#text = '';
	#at = -Infinity;

	/** @param now milliseconds. @returns what was scanned, when this key was its end; else null */
	key(pressed: ScannedKey, now: number): string | null {
		if (now - this.#at > PAUSE_MS) this.#text = '';
		this.#at = now;
		if (pressed.key === 'Enter' || pressed.code === 'Enter' || pressed.code === 'NumpadEnter') {
			const text = this.#text;
			this.#text = '';
			return text.length >= SHORTEST ? text : null;
		}
		if (this.#text.length < LONGEST) this.#text += signOf(pressed);
		return null;
	}
}

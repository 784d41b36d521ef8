/** What a scanner types, or a hand: the token of an appointment's code, or its eight digits, or the twelve of a notice or a case. */
export type Shown = { token: string } | { code: string } | { notice: string };

/** A scanner types faster than a hand; a pause this long begins anew. */
const PAUSE_MS = 500;
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

/** Gathers the keys of a scanner, which is a keyboard to the browser and ends with Enter. */
export class Scanner {
	#text = '';
	#at = -Infinity;

	/** @param now milliseconds. @returns what was scanned, when this key was its end; else null */
	key(key: string, now: number): string | null {
		if (now - this.#at > PAUSE_MS) this.#text = '';
		this.#at = now;
		if (key === 'Enter') {
			const text = this.#text;
			this.#text = '';
			return text.length >= SHORTEST ? text : null;
		}
		if (key.length === 1 && this.#text.length < LONGEST) this.#text += key;
		return null;
	}
}

/**
 * Names may hold any of the 88 115 hanzi of GB 18030-2022, level 3. The bundled typeface has the common ones; the rest are the
 * machine's, if it has them. Where it has not, an honest code stands instead of an empty box.
 */

/** Hanzi that a machine may lack: beside the 20 902 of Unicode 1.1, and what is for private use. */
const RARE = /[\u3400-\u4dbf\u9fa6-\u9fff\uf900-\ufaff\ue000-\uf8ff]|[\u{20000}-\u{3fffd}]/u;
/** No typeface has it: nothing is assigned there. */
const NOWHERE = '\u{3fff0}';

/**
 * A text with each hanzi that this machine cannot draw written by its code: `𬱖` becomes `〔U+2CC56〕`.
 * @param draws whether a character can be drawn here; without it, the browser is tried
 */
export function legible(text: string, draws: (char: string) => boolean = drawnHere): string {
	if (!RARE.test(text)) return text;
	return [...text].map((char) => (RARE.test(char) && !draws(char) ? coded(char) : char)).join('');
}

function coded(char: string): string {
	return `〔U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}〕`;
}

const known = new Map<string, boolean>();

function drawnHere(char: string): boolean {
	if (typeof document === 'undefined') return true;
	const found = known.get(char) ?? pictureOf(char) !== pictureOf(NOWHERE);
	known.set(char, found);
	return found;
}

/** How the browser draws a character, with whatever typeface it finds. */
export function pictureOf(char: string): string {
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = 24;
	const brush = canvas.getContext('2d');
	if (!brush) return char;
	brush.font = '20px system-ui, sans-serif';
	brush.fillText(char, 0, 20);
	return canvas.toDataURL();
}

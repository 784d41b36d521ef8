/** A board as a picture: what stands there, in lit dots' colour on black; a unit is a pixel of an ordinary board. */

const CELL = 16;
const EDGE = 8;

const ESCAPES: Partial<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** @param lines as a person reads them; none is a dark board */
export function drawBoard(lines: readonly string[]): string {
	const rows = lines.length === 0 ? [''] : lines;
	const widest = Math.max(8, ...rows.map(cellsOf));
	const [w, h] = [String(widest * (CELL / 2) + 2 * EDGE), String(rows.length * CELL + 2 * EDGE)];
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}">` +
		`<rect width="${w}" height="${h}" rx="2" fill="#111"/><g fill="#ff5a36" font-size="${String(CELL)}" text-anchor="middle" ` +
		`font-family="'Noto Sans SC Variable','Noto Sans SC','Noto Sans CJK SC',monospace">${rows.map(drawRow).join('')}</g></svg>`
	);
}

const widthOf = (char: string): number => (char < '\u0080' ? 1 : 2);
const cellsOf = (row: string): number => [...row].reduce((sum, char) => sum + widthOf(char), 0);

function drawRow(row: string, down: number): string {
	const y = String(EDGE + down * CELL + CELL * 0.85);
	let at = 0;
	const chars = [...row].map((char) => {
		const x = EDGE + (at + widthOf(char) / 2) * (CELL / 2);
		at += widthOf(char);
		return char === ' ' ? '' : `<text x="${String(x)}" y="${y}">${ESCAPES[char] ?? char}</text>`;
	});
	return chars.join('');
}

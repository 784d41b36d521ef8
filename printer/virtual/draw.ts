import type { Mark } from '../printer.ts';

/** White edge at both sides of the printed width, dots. */
const EDGE = 24;

/** A piece of paper as a picture; one unit is one dot of the printer. */
export function drawPaper(marks: readonly Mark[], width: number, height: number): string {
	const [w, h] = [String(width + 2 * EDGE), String(height + 2 * EDGE)];
	const chars = marks.map((mark) => (mark.kind === 'char' ? drawChar(mark) : drawDots(mark))).join('');
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}">` +
		`<rect width="${w}" height="${h}" fill="#fdfdfb"/>` +
		`<g transform="translate(${String(EDGE)} ${String(EDGE)})" fill="#222" ` +
		`font-family="'Noto Sans SC Variable','Noto Sans SC','Noto Sans CJK SC',sans-serif" font-size="24" text-anchor="middle">${chars}</g></svg>`
	);
}

const ESCAPES: Partial<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Every character in its own cell, stretched as the printer stretches its dots. */
function drawChar({ char, x, y, width, height, bold }: Extract<Mark, { kind: 'char' }>): string {
	if (char === ' ' || char < ' ') return '';
	const narrow = char.charCodeAt(0) < 0x80;
	const scale = `scale(${String(width / (narrow ? 12 : 24))} ${String(height / 24)})`;
	const weight = bold ? ' font-weight="700"' : '';
	const font = narrow ? ' font-family="\'DejaVu Sans Mono\',Consolas,monospace" font-size="20"' : '';
	const place = `translate(${String(x + width / 2)} ${String(y + height * 0.85)})`;
	return `<text transform="${place} ${scale}"${weight}${font}>${ESCAPES[char] ?? char}</text>`;
}

/** Rows of dots as runs, so that a picture stays small. */
function drawDots({ x, y, scale, rows }: Extract<Mark, { kind: 'dots' }>): string {
	const runs = rows.flatMap((row, down) =>
		[
			...row
				.map((dot) => (dot ? '1' : '0'))
				.join('')
				.matchAll(/1+/g)
		].map((run) => `M${String(run.index)} ${String(down)}h${String(run[0].length)}v1h-${String(run[0].length)}z`)
	);
	return `<path transform="translate(${String(x)} ${String(y)}) scale(${String(scale)})" d="${runs.join('')}"/>`;
}

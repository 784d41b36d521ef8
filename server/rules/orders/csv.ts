/** Tables as text (RFC 4180): what a city's platform exports, and what we hand back. */

/** A row with the line on which it begins, from 1. */
export interface CsvRow {
	line: number;
	cells: string[];
}

/** One cell, quoted or not, and what ends it; what stands after a closing quote belongs to the cell. */
const CELL = /(?:"([^"]*(?:""[^"]*)*)(?:"|$))?([^,\n]*)(,|\n|$)/y;

/**
 * Reads rows of cells. Quoted cells may hold commas, quotes (doubled) and line breaks; a quote that is never closed takes the rest.
 * A byte order mark and empty lines are passed over. Never throws.
 */
export function readCsv(text: string): CsvRow[] {
	const source = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
	const rows: CsvRow[] = [];
	const cells = new RegExp(CELL);
	let row: CsvRow = { line: 1, cells: [] };
	let line = 1;
	for (;;) {
		const [whole = '', quoted = '', plain = '', end = ''] = cells.exec(source) ?? [];
		row.cells.push(quoted.replaceAll('""', '"') + plain);
		line += whole.split('\n').length - 1;
		if (end === ',') continue;
		if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
		if (end === '') return rows;
		row = { line, cells: [] };
	}
}

/** A first letter with which a table program begins a formula, wide ones too; a blank before it keeps it a text. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** Rows as text, every cell quoted where it must be, with the mark that lets table programs read it as UTF-8. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
	return `\uFEFF${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;
}

function cellText(value: string): string {
	const safe = FORMULA.test(value) ? ` ${value}` : value;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows of a comma-separated file (RFC 4180), as a spreadsheet writes it: quotes, doubled quotes, line breaks within them. */

export interface TableRow {
	/** of the file, from 1 */
	line: number;
	values: Readonly<Record<string, string>>;
}

/** @param text with a first line that names the columns; a mark at its beginning and empty lines are passed over */
export function rowsIn(text: string): TableRow[] {
	const [head, ...rows] = cellsIn(text.replace(/^\uFEFF/u, '')).filter(({ cells }) => cells.some((one) => one !== ''));
	const names = (head?.cells ?? []).map((name) => name.trim());
	return rows.map(({ line, cells }) => ({
		line,
		values: Object.fromEntries(names.map((name, at) => [name, (cells[at] ?? '').trim()]))
	}));
}

/** A cell, with quotes around it or not, and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/gy;

function cellsIn(text: string): { line: number; cells: string[] }[] {
	const rows: { line: number; cells: string[] }[] = [];
	let [line, cells]: [number, string[]] = [1, []];
	let begun = 1;
	for (const [whole, quoted, plain = '', end] of text.matchAll(CELL)) {
		cells.push(quoted?.replaceAll('""', '"') ?? plain);
		line += whole.match(/\r\n|\n|\r/gu)?.length ?? 0;
		if (end === ',') continue;
		rows.push({ line: begun, cells });
		[begun, cells] = [line, []];
		if (end === '') break;
	}
	return rows;
}

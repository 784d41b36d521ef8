import type { Text } from '../views.ts';

/** A column of figures: of what kind its values are tells how they are drawn. */
export interface FigureColumn {
	name: Text;
	/** text; a count; a mean, drawn with one decimal; minutes; a share between 0 and 1, drawn in per cent */
	kind: 'text' | 'count' | 'mean' | 'minutes' | 'share';
}

/** One table of the figures page. A row has a value for every column; null where there is nothing to count. */
export interface FigureTable {
	/** stable, for programs and for the address within the page */
	id: string;
	title: Text;
	/** what is counted, and how, in a sentence */
	note: Text;
	columns: FigureColumn[];
	rows: (string | number | Text | null)[][];
}

export interface FiguresView {
	/** days, both included */
	from: string;
	to: string;
	tables: FigureTable[];
}

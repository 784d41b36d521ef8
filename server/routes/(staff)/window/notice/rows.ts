import type { ConsolePapers, EarlierNotice, Text } from '#server/views.ts';

/** One line of the sheet: a paper of the item, or one that no list has. */
export interface NoticeRow {
	/** its place in the item's list from 0; null for one that no list has */
	place: number | null;
	name: Text;
	kind: 'original' | 'copy' | 'form' | 'electronic' | null;
	copies: number;
	note: Text | null;
	where: Text | null;
	/** law and article, for one that no list has */
	basis: string | null;
	required: boolean;
	/** whether the notice before asked for it, and whether it has come since */
	told: boolean;
	came: boolean;
}

/** As many lines as figure keys. */
export const ROWS_A_PAGE = 9;

/** The lines of a notice to be: the papers of the item, then what the notice before had beside them. */
export function rowsOf(papers: ConsolePapers, earlier: EarlierNotice | null): NoticeRow[] {
	const listed = papers.list.map((paper, place): NoticeRow => {
		const { name, kind, copies, note, where, required } = paper;
		const line = earlier?.lines[earlier.places.indexOf(place)];
		return { place, name, kind, copies, note, where, required, basis: null, ...stands(line) };
	});
	const free = (earlier?.lines ?? []).flatMap((line, at): NoticeRow[] =>
		earlier?.places[at] === null && line.basis !== null ? [freeRow(line.name, line.basis, stands(line))] : []
	);
	return [...listed, ...free];
}

function stands(line: { came: boolean } | undefined): Pick<NoticeRow, 'told' | 'came'> {
	return { told: line !== undefined, came: line?.came ?? false };
}

/** A line that no list has. */
export function freeRow(
	name: Text,
	basis: string,
	stands: Pick<NoticeRow, 'told' | 'came'> = { told: false, came: false }
): NoticeRow {
	return { place: null, name, kind: null, copies: 0, note: null, where: null, basis, required: true, ...stands };
}

/** What is ticked when the sheet opens: what the notice before asked for and has not come. */
export function tickedFirst(rows: readonly NoticeRow[]): number[] {
	return rows.flatMap((row, at) => (row.told && !row.came ? [at] : []));
}

/** Whether asking for these is a second notice: something that was not on the list before, or had come. */
export function asksAnew(rows: readonly NoticeRow[], ticked: readonly number[]): boolean {
	return rows.some((row, at) => ticked.includes(at) && (!row.told || row.came));
}

/** Figures as lines of text, for a terminal. */

/** Rows in columns: the first to the left, figures to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
	const all = [head, ...rows];
	const widths = head.map((_, i) => Math.max(...all.map((row) => (row[i] ?? '').length)));
	return all.map((row) =>
		widths
			.map((width, i) => (i === 0 ? (row[i] ?? '').padEnd(width) : (row[i] ?? '').padStart(width)))
			.join('  ')
			.trimEnd()
	);
}

const MINUTE_MS = 60_000;

/** Milliseconds as minutes with one decimal: `12.3`. */
export function minutesText(ms: number): string {
	return (ms / MINUTE_MS).toFixed(1);
}

/** 0.854 → `85.4 %` */
export function percent(share: number): string {
	return `${(share * 100).toFixed(1)} %`;
}

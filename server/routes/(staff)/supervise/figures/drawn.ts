import { textIn, type Lang } from '#display/words/index.ts';
import type { FigureColumn, FigureTable } from '#server/views.ts';

/** A value of a table as it is read: 87 % for a share of 0.874, a dash for nothing. */
export function drawn(value: FigureTable['rows'][number][number], kind: FigureColumn['kind'], lang: Lang): string {
	if (value === null) return '–';
	if (typeof value === 'object') return textIn(lang, value);
	if (typeof value === 'string') return value;
	if (kind === 'share') return `${String(Math.round(value * 100))} %`;
	return Number.isInteger(value) ? String(value) : value.toFixed(1);
}

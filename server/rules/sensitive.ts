/**
 * What must not get out with a text that everybody may read: numbers of persons, and marks of secrecy. The law on
 * guarding state secrets asks for a look before publishing (保守国家秘密法 art. 35); the law on personal information keeps
 * numbers of persons to where they are needed (个人信息保护法 art. 25).
 */

export type SensitiveKind = 'identity' | 'mobile' | 'account' | 'secret';

/** One place: its characters as they are written, first and the one after the last. */
export interface Sensitive {
	kind: SensitiveKind;
	from: number;
	to: number;
}

/** Figures may be written apart, or full width. */
const GAP = String.raw`[\s\-‐–—.·]?`;
const FIGURE = '[0-9０-９]';
const figures = (count: string): string => `(?:${FIGURE}${GAP})${count}`;
const ALONE = `(?<!${FIGURE})`;
const ENDS = `(?!${FIGURE})`;

const PATTERNS: readonly (readonly [kind: SensitiveKind, find: RegExp])[] = [
	['identity', new RegExp(`${ALONE}[1-9１-９]${GAP}${figures('{16}')}[0-9０-９xXｘＸ]${ENDS}`, 'gu')],
	['mobile', new RegExp(`${ALONE}(?:\\+?86${GAP})?[1１]${GAP}[3-9３-９]${GAP}${figures('{8}')}${FIGURE}${ENDS}`, 'gu')],
	['account', new RegExp(`${ALONE}[3-6]${GAP}${figures('{14,17}')}${FIGURE}${ENDS}`, 'gu')],
	['secret', /(?:绝密|机密|秘密)\s*(?:[★☆※*]|级?[】\]）)])|[【[（(]\s*(?:绝密|机密|秘密|内部)|密级\s*[:：]/gu],
	['secret', /内部(?:资料|文件|使用|传阅|掌握|参考)|(?:仅|只)供内部|不得外传|不宜公开|不予公开|工作秘密/gu],
	['secret', /\b(?:internal use only|for internal use|confidential|top secret|classified document)\b/giu]
];

/** Everything in a text that must not get out, by place; what two patterns find is told once. */
export function sensitiveIn(text: string): Sensitive[] {
	const found: Sensitive[] = [];
	for (const [kind, find] of PATTERNS) {
		for (const match of text.matchAll(find)) {
			const place = { kind, from: match.index, to: match.index + match[0].length };
			if (!found.some((other) => other.from < place.to && place.from < other.to)) found.push(place);
		}
	}
	return found.toSorted((one, other) => one.from - other.from);
}

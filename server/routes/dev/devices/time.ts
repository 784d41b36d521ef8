import type { Lang } from '#display/words/index.ts';

/** A moment in milliseconds as 09:41:07 by this browser's clock. */
export function timeOf(at: number, lang: Lang): string {
	return new Intl.DateTimeFormat(lang, {
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
		hourCycle: 'h23'
	}).format(at);
}

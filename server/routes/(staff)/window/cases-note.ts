import { words, type Lang } from '#display/words/index.ts';
import type { CasesDue } from '#server/views.ts';

/** What waits beside the visitors, behind the label of the key: ` 5 · 今天到期 1 · 待接收 2`; nothing when nothing does. */
export function casesNote({ mine, due, offered }: CasesDue, lang: Lang): string {
	const w = words(lang).cases;
	const parts = [
		mine > 0 ? String(mine) : '',
		due > 0 ? w.dueCount({ count: due }) : '',
		offered > 0 ? w.offeredCount({ count: offered }) : ''
	];
	const said = parts.filter((part) => part !== '').join(' · ');
	return said === '' ? '' : ` ${said}`;
}

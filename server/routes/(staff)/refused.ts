import type { Problem } from '#display/ask.ts';
import { words, type Lang } from '#display/words/index.ts';

/** Why something was not done; without an answer nobody knows whether it was. */
export function whyRefused(lang: Lang, code: Problem['code']): string {
	const w = words(lang);
	return code === 'offline' ? w.cases.unconfirmed : w.refusals[code].staff;
}

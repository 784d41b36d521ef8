/** Which languages the pages of a hall offer to its visitors; the root of the pages says it once, for all that is drawn in it. */
import { getContext, hasContext, setContext } from 'svelte';
import { LANGS, type Lang } from './langs.ts';

const KEY = Symbol('offered');

/** @param langs as the hall file has them */
export function offer(langs: () => readonly Lang[]): void {
	setContext(KEY, langs);
}

/** The languages to choose from, called while a component is made; all of them where no hall has said. */
export function offered(): readonly Lang[] {
	return hasContext(KEY) ? getContext<() => readonly Lang[]>(KEY)() : LANGS;
}

import { words, type Lang } from '#display/words/index.ts';
import type { OtherPage } from '../house-pages.ts';

/** The pages about devices that stand beside this one; `bench` only where there are virtual devices to play with. */
export function devicePages(lang: Lang, { bench }: { bench: boolean }): OtherPage[] {
	const w = words(lang);
	return bench ? [{ name: w.watch.bench, href: '/dev/devices' }] : [];
}

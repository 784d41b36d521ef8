import { words, type Lang } from '#display/words/index.ts';
import type { OtherPage } from '../house-pages.ts';

/** Which of the pages about devices this person may open; the bench is there only where there are virtual devices. */
export interface DevicePages {
	slips: boolean;
	bench: boolean;
}

/** The pages about devices that stand beside this one. */
export function devicePages(lang: Lang, { slips, bench }: DevicePages): OtherPage[] {
	const w = words(lang);
	return [
		...(slips ? [{ name: w.slipDesign.title, href: '/slips' }] : []),
		...(bench ? [{ name: w.watch.bench, href: '/dev/devices' }] : [])
	];
}

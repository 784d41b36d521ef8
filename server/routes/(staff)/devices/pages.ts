import { words, type Lang } from '#display/words/index.ts';
import type { OtherPage } from '../house-pages.ts';

/** Which of the pages about devices this person may open; the bench is there only where there are virtual devices. */
export interface DevicePages {
	slips: boolean;
	lines: boolean;
	bench: boolean;
}

/** The pages about devices that stand beside this one. */
export function devicePages(lang: Lang, { slips, lines, bench }: DevicePages): OtherPage[] {
	const w = words(lang);
	return [
		...(slips ? [{ name: w.slipDesign.title, href: '/slips' }] : []),
		...(lines ? [{ name: w.lines.title, href: '/devices/lines' }] : []),
		...(bench ? [{ name: w.devices.title, href: '/dev/devices' }] : [])
	];
}

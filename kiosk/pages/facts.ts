import type { Words } from '#display/words/index.ts';
import type { KioskItem } from '#server/views.ts';

/** What a list says of an item: how many wait and how long, or that no number can be taken. */
export function factsOf(t: Words, item: KioskItem): string {
	if (!item.open) return t.kiosk.closedNow;
	const ahead = item.ahead === 0 ? t.common.nobodyAhead : t.common.ahead({ count: item.ahead });
	return item.wait ? `${ahead} · ${t.kiosk.wait} ${t.common.waitRange(item.wait)}` : ahead;
}

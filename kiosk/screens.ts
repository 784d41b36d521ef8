import type { KioskItem } from '#server/views.ts';

/** The screens of one visit at the kiosk; `bring` and `terms` are parts of an item, each a page of its own in the elder mode. */
export type Screen =
	| 'zones'
	| 'items'
	| 'find'
	| 'item'
	| 'bring'
	| 'terms'
	| 'priority'
	| 'advice'
	| 'person'
	| 'check-in'
	| 'ticket'
	| 'problem';

/** Whether a screen is about the item that was chosen: as a whole, or a part of it. */
export function isPart(screen: Screen): screen is 'item' | 'bring' | 'terms' {
	return screen === 'item' || screen === 'bring' || screen === 'terms';
}

/** The page before this one, once an item is chosen; null for the start. @param from where it was chosen */
export function wayBack(screen: Screen, from: Screen): Screen | null {
	if (screen === 'items' || screen === 'find') return null;
	return screen === 'item' ? from : 'item';
}

/** What must still be said or asked before the number; null where nothing must. */
export function standsBefore(
	{ advice, identity }: Pick<KioskItem, 'advice' | 'identity'>,
	{ advised, asked }: { advised: boolean; asked: boolean }
): 'advice' | 'person' | null {
	if (advice && !advised) return 'advice';
	return identity !== 'none' && !asked ? 'person' : null;
}

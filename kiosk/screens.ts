/** The screens of one visit at the kiosk; `bring` and `terms` are parts of an item, each a page of its own in the elder mode. */
export type Screen =
	'zones' | 'items' | 'item' | 'bring' | 'terms' | 'priority' | 'advice' | 'person' | 'check-in' | 'ticket' | 'problem';

/** Whether a screen is about the item that was chosen: as a whole, or a part of it. */
export function isPart(screen: Screen): screen is 'item' | 'bring' | 'terms' {
	return screen === 'item' || screen === 'bring' || screen === 'terms';
}

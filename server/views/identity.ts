/** How a kiosk may ask who somebody is. */
export interface KioskIdentity {
	/** whether a reader of identity cards stands at this kiosk */
	reader: boolean;
	/** the priority class of elders, offered to who is old enough; null where the hall has none */
	elder: string | null;
}

/**
 * What came of asking for a card. The number stays on the server: `card` is the word by which it is used once, `shown` what may
 * be read over a shoulder. `none`: no card was laid yet; `unreadable`: lift it and lay it again; `absent`: there is no reader.
 */
export type CardReading =
	{ outcome: 'read'; card: string; shown: string; elder: boolean } | { outcome: 'none' | 'unreadable' | 'absent' };

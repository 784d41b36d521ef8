import type { RefusalCode } from '#server/rules/refusal.ts';

/** What the device page and the bench show of pads, evaluators and scanners. Types only. */

export type KeyPadFault = 'noise' | 'damaged' | 'cut' | 'twice' | 'silent' | 'unplugged';

/** A call pad, or an evaluator. */
export interface KeyDeviceView {
	code: string;
	kind: 'pad' | 'evaluator';
	address: number;
	window: string;
	/** when it was last heard, ms; null: not since the line was opened */
	heardAt: number | null;
	presses: number;
	/** why the last press did nothing; null when it did */
	refused: RefusalCode | null;
	/** keys it has that the hall file does not know, and how often they were pressed */
	unknown: { what: number; count: number }[];
	/** the keys that the hall file knows: an act of a pad, a grade of an evaluator */
	keys: { key: number; does: string }[];
}

export interface KeyLineView {
	code: string;
	virtual: boolean;
	up: boolean;
	/** bytes that were part of no key press */
	garbage: number;
	devices: KeyDeviceView[];
	/** addresses that no device of the hall file has, and how often they pressed a key */
	strangers: { what: number; count: number }[];
	/** faults that can be switched, and those that are on; virtual lines only */
	knows: readonly KeyPadFault[];
	faults: KeyPadFault[];
}

export type ScannerFault = 'split' | 'no-end' | 'noise' | 'unplugged';

export interface ScannerView {
	code: string;
	kiosk: string;
	virtual: boolean;
	up: boolean;
	scans: number;
	/** what was thrown away: too long, or no text of its encoding */
	unread: number;
	lastAt: number | null;
	/** likewise */
	knows: readonly ScannerFault[];
	faults: ScannerFault[];
}

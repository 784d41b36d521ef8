/** What the kiosk draws. */
import type { SlotOffer } from '../appointments/view.ts';
import type { KioskAdvice } from '../limits/view.ts';
import type { IdentityDemand } from '../rules/identity.ts';
import type { RefusalCode } from '../rules/refusal.ts';
import type { Text, Wait } from '../views.ts';
import type { ServiceView } from './loans.ts';

export interface KioskView {
	hall: Text;
	seq: number;
	/** where a phone books a time: `http://10.0.0.5:3000/book` */
	booking: string;
	/** where a phone reads the guide of an item, its code after it: `http://10.0.0.5:3000/i/` */
	guides: string;
	/** the hall's day, `YYYY-MM-DD`, and its zone, for the times that can be booked */
	today: string;
	timeZone: string;
	/** which kiosk this is, as the hall file names it */
	device: string;
	zones: KioskZone[];
	/** which index its items are found by; another one when the hall file is */
	find: string;
	classes: PriorityClass[];
	/** how many minutes a priority class goes before, for the sentence on the wall */
	headStartMinutes: number;
	/** whether a slip will come out; `out` means number and QR are shown large instead */
	paper: 'ready' | 'low' | 'out';
	/** the free services of its zones */
	services: ServiceView[];
	/** seconds without a touch after which the kiosk asks, then returns to the start */
	idleSeconds: number;
	/** null where nobody has measured it */
	screen: KioskScreen | null;
}

/** The glass of a kiosk, in millimetres, and how high above the floor it begins. */
export interface KioskScreen {
	widthMm: number;
	heightMm: number;
	lowerEdgeMm: number;
}

/** The kiosk at which a page other than its own is open. */
export type AtKiosk = Pick<KioskView, 'device' | 'idleSeconds' | 'screen'>;

export interface KioskZone {
	code: string;
	name: Text;
	place: Text;
	items: KioskItem[];
}

export interface KioskItem {
	code: string;
	name: Text;
	department: Text;
	queue: string;
	materials: Material[];
	fee: Text;
	legalDays: number;
	promisedDays: number;
	windows: string[];
	/** what follows by itself under the same number, first first */
	steps: { item: Text; windows: string[] }[];
	/** whether a number can be taken now, and why not */
	open: boolean;
	closedBecause: RefusalCode | null;
	ahead: number;
	wait: Wait | null;
	/** opening hours of today, for the closed sentence: `09:00–12:00, 13:30–17:00` */
	hours: string;
	/** whether a number is given only to who says who he is */
	identity: IdentityDemand;
	/** what should be told before a number is taken; it is given all the same */
	advice: KioskAdvice | null;
	/** the next free slots; null when the item cannot be booked */
	nextSlots: SlotOffer[] | null;
}

export interface Material {
	name: Text;
	kind: 'original' | 'copy' | 'form' | 'electronic';
	copies: number;
	required: boolean;
	note: Text | null;
}

export interface PriorityClass {
	code: string;
	name: Text;
	/** self: the visitor's word is enough; desk, window: to be confirmed there */
	policy: 'self' | 'desk' | 'window';
}

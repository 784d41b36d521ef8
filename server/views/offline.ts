/** What a kiosk tells when something is out of order, and what it keeps for when it has no line. Types only. */
import type { DirectoryHours } from '../rules/week-hours.ts';
import type { KioskView, Material, PriorityClass, Text } from '../views.ts';

/** What keeps slips from coming out of a kiosk. */
export type PrinterTrouble = 'paper-out' | 'cover-open' | 'gone' | 'trouble';

/** Where a visitor goes when this kiosk cannot help: the nearest other kiosk, and the desk. */
export interface Instead {
	kiosk: Text | null;
	desk: { name: Text; phone: string | null } | null;
}

/** Whether slips come out of a kiosk. */
export type KioskPaper = Pick<KioskView, 'paper' | 'printer'>;

/** Beside the rest of the kiosk's view. */
export interface KioskTrouble {
	/** what is wrong with its printers; null while slips come out, and in a hall without printers */
	printer: PrinterTrouble | null;
	instead: Instead;
	/** whether it keeps some numbers for when it has no line */
	lends: boolean;
}

/** What a kiosk keeps to be useful without the server: no waits, nothing personal. */
export interface KioskDirectory {
	/** when it was told, moment of the server */
	at: number;
	device: string;
	hall: { name: Text; address: Text | null; phone: string | null };
	timeZone: string;
	instead: Instead;
	classes: PriorityClass[];
	/** of the hall; an item may have its own */
	hours: DirectoryHours[];
	zones: DirectoryZone[];
	/** days off and make-up days of the next weeks */
	special: { day: string; until: string | null; name: Text | null; hours: string }[];
	places: { name: Text; place: Text | null; phone: string | null }[];
}

export interface DirectoryZone {
	code: string;
	name: Text;
	place: Text;
	items: DirectoryItem[];
}

export interface DirectoryItem {
	code: string;
	name: Text;
	department: Text;
	phone: string | null;
	queue: string;
	materials: Material[];
	fee: Text;
	legalDays: number;
	promisedDays: number;
	windows: string[];
	steps: { item: Text; windows: string[] }[];
	/** by weekday, days with the same times together */
	hours: DirectoryHours[];
	/** whether a number can be given without a line at all: not where it is checked who somebody is */
	identity: boolean;
}

/** A small block of numbers that a kiosk may give while it has no line. Each is its own from then on. */
export interface LeaseView {
	id: number;
	device: string;
	/** the service day they are for, `YYYY-MM-DD` */
	day: string;
	/** moments of the server: when it was given, and until when numbers may be given from it */
	grantedAt: number;
	until: number;
	numbers: LeasedNumber[];
	/** when each queue gives numbers on that day; moments */
	open: Record<string, { from: number; until: number }[]>;
}

export interface LeasedNumber {
	queue: string;
	n: number;
	/** A011 */
	number: string;
	token: string;
	/** address of the visitor's page, for the QR */
	link: string;
}

/** What became of a number that a kiosk reports. */
export interface LeaseReport {
	/** whether the lease is over: a new one may be asked for */
	ended: boolean;
	numbers: { number: string; outcome: 'ticket' | 'void' }[];
}

/** A number given by a kiosk without a line, before that kiosk is back; void when it came too late or never. */
export interface PendingNumber {
	number: string;
	void: boolean;
}

/** Rows of the watch over devices: how each stands, what it went through, what printers have printed. */
import type { DeviceAct, DeviceState, OffReason, PaperKnown, WatchKind } from './words-devices.ts';

/** How a device stands now, and what hands have decided about it. */
export interface DeviceStateRow {
	hall: number;
	kind: WatchKind;
	device: string;
	state: DeviceState;
	/** a word of the driver or the system; not for pages of visitors */
	reason: string | null;
	since_at: number;
	/** when it was last heard, ms; null: never */
	heard_at: number | null;
	/** when the watch last looked: what came after is not known */
	looked_at: number;
	/** taken out of work by hand */
	off_reason: OffReason | null;
	off_by: string | null;
	off_at: number | null;
	/** a printer that prints for another group, on that day only */
	moved_group: string | null;
	moved_day: string | null;
}

/** One line of a device's history. */
export interface DeviceEventRow {
	hall: number;
	kind: WatchKind;
	device: string;
	/** one a millisecond at most, so that the order is certain */
	at: number;
	act: DeviceAct;
	from_state: DeviceState | null;
	to_state: DeviceState | null;
	reason: string | null;
	/** staff number, or as the ledger names a program; null for what the device did itself */
	by_whom: string | null;
}

/** What came out of a printer since it was put in its place, and since its roll was changed. */
export interface PrinterCountRow {
	hall: number;
	printer: string;
	since_at: number;
	slips: number;
	cuts: number;
	errors: number;
	/** paper, in dots of 1/8 mm */
	dots: number;
	/** null: no change of the roll was seen yet, so nobody knows how much is left */
	roll_at: number | null;
	roll_slips: number;
	roll_dots: number;
	paper: PaperKnown;
}

export interface DeviceTables {
	device_state: DeviceStateRow;
	device_event: DeviceEventRow;
	printer_count: PrinterCountRow;
}

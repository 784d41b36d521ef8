import type { DeviceAct, DeviceState, OffReason, SlipState, WatchKind } from '#db/schema.ts';
import type { Health } from '../rules/devices/health.ts';
import type { Text } from '../views.ts';

/** Every device of the hall, for whoever keeps them going. */
export interface WatchView {
	hall: Text;
	timeZone: string;
	/** the hall's time when this was drawn */
	at: number;
	/** whether this person may act on devices, or only reads */
	acts: boolean;
	zones: { code: string; name: Text }[];
	/** groups of printers, for handing a duty on */
	groups: string[];
	devices: DeviceLine[];
}

export interface DeviceLine {
	kind: WatchKind;
	code: string;
	name: Text;
	/** null: it belongs to no zone */
	zone: string | null;
	/** model, driver, what it hangs on */
	about: string;
	state: DeviceState;
	health: Health;
	/** a word of the driver or the system */
	reason: string | null;
	/** null: never looked at */
	since: number | null;
	heardAt: number | null;
	off: { reason: OffReason; by: string; at: number } | null;
	/** it can be asked to show that it works */
	tests: boolean;
	printer: DevicePrinter | null;
}

export interface DevicePrinter {
	group: string;
	/** the group of the hall file, where it prints for another one today */
	movedFrom: string | null;
	/** slips that wait for its group */
	queued: number;
	/** metres and slips left on the roll, and when it ends today; null: not known, or not today */
	left: { metres: number | null; slips: number | null; endsAt: number | null; soon: boolean };
	rollAt: number | null;
	/** since it stands there */
	slips: number;
	cuts: number;
	errors: number;
	metres: number;
	since: number;
	/** from the touch to the cut, today, ms */
	touch: { p50: number; p95: number; count: number } | null;
}

/** One device: what it went through, and how often it could do its job. */
export interface DeviceDetail {
	device: DeviceLine;
	/** newest first */
	events: DeviceEvent[];
	/** newest first */
	months: DeviceMonth[];
	/** newest first; printers only */
	slips: DeviceSlip[];
}

export interface DeviceEvent {
	at: number;
	act: DeviceAct;
	from: DeviceState | null;
	to: DeviceState | null;
	reason: string | null;
	/** staff number, or as the ledger names a program */
	by: string | null;
}

/** Within the hours in which the hall was open, ms. */
export interface DeviceMonth {
	/** `2026-11` */
	month: string;
	/** the share in which it could do its job; null where nothing counts */
	share: number | null;
	up: number;
	down: number;
	unknown: number;
	/** taken out of work by hand: not counted */
	off: number;
}

export interface DeviceSlip {
	id: number;
	/** what it is: `ticket`, `test`, … */
	kind: string;
	number: string | null;
	state: SlipState;
	reason: string | null;
	at: number;
}

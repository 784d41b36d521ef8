import { printerModel } from '#printer/models/models.ts';
import type { Printer } from '#printer/printer.ts';
import { thermal } from '#printer/thermal.ts';
import { virtualPrinter, type VirtualPrinter } from '#printer/virtual/virtual.ts';
import { makeWire } from '#printer/wire/make.ts';
import type { Clock } from '../clock.ts';
import type { PrinterEntry } from '../setup/schema.ts';

/** Pieces of virtual paper for the bench; each is a picture of some hundred kilobytes. */
const PAPERS_KEPT = 6;

/** A printer on its wire, and the group it prints for. */
export interface OpenPrinter {
	code: string;
	group: string;
	printer: Printer;
}

/** Opens the wire of one printer; `virtual` gets the far end where it is a program. */
export function openPrinter(
	entry: PrinterEntry,
	{ clock, virtual, torn }: { clock: Clock; virtual: Map<string, VirtualPrinter>; torn: boolean }
): OpenPrinter {
	const model = printerModel(entry.model, entry.width);
	const { code, group } = entry;
	if (entry.wire.kind !== 'virtual') {
		return { code, group, printer: thermal({ wire: makeWire(entry.wire), model, timers: clock, torn }) };
	}
	const far = virtualPrinter({ model, name: code, timers: clock, chinese: true, keep: PAPERS_KEPT });
	virtual.set(code, far);
	return { code, group, printer: thermal({ wire: far.wire, model, timers: clock }) };
}

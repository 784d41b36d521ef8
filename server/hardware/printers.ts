import { machineGlyphs } from '#printer/glyphs/canvas.ts';
import { printerModel } from '#printer/models/models.ts';
import type { PresenterPlan } from '#printer/presenter.ts';
import type { Printer } from '#printer/printer.ts';
import { thermal } from '#printer/thermal.ts';
import { virtualPrinter, type VirtualPrinter } from '#printer/virtual/virtual.ts';
import { lpPrinter } from '#printer/wire/lp.ts';
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
	const { code, group, wire } = entry;
	// Every slip of it is drawn: the drawing is loaded now, not while the first visitor waits.
	if (model.font === 'none') machineGlyphs.has('中');
	if (wire.kind === 'cups') return { code, group, printer: lpPrinter({ queue: wire.queue, model, timers: clock }) };
	const options = { model, timers: clock, presenter: planOf(entry) };
	if (wire.kind !== 'virtual') return { code, group, printer: thermal({ ...options, wire: makeWire(wire), torn }) };
	const far = virtualPrinter({ model, name: code, timers: clock, chinese: true, keep: PAPERS_KEPT });
	virtual.set(code, far);
	return { code, group, printer: thermal({ ...options, wire: far.wire }) };
}

function planOf({ presenter }: PrinterEntry): PresenterPlan | null {
	return presenter && { takeMs: presenter.seconds * 1000, then: presenter.then };
}

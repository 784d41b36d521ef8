import type { PrinterModel } from '../models/models.ts';
import type { PrinterFault } from '../printer.ts';

/** What can be wrong at a printer, in the order in which it is offered. */
export const PRINTER_FAULTS = [
	'paper-out',
	'near-end',
	'cover-open',
	'head-up',
	'cutter',
	'jam',
	'not-taken',
	'hot',
	'unplugged',
	'mute',
	'slow',
	'hung'
] as const satisfies readonly PrinterFault[];

/** Those of them that a model can have: only in a presenter a ticket is left lying. */
export function printerFaults({ presenter }: PrinterModel): PrinterFault[] {
	return PRINTER_FAULTS.filter((fault) => fault !== 'not-taken' || presenter !== null);
}

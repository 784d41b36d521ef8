import type { PrinterFault } from '../printer.ts';

/** What can be wrong at a printer, in the order in which it is offered. */
export const PRINTER_FAULTS = [
	'paper-out',
	'near-end',
	'cover-open',
	'cutter',
	'hot',
	'unplugged',
	'mute',
	'slow',
	'hung'
] as const satisfies readonly PrinterFault[];

import { printerModel } from '#printer/models/models.ts';
import { printerFaults } from '#printer/virtual/faults.ts';
import { virtualPrinter } from '#printer/virtual/virtual.ts';
import type { Clock } from '../clock.ts';
import { printer } from '../setup/schema/devices/printers.ts';
import type { PrinterEntry } from '../setup/schema.ts';
import { faultSet, type FarLine } from './device.ts';
import { NAMELESS, type Kind } from './kind.ts';

/** Pieces of paper that can be looked at. */
const PAPERS_KEPT = 50;

/** A printer alone at its cable. */
function printerLine(entry: PrinterEntry, clock: Clock): FarLine {
	const model = printerModel(entry.model, entry.width);
	const far = virtualPrinter({ model, name: entry.code, timers: clock, chinese: true, keep: PAPERS_KEPT });
	const reboot = (): boolean => {
		far.reboot({ keepLink: true });
		return true;
	};
	return {
		devices: [
			{
				code: entry.code,
				...faultSet(
					printerFaults(model).filter((one) => one !== 'unplugged'),
					(fault, on) => {
						far.setFault(fault, on);
					}
				),
				faults: () => far.faults(),
				hands: { reboot: { key: 'r', act: reboot } },
				shows: () => far.papers().map(({ text, svg }) => ({ text, svg }))
			}
		],
		attach: (link) => {
			far.attach(link);
		}
	};
}

export const PRINTERS: Kind = {
	typed: ({ model, width }, clock) => {
		const entry = {
			...NAMELESS,
			code: 'printer',
			group: 'main',
			width: Number(width ?? 80),
			wire: { kind: 'virtual' }
		};
		return printerLine(printer.parse({ ...entry, ...(model === undefined ? {} : { model }) }), clock);
	},
	filed: ({ printers }, code, clock) => {
		const entry = printers.find((one) => one.code === code);
		return entry && printerLine(entry, clock);
	}
};

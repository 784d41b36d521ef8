import type { VirtualBoard } from '#display/led/virtual/board.ts';
import type { VirtualPrinter } from '#printer/virtual/virtual.ts';
import type { Clock } from '../clock.ts';
import type { Setup } from '../setup/hall.ts';
import type { BoardEntry, BusEntry, PrinterEntry } from '../setup/schema.ts';
import type { BoardDriver } from '#display/led/driver.ts';
import type { Bus } from '#printer/wire/bus-types.ts';
import { driverOf, farEnd, hangBoard, openLine, type HungBoard } from './boards.ts';
import { partOf } from './part.ts';
import { openPrinter, type OpenPrinter } from './printers.ts';
import type { VirtualBus } from './virtual-bus.ts';

/** A line of this machine with the boards on it, for who looks for a fault there. */
export interface OpenBusLine {
	entry: BusEntry;
	bus: Bus;
	boards: { entry: BoardEntry; driver: BoardDriver }[];
}

/** Everything that hangs on wires of this machine, opened from the hall file; far ends included where they are virtual. */
export interface Hardware {
	printers: OpenPrinter[];
	boards: HungBoard[];
	lines: OpenBusLine[];
	virtualPrinters: Map<string, VirtualPrinter>;
	virtualBoards: Map<string, VirtualBoard>;
	virtualBuses: Map<string, VirtualBus>;
	close(): Promise<void>;
}

/**
 * Opens the wires. None of them needs to be there: each is tried again until it is.
 * @param torn codes of the printers in which a slip of an earlier process may have broken off
 */
export function openHardware(setup: Setup, clock: Clock, torn: ReadonlySet<string>): Hardware {
	const virtualPrinters = new Map<string, VirtualPrinter>();
	const virtualBoards = new Map<string, VirtualBoard>();
	const virtualBuses = new Map<string, VirtualBus>();
	const openOne = (entry: PrinterEntry): OpenPrinter =>
		openPrinter(entry, { clock, virtual: virtualPrinters, torn: torn.has(entry.code) });
	const part = partOf(setup.file.devices, null);
	const printers = part.printers.map(openOne);
	const openBusLine = (entry: BusEntry): OpenBusLine => ({
		entry,
		bus: openLine(entry, clock, virtualBuses),
		boards: []
	});
	const lines = part.buses.map(openBusLine);
	const boards: HungBoard[] = [];
	for (const entry of part.boards) {
		const line = lines.find((one) => one.entry.code === entry.bus);
		if (!line) throw new Error(`board ${entry.code} hangs on a bus that is not there`);
		const driver = driverOf(entry);
		line.boards.push({ entry, driver });
		boards.push(hangBoard(entry, line.bus, driver));
		const far = virtualBuses.get(entry.bus);
		if (far) {
			const board = farEnd(entry);
			far.attach(entry.code, board);
			virtualBoards.set(entry.code, board);
		}
	}
	const close = async (): Promise<void> => {
		await Promise.all(printers.map((one) => one.printer.close()));
		await Promise.all(lines.map(({ bus }) => bus.close()));
		await Promise.all([...virtualPrinters.values()].map((one) => one.close()));
	};
	return { printers, boards, lines, virtualPrinters, virtualBoards, virtualBuses, close };
}

/** What hangs on this machine and on others, in the order of the hall file. */
export function withFar(
	{ printers, boards }: Pick<Setup, 'printers' | 'boards'>,
	near: Hardware,
	far: { printers: () => OpenPrinter[]; boards: () => HungBoard[] }
): Hardware {
	const allPrinters = [...near.printers, ...far.printers()];
	const allBoards = [...near.boards, ...far.boards()];
	return {
		...near,
		printers: [...printers.keys()].flatMap((code) => allPrinters.filter((one) => one.code === code)),
		boards: [...boards.keys()].flatMap((code) => allBoards.filter((one) => one.entry.code === code))
	};
}

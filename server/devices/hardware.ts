import type { VirtualBoard } from '#display/led/virtual/board.ts';
import { virtualModbusSlave } from '#display/led/virtual/modbus-slave.ts';
import { virtualOnbonCard } from '#display/led/virtual/onbon-card.ts';
import type { BoardDriver } from '#display/led/driver.ts';
import { modbusDriver } from '#display/led/modbus.ts';
import { onbonDriver } from '#display/led/onbon.ts';
import { printerModel } from '#printer/models/models.ts';
import { thermal } from '#printer/thermal.ts';
import { virtualPrinter, type VirtualPrinter } from '#printer/virtual/virtual.ts';
import { openBus } from '#printer/wire/bus.ts';
import type { Bus, BusOptions } from '#printer/wire/bus-types.ts';
import { makeWire } from '#printer/wire/make.ts';
import type { Clock } from '../clock.ts';
import type { Setup } from '../setup/hall.ts';
import type { BoardEntry, BusEntry, PrinterEntry } from '../setup/schema.ts';
import type { HungBoard } from './boards.ts';
import type { SpoolPrinter } from './spool.ts';
import { virtualBus, type VirtualBus } from './virtual-board.ts';

/** Pieces of virtual paper for the bench; each is a picture of some hundred kilobytes. */
const PAPERS_KEPT = 6;

/** Everything that hangs on wires, opened from the hall file; far ends included where they are virtual. */
export interface Hardware {
	printers: SpoolPrinter[];
	boards: HungBoard[];
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
	const openOne = (entry: PrinterEntry): SpoolPrinter =>
		openPrinter(entry, { clock, virtual: virtualPrinters, torn: torn.has(entry.code) });
	const printers = [...setup.printers.values()].map(openOne);
	const buses = new Map([...setup.buses.values()].map((entry) => [entry.code, open(entry, clock, virtualBuses)]));
	const boards: HungBoard[] = [];
	for (const entry of setup.boards.values()) {
		const bus = buses.get(entry.bus);
		if (!bus) throw new Error(`board ${entry.code} hangs on a bus that is not there`);
		boards.push({ entry, bus, driver: driverOf(entry) });
		const far = virtualBuses.get(entry.bus);
		if (far) {
			const board = farEnd(entry);
			far.attach(entry.code, board);
			virtualBoards.set(entry.code, board);
		}
	}
	const close = async (): Promise<void> => {
		await Promise.all(printers.map((one) => one.printer.close()));
		await Promise.all([...buses.values()].map((bus) => bus.close()));
		await Promise.all([...virtualPrinters.values()].map((one) => one.close()));
	};
	return { printers, boards, virtualPrinters, virtualBoards, virtualBuses, close };
}

function openPrinter(
	entry: PrinterEntry,
	{ clock, virtual, torn }: { clock: Clock; virtual: Map<string, VirtualPrinter>; torn: boolean }
): SpoolPrinter {
	const model = printerModel(entry.model, entry.width);
	const { code, group } = entry;
	if (entry.wire.kind !== 'virtual') {
		return { code, group, printer: thermal({ wire: makeWire(entry.wire), model, timers: clock, torn }) };
	}
	const far = virtualPrinter({ model, name: code, timers: clock, chinese: true, keep: PAPERS_KEPT });
	virtual.set(code, far);
	return { code, group, printer: thermal({ wire: far.wire, model, timers: clock }) };
}

function open(entry: BusEntry, clock: Clock, virtual: Map<string, VirtualBus>): Bus {
	const options: BusOptions = entry.gapMs === null ? { timers: clock } : { timers: clock, gapMs: entry.gapMs };
	const { wire } = entry;
	if (wire.kind === 'virtual') {
		const far = virtualBus(entry.code, { timers: clock });
		virtual.set(entry.code, far);
		return openBus(far.wire, options);
	}
	return openBus(makeWire(wire), wire.kind === 'serial' ? { ...options, baud: wire.baud } : options);
}

function driverOf(entry: BoardEntry): BoardDriver {
	return entry.driver === 'onbon-bx-k' ? onbonDriver(entry) : modbusDriver(entry.registers);
}

function farEnd(entry: BoardEntry): VirtualBoard {
	return entry.driver === 'onbon-bx-k'
		? virtualOnbonCard(entry.address)
		: virtualModbusSlave(entry.address, entry.registers);
}

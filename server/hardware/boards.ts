import { frameBoard } from './frames.ts';
import { frameDriver } from '#display/led/frame-template.ts';
import { onbonDriver } from '#display/led/onbon.ts';
import { modbusDriver } from '#display/led/modbus.ts';
import type { BoardDriver } from '#display/led/driver.ts';
import type { VirtualBoard } from '#display/led/virtual/board.ts';
import { virtualFrameBoard } from '#display/led/virtual/frame-board.ts';
import { virtualModbusSlave } from '#display/led/virtual/modbus-slave.ts';
import { virtualOnbonCard } from '#display/led/virtual/onbon-card.ts';
import { openBus } from '#printer/wire/bus.ts';
import type { Bus, BusOptions } from '#printer/wire/bus-types.ts';
import { makeWire } from '#printer/wire/make.ts';
import type { Clock } from '../clock.ts';
import type { BoardEntry, BusEntry } from '../setup/schema.ts';
import { virtualBus, type VirtualBus } from './virtual-bus.ts';

/** A board as it hangs: its entry of the hall file, its driver, its line. */
export interface HungBoard {
	entry: BoardEntry;
	driver: BoardDriver;
	bus: Bus;
}

/** Opens one line; `virtual` gets the far end where it is a program. */
export function openLine(entry: BusEntry, clock: Clock, virtual: Map<string, VirtualBus>): Bus {
	const options: BusOptions = entry.gapMs === null ? { timers: clock } : { timers: clock, gapMs: entry.gapMs };
	const { wire } = entry;
	if (wire.kind === 'virtual') {
		const far = virtualBus(entry.code, { timers: clock });
		virtual.set(entry.code, far);
		return openBus(far.wire, options);
	}
	return openBus(makeWire(wire), wire.kind === 'serial' ? { ...options, baud: wire.baud } : options);
}

/** The driver of a board, from its entry. */
export function driverOf(entry: BoardEntry): BoardDriver {
	if (entry.driver === 'frame') return frameDriver(frameBoard(entry));
	return entry.driver === 'onbon-bx-k' ? onbonDriver(entry) : modbusDriver(entry.registers);
}

/** The same board as a program, for virtual lines. */
export function farEnd(entry: BoardEntry): VirtualBoard {
	if (entry.driver === 'frame') return virtualFrameBoard(entry.address, frameBoard(entry));
	return entry.driver === 'onbon-bx-k'
		? virtualOnbonCard(entry.address)
		: virtualModbusSlave(entry.address, entry.registers);
}

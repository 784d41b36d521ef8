import { frameBoard } from './frames.ts';
import { frameDriver } from '#display/led/frame-template.ts';
import { alphaDriver } from '#display/led/alpha.ts';
import { onbonDriver } from '#display/led/onbon.ts';
import { modbusDriver } from '#display/led/modbus.ts';
import type { BoardCaps, BoardContent, BoardDriver, Picture } from '#display/led/driver.ts';
import type { VirtualBoard } from '#display/led/virtual/board.ts';
import { virtualFrameBoard } from '#display/led/virtual/frame-board.ts';
import { virtualAlphaSign } from '#display/led/virtual/alpha-sign.ts';
import { virtualModbusSlave } from '#display/led/virtual/modbus-slave.ts';
import { virtualOnbonCard } from '#display/led/virtual/onbon-card.ts';
import { openBus } from '#printer/wire/bus.ts';
import type { Bus, BusBoardState, BusLineState, BusOptions } from '#printer/wire/bus-types.ts';
import { makeWire } from '#printer/wire/make.ts';
import type { Clock } from '../clock.ts';
import type { BoardEntry, BusEntry } from '../setup/schema.ts';
import { slotsOn, type Showing } from './slots.ts';
import { virtualBus, type VirtualBus } from './virtual-bus.ts';

/** A board as it hangs: on a line of this machine, or of another one that an agent drives. */
export interface HungBoard {
	entry: BoardEntry;
	caps: BoardCaps;
	/** how a content will stand there; nothing is sent */
	picture(content: BoardContent): Omit<Picture, 'frames'>;
	/** Puts a content on the board; the newest one wins, and stands there again after every break. */
	show(content: BoardContent, showing: Showing): void;
	/** Makes it known to its line, which keeps it at what it should show. */
	join(): void;
	/** Leaves it alone. */
	leave(): void;
	state(): BusBoardState;
	/** the line it hangs on */
	line(): BusLineState;
}

/** A board on a line of this machine. */
export function hangBoard(entry: BoardEntry, bus: Bus, driver: BoardDriver): HungBoard {
	const { caps } = driver;
	return { entry, caps, ...slotsOn(bus, entry, driver), state: () => bus.state(entry.code), line: () => bus.line() };
}

/** Opens one line; `virtual` gets the far end where it is a program. */
export function openLine(entry: BusEntry, clock: Clock, virtual: Map<string, VirtualBus>): Bus {
	const options = mannersOf(entry, clock);
	const { wire } = entry;
	if (wire.kind === 'virtual') {
		const far = virtualBus(entry.code, { timers: clock });
		virtual.set(entry.code, far);
		return openBus(far.wire, options);
	}
	return openBus(makeWire(wire), wire.kind === 'serial' ? { ...options, baud: wire.baud } : options);
}

/** How a line is spoken on, as far as the hall file says. */
function mannersOf(entry: BusEntry, clock: Clock): BusOptions {
	const { gapMs, answerMs, settleMs, echo, refreshSeconds, probeSeconds } = entry;
	return {
		timers: clock,
		...(gapMs === null ? {} : { gapMs }),
		...(answerMs === null ? {} : { answerMs }),
		...(settleMs === null ? {} : { settleMs }),
		...(echo === null ? {} : { echo }),
		...(refreshSeconds === null ? {} : { refreshMs: refreshSeconds * 1000 }),
		...(probeSeconds === null ? {} : { probeMs: probeSeconds * 1000 })
	};
}

/** The driver of a board, from its entry. */
export function driverOf(entry: BoardEntry): BoardDriver {
	switch (entry.driver) {
		case 'onbon-bx-k':
			return onbonDriver(entry);
		case 'modbus-rtu':
			return modbusDriver(entry.registers);
		case 'alpha':
			return alphaDriver(entry);
		case 'frame':
			return frameDriver(frameBoard(entry));
	}
}

/** The same board as a program, for virtual lines. */
export function farEnd(entry: BoardEntry): VirtualBoard {
	switch (entry.driver) {
		case 'onbon-bx-k':
			return virtualOnbonCard(entry.address);
		case 'modbus-rtu':
			return virtualModbusSlave(entry.address, entry.registers);
		case 'alpha':
			return virtualAlphaSign(entry.address, entry);
		case 'frame':
			return virtualFrameBoard(entry.address, frameBoard(entry));
	}
}

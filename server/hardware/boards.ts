import { onbonDriver } from '#display/led/onbon.ts';
import { modbusDriver } from '#display/led/modbus.ts';
import type { BoardCaps, BoardContent, BoardDriver, Picture } from '#display/led/driver.ts';
import type { VirtualBoard } from '#display/led/virtual/board.ts';
import { virtualModbusSlave } from '#display/led/virtual/modbus-slave.ts';
import { virtualOnbonCard } from '#display/led/virtual/onbon-card.ts';
import { openBus } from '#printer/wire/bus.ts';
import type { Bus, BusBoardState, BusLineState, BusOptions, BusPriority, BusResult } from '#printer/wire/bus-types.ts';
import { makeWire } from '#printer/wire/make.ts';
import type { Clock } from '../clock.ts';
import type { BoardEntry, BusEntry } from '../setup/schema.ts';
import { virtualBus, type VirtualBus } from './virtual-bus.ts';

/** How a content goes to a board, and who hears what became of it. */
export interface Showing {
	priority: BusPriority;
	/** see `BusPicture.onOutcome` */
	onOutcome(result: BusResult): void;
}

/** A board as it hangs: on a line of this machine, or of another one that an agent drives. */
export interface HungBoard {
	entry: BoardEntry;
	caps: BoardCaps;
	/** Its line speaks to it from now on. */
	join(): void;
	/** Its line leaves it alone from now on. */
	leave(): void;
	/** how a content will stand there; nothing is sent */
	picture(content: BoardContent): Omit<Picture, 'frames'>;
	/** Puts a content on the board, which has joined; the newest one wins, and stands there again after every break. */
	show(content: BoardContent, showing: Showing): void;
	/** what is known of it, once it has joined */
	state(): BusBoardState;
	/** the line it hangs on */
	line(): BusLineState;
}

/** What a board shows of a hall: one text; the bus has other slots. */
const SLOT = 'text';

/** A board on a line of this machine. */
export function hangBoard(entry: BoardEntry, bus: Bus): HungBoard {
	const driver = driverOf(entry);
	const { code, address } = entry;
	return {
		entry,
		caps: driver.caps,
		join: () => bus.add(code, { ping: driver.ping(address), minRefreshMs: driver.caps.minRefreshMs }),
		leave: () => bus.remove(code),
		picture: (content) => driver.show(address, content),
		show: (content, showing) => bus.show(code, SLOT, { frames: driver.show(address, content).frames, ...showing }),
		state: () => bus.state(code),
		line: () => bus.line()
	};
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
	return entry.driver === 'onbon-bx-k' ? onbonDriver(entry) : modbusDriver(entry.registers);
}

/** The same board as a program, for virtual lines. */
export function farEnd(entry: BoardEntry): VirtualBoard {
	return entry.driver === 'onbon-bx-k'
		? virtualOnbonCard(entry.address)
		: virtualModbusSlave(entry.address, entry.registers);
}

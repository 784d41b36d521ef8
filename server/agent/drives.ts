import { IdReader } from '#printer/input/id-card.ts';
import type { KeyLine } from '#printer/input/key-line.ts';
import type { Printer, PrinterStatus } from '#printer/printer.ts';
import { VirtualIdReader } from '#printer/virtual/id-reader.ts';
import type { VirtualPrinter } from '#printer/virtual/virtual.ts';
import type { BusResult } from '#printer/wire/bus-types.ts';
import { makeWire } from '#printer/wire/make.ts';
import type { Clock } from '../clock.ts';
import { openKeyLine } from '../hardware/key-lines.ts';
import type { KeyLinePart, Part } from '../hardware/part.ts';
import { openPrinter, type OpenPrinter } from '../hardware/printers.ts';
import type { IdReaderEntry, PrinterEntry } from '../setup/schema.ts';
import { Fleet } from './fleet.ts';
import { Lines } from './lines.ts';

/** What devices tell. */
export interface DrivesOptions {
	clock: Clock;
	/** printers in which a slip of an earlier run broke off */
	torn: ReadonlySet<string>;
	onStatus: (printer: string, status: PrinterStatus) => void;
	onOutcome: (board: string, show: string, result: BusResult) => void;
	onKey: (line: string, address: number, key: number) => void;
}

/** Everything that an agent drives, with the drivers that the server has, kept at its part of the hall file. */
export class Drives {
	readonly lines: Lines;
	readonly #printers: Fleet<PrinterEntry, OpenPrinter>;
	readonly #pads: Fleet<KeyLinePart, KeyLine>;
	readonly #readers: Fleet<IdReaderEntry, IdReader>;

	constructor({ clock, torn, onStatus, onOutcome, onKey }: DrivesOptions) {
		const unclean = new Set(torn);
		const virtual = new Map<string, VirtualPrinter>();
		this.lines = new Lines(clock, onOutcome);
		this.#printers = new Fleet(
			(entry) => {
				const one = openPrinter(entry, { clock, virtual, torn: unclean.delete(entry.code) });
				one.printer.onStatus((status) => onStatus(entry.code, status));
				return one;
			},
			({ code, printer }) => printer.close().then(() => virtual.get(code)?.close())
		);
		this.#pads = new Fleet(
			({ addresses, ...entry }) => {
				const told = (address: number, key: number): void => onKey(entry.code, address, key);
				return openKeyLine(entry, { clock, addresses, onKey: told }).line;
			},
			(line) => line.close()
		);
		this.#readers = new Fleet(
			({ code, wire }) => {
				const near = wire.kind === 'virtual' ? new VirtualIdReader(code, clock).wire : makeWire(wire);
				return new IdReader(near, clock);
			},
			() => Promise.resolve()
		);
	}

	/** Opens and closes what has changed, and nothing else. */
	follow(part: Part): void {
		this.#printers.follow(part.printers);
		this.lines.follow(part);
		this.#pads.follow(part.padLines);
		this.#readers.follow(part.idReaders);
	}

	printer(code: string): Printer | undefined {
		return this.#printers.get(code)?.printer;
	}

	/** Sends to a pad or evaluator what has that name. */
	tellKey(line: string, what: string, address: number): void {
		this.#pads.get(line)?.say(what, address);
	}

	reader(code: string): IdReader | undefined {
		return this.#readers.get(code);
	}

	statuses(): Record<string, PrinterStatus> {
		return Object.fromEntries(this.#printers.all().map(([code, { printer }]) => [code, printer.status()]));
	}

	/** Lets go of everything after the slips in work. */
	async close(): Promise<void> {
		await Promise.all([this.#printers.close(), this.lines.close(), this.#pads.close(), this.#readers.close()]);
	}
}

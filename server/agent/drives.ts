import { IdReader } from '#printer/input/id-card.ts';
import type { KeyLine } from '#printer/input/key-line.ts';
import type { ScanLine } from '#printer/input/scan-line.ts';
import type { Printer, PrinterStatus } from '#printer/printer.ts';
import { VirtualIdReader } from '#printer/virtual/id-reader.ts';
import type { VirtualPrinter } from '#printer/virtual/virtual.ts';
import type { BusResult } from '#printer/wire/bus-types.ts';
import { makeWire } from '#printer/wire/make.ts';
import type { Levels } from '../agents/protocol.ts';
import type { Clock } from '../clock.ts';
import { openKeyLine } from '../hardware/key-lines.ts';
import type { KeyLinePart, Part } from '../hardware/part.ts';
import { openPrinter, type OpenPrinter } from '../hardware/printers.ts';
import { openScanner } from '../hardware/scanners.ts';
import type { IdReaderEntry, PrinterEntry, ScannerEntry } from '../setup/schema.ts';
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
	onScan: (scanner: string, text: string) => void;
	/** the cable of a line that is only listened to is there, or is not */
	onLine: () => void;
}

/** Everything that an agent drives, with the drivers that the server has, kept at its part of the hall file. */
export class Drives {
	readonly lines: Lines;
	readonly #printers: Fleet<PrinterEntry, OpenPrinter>;
	readonly #pads: Fleet<KeyLinePart, KeyLine>;
	readonly #readers: Fleet<IdReaderEntry, IdReader>;
	readonly #scanners: Fleet<ScannerEntry, ScanLine>;

	constructor({ clock, torn, onStatus, onOutcome, onKey, onScan, onLine }: DrivesOptions) {
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
				return openKeyLine(entry, { clock, addresses, onKey: told, onState: onLine }).line;
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
		this.#scanners = new Fleet(
			(entry) => openScanner(entry, { clock, onScan: (text) => onScan(entry.code, text), onState: onLine }).line,
			(line) => line.close()
		);
	}

	/** Opens and closes what has changed, and nothing else. */
	follow(part: Part): void {
		this.#printers.follow(part.printers);
		this.lines.follow(part);
		this.#pads.follow(part.padLines);
		this.#readers.follow(part.idReaders);
		this.#scanners.follow(part.scanners);
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

	/** How everything is now. */
	levels(): Pick<Levels, 'printers' | 'keyLines' | 'scanners'> {
		return {
			printers: each(this.#printers, ({ printer }) => printer.status()),
			keyLines: each(this.#pads, (line) => {
				const { up, garbage } = line.state();
				return { up, lost: garbage };
			}),
			scanners: each(this.#scanners, (line) => {
				const { up, unread } = line.state();
				return { up, lost: unread };
			})
		};
	}

	/** Lets go of everything after the slips in work. */
	async close(): Promise<void> {
		const all = [this.#printers, this.lines, this.#pads, this.#readers, this.#scanners];
		await Promise.all(all.map((one) => one.close()));
	}
}

function each<E extends { code: string }, O, T>(fleet: Fleet<E, O>, told: (one: O) => T): Record<string, T> {
	return Object.fromEntries(fleet.all().map(([code, one]) => [code, told(one)]));
}

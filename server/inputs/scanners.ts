import { scanLine, type ScanLine } from '#printer/input/scan-line.ts';
import { SCANNER_FAULTS, VirtualScanner } from '#printer/virtual/scanner.ts';
import { makeWire } from '#printer/wire/make.ts';
import type { Hall } from '../hall.ts';
import type { ScannerEntry } from '../setup/schema.ts';
import type { ScannerView } from './view.ts';

export interface ScannersOptions {
	/** a code was held before the scanner of that kiosk; nobody else hears of it, and nothing of it is kept */
	onScan: (kiosk: string, text: string) => void;
	/** what the device page shows has changed */
	onChanged?: () => void;
}

interface Opened {
	entry: ScannerEntry;
	line: ScanLine;
	far: VirtualScanner | undefined;
	scans: number;
	lastAt: number | null;
}

/** The scanners at kiosks, while their lines are open. */
export class Scanners {
	readonly #hall: Hall;
	readonly #options: ScannersOptions;
	readonly #all: Opened[];

	constructor(hall: Hall, options: ScannersOptions) {
		this.#hall = hall;
		this.#options = options;
		this.#all = hall.setup.file.devices.scanners.map((entry) => this.#open(entry));
	}

	view(): ScannerView[] {
		return this.#all.map(({ entry: { code, kiosk }, line, far, scans, lastAt }) => ({
			...{ code, kiosk, virtual: far !== undefined, ...line.state(), scans, lastAt },
			knows: far ? SCANNER_FAULTS : [],
			faults: far?.faults() ?? []
		}));
	}

	/** Holds a code before a virtual scanner; false when there is none of that code. */
	scan(code: string, text: string): boolean {
		const found = this.#all.find(({ entry }) => entry.code === code);
		found?.far?.scanText(text, found.entry.encoding);
		return found?.far !== undefined;
	}

	/** Switches a fault of a virtual scanner; false when there is no such scanner or fault. */
	setFault(code: string, fault: string, on: boolean): boolean {
		const far = this.#far(code);
		const known = SCANNER_FAULTS.find((one) => one === fault);
		if (!far || !known) return false;
		far.setFault(known, on);
		this.#options.onChanged?.();
		return true;
	}

	async close(): Promise<void> {
		await Promise.all(this.#all.map(({ line }) => line.close()));
	}

	#far(code: string): VirtualScanner | undefined {
		return this.#all.find(({ entry }) => entry.code === code)?.far;
	}

	#open(entry: ScannerEntry): Opened {
		const { clock } = this.#hall;
		const far = entry.wire.kind === 'virtual' ? new VirtualScanner(entry.code, clock) : undefined;
		const wire = far?.wire ?? (entry.wire.kind === 'virtual' ? undefined : makeWire(entry.wire));
		if (!wire) throw new Error(`scanner ${entry.code} has no wire`);
		const { encoding, silenceMs } = entry;
		const start = entry.start.map(({ send, waitMs }) => ({
			send: Buffer.from(send.replaceAll(' ', ''), 'hex'),
			waitMs
		}));
		const line = scanLine(wire, {
			...{ timers: clock, encoding, silenceMs, start },
			onScan: (text) => {
				opened.scans += 1;
				opened.lastAt = clock.now();
				this.#options.onScan(entry.kiosk, text);
				this.#options.onChanged?.();
			},
			onState: () => this.#options.onChanged?.()
		});
		const opened: Opened = { entry, line, far, scans: 0, lastAt: null };
		return opened;
	}
}
